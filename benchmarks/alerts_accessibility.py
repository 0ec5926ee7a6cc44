"""WCAG A and AA of a digest, by axe-core in headless Chromium: light, dark, forced dark and narrow.

    npm install --prefix .venv/npm axe-core            # once; .venv stays out of the repository
    .venv/bin/python -P benchmarks/alerts_accessibility.py [digest.html]

Prints why it is skipped if Chromium or axe-core is missing. The exit code is 1 if there is a violation.
"""

from __future__ import annotations

import html as markup
import json
import re
import sys
from pathlib import Path

from alerts.rendering.bodies import render
from benchmarks.alerts_samples import DESK, sample_digest
from benchmarks.browser import INSTALL, as_dark, chromium, document_after_scripts

ROOT = Path(__file__).resolve().parents[1]
AXE = ROOT / ".venv" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
_RUN = """
axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}).then(found => {
  const lines = found.violations.map(v => ({id: v.id, help: v.help, nodes: v.nodes.slice(0, 3).map(n => n.html)}));
  const wide = document.documentElement.scrollWidth > window.innerWidth;
  const answer = document.createElement('pre');
  answer.id = 'axe-answer';
  answer.textContent = JSON.stringify({violations: lines, passes: found.passes.length, wide: wide});
  document.body.appendChild(answer);
});
"""


def violations(page: str, width: int) -> list[str]:
    """The page's violations, a line each, including that it is wider than the window."""
    scripts = f"<script>{AXE.read_text(encoding='utf-8')}</script><script>{_RUN}</script></body>"
    shown = document_after_scripts(page.replace("</body>", scripts), width)
    answer = re.search(r'<pre id="axe-answer">(.*?)</pre>', shown, re.DOTALL)
    if answer is None:
        return ["axe-core gave no answer"]
    said = json.loads(markup.unescape(answer[1]))
    lines = [f"{one['id']}: {one['help']}: {one['nodes'][0]}" for one in said["violations"]]
    return [*lines, *(["wider than the window"] if said["wide"] else [])]


def main() -> int:
    if chromium() is None:
        print(f"SKIPPED: {INSTALL}")
        return 0
    if not AXE.is_file():
        print("SKIPPED: axe-core is not installed: npm install --prefix .venv/npm axe-core")
        return 0
    given = Path(sys.argv[1]).read_text(encoding="utf-8") if len(sys.argv) > 1 else None
    page = given or render(sample_digest(), DESK).html
    failed = False
    for name, shown, width in (("light", page, 600), ("dark", as_dark(page), 600), ("320 px", page, 320)):
        found = violations(shown, width)
        print(f"{name}: {len(found)} violations", *found, sep="\n  ")
        failed = failed or bool(found)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main())

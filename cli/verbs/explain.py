"""`watchword explain`: why a hit is what it is, or why there is none."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text

from alerts.text.wording import cause_words
from cli import printing
from cli.app import BAD_USAGE, DONE, logs, settings
from cli.differing_words import differences
from cli.nearness import nearest
from cli.unknown_articles import why_unknown
from core.errors import QueryError
from core.records import Quality
from storage import queries
from storage.queries import Explanation


def explain(
    hit: str | None = None,
    /,
    *,
    target: str | None = None,
    article: str | None = None,
    json: bool = False,
) -> int:
    """Why a hit is what it is: the quote, the mentions, the rules and what would change the band.

    Args:
        hit: The hit's id, or its first characters.
        target: A watchlist entry, to ask "why not?" together with --article.
        article: An article's id or URL; alone it shows all that was weighed in it.
        json: One JSON object instead of text, also with the facts of each reason.
    """
    try:
        if article and not hit and (said := why_unknown(settings().paths, article)):
            logs.print(said, markup=False)
            return BAD_USAGE
        if article and not (hit or target):
            return _explain_article(article, as_json=json)
        found = _find_hit(hit, target, article)
        if found is None:
            return _explain_missing_hit(str(target), str(article), as_json=json)
    except QueryError as error:
        logs.print(str(error), style="red", markup=False)
        return BAD_USAGE
    if json:
        whole = found.hit | {
            "quality": found.quality,
            "mentions": found.mentions,
            "reasons": found.reasons,
            "reports": list(found.reports),
            "reviews": list(found.reviews),
        }
        printing.write_json([whole])
    else:
        _print_explanation(printing.stdout_console(), found)
    return DONE


def _find_hit(hit: str | None, target: str | None, article: str | None) -> Explanation | None:
    """The explanation of the hit, or None if the target has no hit in the article."""
    paths = settings().paths
    if hit:
        return queries.explain(paths, hit)
    if not (target and article):
        raise QueryError("give a hit's id, or --article, alone or with --target")
    return queries.explain_pair(paths, target, article)


def _explain_article(article: str, *, as_json: bool) -> int:
    """Prints what was weighed in an article, a line each; of a page that could not be read, why."""
    unread = queries.unread_page(settings().paths, article)
    if unread and not as_json and not queries.is_stored(settings().paths, article):
        printing.stdout_console().print(Text(_not_read(unread)))
        return DONE
    stored, rows = queries.weighed(settings().paths, article)
    if as_json:
        printing.write_json(rows)
        return DONE
    console = printing.stdout_console()
    console.print(Text(printing.printable(stored["title"] or "(no headline)"), style="bold"))
    console.print(Text(printing.printable(stored["url"])), style="dim")
    if stored["quality"] != Quality.FULL:
        console.print(Text(_partly_read(stored["quality"])), style="yellow")
    printing.write_table(("hit", "target", "band", "score", "verdict", "why"), map(_weighed_row, rows))
    if not rows:
        console.print(Text("No entry was found in it; `watchword explain --article … --target ID` says why not."))
    return DONE


def _not_read(unread: dict[str, Any]) -> str:
    why = printing.printable(unread["message"] or unread["cause"]).rstrip(".")
    again = f"; it is tried again at {unread['next_try_at']:%Y-%m-%d %H:%M} UTC" if unread["next_try_at"] else ""
    return f"The page was not read: {why}{again}. Open it by hand: {printing.printable(unread['url'])}"


def _weighed_row(row: dict[str, Any]) -> list[object]:
    band = row["band"] if row["status"] == "open" else f"closed: {row['closed_reason']}"
    why = "; ".join(reason["text"] for reason in row["reasons"])
    return [row["hit_id"][:8], row["target_id"], band, row["score"], row["verdict"] or "open", why]


def _explain_missing_hit(target: str, article: str, *, as_json: bool) -> int:
    from flows.missing_hits import explain_missing_hit
    from flows.run_config import load_run_config
    from storage.store import Store

    found = settings()
    watchlist = load_run_config(found, keep=False).watchlist
    ids = [one.target_id for one in watchlist.targets]
    if target not in ids:
        raise QueryError(f"no entry has the id {target}{nearest(target, ids)}")
    sentences = list(explain_missing_hit(Store(found.paths), watchlist, target, article))
    if as_json:
        printing.write_json([{"target_id": target, "article": article, "hit_id": None, "why_not": sentences}])
        return DONE
    console = printing.stdout_console()
    console.print(Text(printing.printable(f"No hit of {target} in {article}."), style="bold"))
    for sentence in sentences:
        console.print(Text(f"• {printing.printable(sentence)}"))
    return DONE


def _print_explanation(console: Console, found: Explanation) -> None:
    """Prints the explanation."""
    hit = found.hit
    console.print(
        Text.assemble((printing.cell_text(hit["target_name"]), "bold"), f" · {hit['band']} · score {hit['score']}")
    )
    console.print(Text(printing.cell_text(hit["title"])))
    dates = f"published {hit['published_at']:%Y-%m-%d}, " if hit["published_at"] else ""
    console.print(Text(f"{printing.outlet(hit)}, {dates}found {printing.cell_text(hit['found_at'])} UTC"))
    console.print(Text(printing.cell_text(hit["url"])), style="dim")
    if hit["status"] == "closed":
        console.print(Text(f"Closed {printing.cell_text(hit['closed_at'])}: {hit['closed_reason']}"), style="yellow")
    console.print()
    console.print(_quote(hit))
    console.print()
    printing.write_table(
        ("field", "from", "to", "named as", "list says", "method", "zone"), map(_mention_row, found.mentions)
    )
    console.print()
    for reason in found.reasons:
        _print_reason(console, reason)
    if found.quality != Quality.FULL:
        console.print(Text(f"• {_partly_read(found.quality)}"))
    if hit["retroactive"]:
        first_seen = printing.cell_text(hit["first_seen_at"])
        console.print(Text(f"• Found in the archive after an edit of the watchlist: read first on {first_seen} UTC."))
    for review in found.reviews:
        console.print(Text(f"• {_review_line(review)}"))
    for message in found.reports:
        console.print(Text(f"• {_report_line(message)}"))
    if not found.reports:
        console.print(Text("• Reported to nobody yet."))


def _partly_read(quality: str) -> str:
    cause = "" if quality == Quality.PARTIAL else f" ({cause_words(quality)})"
    return f"Only a part of the article could be read{cause}; the rest was not searched."


def _review_line(review: dict[str, Any]) -> str:
    """`dismissed by jane on 2026-11-29 20:01 UTC, carried from 1e952d63: another man`."""
    who = f" by {printing.cell_text(review['reviewer'])}" if review["reviewer"] else ""
    carried = f", carried from hit {review['carried_from'][:8]}" if review["carried_from"] else ""
    note = f": {printing.cell_text(review['note'])}" if review["note"] else ""
    return f"Review: {review['verdict']}{who} on {printing.cell_text(review['reviewed_at'])} UTC{carried}{note}"


def _report_line(message: dict[str, Any]) -> str:
    error = f": {printing.cell_text(message['last_error'])}" if message["last_error"] else ""
    when = printing.cell_text(message["handled_at"])
    return f"Reported to {message['recipient']} ({message['subscription_id']}): {message['state']} on {when} UTC{error}"


def _quote(hit: dict[str, Any]) -> Text:
    text = Text("“" + printing.printable(hit["quote"]) + "”")
    if hit["surface"]:
        text.highlight_words([printing.printable(hit["surface"])], "bold")
    return text


def _mention_row(mention: dict[str, Any]) -> list[object]:
    return [mention[name] for name in ("field", "start_offset", "end_offset", "surface", "alias", "method", "zone")]


def _print_reason(console: Console, reason: dict[str, Any]) -> None:
    console.print(Text.assemble("• ", printing.cell_text(reason["text"]), (f"  [{reason['code']}]", "dim")))
    for line in differences(reason.get("facts") or {}):
        console.print(Text(f"    {printing.printable(line)}", style="dim"))

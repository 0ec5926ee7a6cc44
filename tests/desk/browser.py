"""A person at a real browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from benchmarks.browser import INSTALL

NOT_INSTALLED = "SKIPPED, the desk is not tried in a browser: pip install -r tests/desk/browser.txt"
NO_BROWSER = f"SKIPPED, the desk is not tried in a browser: {INSTALL}"


class Reader:
    """A person at a browser: `page` has a session; `problems` are console errors and requests to other hosts."""

    def __init__(self, browser, desk, **options) -> None:
        self.desk = desk
        self.context = browser.new_context(viewport={"width": options.pop("width", 1440), "height": 900}, **options)
        self.problems: list[str] = []
        self.page = self.tab()
        self.page.goto(desk.address_with_token)

    def tab(self):
        page = self.context.new_page()
        page.on("console", lambda message: message.type == "error" and self.problems.append(message.text))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("request", self._note_request)
        return page

    def _note_request(self, request) -> None:
        if urlsplit(request.url).netloc != urlsplit(self.desk.address).netloc and not request.url.startswith("data:"):
            self.problems.append(f"a request leaves the host: {request.url}")

    def open(self, path: str) -> None:
        self.page.goto(self.desk.address + path)

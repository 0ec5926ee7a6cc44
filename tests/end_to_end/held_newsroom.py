"""The sample newsroom, which holds its pages back until a test lets it go on."""

from __future__ import annotations

from datetime import datetime
from threading import Event

from samples.newsroom.server import Newsroom

PATIENT = {"WATCHWORD_FETCH_TIMEOUT_S": "300"}
"""For a watch that is to wait for the pages."""


class HeldNewsroom(Newsroom):
    """Says when the first page is asked for (`is_read`), and sends none before it may (`goes_on`)."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self.is_read, self.goes_on = Event(), Event()

    def response(self, publisher, path):
        if path != "/robots.txt" and self.sites[publisher.publisher_id] + path not in self.feeds.values():
            self.is_read.set()
            self.goes_on.wait(300)
        return super().response(publisher, path)

"""What all pages of a running desk share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from core.settings import Settings
from desk.access.guard import Form, Visitor
from desk.access.sessions import Access
from desk.configuration import Configuration
from desk.rendering.page import Clock, render
from desk.verdicts import REASONS, Publisher, Reviewing
from storage.snapshot_reader import SnapshotReader
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Desk:
    """A running desk; `clock` gives the current instant, `zone` is the reader's."""

    settings: Settings
    access: Access
    clock: Callable[[], datetime]
    zone: ZoneInfo
    store: Store
    reader: SnapshotReader
    publisher: Publisher
    configuration: Configuration
    reviewing: Reviewing = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reviewing", Reviewing(self.store, self.reader, self.publisher))

    @classmethod
    def of(cls, settings: Settings, access: Access, clock: Callable[[], datetime], zone: ZoneInfo) -> Desk:
        """The desk of a data folder."""
        store = Store(settings.paths)
        reader, publisher = SnapshotReader(settings.paths), Publisher(store, clock)
        return cls(settings, access, clock, zone, store, reader, publisher, Configuration(settings))

    def start(self) -> None:
        """Starts the publisher; first publishes what an older release, or a desk that was killed, did not."""
        if self.settings.paths.live.exists():
            self.publisher.publish()
        self.publisher.start()

    def end(self) -> None:
        """Publishes the last verdicts and closes the snapshot."""
        self.publisher.end()
        self.reader.close()

    def page(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """The page of this template, with what every page has."""
        clock = Clock(self.zone, self.clock())
        visitor: Visitor = request.state.visitor
        address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        body = render(
            template,
            reasons_list=tuple(REASONS),
            visitor=visitor,
            clock=clock,
            path=request.url.path,
            address=address,
            **values,
        )
        return HTMLResponse(body, status)


_TYPED = ("note", "context", "title", "text")  # the fields that a person types words into


def typed_in(form: Form) -> tuple[str, ...]:
    """What a person typed into a form, so that it is not lost with the page that refuses it."""
    return tuple(form[name] for name in _TYPED if form.get(name, "").strip())


def wants_json(request: Request) -> bool:
    """True for requests of the desk's script, which shows messages in its page."""
    return request.headers.get("accept") == "application/json"


Page = Callable[[Desk, Request], Response]
"""Makes the answer to a request. Runs in a thread; raises WatchwordError or HTTPException."""

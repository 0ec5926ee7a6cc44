"""What readers of the messages asked for."""

from __future__ import annotations

from datetime import datetime

from core.records import Snooze, Unsubscription
from storage.database.live_file import transaction
from storage.store.store_part import StorePart
from storage.tables import readers


class Readers(StorePart):
    """What readers of the messages asked for."""

    def unsubscribe(self, wish: Unsubscription) -> bool:
        """Stores that a reader wants no more messages; False if that was stored before."""
        with transaction(self.paths) as db:
            return readers.unsubscribe(db, wish)

    def resubscribe(self, subscription_id: str, recipient: str) -> bool:
        """Takes an unsubscription back; False if there is none."""
        with transaction(self.paths) as db:
            return readers.resubscribe(db, subscription_id, recipient)

    def unsubscribed(self) -> tuple[Unsubscription, ...]:
        """Every unsubscription, oldest first."""
        with transaction(self.paths) as db:
            return readers.unsubscribed(db)

    def snooze(self, wish: Snooze) -> None:
        """Stores that a reader wants to hear nothing about a target for some time, in place of an earlier wish."""
        with transaction(self.paths) as db:
            readers.snooze(db, wish)

    def end_snooze(self, subscription_id: str, recipient: str, target_id: str) -> bool:
        """Ends a snooze; False if there is none."""
        with transaction(self.paths) as db:
            return readers.end_snooze(db, subscription_id, recipient, target_id)

    def snoozes(self, now: datetime) -> tuple[Snooze, ...]:
        """The snoozes that have not ended at `now`, those that end first before the others."""
        with transaction(self.paths) as db:
            return readers.snoozes(db, now)

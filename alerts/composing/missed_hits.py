"""Which readers of a subscription get the same message: those who missed the same hits and snoozed the same. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from core.records import MissedHit, Snooze


@dataclass(frozen=True, slots=True, order=True)
class Reader:
    """An address of mail, or a channel, whose id is then both."""

    channel: str
    recipient: str


@dataclass(frozen=True, slots=True)
class ReaderGroup:
    """Readers that get the same message, the hits that they missed and what they snoozed."""

    readers: tuple[Reader, ...]
    missed: tuple[MissedHit, ...] = ()
    snoozed: tuple[Snooze, ...] = ()


def groups_of(
    readers: Sequence[Reader],
    missed: Sequence[MissedHit],
    addressed: Collection[tuple[str, str, str]],
    snoozes: Sequence[Snooze] = (),
) -> tuple[ReaderGroup, ...]:
    """The readers by what they missed and snoozed; those who did neither first.

    What a former reader missed is owed to every reader to whom that digest was not addressed, such as the one whose
    address replaced the refused one. `addressed` says to whom digests were: (digest_id, channel, recipient).
    """
    known = set(readers)
    groups: dict[tuple[tuple[MissedHit, ...], tuple[Snooze, ...]], list[Reader]] = defaultdict(list)
    for reader in readers:
        quiet = tuple(one for one in snoozes if one.recipient in ("", reader.recipient))
        groups[tuple(_owed(reader, known, missed, addressed)), quiet].append(reader)
    ordered = sorted(groups.items(), key=lambda one: (len(one[0][0]), len(one[0][1])))
    return tuple(ReaderGroup(tuple(some), owed, quiet) for (owed, quiet), some in ordered)


def _owed(
    reader: Reader,
    known: Collection[Reader],
    missed: Iterable[MissedHit],
    addressed: Collection[tuple[str, str, str]],
) -> Iterable[MissedHit]:
    for one in missed:
        whose = Reader(one.channel, one.recipient)
        inherited = whose not in known and (one.digest_id, reader.channel, reader.recipient) not in addressed
        if whose == reader or inherited:
            yield one

"""Which readers of a subscription are owed which hits: those of messages that were refused for good. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from core.records import MissedHit


@dataclass(frozen=True, slots=True, order=True)
class Reader:
    """An address of mail, or a channel, whose id is then both."""

    channel: str
    recipient: str


@dataclass(frozen=True, slots=True)
class ReaderGroup:
    """Readers that get the same message, and the hits that they missed."""

    readers: tuple[Reader, ...]
    missed: tuple[MissedHit, ...] = ()


def groups_of(
    readers: Sequence[Reader], missed: Sequence[MissedHit], addressed: Collection[tuple[str, str, str]]
) -> tuple[ReaderGroup, ...]:
    """The readers by what they missed; those who missed nothing first.

    What a former reader missed is owed to every reader to whom that digest was not addressed, such as the one whose
    address replaced the refused one. `addressed` says to whom digests were: (digest_id, channel, recipient).
    """
    known = set(readers)
    groups: dict[tuple[MissedHit, ...], list[Reader]] = defaultdict(list)
    for reader in readers:
        groups[tuple(_owed(reader, known, missed, addressed))].append(reader)
    return tuple(ReaderGroup(tuple(some), owed) for owed, some in sorted(groups.items(), key=lambda one: len(one[0])))


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

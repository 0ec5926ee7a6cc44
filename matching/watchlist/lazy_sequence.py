"""A sequence whose items are made on first access: of a long list, few ever are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar, overload

_CACHED = 10_000  # items kept once made
Item = TypeVar("Item")


class LazySequence(Sequence[Item]):
    """A sequence of `length` items; `make` returns the item at an index."""

    def __init__(self, length: int, make: Callable[[int], Item]) -> None:
        self._length, self._make = length, lru_cache(_CACHED)(make)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [self._make(number) for number in range(*index.indices(self._length))]
        if not 0 <= index < self._length:
            raise IndexError(index)
        return self._make(index)

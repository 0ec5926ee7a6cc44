"""A property that is computed when it is first asked for, and kept.

It is to be used where one thread has the object to itself: `functools.cached_property` takes a lock (in Python 3.11),
which costs more than most of what matching computes for one article.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy_property(Generic[T]):  # noqa: N801 # used like a decorator of the standard library
    """The value of a method without parameters, kept in the instance under the method's name."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    def __get__(self, instance: object, owner: type | None = None) -> T:
        """Called only until the value is in the instance."""
        value = instance.__dict__[self._name] = self._compute(instance)
        return value

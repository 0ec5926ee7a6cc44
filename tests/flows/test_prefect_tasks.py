"""Results that a flow takes from its tasks do not stay with Prefect until the flow ends."""

from __future__ import annotations

import gc
import weakref

import pytest

from flows.prefect_tasks import Handed


class Page:
    """Something large."""


def test_a_result_is_taken_once_and_then_nobody_holds_it():
    kept_by_prefect = Handed(Page())
    page = kept_by_prefect.take()
    alive = weakref.ref(page)
    del page
    gc.collect()
    assert alive() is None
    with pytest.raises(IndexError):
        kept_by_prefect.take()

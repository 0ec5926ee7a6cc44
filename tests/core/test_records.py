"""Records are frozen and slotted, and ids are stable."""

import dataclasses
import importlib
import inspect
import pkgutil
from enum import Enum

import pytest

from core import errors, identity, records


def classes_of(module):
    found = inspect.getmembers(module, inspect.isclass)
    return [(name, value) for name, value in found if value.__module__.startswith(records.__name__)]


VALUES = [value for _, value in classes_of(records) if not issubclass(value, Enum)]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_every_record_is_frozen_and_slotted(value):
    assert value.__dataclass_params__.frozen
    assert "__slots__" in vars(value)
    assert not [one.name for one in dataclasses.fields(value) if str(one.type).startswith(("list", "set"))]


def test_every_record_is_on_the_page():
    modules = [importlib.import_module(f"core.records.{one.name}") for one in pkgutil.iter_modules(records.__path__)]
    defined = {name for module in modules for name, _ in classes_of(module)}
    assert defined == {name for name, _ in classes_of(records)}
    assert len(defined) > 50


def test_ids_do_not_change():
    assert identity.article_id("https://a.example/x", "feed", "key") == "8fbed4358e9ef8f042d4"
    assert identity.article_id(None, "feed", "key") != identity.article_id(None, "other", "key")
    assert identity.hit_id("a", "b") != identity.hit_id("b", "a")


def test_an_id_can_be_made_from_any_text():
    assert len(identity.digest_of("\ud800", "")) == 20


def test_bands_and_severities_have_an_order():
    assert max(records.Band, key=lambda band: band.rank) is records.Band.ALERT
    assert min(records.Severity, key=lambda one: one.rank) is records.Severity.LOW


def test_the_exception_type_alone_decides_about_a_retry():
    assert errors.is_transient(errors.TransientFetchError("x"))
    assert errors.is_transient(errors.StorageBusyError("pid 1"))
    assert not errors.is_transient(errors.PermanentDeliveryError("x"))
    assert not errors.is_transient(ValueError("x"))

"""Prefect's page of a run is useful: name, progress, failing feeds, degraded runs, typed parameters. A real server."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from prefect import flow
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import ParameterBindError, ParameterTypeError, PrefectHTTPStatusError
from prefect.settings import PREFECT_API_AUTH_STRING, PREFECT_API_URL, temporary_settings
from prefect.utilities.callables import parameter_schema
from pydantic import BaseModel, Field

from benchmarks.chaos_watch import World
from core.config import read_document
from core.records import ArticleOutcome
from core.settings import Settings
from flows import archive, digest, maintain, poll, rematch
from flows.records.progress_bar import ProgressBar
from flows.records.run_state import degraded, run_name
from matching.watchlist.loading import parse_watchlist
from samples import builders
from storage.store import Store

FLOWS = {
    "poll": (poll.poll, {"ignore_intervals": "boolean"}),
    "digest": (digest.digest, {"preview": "boolean"}),
    "rematch": (rematch.rematch, {"most": "integer"}),
    "maintain": (maintain.maintain, {}),
}


@pytest.fixture
def client(prefect_server):
    access = {setting: prefect_server[setting.name] for setting in (PREFECT_API_URL, PREFECT_API_AUTH_STRING)}
    with temporary_settings(access), get_client(sync_client=True) as one:
        yield one


def cycles_on(client):
    """The cycles of every watch on the server, by id: other tests of this process use the same server."""
    runs = client.read_flow_runs(limit=200, sort=FlowRunSort.START_TIME_DESC)
    return {one.id: one for one in runs if one.name.startswith("read feeds and pages") and "watchword" in one.tags}


def artifacts_of(client, run_id):
    wanted = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run_id]))
    return {one.key: one for one in client.read_artifacts(artifact_filter=wanted)}


class Options(BaseModel):
    most: int = Field(rematch.ARTICLES_PER_RUN, ge=1, description="About how many articles; the next run goes on.")


def with_model(*, options: Options | None = None):
    """A flow whose parameters are a model."""


@flow(flow_run_name=run_name("read feeds and pages"))
def working(total: int, problems: int = 0):
    bar = ProgressBar("pages", "Pages that are read")
    bar.show(0, total)
    bar.show(total // 4, total)
    return degraded(total, problems)


@pytest.mark.parametrize(("total", "bars"), [(400, [25.0]), (20, [])])
def test_long_work_has_a_bar_and_each_run_a_name(client, total, bars):
    state = working(total, return_state=True)
    run_id = state.state_details.flow_run_id
    assert [one.data for one in artifacts_of(client, run_id).values()] == bars
    name = client.read_flow_run(run_id).name
    assert re.fullmatch(r"read feeds and pages [A-Z]\w\w \d\d \w{3} \d\d:\d\d:\d\d UTC", name)


@pytest.mark.parametrize(("batch", "bars"), [(20, [100.0]), (500, [100.0])])
def test_a_rematch_has_a_bar_that_ends_full(client, tmp_path, monkeypatch, batch, bars):
    """A name is added to the list when 60 articles are stored."""
    monkeypatch.setattr(archive, "_READ_TOGETHER", batch)
    monkeypatch.setattr(archive, "_SAY_EVERY_S", 0.0)
    monkeypatch.setenv("WATCHWORD_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WATCHWORD_CONFIG_DIR", str(tmp_path))
    (tmp_path / "feeds.yaml").write_text("feeds: []\n")
    (tmp_path / "alerts.yaml").write_text("subscriptions: [{id: desk, to: [desk@example.org]}]\n")
    (tmp_path / "watchlist.yaml").write_text("version: 1\nactors: [{id: kim, name: Kim Kwang-jin}]\n")
    store, watchlist = Store(Settings().paths), parse_watchlist([read_document(tmp_path / "watchlist.yaml")])
    store.prepare()
    entries = [builders.entry(f"e{number}") for number in range(60)]
    articles = [builders.article("Kim Kwang-jin was there.", key=one.entry_key) for one in entries]
    outcomes = [ArticleOutcome(entry, article) for entry, article in zip(entries, articles, strict=True)]
    store.articles.save("run", outcomes, builders.NOON)
    long_ago = builders.NOON - timedelta(days=3650)
    store.watchlists.save(watchlist.version, watchlist.targets, builders.NOON, rematch_since=long_ago)
    state = rematch.rematch(return_state=True)
    assert state.result() == 60
    found = artifacts_of(client, state.state_details.flow_run_id)
    assert [one.data for key, one in found.items() if key == "archive"] == bars


def test_a_result_comes_back_from_a_run_that_is_shown_as_degraded(client):
    assert working(1, problems=2) == 1
    state = working(1, problems=2, return_state=True)
    assert (state.name, state.type.value, state.message[:10]) == ("Degraded", "COMPLETED", "2 problem(")


@pytest.mark.parametrize("name", FLOWS)
def test_parameters_have_types_and_descriptions_and_a_wrong_value_starts_nothing(client, name):
    of_flow, types = FLOWS[name]
    schema = parameter_schema(of_flow.fn).model_dump()
    found = schema["properties"]
    assert {key: one["type"] for key, one in found.items()} == types
    assert all(one["description"] for one in found.values())
    deployment = client.create_deployment(
        client.create_flow_from_name(f"{name}-{uuid4()}"), "tried", parameter_openapi_schema=schema
    )
    for key, kind in types.items():
        for wrong in ("many", None, [1], 0 if kind == "integer" else 7):
            with pytest.raises(PrefectHTTPStatusError):
                client.create_flow_run_from_deployment(deployment, parameters={key: wrong})
    with pytest.raises(ParameterTypeError if types else ParameterBindError):
        of_flow(**(dict.fromkeys(types, "many") or {"misspelt": 1}))


def test_a_model_of_parameters_would_give_the_same_schema_one_level_deeper():
    """What docs/design says of typed arguments."""
    inside = parameter_schema(with_model).model_dump()["definitions"]["Options"]["properties"]["most"]
    flat = parameter_schema(rematch.rematch.fn).model_dump()["properties"]["most"]
    same = ("type", "default", "minimum")
    assert [inside[key] for key in same] == [flat[key] for key in same]


def test_a_cycle_shows_when_it_ran_its_failing_feeds_and_how_far_it_has_come(
    tmp_path, client, prefect_server, watchword
):
    earlier = cycles_on(client)
    with World(tmp_path / "watch", prefect_server) as world:
        world.announce(90)
        feeds = tmp_path / "watch" / "config" / "feeds.yaml"
        gone = "{id: gone, url: 'http://127.0.0.1:9/feed', every: 0s}"
        feeds.write_text(feeds.read_text().replace("feeds: [", f"feeds: [{gone}, "))
        done = watchword("run", environment=world.environment)
    assert done.returncode == 0, done.stderr
    (run,) = [one for id_, one in cycles_on(client).items() if id_ not in earlier]
    assert (run.state.name, run.parameters) == ("Degraded", {"ignore_intervals": False})
    found = artifacts_of(client, run.id)
    assert found["pages"].type == "progress"
    assert "| `gone` | refused_port |" in found["cycle"].data
    assert "| Feeds read | 1 |" in found["cycle"].data

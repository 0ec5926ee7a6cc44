"""The work pool's job template: no variables, fixed values kept, and the same file for the native way."""

import json

import pytest
from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.actions import WorkPoolCreate, WorkPoolUpdate
from prefect.workers.process import ProcessWorker

from flows.server.work_pool import WORK_POOL, WorkPoolError, ensure_locked_pool, locked


@pytest.fixture
def client(bare_prefect_server):
    url, secret = bare_prefect_server["PREFECT_API_URL"], bare_prefect_server["PREFECT_API_AUTH_STRING"]
    with SyncPrefectClient(url, auth_string=secret) as client:
        yield client


def test_the_template_of_the_native_way_is_that_of_a_new_pool(request):
    assert json.loads((request.config.rootpath / "work-pool.json").read_text()) == locked({})


def test_a_locked_template_is_returned_as_it_is():
    template = locked({}) | {"job_configuration": {"stream_output": False, "env": {"TZ": "UTC"}}}
    assert locked(template) == template


def test_prefects_own_template_loses_every_variable():
    assert locked(ProcessWorker.get_default_base_job_template()) == locked({})


def test_variables_become_their_defaults_and_no_command_stays():
    template = ProcessWorker.get_default_base_job_template()
    properties = template["variables"]["properties"]
    properties["env"]["default"] = {"TZ": "UTC"}
    properties["working_dir"]["default"] = "/srv/watch"
    properties["command"]["default"] = "touch /tmp/x"
    properties["name"]["default"] = "{{ command }}"
    template["job_configuration"]["labels"] = {"fixed": "yes", "open": "{{ anything }}", "part": "a {{ name }} b"}
    assert locked(template)["job_configuration"] == {
        "stream_output": True,
        "env": {"TZ": "UTC"},
        "working_dir": "/srv/watch",
        "labels": {"fixed": "yes"},
    }


def test_a_missing_pool_is_created_locked(client):
    ensure_locked_pool(client)
    assert client.read_work_pool(WORK_POOL).base_job_template == locked({})


def test_an_open_pool_is_locked_and_its_other_settings_stay(client):
    client.create_work_pool(WorkPoolCreate(name=WORK_POOL, type="process", description="mine", concurrency_limit=3))
    template = ProcessWorker.get_default_base_job_template()
    client.update_work_pool(WORK_POOL, WorkPoolUpdate(is_paused=True, base_job_template=template))
    ensure_locked_pool(client)
    pool = client.read_work_pool(WORK_POOL)
    assert pool.base_job_template == locked({})
    assert (pool.description, pool.concurrency_limit, pool.is_paused) == ("mine", 3, True)
    ensure_locked_pool(client)
    assert client.read_work_pool(WORK_POOL).updated == pool.updated


def test_a_pool_of_another_type_is_refused_with_a_remedy(client):
    client.create_work_pool(WorkPoolCreate(name=WORK_POOL, type="docker"))
    with pytest.raises(WorkPoolError, match=r"of the type docker.*delete or rename it"):
        ensure_locked_pool(client)

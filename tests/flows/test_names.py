"""Our packages and the modules of flows/, which Prefect puts first on sys.path, must hide no other module."""

import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from prefect.flows import Flow, load_flow_from_entrypoint

ROOT = Path(__file__).parents[2]
PACKAGES = (
    "alerts",
    "cli",
    "core",
    "desk",
    "extractors",
    "flows",
    "matching",
    "storage",
    "samples",
    "tests",
    "benchmarks",
)
DEPLOYMENTS = yaml.safe_load((ROOT / "prefect.yaml").read_text())["deployments"]


@pytest.mark.parametrize("package", PACKAGES)
def test_no_installed_distribution_provides_a_package_of_ours(package):
    assert set(packages_distributions().get(package, ())) <= {"watchword"}


def test_no_module_of_flows_hides_another():
    ours = {path.stem for path in (ROOT / "flows").glob("*.py")} - {"__init__"}
    assert not ours & set(sys.stdlib_module_names)
    assert not ours & (set(packages_distributions()) - {"watchword"})


@pytest.mark.parametrize("deployment", DEPLOYMENTS, ids=lambda one: one["name"])
def test_every_entrypoint_loads(deployment, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "path", list(sys.path))
    loaded = load_flow_from_entrypoint(deployment["entrypoint"], use_placeholder_flow=False)
    assert isinstance(loaded, Flow)
    assert loaded.name == deployment["name"]
    assert deployment["schedules"]

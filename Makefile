# Everything runs in .venv, built from requirements.lock; `make help` lists the commands.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test check lock bench quality chaos

help: ## these commands
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

setup: .venv/ready ## .venv with the locked packages and the watchword command

.venv/ready: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages into .venv (about 800 MB, a minute or two) ..."
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup ## the whole pipeline on the sample newsroom, no network needed
	@$(BIN)/watchword demo

test: setup ## every test
	@$(BIN)/pytest -q -n 2 --dist loadgroup

check: setup ## what CI runs besides the tests: style, types, layers, dependencies, dead code, quality gates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .
	@$(BIN)/vulture

bench: setup ## speed as ratios against named peers, measured side by side
	@for file in benchmarks/bench_*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

quality: setup ## every quality figure against its pinned floor
	@$(BIN)/python benchmarks/quality.py

chaos: setup ## the long versions of the fault tests: thousands of kill -9
	@$(BIN)/python benchmarks/chaos.py

lock: setup ## requirements.lock anew from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade \
		--group pyproject.toml:dev --group pyproject.toml:build pyproject.toml -o requirements.lock

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
	@$(BIN)/pytest -q -n 2 --dist loadfile

check: setup ## what CI runs besides the tests: style, types, layers, dependencies, dead code, quality gates
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/deptry .
	@$(BIN)/vulture
	@$(BIN)/python -P benchmarks/quality.py
	@$(BIN)/python -P benchmarks/alerts_features.py
	@$(BIN)/python -P benchmarks/alerts_accessibility.py

bench: setup ## speed as ratios against named peers, measured side by side
	@$(BIN)/uv pip install --quiet --no-verify-hashes --constraint requirements.lock --requirement benchmarks/peers.txt
	$(BIN)/python -P benchmarks/bench_matching.py
	$(BIN)/python -P benchmarks/bench_matching.py --million
	$(BIN)/python -P benchmarks/bench_extraction.py speed
	$(BIN)/python -P benchmarks/bench_fetching.py
	$(BIN)/python -P benchmarks/bench_storage.py batch size rematch quiet
	$(BIN)/python -P benchmarks/bench_alerts.py

quality: setup ## every quality figure against its pinned floor
	@$(BIN)/python -P benchmarks/quality.py

chaos: setup ## the long versions of the fault tests: 500 kill -9, about half an hour
	@$(BIN)/python -m benchmarks.chaos --kills 500

lock: setup ## requirements.lock anew from pyproject.toml
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade \
		--group pyproject.toml:dev --group pyproject.toml:build pyproject.toml -o requirements.lock

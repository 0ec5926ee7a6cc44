# Everything runs in .venv, built from requirements.lock; `make help` lists the commands.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test check schemas lock bench quality chaos scale

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/ready ## create .venv with the locked packages and the watchword command

.venv/ready: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages into .venv (about 800 MB, a minute or two) ..."
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -P -m flows.server.prefect_database
	@$(BIN)/python -P -m extractors.pages.metadata.language_model
	@$(BIN)/python -P -m compileall -q alerts cli core desk extractors flows matching storage
	@touch $@

demo: setup ## run the whole pipeline on the sample newsroom, no network needed
	@$(BIN)/watchword demo

test: setup ## run every test
	@$(BIN)/pytest -q -n 3 --dist loadfile --no-loadscope-reorder

check: setup ## check style, types, layers, dependencies, dead code and the quality gates; CI runs this and the tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/deptry .
	@$(BIN)/vulture
	@$(BIN)/python -P benchmarks/quality.py
	@$(BIN)/python -P benchmarks/alerts_features.py
	@$(BIN)/python -P benchmarks/alerts_accessibility.py

bench: setup ## measure speed, as ratios to named peers in the same run
	@$(BIN)/uv pip install --quiet --no-verify-hashes --constraint requirements.lock --requirement benchmarks/peers.txt
	$(BIN)/python -P benchmarks/bench_matching.py
	$(BIN)/python -P benchmarks/bench_matching.py --million
	$(BIN)/python -P benchmarks/bench_extraction.py speed
	$(BIN)/python -P benchmarks/bench_fetching.py
	$(BIN)/python -P benchmarks/bench_storage.py batch size rematch many quiet
	$(BIN)/python -P benchmarks/bench_storage.py stories --articles 250000
	$(BIN)/python -P benchmarks/bench_alerts.py
	$(BIN)/python -P benchmarks/bench_desk.py
	$(BIN)/python -P benchmarks/bench_cycle.py
	$(BIN)/python -P benchmarks/bench_hostile.py
	$(BIN)/python -P benchmarks/bench_flood.py

quality: setup ## compare every quality figure with its pinned limit
	@$(BIN)/python -P benchmarks/quality.py

chaos: setup ## run the long fault tests, about 90 minutes: kills of the store and of whole cycles, mutated feeds and pages
	@$(BIN)/python -m benchmarks.chaos --kills 500
	@$(BIN)/python -m benchmarks.chaos_watch --kills 60
	@$(BIN)/python -m benchmarks.fuzz --runs 20000

scale: setup ## install Ray and an S3 server (400 MB, a lock of their own) and run the tests that need them
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-scale.lock
	@$(BIN)/pytest -q tests/end_to_end/test_ray.py tests/storage/test_shared_folder.py

schemas: setup ## write the JSON Schemas of the three configuration files anew
	@$(BIN)/python -m benchmarks.schemas

lock: setup ## recompile requirements.lock from pyproject.toml, with the newest versions
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --upgrade \
		--group pyproject.toml:dev --group pyproject.toml:build pyproject.toml -o requirements.lock
	@printf 'ray>=2.40,<3\nmoto[server]>=5,<6\n' | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --upgrade --constraint requirements.lock - -o requirements-scale.lock

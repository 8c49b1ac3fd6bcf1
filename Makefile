# make site: a virtual environment, the package, the demo site. make test: everything that the project checks.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
SITE := _site
LOCK := --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade --quiet \
	--custom-compile-command "make lock"

# A fresh Debian may call Python 3.11 just python3.
ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
PYTHON := python3
endif

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: site setup test lint parses reference lock clean

site: $(VENV)/installed
	$(BIN)/sitegen build
	@echo
	@echo "The demo site is ready. Open this file in a browser:"
	@echo "  $(CURDIR)/$(SITE)/index.html"

# The virtual environment with all that tests and checks need.
setup: $(VENV)/tested

test: $(VENV)/tested
	BIN=$(BIN) sh tools/system.sh
	$(MAKE) lint
	$(BIN)/python -m pytest

lint: $(VENV)/tested
	$(BIN)/ruff check sitegen tests benchmarks
	$(BIN)/ruff format --check sitegen tests benchmarks
	$(BIN)/mypy

# Reads the case files with the model again and stores the parse tables that the tests use.
parses: $(VENV)/tested
	rm -f tests/parses.json
	SITEGEN_STORE_PARSES=1 $(BIN)/python -m pytest tests/analyse tests/resolve tests/relate

# Writes the pages of docs/ that are made from the code.
reference: $(VENV)/tested
	$(BIN)/python -m sitegen.reference docs

# Pins every dependency anew, with the hashes of all its files; needs uv (pip install uv).
lock:
	uv pip compile pyproject.toml --extra build --output-file requirements.lock $(LOCK)
	uv pip compile pyproject.toml --extra build --extra test --constraint requirements.lock \
		--output-file requirements-test.lock $(LOCK)

# Only files whose hashes are in the lock are installed; the package itself is built from here, with what was locked.
$(VENV)/installed: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sitegen needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/tested: $(VENV)/installed requirements-test.lock
	$(PIP) --require-hashes --requirement requirements-test.lock
	touch $@

clean:
	rm -rf $(VENV) $(SITE) .sitegen

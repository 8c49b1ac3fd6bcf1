# make site: a virtual environment, the package, the demo site. make test: everything that the project checks.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
SITE := _site

# A fresh Debian may call Python 3.11 just python3.
ifeq ($(shell command -v $(PYTHON) 2>/dev/null),)
PYTHON := python3
endif

.PHONY: site test lint parses clean

site: $(VENV)/installed
	$(BIN)/sitegen build
	@echo
	@echo "The demo site is ready. Open this file in a browser:"
	@echo "  $(CURDIR)/$(SITE)/index.html"

test: $(VENV)/tested
	BIN=$(BIN) sh tools/browser.sh
	$(MAKE) lint
	$(BIN)/python -m pytest

lint: $(VENV)/tested
	$(BIN)/ruff check sitegen tests benchmarks
	$(BIN)/ruff format --check sitegen tests benchmarks
	$(BIN)/mypy

# Reads the case files with the model again and stores the parse tables that the tests use.
parses: $(VENV)/tested
	rm -f tests/parses.json
	SITEGEN_STORE_PARSES=1 $(BIN)/python -m pytest tests/analyse

$(VENV)/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sitegen needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

clean:
	rm -rf $(VENV) $(SITE) .sitegen

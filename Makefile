# Everything starts here. Each target sets up what it needs; nothing is installed outside this folder but Chromium.
export NO_MKDOCS_2_WARNING := 1
# the time of an edition: of the last commit, or of the last edit that is in none; what was edited is newer to Anki, too
export SOURCE_DATE_EPOCH ?= $(shell { echo 315532800; git log -1 --format=%ct; \
	git ls-files -mo --exclude-standard -- content templates generator | while read -r file; do date -r "$$file" +%s; done; } 2>/dev/null | sort -n | tail -1)

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

FORMAT ?= text
PROPOSAL ?= .
BASE ?= main
REVIEW ?= /dev/stdout
UPGRADE ?=

.PHONY: help site pages offline offline-pages serve check quick links review changes book downloads pango test properties \
	bench scripts architecture lock licences audit anki format clean

help:
	@echo "make site    build the handbook into site/, then what can be downloaded from it"
	@echo "make pages   build the handbook into site/, with the downloads that are there already"
	@echo "make offline build it into site-offline/, to open from the disk without a server"
	@echo "make offline-pages  the same with the downloads that are there already"
	@echo "make serve   show it at http://127.0.0.1:8000, and each edit a moment after it is saved"
	@echo "make check   list every problem of the content; a warning is one, too"
	@echo "make quick   what a change of content or of words can break, in less than a minute"
	@echo "make links   follow every link of the built site"
	@echo "make review  say what a reviewer needs of what differs from main (or BASE=a-folder-or-commit)"
	@echo "make changes write a section of the changelog for it"
	@echo "make book    print the handbook as PDFs, A4 and Letter (needs Pango)"
	@echo "make downloads  make the book, the sheets, cards, EPUB and data"
	@echo "make pango   install the libraries that set PDFs, on Debian and Ubuntu"
	@echo "make test    run every check there is"
	@echo "make anki    import the cards into the real Anki, twice, with edits between (AGPL: in an environment of its own)"
	@echo "make properties  try a thousand new examples of whatever the tests say of any text"
	@echo "make bench   measure what a large handbook costs, beside other engines"
	@echo "make scripts bundle the scripts and style sheets from templates/scripts and templates/styles"
	@echo "make architecture  draw the rooms in ARCHITECTURE.md from the imports"
	@echo "make format  put the code into shape"
	@echo "make lock    write the lock files anew after a change of pyproject.toml; UPGRADE=name takes its newest version, UPGRADE=all every one"
	@echo "make licences  list the licences of all that they name"
	@echo "make audit   ask whether a hole is known in any of it"
	@echo "make clean   remove what was built"

site: .venv/.site
	@$(BIN)/python -m generator site

pages: .venv/.site
	@$(BIN)/python -m generator site --no-downloads

offline: .venv/.site
	@$(BIN)/python -m generator site --offline

offline-pages: .venv/.site
	@$(BIN)/python -m generator site --offline --no-downloads

serve: .venv/.site
	@$(BIN)/python -m generator serve

book: .venv/.site
	@$(BIN)/python -m generator pdf

downloads: .venv/.site
	@$(BIN)/python -m generator downloads

check: .venv/.site
	@$(BIN)/python -m generator check --strict --format "$(FORMAT)"

quick: .venv/.dev
	@$(BIN)/python -m tests --quick

links: .venv/.site
	@$(BIN)/python -m generator links

review: .venv/.site
	@$(BIN)/python -m generator review --root "$(PROPOSAL)" --base "$(BASE)" --out "$(REVIEW)"

changes: .venv/.site
	@$(BIN)/python -m generator changes --base "$(BASE)"

pango:
	sudo apt-get update --quiet
	sudo apt-get install --quiet --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0

test: .venv/.dev
	@$(BIN)/python -m tests

anki: build/anki/.made .venv/.dev
	@ANKI=build/anki/bin/python $(BIN)/python -m pytest tests/exports/test_anki.py

build/anki/.made: tests/exports/anki.requirements
	@$(PYTHON) -m venv build/anki
	@build/anki/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

properties: .venv/.dev
	@PROPERTIES=nightly $(BIN)/python -m pytest --numprocesses=auto -m hypothesis

bench: .venv/.bench
	@$(BIN)/python -m tests.bench; kept=$$?; $(BIN)/python -m tests.bench.engines && $(BIN)/python -m tests.bench.printing && $(BIN)/python -m tests.bench.searching && $(BIN)/python -m tests.bench.engines_of_search; exit $$kept

format: .venv/.dev
	@$(BIN)/ruff check --fix-only --quiet . ; $(BIN)/ruff format --quiet .

NEWER = $(if $(UPGRADE),$(if $(filter all,$(UPGRADE)),--upgrade,$(addprefix --upgrade-package ,$(UPGRADE))))
lock: .venv/.dev
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet $(NEWER) --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --extra build --extra pdf pyproject.toml -o requirements.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet $(NEWER) --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --extra build --extra pdf --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock
	@UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile --quiet $(NEWER) --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --extra build --extra pdf --extra dev --extra bench -c requirements-dev.lock pyproject.toml -o requirements-bench.lock

licences: .venv/.dev
	@$(BIN)/python -m tests.tools.licences

audit: .venv/.dev
	@$(BIN)/uv tool run pip-audit@2.10.1 --require-hashes --disable-pip --strict -r requirements.lock

clean:
	rm -rf site site-offline .cache build/docs/*

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/.site: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (once) ..."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.site
	@echo "Setting up the tools for the tests (once) ..."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/.bench: requirements-bench.lock .venv/.dev
	@echo "Setting up what is measured beside the generator (once) ..."
	@$(PIP) --require-hashes -r requirements-bench.lock
	@touch $@

architecture: .venv/.dev
	@$(BIN)/python -m tests.tools.architecture

scripts: .venv/.dev
	@$(BIN)/python -m tests.tools.scripts

# Each target sets up what it needs. The two that matter: `make site` and `make test`.
# Needs Python 3.11 or newer, git and make; everything else is installed into .venv/.

PYTHON ?= python3
FORMAT ?= text
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help site serve check test lint bench export release links lock clean
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' Makefile

# The lock files name every package with its hashes and no address.
INSTALL := $(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes -r

$(VENV)/.site: requirements/site.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "Python's venv module is missing. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up $(VENV)/ ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(INSTALL) requirements/site.txt
	@$(BIN)/python -m pip --quiet --disable-pip-version-check install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.site
	@echo "Adding what the tests need ..."
	@$(INSTALL) requirements/test.txt
	@touch $@

$(VENV)/.links: requirements/links.txt $(VENV)/.site
	@$(INSTALL) requirements/links.txt
	@touch $@

check: $(VENV)/.site ## Check cases, tools and vocabularies (a few seconds)
	@$(BIN)/casebank check --format $(FORMAT)

# No --quiet: it would silence the warnings that make a strict build fail.
site: $(VENV)/.site ## Check the content and build the site to site/
	@$(BIN)/casebank check
	@rm -rf site.new
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --site-dir site.new
	@rm -rf site && mv site.new site
	@echo "The site is in site/. To look at it: $(BIN)/python -m http.server --directory site 8000"
	@echo "and open http://localhost:8000/"

serve: $(VENV)/.site ## Preview at http://localhost:8000/, made anew when a file changes
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

test: $(VENV)/.test lint ## Run every test and check
	@$(BIN)/pytest --numprocesses auto --dist worksteal

lint: $(VENV)/.test
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/reuse --suppress-deprecation lint --quiet
	@$(BIN)/zizmor --quiet --offline --persona pedantic .github

bench: $(VENV)/.test ## Measure size and speed with 1,000 and 10,000 cases (half an hour)
	@$(BIN)/python benchmarks/bench.py

export: $(VENV)/.site ## Write the book as plain Markdown and data to export/
	@rm -rf export
	@$(BIN)/casebank export --to export

release: site ## Pack site, data and source into one dated archive in build/
	@$(BIN)/casebank release --site site --to build

# What people write, and so what links to other sites.
WRITTEN := '*.md' 'cases/*.md' 'docs/**/*.md' 'tools-and-methods/*.md' 'vocabularies/*.yml'

# Follows every link to another site. Lychee ends with 2 if one fails, which is for the report to say.
links: $(VENV)/.links ## Follow every link to another site (needs the network)
	@mkdir -p build
	@$(BIN)/lychee --config lychee.toml --output build/links.json $(WRITTEN) || test $$? = 2
	@$(BIN)/python scripts/link_report.py build/links.json build/links.md
	@echo "The report is in build/links.md."

LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --no-header --no-emit-index-url
COMPILE := $(LOCK) pyproject.toml requirements/build.in

lock: ## Make the lock files anew (needs uv)
	@$(COMPILE) --extra print --extra site -o requirements/site.txt
	@$(COMPILE) --extra print --extra site --extra dev --constraint requirements/site.txt -o requirements/test.txt
	@$(LOCK) requirements/links.in -o requirements/links.txt

clean: ## Remove everything that was made
	rm -rf $(VENV) .cache build site site.new export .pytest_cache .mypy_cache .ruff_cache *.egg-info

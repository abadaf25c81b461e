# Who Met Whom. `make` alone lists the targets.
#
# The environment lives in .venv and is made when a target needs it; it is remade when the dependencies
# or the folder change. Everything runs as `.venv/bin/python -m …`, so that a path with spaces works.
#
#   make lab LAB_ARGS=--no-browser      further flags for JupyterLab
#   make test TEST_ARGS="-k timeline"   further flags for pytest
#   make lab PYTHON=python3.12          another Python

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help lab test check gold picture docs lock clean environment always

PYTHON ?=
LAB_ARGS ?=
TEST_ARGS ?=
UV ?= uv

RUN := .venv/bin/python -m
STAMP := .venv/.ready
# What the stamp must say. Empty if the environment is absent, was made in another folder, or its Python is gone.
READY := $(shell test -x .venv/bin/python && test "$$(cat $(STAMP) 2>/dev/null)" = "$$PWD" && echo yes)
ifneq ($(READY),yes)
$(STAMP): always
endif

help: ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s%s\n", $$1, $$2}'

lab: $(STAMP) ## open JupyterLab on the first notebook
	$(RUN) jupyterlab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks/00_start_here.ipynb \
		$(if $(filter 0,$(shell id -u)),--allow-root) $(LAB_ARGS)

test: $(STAMP) ## run every test, with the notebooks and the browser
	$(RUN) pytest $(TEST_ARGS)

check: $(STAMP) ## lint, format, types and the fast tests: before every commit
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) pytest -m "not slow and not browser" $(TEST_ARGS)

gold: $(STAMP) ## write the gold tables of the seeds anew: look at the difference before you commit it
	$(RUN) tests.gold

docs: $(STAMP) ## write docs/data_dictionary.md anew
	$(RUN) docs.data_dictionary

picture: $(STAMP) ## make the README's pictures anew from the notebooks (needs Chromium)
	$(RUN) tests.browser.screenshot

lock: ## write requirements.lock anew from pyproject.toml (needs uv)
	@command -v "$(UV)" >/dev/null || { echo "make lock needs uv: see https://docs.astral.sh/uv/ or name it with UV=…" >&2; exit 1; }
	sed -n '/^#/p' requirements.lock > requirements.lock.new
	"$(UV)" pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--upgrade --no-config --no-emit-index-url --no-annotate --no-header --quiet >> requirements.lock.new
	mv requirements.lock.new requirements.lock

clean: ## remove the environment, caches and build/
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find helpers tests notebooks benchmarks docs \( -name __pycache__ -o -name .ipynb_checkpoints \) \
		-type d -prune -exec rm -rf {} +

environment: $(STAMP) ## make .venv, if it is not there yet

always:

$(STAMP): pyproject.toml requirements.lock
	@rm -f $(STAMP)
	@found=; old=; bare=; \
	for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python3.14); do \
		version=$$("$$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { old="$$old $$python is $$version."; continue; }; \
		"$$python" -c 'import venv, ensurepip' 2>/dev/null || { bare="$${bare:-$$version}"; continue; }; \
		found=$$python; break; \
	done; \
	if [ -z "$$found" ] && [ -n "$$bare" ]; then \
		echo "Python $$bare is here but cannot make virtual environments: its module venv or ensurepip is missing." >&2; \
		echo "Install it, then run make again:  sudo apt-get install python$$bare-venv" >&2; exit 1; \
	elif [ -z "$$found" ]; then \
		echo "Who Met Whom needs Python 3.11 or newer.$${old:- No python3 was found.}" >&2; \
		echo "Install one (Debian: sudo apt-get install python3 python3-venv; macOS: brew install python@3.13)," >&2; \
		echo "or name it:  make PYTHON=/path/to/python3.12" >&2; exit 1; \
	fi; \
	if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| ! .venv/bin/python -m pip --version >/dev/null 2>&1 || [ -n "$(PYTHON)" ]; then \
		echo "Making .venv with $$found"; rm -rf .venv; "$$found" -m venv .venv || exit 1; \
	fi
	@echo "Installing the packages of requirements.lock into .venv"
	@$(RUN) pip install --quiet --disable-pip-version-check --no-input --require-hashes -r requirements.lock
	@$(RUN) pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation -e .
	@.venv/bin/python -c 'import matplotlib.font_manager' # builds the font cache, which takes a while the first time
	@printf '%s' "$$PWD" > $(STAMP)

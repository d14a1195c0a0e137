# Two commands: `make run` and `make test`. Settings: PYTHON, STORE, DOCUMENTS, PORT, PIP_ARGS.
PYTHON ?= python3
STORE ?= data
DOCUMENTS ?= documents
PORT ?= 7860
PIP_ARGS ?=
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run setup index test check evals clean

run: index
	@$(BIN)/python app.py --store $(STORE) --documents $(DOCUMENTS) --port $(PORT)

index: setup
	@$(BIN)/python -m index build --store $(STORE) --documents $(DOCUMENTS)

setup: $(VENV)/.ready

# Only what was finished is marked ready: a broken download is installed again.
$(VENV)/.ready: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing packages into $(VENV) (a few minutes the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check $(PIP_ARGS) -c constraints.txt ".[dev]"
	@touch $@

check: setup
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

test: check
	@sh tests/install_browser.sh
	@$(BIN)/python -m pytest

evals: index
	@$(BIN)/python -m evals all --store $(STORE) --documents $(DOCUMENTS)

clean:
	rm -rf $(VENV) data

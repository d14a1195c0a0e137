# Two commands: `make run` and `make test`. Settings, each left to settings.toml and the environment
# when not given (docs/settings.md): STORE, DOCUMENTS, MODEL, PORT, CHROMA_URL, SETTINGS=file.toml.
PYTHON ?= python3
PIP_ARGS ?=
VENV := .venv
BIN := $(VENV)/bin

# A short name given to make is the setting's variable in the environment: the build and the page
# read the same.
ifneq ($(STORE),)
export KHUYENCONG_STORE := $(STORE)
endif
ifneq ($(DOCUMENTS),)
export KHUYENCONG_DOCUMENTS := $(DOCUMENTS)
endif
ifneq ($(MODEL),)
export KHUYENCONG_MODEL := $(MODEL)
endif
ifneq ($(PORT),)
export KHUYENCONG_PORT := $(PORT)
endif
ifneq ($(SETTINGS),)
export KHUYENCONG_SETTINGS := $(SETTINGS)
endif
ifneq ($(CHROMA_URL),)
export CHROMA_URL
endif

.PHONY: run setup index test check evals clean

run: index
	@$(BIN)/python app.py

# The index reads its command line only: the settings are handed to it as options.
index: setup
	@options="$$($(BIN)/python -m assistant.settings_command --for index)" && \
		eval "$(BIN)/python -m index build $$options"

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
	@sh tests/install_ocr.sh
	@$(BIN)/python -m pytest

evals: index
	@$(BIN)/python -m evals all $(if $(STORE),--store $(STORE)) $(if $(DOCUMENTS),--documents $(DOCUMENTS))

clean:
	rm -rf $(VENV) data

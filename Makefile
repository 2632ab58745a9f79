# What make.py does, under the names that make knows: `make site` is `python3 make.py site`. Nothing is installed outside
# this folder but Chromium, for the tests.
PYTHON ?= python3
TARGETS := site pages offline offline-pages serve check quick links review take changes book downloads pango test further anki engines \
	properties bench scripts architecture format lock licences audit release clean help
export FORMAT PROPOSAL BASE REVIEW UPGRADE DOWNLOADS ONLY STORIES LARGER RUNS WRITE

.DEFAULT_GOAL := help
.PHONY: $(TARGETS)
$(TARGETS):
	@$(PYTHON) make.py $@

# Everything runs in .venv, made from the lock files in requirements/; nothing is installed outside it, except, for a
# superuser on Debian, the browser that `make test` needs.

.DEFAULT_GOAL := help
.PHONY: help zip new strip serve check site write measure outline import argdown schema test browser fonts bless bench fuzz audit links lock clean

# The first Python that is new enough and can make environments (Debian packs that ability apart).
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done)
PORT ?= 8000
IN_VENV := .venv/bin/python
INSTALL := $(IN_VENV) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement

# Material's banner about its own future; and one build date for one commit, so that equal sources give equal bytes.
export NO_MKDOCS_2_WARNING := 1
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 946684800)
export SOURCE_DATE_EPOCH

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: .venv/site.stamp ## check the data and show the site on http://127.0.0.1:8000/ (PORT=8001), following every edit
	$(IN_VENV) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

check: .venv/site.stamp ## check the data and say what to mend
	$(IN_VENV) scripts/build.py check
	@for map in $(wildcard examples/*); do ARTICLE_TEXT= $(IN_VENV) scripts/build.py check --data $$map/data || exit 1; done

# Built aside, each run in a folder of its own, and swapped in only when whole: a build that fails leaves the last good
# site/ as it was, and one that ends at the swap leaves it beside. Maps below examples/ are sites of their own in it.
# Not --quiet: MkDocs then counts no warning, so that --strict lets every one pass.
site: .venv/site.stamp ## build the site into site/; SITE_URL=https://... says where it will be
	@next=.site-next-$$$$; trap 'rm -rf $$next; test ! -e site || rm -rf $$next-last' EXIT; trap 'exit 1' HUP INT TERM; \
	$(IN_VENV) -m mkdocs build --strict --site-dir $$next && \
	for map in $(wildcard examples/*); do ( \
		mkdir -p $$map/docs; export SITE_URL=$${SITE_URL:+$${SITE_URL%/}/$$map/}; \
		$(IN_VENV) -m mkdocs build --strict --config-file $$map/mkdocs.yml --site-dir "$(CURDIR)/$$next/$$map" && \
		$(IN_VENV) scripts/build.py finish --data $$map/data --site $$next/$$map ) || exit 1; done && \
	$(IN_VENV) scripts/build.py finish --site $$next --into site

# What a folder of files cannot do, the search and the doubts, its pages say.
zip: .venv/site.stamp ## build site.zip, the site as files that open without a server
	@next=.site-next-$$$$; trap 'rm -rf $$next' EXIT; trap 'exit 1' HUP INT TERM; \
	$(IN_VENV) -m mkdocs build --strict --config-file mkdocs-offline.yml --site-dir $$next && \
	$(IN_VENV) scripts/build.py pack --site $$next --into site.zip

write: .venv/site.stamp ## write the pages into docs/ for another publisher than MkDocs
	$(IN_VENV) scripts/build.py write

new: .venv/site.stamp ## begin another map: make new DIR=../my-map TEXT=article.txt (LANGUAGE=de), one paragraph a line
	@test -n "$(DIR)" -a -n "$(TEXT)" || { echo "Say where and of what: make new DIR=../my-map TEXT=article.txt" >&2; exit 2; }
	@$(IN_VENV) scripts/build.py new --into "$(DIR)" --article "$(TEXT)" $(if $(LANGUAGE),--language $(LANGUAGE))

strip: .venv/site.stamp ## take the article's sentences (remarks that begin with #>) out of the data again
	@$(IN_VENV) scripts/build.py strip

measure: .venv/site.stamp ## print the sentences of TEXT=article.txt, one paragraph a line, as data/article.yaml holds them
	@test -n "$(TEXT)" || { echo "Name the article's text: make measure TEXT=article.txt" >&2; exit 2; }
	@$(IN_VENV) scripts/build.py measure --article "$(TEXT)" $(if $(LANGUAGE),--language $(LANGUAGE))

outline: .venv/site.stamp ## begin a part of the argument from an outline: make outline FROM=outline.txt
	@test -n "$(FROM)" || { echo "Name the outline: make outline FROM=outline.txt" >&2; exit 2; }
	@$(IN_VENV) scripts/build.py outline --from "$(FROM)"

import: .venv/site.stamp ## begin one from another program's file: make import FROM=map.json (AIF, SADFace, microtext, Argdown)
	@test -n "$(FROM)" || { echo "Name the file: make import FROM=map.argdown" >&2; exit 2; }
	@$(IN_VENV) scripts/build.py import --from "$(FROM)"

argdown: .venv/argdown.stamp ## install Argdown's parser, with which Argdown is imported (needs npm)

schema: .venv/site.stamp ## write the schemas that editors use, with the words and ids of this map, into data/schema/
	$(IN_VENV) scripts/build.py schema

test: .venv/test.stamp browser $(if $(shell command -v npm),.venv/argdown.stamp) ## run every test: style, types, rules, pages, both publishers, a browser
	$(IN_VENV) -m ruff check .
	$(IN_VENV) -m ruff format --check .
	$(IN_VENV) -m mypy
	$(IN_VENV) -m pytest --numprocesses auto --dist worksteal

browser: .venv/test.stamp
	@$(IN_VENV) tests/browser/find_browser.py

# What is seen and printed must not hang on a machine's fonts; the folders are those of Debian's packages
# fonts-dejavu-core and fonts-liberation. Without any font Chromium itself ends, so that there is one without letters.
fonts: .venv/test.stamp browser ## run the browser tests with one folder of fonts, with another, and with no letters (minutes)
	for fonts in dejavu liberation blank; do \
		FONTCONFIG_FILE=$(CURDIR)/tests/fontconfig/$$fonts.conf \
		$(IN_VENV) -m pytest tests/browser --numprocesses auto --dist worksteal || exit 1; done

bless: .venv/test.stamp ## accept what is made now as expected: messages, pages of the tiny map, schemas
	$(IN_VENV) tests/bless.py

bench: .venv/site.stamp ## measure checking and writing against MkDocs' own work, up to 5,000 claims (minutes)
	$(IN_VENV) scripts/bench.py

fuzz: .venv/site.stamp ## check COPIES=20000 damaged copies of the maps, none of which may end in a traceback (minutes)
	$(IN_VENV) tests/fuzz.py $(if $(COPIES),--copies $(COPIES)) $(if $(SEED),--seed $(SEED))

audit: .venv/test.stamp browser ## measure every page type with Lighthouse (needs npx) and axe, and weigh it (minutes)
	$(IN_VENV) tests/audit.py

links: .venv/site.stamp ## ask every outside address whether it still answers (needs a network; never fails a build)
	$(IN_VENV) scripts/links.py

lock: .venv/bin/python ## renew the lock files from requirements/*.in (needs uv: https://docs.astral.sh/uv/)
	uv pip compile $(LOCK) requirements/site.in --output-file requirements/site.txt
	uv pip compile $(LOCK) requirements/test.in --output-file requirements/test.txt --constraint requirements/site.txt

# Every platform and every Python from 3.11 in one file; no registry is named, so each machine uses its own.
LOCK := --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url

clean: ## remove the environment, the built sites, site.zip and links.csv; the pages written into docs/ stay
	rm -rf .venv .site-next* site site.zip links.csv

.venv/bin/python:
	@test -n "$(PYTHON)" || { printf '%s\n' \
		"This needs Python 3.11 or newer with its venv module, and found none." \
		"On Debian or Ubuntu: apt install python3-venv    On macOS: brew install python" \
		"A Python in another place: make PYTHON=/path/to/python3 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/site.stamp: requirements/site.txt | .venv/bin/python
	$(INSTALL) $<
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/site.stamp
	$(INSTALL) $<
	@touch $@

# Without it only Argdown cannot be imported, and the tests that need it say that they were left out.
.venv/argdown.stamp: requirements/argdown/package-lock.json | .venv/bin/python
	@mkdir -p .venv/argdown && cp requirements/argdown/*.json .venv/argdown/
	npm ci --prefix .venv/argdown --ignore-scripts --no-audit --no-fund --loglevel=error || \
		{ rm -rf .venv/argdown; echo "Argdown's parser could not be installed; Argdown cannot be imported." >&2; }
	@touch $@

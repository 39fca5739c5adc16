"""Lets MkDocs render `data/` before it reads `docs/`, so that `mkdocs serve` follows every edit."""

import logging
import sys
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

sys.path.insert(0, str(Path(__file__).parent))
from argmap.naming.urls import Hosting
from argmap.publishing.writing import write_site
from argmap.source.problems import BadData

serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    try:
        write_site(Path(config.config_file_path).parent / "data", docs, Hosting.from_environment())
    except BadData as error:
        # While serving, the last good pages stay in view; an exception would make the server wait for better data.
        if not (serving and (docs / "index.md").exists()):
            raise PluginError(str(error)) from None
        logging.getLogger("mkdocs.argmap").error("%s", error)

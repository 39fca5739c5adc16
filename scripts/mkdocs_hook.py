"""Lets MkDocs render `data/` before it reads `docs/`, so that `mkdocs serve` follows every edit."""

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

sys.path.insert(0, str(Path(__file__).parent))
from argmap.problems import BadData
from argmap.site import write_site


def on_pre_build(config: MkDocsConfig) -> None:
    try:
        write_site(Path(config.config_file_path).parent / "data", Path(config.docs_dir))
    except BadData as error:
        # The one exception that `mkdocs serve` survives and prints without a traceback.
        raise PluginError(str(error)) from None

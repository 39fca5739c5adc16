"""Lets MkDocs render `data/` before it reads `docs/`, so that `mkdocs serve` follows every edit."""

import logging
import socket
import sys
from errno import EADDRINUSE
from html import escape
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parent))
from argmap.naming.urls import Hosting
from argmap.publishing.settings import needs_a_server, problems_of_settings, settings_beside
from argmap.publishing.writing import write_draft, write_site
from argmap.source.problems import BadData

SHARED = Path(__file__).parent.parent / "docs"

log = logging.getLogger("mkdocs.argmap")
serving = False
port_is_free = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    global port_is_free
    if serving and not port_is_free:  # from then on it is this server that has taken it
        _look_at_port(*config.dev_addr)
        port_is_free = True
    # Templates of MkDocs put them into pages as they are.
    config.site_name = escape(config.site_name)
    config.site_description = escape(config.site_description or "")
    if not config.use_directory_urls:  # a folder of files, which opens without a server
        config.copyright = f"{needs_a_server(str(config.theme['language']))} {config.copyright or ''}"


def on_pre_build(config: MkDocsConfig) -> None:
    docs = Path(config.docs_dir)
    data = Path(config.config_file_path).parent / "data"
    try:
        argument_map = write_site(data, docs, Hosting.from_environment(data))
        for problem in problems_of_settings(settings_beside(data), argument_map):
            log.warning("%s", problem)
    except BadData as error:
        if serving and write_draft(data, docs):
            config.nav = None  # none of its pages is there yet
            log.info("%s", error.preface)
            return
        # While serving, the last good pages stay in view; an exception would make the server wait for better data.
        if not (serving and (docs / "index.md").exists()):
            raise PluginError(str(error)) from None
        log.error("%s", error)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what the pages of every map use and nobody writes, such as scripts, where a map has `docs/` of its own."""
    for file in sorted((SHARED / "assets").rglob("*")):
        path = file.relative_to(SHARED).as_posix()
        if file.is_file() and files.get_file_from_path(path) is None:
            files.append(File(path, str(SHARED), config.site_dir, config.use_directory_urls))
    return files


def on_build_error(error: Exception) -> None:
    """A full disk, for instance, is no fault of the program's, so a sentence says more than where it was met."""
    if isinstance(error, OSError):
        raise PluginError(f"the site cannot be built: {error}; what was built before is as it was") from None


def _look_at_port(host: str, port: int) -> None:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        why = "another program uses it" if error.errno == EADDRINUSE else error.strerror
        raise PluginError(
            f"the site cannot be shown on {host}, port {port}: {why}. Try another: make serve PORT={port + 1}"
        ) from None

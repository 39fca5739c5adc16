"""Check the map's data, write its pages, finish the site, write schemas, measure an article, begin its argument."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

if __name__ == "__main__":
    # A run is short and keeps nearly all that it makes: to look for what it does not takes a fifth of it.
    gc.disable()

from argmap.loading.measuring import paragraphs_to_paste, read_kept
from argmap.loading.schemas import write_schemas
from argmap.naming.urls import Hosting
from argmap.publishing.composition import check_site, read_map
from argmap.publishing.files import told
from argmap.publishing.without_address import NOT_SET
from argmap.publishing.writing import write_site
from argmap.source.problems import BadData, as_annotations
from argmap.text.sentences import JOIN, SPLIT

ROOT = Path(__file__).parent.parent
COMMANDS = ("check", "write", "finish", "schema", "measure", "new", "strip", "outline", "import", "pack")


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 when all is well, 1 when the data or the disk has a problem; wrong usage ends in 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a test may have put another in its place
            stream.reconfigure(encoding="utf-8")  # a sentence may be in any script, whatever the terminal was told
    parser = argparse.ArgumentParser(prog="build.py", description=__doc__)
    parser.add_argument("command", choices=COMMANDS, help="what to do")
    parser.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help="the curated YAML (data)")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR", help="where pages go (docs)")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR", help="what was built of docs (site)")
    parser.add_argument(
        "--article",
        type=Path,
        default=os.environ.get("ARTICLE_TEXT") or None,
        metavar="FILE",
        help="the article's text, one paragraph a line, to check places and wording against (also: ARTICLE_TEXT); "
        f"a sentence that is cut wrongly is mended in this file: {JOIN} joins where it stands, {SPLIT} splits",
    )
    parser.add_argument(
        "--language",
        metavar="CODE",
        help="for measure and new: the language of the text, such as de or fa (the record's, or else en)",
    )
    parser.add_argument(
        "--into",
        type=Path,
        metavar="DIR",
        help="with finish: where the finished site then takes the place of the last; with new: where the map begins; "
        "with pack: the archive",
    )
    parser.add_argument(
        "--from", type=Path, dest="source", metavar="FILE", help="for outline and import: what the draft is made of"
    )
    options = parser.parse_args(arguments)
    if options.command == "measure" and not options.article:
        parser.error("measure needs --article FILE")
    if options.command in ("outline", "import") and not options.source:
        parser.error(f"{options.command} needs --from FILE")
    if options.command == "pack" and not options.into:
        parser.error("pack needs --into FILE")
    if options.command == "new" and not (options.article and options.into):
        parser.error("new needs --article FILE and --into DIR")
    try:
        print(run(options), end="")
        sys.stdout.flush()
    except BadData as error:
        print(error, file=sys.stderr)
        if os.environ.get("GITHUB_ACTIONS"):
            print(as_annotations(error.problems))
        return 1
    except OSError as error:  # of what is named nowhere, such as the standard output
        print(f"this cannot be read or written: {error}", file=sys.stderr)
        return 1
    return 0


def run(options: argparse.Namespace) -> str:
    """Carry out a command, and return what it says."""
    hosting = Hosting.from_environment(options.data)
    if options.command == "check":
        if not options.article:
            return f"{check_site(options.data)}\n"
        from argmap.drafting.article_text import read_article

        text = read_article(Path(options.article), read_kept(options.data / "article.yaml").language)
        return f"{check_site(options.data, text)}\n"
    if options.command == "write":
        write_site(options.data, options.docs, hosting)
    elif options.command == "finish":
        from argmap.publishing import finishing  # the others need no pictures, nor time to load Pillow

        finishing.finish_site(options.data, options.site, hosting)
        if options.into:
            finishing.take_the_place_of(options.into, options.site)
        if not hosting.site and options.site.parent.name != finishing.EXAMPLES:
            print(NOT_SET, file=sys.stderr)
    elif options.command == "schema":
        folder = options.data / "schema"
        with told("written", folder, "make room, or make it a place where you may write"):
            write_schemas(folder, read_map(options.data))
    elif options.command == "pack":
        from argmap.publishing import packing

        packing.pack_site(options.site, options.into)
    elif options.command == "new":
        from argmap.drafting import new_map

        return new_map.begin(ROOT, options.into, Path(options.article), options.language or "en")
    elif options.command == "strip":
        from argmap.drafting import new_map

        return new_map.strip_sentences(options.data)
    elif options.command in ("outline", "import"):
        from argmap.drafting import adding

        add = adding.add_outline if options.command == "outline" else adding.add_import
        return add(options.data, options.source)
    else:
        from argmap.drafting.article_text import read_article, remarks_on

        kept = read_kept(options.data / "article.yaml")
        kept = kept._replace(language=options.language or kept.language)
        text = read_article(Path(options.article), kept.language)
        for remark in remarks_on(text, Path(options.article), kept.language):
            print(remark, file=sys.stderr)  # what is printed otherwise may go into a file
        return paragraphs_to_paste(text, kept, with_sentences=read_map(options.data).draft)
    return ""


if __name__ == "__main__":
    status = main()
    sys.stderr.flush()
    os._exit(status)  # to take everything apart again would be a seventh of a run

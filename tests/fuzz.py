"""Check damaged copies of the maps: no traceback, no long run, no place that is not there. `make fuzz` runs it.

Each copy is made from its own number and the seed, so `python tests/fuzz.py --seed 1 --first 4711 --copies 1` makes a
single one again, and says what was done to it.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import FrameType
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "scripts")]

from tests.this_map import DATA  # noqa: E402

from argmap.loading import load  # noqa: E402
from argmap.publishing.composition import compose  # noqa: E402
from argmap.source.problems import Problem  # noqa: E402
from argmap.source.reader import read_yaml  # noqa: E402

LONGEST = 5.0  # seconds for one copy, on a machine that does nothing else
HANGS = 60  # seconds, after which a copy is given up
MOST_MEMORY = 500  # MB, in all
REAL_OUT_OF = 20  # one copy in so many is of the real map, which takes ten times as long
SHOWN = 20

Lines = list[str]


class Failure(NamedTuple):
    number: int
    what: str
    done: str


# --- what is done to a file


def _flip(raw: bytes, random: Random) -> bytes:
    at = random.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << random.randrange(8))]) + raw[at + 1 :]


def _insert(raw: bytes, random: Random) -> bytes:
    at = random.randrange(len(raw) + 1)
    sign = random.choice([*SIGNS, bytes([random.randrange(256)])])
    return raw[:at] + sign + raw[at:]


def _delete(raw: bytes, random: Random) -> bytes:
    at = random.randrange(len(raw))
    return raw[:at] + raw[at + random.choice((1, 1, 2, 5, 20, 200)) :]


def _cut_off(raw: bytes, random: Random) -> bytes:
    return raw[: random.randrange(len(raw) + 1)]


SIGNS = [
    *map(str.encode, ("\n", ": ", "- ", "'", '"', "#", " #", "[", "]", "{", "}", ",", "&a ", "*a", "!", "|", ">", "%")),
    *map(
        str.encode, ("@", "`", "---\n", "\t", "\r", "\0", "\x85", "\ufeff", "\u202e", "é", "中", "\\", "?", "~", "<<: ")
    ),
    *map(str.encode, ("<script>", "{{", "](")),
    *(b"\xff", b"\xc3", b"\xed\xa0\x80"),
]


def _on_lines(change: Callable[[Lines, Random], None]) -> Callable[[bytes, Random], bytes]:
    def changed(raw: bytes, random: Random) -> bytes:
        lines = raw.decode().splitlines(keepends=True)
        change(lines, random)
        return "".join(lines).encode()

    changed.__name__ = change.__name__
    return changed


def _block(lines: Lines, random: Random) -> slice:
    """A line with those below it that are indented deeper: a record, a list, or one field."""
    start = random.randrange(len(lines))
    indented = len(lines[start]) - len(lines[start].lstrip(" "))
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > indented):
        end += 1
    return slice(start, end)


@_on_lines
def _move_a_block(lines: Lines, random: Random) -> None:
    block = _block(lines, random)
    taken = lines[block]
    del lines[block]
    at = random.randrange(len(lines) + 1)
    lines[at:at] = taken


@_on_lines
def _drop_a_block(lines: Lines, random: Random) -> None:
    del lines[_block(lines, random)]


@_on_lines
def _repeat_a_block(lines: Lines, random: Random) -> None:
    block = _block(lines, random)
    lines[block] = lines[block] * random.choice((2, 2, 3, 40))


@_on_lines
def _indent_a_block(lines: Lines, random: Random) -> None:
    block = _block(lines, random)
    deeper = random.choice((-4, -2, -1, 1, 2, 4))
    lines[block] = [" " * deeper + line if deeper > 0 else line.removeprefix(" " * -deeper) for line in lines[block]]


@_on_lines
def _rename_a_key(lines: Lines, random: Random) -> None:
    keyed = [n for n, line in enumerate(lines) if re.match(r"[ -]*[\w-]+:", line)]
    if keyed:
        n, other = random.choice(keyed), random.choice(keyed)
        key = random.choice((_key(lines[other]), _key(lines[n])[:-1], _key(lines[n]) + "s", "id", "at", "maps"))
        lines[n] = re.sub(r"[\w-]+:", f"{key}:", lines[n], count=1)


def _key(line: str) -> str:
    found = re.search(r"([\w-]+):", line)
    return found[1] if found else ""


@_on_lines
def _replace_a_value(lines: Lines, random: Random) -> None:
    keyed = [n for n, line in enumerate(lines) if re.match(r"[ -]*[\w-]+: ", line)]
    if keyed:
        n = random.choice(keyed)
        head = lines[n].partition(": ")[0]
        lines[n] = f"{head}: {random.choice(VALUES)}\n"


VALUES = (
    "",
    "[]",
    "{}",
    "[[]]",
    "[{}]",
    "{a: b}",
    "[a, b, a]",
    "~",
    "true",
    "0",
    "-1",
    "99999999999999999999",
    "1e400",
    "2019-02-30",
    "0000-00-00",
    "x",
    '""',
    '" "',
    '"."',
    "a-b-c",
    "p1.s1",
    "p999.s999",
    "p0.s0",
    "../../x",
    "index",
    "https://[",
    "https://x.example:99999999/",
    "javascript:x",
    '"<script>"',
    '"{{ x }}"',
    '"{% x %}"',
    "|\n      a\n\n      b",
    "[" * 30 + "]" * 30,
    "word " * 3000,
    "w" * 20000,
    '"' + "中" * 5000 + '"',
    '"' + "e\u0301" * 3000 + '"',
    "[" + ", ".join(f"a{n}" for n in range(500)) + "]",
    "[" + ", ".join(["p1.s1"] * 300) + "]",
)


@_on_lines
def _lengthen_a_text(lines: Lines, random: Random) -> None:
    keyed = [n for n, line in enumerate(lines) if re.match(r"[ -]*[\w-]+: [^\[{\"'|>]", line)]
    if keyed:
        n = random.choice(keyed)
        lines[n] = lines[n].rstrip("\n") + " and so on" * random.choice((5, 50, 2000)) + "\n"


@_on_lines
def _add_many_entries(lines: Lines, random: Random) -> None:
    """A record many times over, each time with an id of its own."""
    starts = [n for n, line in enumerate(lines) if re.match(r" *- (id|at): ", line)]
    if not starts:
        return
    start = random.choice(starts)
    indented = lines[start].index("-")
    end = start + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip(" ")) > indented:
        end += 1
    copies = (
        [re.sub(r"- id: (\S+)", rf"- id: \1-{n}", lines[start]), *lines[start + 1 : end]]
        for n in range(random.choice((3, 30, 150)))
    )
    lines[end:end] = [line for copy in copies for line in copy]


@_on_lines
def _swap_references(lines: Lines, random: Random) -> None:
    """Ids change places, lead nowhere, or lead in a circle."""
    found = [*re.findall(r"\bid: ([\w-]+)", "".join(lines)), "nowhere", "p1.s1"]
    mentions = [n for n, line in enumerate(lines) if re.search(REFERENCE, line)]
    for n in random.sample(mentions, min(len(mentions), random.choice((1, 1, 2, 5)))):
        lines[n] = re.sub(REFERENCE, lambda _: random.choice(found), lines[n], count=random.choice((0, 1)))


REFERENCE = r"(?<=[\[ ,])[a-z][a-z0-9]*(?:-[a-z0-9]+)+(?=[\],\n])|(?<=[\[ ,])p\d+\.s\d+(?=[\],\n])"

Mutation = Callable[[bytes, Random], bytes]
MUTATIONS: Sequence[Mutation] = (
    _flip,
    _insert,
    _delete,
    _cut_off,
    _move_a_block,
    _drop_a_block,
    _repeat_a_block,
    _indent_a_block,
    _rename_a_key,
    _replace_a_value,
    _replace_a_value,
    _lengthen_a_text,
    _add_many_entries,
    _swap_references,
    _swap_references,
    _swap_references,
)


# --- running


def _text_beside(data: Path) -> str | None:
    file = data.with_name("article.txt")
    return file.read_text(encoding="utf-8") if file.exists() else None


class Copies:
    """A copy of a map on the disk, which is damaged and restored again and again."""

    def __init__(self, data: Path, folder: Path) -> None:
        self.folder = Path(shutil.copytree(data, folder, ignore=shutil.ignore_patterns("schema")))
        self.article_text = _text_beside(data)
        self.files = sorted(self.folder.rglob("*.yaml"))
        self.whole = {file: file.read_bytes() for file in self.files}

    @contextmanager
    def damaged(self, random: Random) -> Iterator[str]:
        """One copy, and what was done to it."""
        done = []
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            file, mutation = random.choice(self.files), random.choice(MUTATIONS)
            raw = file.read_bytes()
            try:
                file.write_bytes(mutation(raw, random))
            except (UnicodeDecodeError, ValueError, IndexError):
                continue  # an earlier change has left nothing that this one could be made to
            done.append(f"{mutation.__name__.strip('_').replace('_', ' ')} in {file.relative_to(self.folder)}")
        try:
            yield ", ".join(done)
        finally:
            for file, raw in self.whole.items():
                if file.read_bytes() != raw:
                    file.write_bytes(raw)


class _HangsError(BaseException):
    """Not to be caught by whoever tells an exception as a problem."""


def _give_up(signum: int, frame: FrameType | None) -> None:
    raise _HangsError(f"no answer after {HANGS} s")


def judged(copies: Copies, article_text: str | None) -> tuple[str, list[Problem]]:
    """What is wrong with the engine, if anything, and what it says is wrong with the copy."""
    before, start = _memory(), time.process_time()
    signal.alarm(HANGS)
    try:
        problems = compose(copies.folder, article_text=article_text).problems
    except (Exception, _HangsError):
        return traceback.format_exc(limit=-3), []
    finally:
        signal.alarm(0)
    if (took := time.process_time() - start) > LONGEST:
        return f"took {took:.1f} s", problems
    if before <= MOST_MEMORY < _memory():
        return f"took {_memory()} MB", problems
    for problem in problems:
        if wrong := _misplaced(problem):
            return f"{wrong}: {problem}", problems
    return "", problems


def _misplaced(problem: Problem) -> str:
    place = problem.place
    if "pages-can-be-made" in problem.rule or "Traceback" in problem.message:
        return "a page could not be made"
    if not place.file.exists():
        return "" if problem.rule == "files-are-there" else "no such file"
    text = place.file.read_bytes().decode(errors="replace") if place.file.is_file() else ""
    lines = text.split("\n")
    if not 1 <= place.line <= len(lines):
        return f"no such line among {len(lines)}"
    if not 1 <= place.column <= len(lines[place.line - 1]) + 2:
        return "no such column"
    return ""


def _memory() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 if sys.platform != "darwin" else 1024 * 1024)


def _read_once() -> None:
    """What was not changed is read once: a document is never changed by whoever reads it."""
    known: dict[tuple[Path, bytes], object] = {}
    whole: set[tuple[Path, bytes]] = set()

    def read(file: Path) -> object:
        try:
            key = file, file.read_bytes()
        except OSError:
            return read_yaml(file)
        if key in known:
            whole.add(key)
            return known[key]
        if len(known) > 200:
            for old in known.keys() - whole:
                del known[old]
        known[key] = read_yaml(file)
        return known[key]

    load.read_yaml = read  # type: ignore[assignment]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="the number of the first copy")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _give_up)
    _read_once()
    gc.freeze()
    failures: list[Failure] = []
    found: Counter[str] = Counter()
    start, sound = time.monotonic(), 0
    with TemporaryDirectory() as folder:
        tiny = Copies(ROOT / "tests" / "tiny" / "data", Path(folder, "tiny"))
        real = Copies(DATA, Path(folder, "real"))
        for number in range(options.first, options.first + options.copies):
            random = Random(f"{options.seed}-{number}")
            copies = real if number % REAL_OUT_OF == 0 else tiny
            with copies.damaged(random) as done:
                failure, problems = judged(copies, copies.article_text if number % 2 else None)
            found.update({problem.rule for problem in problems})
            sound += not problems and not failure
            if options.copies == 1:
                print(done, *problems, sep="\n")
            if failure:
                failures.append(Failure(number, failure, done))
            if len(failures) == SHOWN:
                break
            if (number - options.first) % 2000 == 1999:
                took = time.monotonic() - start
                print(f"{number - options.first + 1} copies, {took:.0f} s, {len(failures)} failures", flush=True)
    for failure in failures:
        again = f"python tests/fuzz.py --seed {options.seed} --first {failure.number} --copies 1"
        print(f"\n{again}\n  {failure.done}\n{failure.what}", file=sys.stderr)
    count = f"{options.copies} copies, {sound} of them sound, {len(found)} rules broken, {_memory()} MB"
    print(f"{count}: {len(failures) or 'no'} failures" + (" (given up)" if len(failures) == SHOWN else ""))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

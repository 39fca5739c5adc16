"""Curated YAML is read as plain texts with their places, and whatever could mislead is refused."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.source import reader as source
from argmap.source.problems import Place
from argmap.source.reader import Document, parse_yaml, read_yaml

FILE = Path("claims.yaml")
LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if yaml.__with_libyaml__ else [])]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__, autouse=True)
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch):
    """PyYAML may have been installed without libyaml; what is said must be the same."""
    monkeypatch.setattr(source, "_LOADER", request.param)


def accepted(text: str) -> Document:
    document, problems = parse_yaml(FILE, text)
    assert problems == []
    assert document is not None
    return document


def refused(text: str) -> list[tuple[int, int, str, str]]:
    _, problems = parse_yaml(FILE, text)
    return [(problem.place.line, problem.place.column, problem.message, problem.rule) for problem in problems]


@pytest.mark.parametrize("written", ["no", "on", "010", "1:30", "2019-01-01", "1e3", ".inf", "0x1F", "true"])
def test_every_value_stays_the_text_that_was_written(written: str):
    assert accepted(f"key: {written}\n").value == {"key": written}


def test_values_and_keys_have_places():
    document = accepted("claims:\n  - id: a\n    at: [p1.s1,\n      p1.s2]\n")
    assert document.value == {"claims": [{"id": "a", "at": ["p1.s1", "p1.s2"]}]}
    assert document.places["claims", 0] == Place(FILE, 2, 5)
    assert document.places["claims", 0, "id"] == Place(FILE, 2, 9)
    assert document.places["claims", 0, "at", 1] == Place(FILE, 4, 7)
    assert document.keys["claims", 0, "at"] == Place(FILE, 3, 5)


def test_columns_count_characters_not_bytes():
    assert accepted("{é€😀: a, b: c}\n").places["b",] == Place(FILE, 1, 13)


def test_comments_that_cut_nothing_are_welcome():
    assert accepted('# first\na: "b" # quoted\nc: # below\n  - d\n').value == {"a": "b", "c": ["d"]}


def test_a_sign_in_quotes_belongs_to_the_text():
    assert accepted('"<<": "*a"\n').value == {"<<": "*a"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\na: 2\n", (2, 1, "the key 'a' is given twice", "keys-are-unique")),
        ("a: {b: 1, b: 2}\n", (1, 11, "the key 'b' is given twice", "keys-are-unique")),
        ("a: &b c\n", (1, 4, "'&b' is a YAML shorthand, which is not used here", "yaml-is-plain")),
        ("a: *b\n", (1, 4, "'*b' is a YAML shorthand, which is not used here", "yaml-is-plain")),
        ("a: !!str b\n", (1, 4, "'!!str' is a YAML shorthand, which is not used here", "yaml-is-plain")),
        ("a: !b c\n", (1, 4, "'!b' is a YAML shorthand, which is not used here", "yaml-is-plain")),
        ("<<: {a: b}\n", (1, 1, "'<<' is a YAML shorthand, which is not used here", "yaml-is-plain")),
        ("a: b\n---\nc: d\n", (2, 1, "a second document begins here", "yaml-is-plain")),
        ("? [a]\n: b\n", (1, 3, "a key must be a word", "yaml-is-plain")),
        ('"": b\n', (1, 1, "a key is missing here", "yaml-is-plain")),
        (f"a: {'[' * 99}\n", (1, 23, "this is nested more than 20 levels deep", "yaml-is-plain")),
        ("a:\n", (1, 3, "nothing is given for 'a'", "values-are-filled")),
        ("a: ~\n", (1, 4, "nothing is given for 'a'", "values-are-filled")),
        ("a: null\n", (1, 4, "nothing is given for 'a'", "values-are-filled")),
        ("a: Null\n", (1, 4, "nothing is given for 'a'", "values-are-filled")),
        ("a: NULL\n", (1, 4, "nothing is given for 'a'", "values-are-filled")),
        ("a:\n  -\n", (2, 4, "nothing is given here", "values-are-filled")),
        ('a: " "\n', (1, 4, "nothing but white space is given here", "values-are-filled")),
        ("a: b #1\n", (1, 5, "the text is cut off here, because ' #' begins a comment", "texts-are-whole")),
        ("a: b\n  c #1\n", (2, 4, "the text is cut off here, because ' #' begins a comment", "texts-are-whole")),
        ("a: b\n\tc: d\n", (2, 1, "this line holds a tab", "characters-are-plain")),
        ("a: b\x00\n", (1, 5, "this line holds a control character (U+0000)", "characters-are-plain")),
        ("a: b\rc: d\n", (1, 5, "this line holds a control character (U+000D)", "characters-are-plain")),
        ("a: b\u2028\n", (1, 5, "this line holds line separator (U+2028)", "characters-are-plain")),
        ('a: "\\a"\n',
         (1, 4, "the text holds a control character (U+0007), written as an escape", "characters-are-plain")),
        ("", (1, 1, "this file is empty", "files-are-there")),
        ("# nothing\n", (1, 1, "this file is empty", "files-are-there")),
        ("a: b: c\n", (1, 5, "': ' cannot stand here", "yaml-is-well-formed")),
        ("a: - b\n", (1, 4, "'- ' cannot stand here", "yaml-is-well-formed")),
        ("a: 1\nb: 'it\n", (2, 4, "this quotation mark is never closed", "yaml-is-well-formed")),
        ("a: 'it's'\n", (1, 8, "text goes on after the closing quotation mark", "yaml-is-well-formed")),
        ("a: @b\n", (1, 4, "an unquoted text cannot begin with this sign", "yaml-is-well-formed")),
        ("a: *\n", (1, 4, "an unquoted text cannot begin with this sign", "yaml-is-well-formed")),
        ("a: > b\n", (1, 4, "nothing but a line break can follow '>' or '|'", "yaml-is-well-formed")),
        ("a: [b,, c]\n", (1, 7, "a value is missing between brackets or commas", "yaml-is-well-formed")),
        ("a: [b\nc: d\n", (1, 4, "this '[' is not closed as it should be", "yaml-is-well-formed")),
        ("a: {b: c\nd: e\n", (1, 4, "this '{' is not closed as it should be", "yaml-is-well-formed")),
        ("- a\nb: c",
         (2, 1, "this line fits neither the list above it nor the record around it", "yaml-is-well-formed")),
        ("a: b\nc", (2, 2, "this line does not fit the record around it", "yaml-is-well-formed")),
        ("a: |\n  b\n c\n", (3, 2, "this line does not fit the record around it", "yaml-is-well-formed")),
        ("a: 'b'\n...\nc\n", (3, 1, "this does not fit what stands above it", "yaml-is-well-formed")),
    ],
)  # fmt: skip
def test_what_could_mislead_is_refused(text: str, problem: tuple[int, int, str, str]):
    assert refused(text) == [problem]


def test_several_slips_are_all_told():
    assert [rule for *_, rule in refused("a: 1\na: 2\nb:\nc: d #e\nf: &g h\n")] == [
        "keys-are-unique",
        "values-are-filled",
        "texts-are-whole",
        "yaml-is-plain",
    ]


@pytest.mark.parametrize("text", ["a: {b: c, d", "a: {b"])
def test_what_is_missing_at_the_very_end_is_in_the_last_line(text: str):
    assert (1, len(text) + 1, f"nothing is given for {text[-1]!r}", "values-are-filled") in refused(text)


def test_a_bad_escape_is_told_wherever_the_parser_notices_it():
    assert {(message, rule) for _, _, message, rule in refused('a: "\\q"\n')} == {
        ("this backslash begins no character that YAML knows", "yaml-is-well-formed")
    }


def test_a_byte_order_mark_and_windows_line_ends_are_harmless(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: b\r\nc: >\r\n  d\r\n  e\r\n")
    document, problems = read_yaml(file)
    assert (problems, document and document.value) == ([], {"a": "b", "c": "d e\n"})
    assert document is not None
    assert document.places["a",] == Place(file, 1, 4)


def test_the_first_byte_that_is_not_utf8_is_named(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes("a: b\né: caf".encode() + b"\xe9\n\xff")
    assert [str(problem) for problem in read_yaml(file)[1]] == [
        f"{file}:2:7: the byte 0xE9 is not UTF-8 text [files-are-readable]\n"
        "    fix: save the file with the encoding UTF-8"
    ]


def test_a_byte_order_mark_takes_up_no_column(tmp_path: Path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: caf\xe9\n")
    assert read_yaml(file)[1][0].place == Place(file, 1, 7)


def test_a_file_that_is_missing_or_a_folder_is_told(tmp_path: Path):
    assert read_yaml(tmp_path / "none.yaml")[1][0].message == "this file is missing"
    assert read_yaml(tmp_path)[1][0].message.startswith("this file cannot be read")


# Pieces that make YAML rather than noise, so that the search reaches beyond the first line.
PIECES = [
    "a",
    "b: ",
    "- ",
    "\n",
    "\n  ",
    "\n    ",
    "'",
    '"',
    "#",
    " #",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "? ",
    "&x ",
    "*x",
]
PIECES += [
    "!!int ",
    "!",
    "|",
    ">",
    "%",
    "@",
    "---\n",
    "...\n",
    "\t",
    "\r",
    "\\x85",
    "\\U00110000",
    "\ufeff",
    "é",
    "\ud800",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60))
@example('"\\U00110000"')
@example('"\\ud800": a')
def test_no_text_is_too_odd_to_be_judged(text: str):
    document, problems = parse_yaml(FILE, text)
    assert document or problems
    assert all(problem.place.line >= 1 and str(problem) for problem in problems)


@settings(max_examples=100)
@given(st.binary(max_size=60))
def test_no_bytes_are_too_odd_to_be_judged(tmp_path_factory: pytest.TempPathFactory, raw: bytes):
    file = tmp_path_factory.getbasetemp() / "random.yaml"
    file.write_bytes(raw)
    document, problems = read_yaml(file)
    assert document or problems


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("a:\n\u00a0\u00a0b: c\n", 1),
        ("a:\n  \u202fb: c\n", 3),
        ("a:\n  -\u00a0b\n", 4),
        ("a:\n  - b:\u2003c\n", 7),
        ("a:\n  b:\u3000\n", 5),
        ("a:\n  b: \u200bc\n", 6),
    ],
)
def test_a_strange_space_where_yaml_wants_a_common_one_is_named(text: str, column: int):
    ((line, place, message, rule),) = refused(text)
    assert (line, place, rule) == (2, column, "characters-are-plain")
    assert re.fullmatch(r"[\w -]+ \(U\+\w{4}\) stands where only ordinary spaces can stand", message)


def test_a_strange_space_inside_a_text_stays():
    assert accepted('a: "b\u00a0c\u202f: d"\n').value == {"a": "b\u00a0c\u202f: d"}

"""Every key of a TOML text is on the line where one sees it."""

from __future__ import annotations

import tomllib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.curate.toml_positions import InvalidToml, parse

TEXT = '''\
# [[not]] a table
name = "a # no comment"   # a comment with [[brackets]]

[[entry]]
id = "one"
words = """
[[entry]]
id = "inside a string" """
list = [
  "first",  # the first
  'second ]',
  { key = "x", other = [1, 2] },
]

[[entry]]
"quo\\u0074ed" . inner = 1979-05-27T07:32:00Z
[entry.under]
deep.er = { a = { b = 1 } }

[[entry.many]]
n = 1
[[entry.many]]
n = 2.5e3
[plain]
\'single [key]\' = """"two quotes at each end""""
last = true
'''


def line_of(words: str) -> int:
    return next(n for n, line in enumerate(TEXT.split("\n"), 1) if words in line)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("name",), "name ="),
        (("entry", 0, "id"), 'id = "one"'),
        (("entry", 0, "words"), "words ="),
        (("entry", 0, "list"), "list ="),
        (("entry", 0, "list", 0), '"first"'),
        (("entry", 0, "list", 1), "'second ]'"),
        (("entry", 0, "list", 2, "other"), "{ key"),
        (("entry", 1, "quoted", "inner"), "inner"),
        (("entry", 1, "under"), "[entry.under]"),
        (("entry", 1, "under", "deep", "er", "a", "b"), "deep.er"),
        (("entry", 1, "many", 0, "n"), "n = 1"),
        (("entry", 1, "many", 1), "n = 2.5e3"),
        (("entry", 1, "many", 1, "n"), "n = 2.5e3"),
        (("plain",), "[plain]"),
        (("plain", "single [key]"), "'single [key]'"),
        (("plain", "last"), "last = true"),
    ],
)
def test_a_key_is_on_its_line(path: tuple[str | int, ...], words: str) -> None:
    expected = line_of(words)
    if path[-1] == 1 and path[-2] == "many":
        expected -= 1
    assert parse(TEXT).line(*path) == expected


def test_an_unknown_key_is_where_its_table_begins() -> None:
    assert parse(TEXT).line("entry", 0, "no", "such") == 4


def every_path(value: object, path: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    found = {path} if path else set()
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= every_path(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found |= every_path(inner, (*path, index))
    return found


def test_every_value_has_a_line_of_its_own() -> None:
    located = parse(TEXT)
    assert set(located.lines) == every_path(tomllib.loads(TEXT))


class TestTextThatIsNoToml:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('id = "a"\nid = "b"\n', 2),
            ("[[entry]]\n[entry]\n", 2),
            ("\n\nwords = “curly”\n", 3),
            ('id = "a"\nwords = """never closed\n\n\n', 2),
            ("id = 2023-13-45\n", 1),
            ('id = "\\ud800"\n', 1),
            ("x = [" * 3000, 1),
            ("a = 1\nb = " + "9" * 5000 + "\n", 2),
        ],
        ids=[
            "a key twice",
            "a list that is a table",
            "curly quotes",
            "an open string",
            "no such day",
            "half a letter",
            "too deep",
            "a huge number",
        ],
    )
    def test_is_refused_with_its_line(self, text: str, line: int) -> None:
        with pytest.raises(InvalidToml) as refused:
            parse(text)
        assert refused.value.line == line
        assert "\n" not in refused.value.reason


@given(st.text(alphabet="[]{}\"'=.,#\\\n\r\t ab1-:T\u200e\x1b", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(InvalidToml):
        located = parse(text)
        assert set(located.lines) == every_path(located.values)

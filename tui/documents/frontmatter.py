"""Front matter: the block of keys that may open a text, YAML-like or TOML.

Of YAML only what such blocks are made of is read: keys with a value on their line, in
quotation marks or without, lists of those, and values folded over indented lines. Every
value keeps its place in the text, so that a title can be shown where it stands.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tui.documents.metadata import fact_of, gathered, told
from tui.model import FileFact

ORIGIN = "front matter"

LONGEST = 20_000
"""Characters in which front matter must end, or it is none."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_KEY = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?=[ \t\r\n]|\Z)[ \t]*")
_ITEM = re.compile(r"[ \t]*-[ \t]+")
_BARE = re.compile(r"(?:(?!\s#)[^\r\n])*")
_QUOTED = re.compile(r"\"(?:[^\"\\\r\n]|\\[^\r\n])*\"|'(?:[^'\r\n]|'')*'")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)")
_FOLDED = re.compile(r"[|>][+-]?[ \t]*")


class FrontMatter(NamedTuple):
    """Where the report begins behind front matter, and what this says of it."""

    end: int
    told: dict[str, FileFact]
    remarks: tuple[str, ...]


class _Value(NamedTuple):
    key: str
    words: str
    start: int
    end: int


def read(text: str) -> FrontMatter | None:
    """The front matter that opens a text, if it has any."""
    start = 1 if text.startswith("\ufeff") else 0
    for fence, closing in (("---", ("---", "...")), ("+++", ("+++",))):
        opened = _LINE.match(text, start)
        if not opened or opened.group().rstrip() != fence:
            continue
        at = opened.end()
        while at < min(len(text), start + LONGEST):
            line = _LINE.match(text, at)
            if line is None:  # the pattern matches everywhere; this tells the type checker
                return None
            if line.group().rstrip() in closing:
                return _matter(text, opened.end(), at, line.end(), fence)
            at = line.end()
    return None


def _matter(text: str, start: int, end: int, behind: int, fence: str) -> FrontMatter | None:
    if fence == "+++":
        return _toml(text, start, end, behind)
    lines = list(_lines(text, start, end))
    # A line across the page is drawn with the same three dashes.
    if not any(_KEY.match(text, *line) for line in lines) or not all(
        _KEY.match(text, *line) or text[line[0]] in " \t#-\r\n" for line in lines
    ):
        return None
    return FrontMatter(behind, *_facts(_values(text, lines)))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        line = _LINE.match(text, start, end)
        if line is None or line.end() == start:
            return
        yield start, line.end()
        start = line.end()


def _values(text: str, lines: list[tuple[int, int]]) -> Iterator[_Value]:
    key, folded = "", False
    for start, end in lines:
        found = _KEY.match(text, start, end)
        if found:
            key, at = found[1], found.end()
            folded = _FOLDED.fullmatch(text[at:end].rstrip("\r\n")) is not None
            if not folded:
                yield from _written(text, key, at, end)
        elif item := _ITEM.match(text, start, end):
            yield from _written(text, key, item.end(), end)
        elif folded and text[start] in " \t":
            yield from _trimmed(text, key, start, end)


def _written(text: str, key: str, start: int, end: int) -> Iterator[_Value]:
    """The values on a line: one, or those of a list in brackets."""
    if text[start : start + 1] != "[":
        yield from _scalar(text, key, start, end)
        return
    closed = text.find("]", start, end)
    at = start + 1
    while 0 <= at < closed:
        quoted = _QUOTED.match(text, at, closed)
        comma = text.find(",", quoted.end() if quoted else at, closed)
        stop = comma if comma >= 0 else closed
        yield from _scalar(text, key, at, stop)
        at = stop + 1
        while at < closed and text[at] in " \t":
            at += 1


def _scalar(text: str, key: str, start: int, end: int) -> Iterator[_Value]:
    quoted = _QUOTED.match(text, start, end)
    if quoted:
        inner = quoted.group()[1:-1]
        words = inner.replace("''", "'") if quoted.group()[0] == "'" else _unescaped(inner)
        yield _Value(key, words, start + 1, quoted.end() - 1)
    elif bare := _BARE.match(text, start, end):
        yield from _trimmed(text, key, start, bare.end())


def _trimmed(text: str, key: str, start: int, end: int) -> Iterator[_Value]:
    words = text[start:end].strip()
    if words and words not in ("~", "null"):
        begin = start + text[start:end].index(words[0])
        yield _Value(key, words, begin, begin + len(words))


def _unescaped(words: str) -> str:
    def character(found: re.Match[str]) -> str:
        code = found[1]
        return chr(int(code[1:], 16)) if len(code) == 5 else {"n": " ", "t": " "}.get(code, code)

    # A lone half of a pair is no character.
    return re.sub(r"[\ud800-\udfff]", "\ufffd", _ESCAPE.sub(character, words))


def _facts(values: Iterator[_Value]) -> tuple[dict[str, FileFact], tuple[str, ...]]:
    """The values by the facts that their keys name; several authors are one fact."""
    joined: dict[str, _Value] = {}
    for value in values:
        before = joined.get(value.key)
        if before is None:
            joined[value.key] = value
        elif fact_of(value.key) in ("author", "title"):
            by = ", " if fact_of(value.key) == "author" else " "
            words = f"{before.words}{by}{value.words}"
            joined[value.key] = _Value(value.key, words, before.start, value.end)
    return gathered(
        told(fact, value.words, ORIGIN, (value.start, value.end))
        for value in joined.values()
        if (fact := fact_of(value.key))
    )


def _toml(text: str, start: int, end: int, behind: int) -> FrontMatter:
    try:
        parsed = tomllib.loads(text[start:end].replace("\r\n", "\n").replace("\r", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        return FrontMatter(behind, {}, (f"its front matter is no TOML: {error}",))
    values = []
    for key, value in parsed.items():
        fact = fact_of(key)
        each = value if isinstance(value, list) else [value]
        words = [str(item) for item in each if isinstance(item, str | date)]
        if fact and words:
            # The place of the first word as it is written; else all of the block.
            at = text.find(words[0], start, end)
            span = (at, at + len(words[0])) if at >= 0 and len(words) == 1 else (start, end)
            values.append(told(fact, ", ".join(words), ORIGIN, span))
    return FrontMatter(behind, *gathered(values))

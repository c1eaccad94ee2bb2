"""Things to feed a reader of news with: words, texts, files and tables, mostly amiss."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some

from tests.samples import HOSTILE, TEXTS
from tui import documents

LONG = int(os.environ.get("SERBIA_TUI_FUZZ", "0"))
"""Examples of each test in a long run. None means the short one, whose examples are the
same every time."""

fuzzed = settings(
    deadline=None,
    derandomize=not LONG,
    max_examples=LONG or 80,
    print_blob=bool(LONG),
    suppress_health_check=list(HealthCheck),
)
"""How many examples each test tries."""

SIGNS = "“ ” ‘ ’ „ « » \" ' … . , ; : ? ! ( ) [ ] - – — / % $ * _ # > ` \\ | † ~ & < @ ^ = +"
ODD = (
    "\n|\n\n|\r\n|\r|\t| |  |\u00a0|\u0085|\u2028|\u2029|\ufeff|\x1b[31m|\x9b|\x00|\u202e|\u200d"
    "|\u00ad|\u0301|\U000e0041|👩‍👩‍👧|中|ي"
)
NUMBERS = (
    "0|1|7|46|48.2|1,000|3,000|999999999999|٤٦|½|1e999|2023|9999|0000|IV|1st|31.|110|per cent"
    "|percent|seats|votes|people|turnout|million|billion|hundred|dozen|half|two thirds"
    "|three quarters|roughly|more than|at least|between|and|or|of|the|a|in|by|on|to|from|until"
)
DATES = (
    "Monday|last Sunday|17 December 2023|December 17|31 February 2023|30.02.2023|12/13/2023"
    "|2023-12-17|mid-December|the 1990s|two days ago|next year|in 2008|45th of May 99999"
)
SPEECH = (
    "said|says|told|added:|denied|alleged that|demanded|according to|accused|asked,|she|they|who"
    "|“No,” he said.|said: “Yes.”|will be held|was held|protested|won|is to resign|REPORTER:"
)
NAMED = (
    "Ana Weaver|Mayor Đorđe Ćirić|Milena Žarković|Aleksandar Vučić|Вучић|the Harbour Party"
    "|Clean Hands (CH)|CH|Brodica|Serbia|Prime Minister|Mr|Ms|Dr.|the ministry|Reuters|AP"
)
THINGS = (
    "parliamentary election|the vote|municipal election in Brodica|a re-run|preliminary results"
    "|exit poll|valid votes|Title: x|By Ana Weaver|Published: 2023-12-17|---|+++|# A|> q"
)

PIECES = (
    *SIGNS.split(),
    *f"{ODD}|{NUMBERS}|{DATES}|{SPEECH}|{NAMED}|{THINGS}".split("|"),
    HOSTILE,
)
"""Of what reports are made, and what should not be in them."""

CHARACTERS = some.characters(exclude_categories=())

SENTENCES = some.lists(some.sampled_from(PIECES), max_size=40).map(" ".join)
GLUED = some.lists(some.sampled_from(PIECES), max_size=40).map("".join)
REPEATED = some.builds(
    lambda piece, times: piece * times, some.sampled_from(PIECES), some.integers(2, 300)
)


@some.composite
def spoilt(draw: some.DrawFn, whole: str) -> str:
    """A text with stretches of it taken out, doubled, moved or overwritten."""
    text = whole
    for _ in range(draw(some.integers(1, 6))):
        start = draw(some.integers(0, len(text)))
        end = min(len(text), start + draw(some.integers(0, 60)))
        cut = text[start:end]
        other = draw(some.sampled_from(("", cut * 2, cut[::-1], cut.upper())) | GLUED)
        text = text[:start] + other + text[end:]
    return text


REPORTS = some.sampled_from(sorted(TEXTS.values())).flatmap(spoilt)

TEXT = (SENTENCES | GLUED | REPEATED | REPORTS | some.text(CHARACTERS, max_size=200)).map(
    # Nothing that a file's bytes can decode to holds these.
    lambda text: text.encode("utf-8", "replace").decode()
)
"""A text that a file may hold."""

PAGES = TEXT.map(
    lambda text: f"<html><head><title>{text[:50]}</title></head><body><p>{text}</p></body></html>"
)
FRONTED = some.builds(
    lambda fence, keys, text: f"{fence}\n{keys}\n{fence}\n{text}",
    some.sampled_from(("---", "+++")),
    some.lists(
        some.builds(
            lambda key, sign, value: f"{key}{sign} {value}",
            some.sampled_from("title date author url language tags".split()),
            some.sampled_from(":="),
            GLUED,
        ),
        max_size=4,
    ).map("\n".join),
    TEXT,
)

ENCODINGS = "utf-8 utf-8-sig utf-16 utf-16-be utf-32 cp1250 cp1251 cp1252 latin-1 mac-roman".split()

BYTES = some.binary(max_size=300) | some.builds(
    lambda text, encoding, junk, at: (
        (data := text.encode(encoding, "replace"))[: at % (len(data) + 1)]
        + junk
        + data[at % (len(data) + 1) :]
    ),
    TEXT | PAGES | FRONTED,
    some.sampled_from(ENCODINGS),
    some.just(b"") | some.binary(max_size=4),
    some.integers(0, 10_000),
)
"""What may stand in a file."""

NAMES = some.builds(
    lambda stem, suffix: f"{stem}{suffix}",
    some.sampled_from(
        ("a", "-rf", "[bold]", "a\nb", "\x1b]0;x\x07", "caf\udce9", "README", "\u202egpj")
    ),
    some.sampled_from((*documents.SUFFIXES, ".TXT", "")),
)
"""Names of files."""


def toml(tables: Mapping[str, object]) -> str:
    """A value of TOML's own types as TOML; only what the tests write."""
    return "".join(f"{key} = {_value(value)}\n" for key, value in tables.items())


def _value(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            # JSON's escapes are TOML's, but for halves of pairs and DEL.
            return (
                json.dumps(value.replace("\x7f", "")) if value.isascii() else f'"{_plain(value)}"'
            )
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            inner = ", ".join(f"{key} = {_value(each)}" for key, each in value.items())
            return f"{{ {inner} }}"
    return str(value)


def _plain(words: str) -> str:
    return "".join(
        f"\\U{ord(each):08x}" if not each.isprintable() or each in '"\\' else each
        for each in words
        if not "\ud800" <= each <= "\udfff"
    )

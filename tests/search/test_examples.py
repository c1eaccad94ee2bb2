"""What each query finds in the sample corpus, in what order, why, and what is said about it; and
all that is looked at in each of its records. The tables stand in ``examples``.

A line with ``#`` begins a section. In ``queries.txt`` ``>`` goes before a kind and a query (``…``
behind it: it is still being typed), and below it stand the hits: what each counts, its words with
those that are lit in brackets, and why else it is one; then what is said, and behind ``+`` how
the word at the end may go on. In ``places.txt`` ``>`` goes before a record, and below it
stand the field, the words looked at, and what tells where they stand. For what was meant to change
``python -m tests.search.test_examples`` writes them anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.samples import sample_corpus
from tui.corpus import Corpus
from tui.model import Record
from tui.search import KINDS, answer, completions, facets, text_of
from tui.search import fields as looked_at
from tui.search.completions import COUNTED

HERE = Path(__file__).parent / "examples"
CORPUS = sample_corpus()
PLACES = {"said": looked_at.said, "named": looked_at.named, "told": looked_at.told} | {
    "sources": looked_at.sources,
    **looked_at.FIELDS,
}

Example = tuple[str, list[str]]


def read(name: str) -> dict[str, list[Example]]:
    """The sections of a file, each with its examples: what is asked, and what is found."""
    found: dict[str, list[Example]] = {}
    about = ""
    for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("# "):
            about = line[2:]
        elif line.startswith("> "):
            found.setdefault(about, []).append((line[2:], []))
        elif line:
            found[about][-1][1].append(line)
    return found


def shown(words: str) -> str:
    """Words in one line."""
    return " ".join(words.split())


def asked(corpus: Corpus, example: str) -> list[str]:
    """What a query finds, a line a hit, and what is said of it."""
    kind, _, text = example.partition(" ")
    typing = text.endswith("…")
    text = text.removesuffix("…")
    found = answer(corpus, text, kind, typing=typing)
    lines = [
        f"{hit.score} | {lit(hit.record, hit.spans)} | {hit.why}".rstrip() for hit in found.hits
    ]
    lines += [f"! {line}" for line in found.lines()]
    if typing:
        lines += [
            f"+ {each.text} | {each.shown} | {each.total}"
            for each in completions(corpus, text, kind)
        ]
    return lines


def lit(record: Record, spans: tuple[tuple[int, int], ...]) -> str:
    words, at, pieces = text_of(record), 0, []
    for start, end in spans:
        pieces += [words[at:start], "[", words[start:end], "]"]
        at = end
    return shown("".join([*pieces, words[at:]]))


def stands(corpus: Corpus, example: str) -> list[str]:
    """What is looked at in a record, which is told by its kind and its words."""
    kind, _, number = example.partition(" ")
    record = list(corpus.of(kind))[int(number) - 1]
    lines = [
        f"{field} | {shown(place.words)[:90]} | {shown(place.why)}".rstrip()
        for field, of in PLACES.items()
        for place in of(corpus, record)
    ]
    dated = looked_at.dated(corpus, record)
    lines += [f"date | {dated.first} to {dated.last} | {dated.why}".rstrip()] if dated else []
    return lines


def counted(corpus: Corpus, example: str) -> list[str]:
    """The values of a field among the hits of a query, and the clause for each."""
    kind, field, *text = example.split(" ", 2)
    return [
        f"{each.total} {each.value} | {each.clause}"
        for each in facets(corpus, " ".join(text), field, kind)
    ]


TABLES = {"queries": asked, "places": stands, "facets": counted}
SECTIONS = [(name, about, each) for name in TABLES for about, each in read(name).items()]


def test_every_record_and_every_field_is_looked_at() -> None:
    records = {example for each in read("places").values() for example, _ in each}
    assert records == {f"{kind} {n + 1}" for kind in KINDS for n in range(len(CORPUS.of(kind)))}
    fields = {tuple(example.split()[:2]) for each in read("facets").values() for example, _ in each}
    assert fields >= {(kind, field) for kind in KINDS for field in COUNTED}


@pytest.mark.parametrize(
    ("name", "examples"),
    [(name, each) for name, _, each in SECTIONS],
    ids=[f"{name}: {about}" for name, about, _ in SECTIONS],
)
def test_are_as_the_table_has_them(name: str, examples: list[Example]) -> None:
    for example, found in examples:
        assert TABLES[name](CORPUS, example) == found, example


if __name__ == "__main__":
    for table, tell in TABLES.items():
        path = HERE / f"{table}.txt"
        kept = [line for line in path.read_text("utf-8").splitlines() if line[:2] in ("# ", "> ")]
        found = [[line, *(tell(CORPUS, line[2:]) if line[0] == ">" else ())] for line in kept]
        path.write_text("\n".join(line for lines in found for line in lines) + "\n", "utf-8")

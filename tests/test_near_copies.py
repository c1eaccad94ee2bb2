"""Reports that share most of their words are versions of one."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.bench.newsroom import article
from tui import near_copies
from tui.build import build
from tui.figure_comparison import compared
from tui.near_copies import sketch, versions
from tui.overview import sides_of
from tui.tables.line_cache import Memory

LEAD = (
    "The water board of Ostrog gave out no figures on Friday, three days after the count,"
    " and locked the room in which its papers lie. "
)
MORE = (
    "Ana Weaver, who leads the board, said that every paper would be counted again under the"
    " eyes of all parties, and that nobody need fear for a vote. The opposition calls this late. "
)
OTHER = (
    "In Brenn the bakers stopped work at noon because flour has become dear, and the mayor asked"
    " the province for help with the price of bread until the harvest is in and prices fall. "
)


@pytest.mark.parametrize(
    ("texts", "copies"),
    [
        pytest.param([LEAD + MORE, LEAD + MORE], {1: 0}, id="the same"),
        pytest.param([LEAD + MORE, f"By Ana Toric\n\n{LEAD}{MORE}"], {1: 0}, id="a byline more"),
        pytest.param([LEAD + MORE, LEAD], {1: 0}, id="shortened"),
        pytest.param([LEAD, LEAD + MORE + LEAD.upper()], {1: 0}, id="longer, in capitals too"),
        pytest.param([LEAD, LEAD, LEAD], {1: 0, 2: 0}, id="three"),
        pytest.param([LEAD + MORE, OTHER], {}, id="another"),
        pytest.param([MORE + OTHER * 3, LEAD + OTHER[:60]], {}, id="a few words in common"),
        pytest.param(["", "", "Vote", "Vote"], {}, id="hardly a word"),
    ],
)
def test_which_are_versions(texts: list[str], copies: dict[int, int]) -> None:
    found = versions((str(number), sketch(text)) for number, text in enumerate(texts))
    assert found == {str(copy): str(first) for copy, first in copies.items()}


def test_the_first_to_appear_is_the_report(tmp_path: Path) -> None:
    days = {"a.txt": "16 March 2024", "b.txt": "15 March 2024"}
    for name, day in days.items():
        (tmp_path / name).write_text(f"Headline of {name}\n\n{day}\n\n{LEAD}{MORE}\n")
    corpus, report, _ = build(tmp_path, processes=1)
    first, second = corpus.articles
    assert (first.copy_of, second.copy_of) == (second.id, None)
    assert [each.file for each in report.remarks] == ["a.txt"]
    assert "the same report as b.txt" in report.remarks[0].remark


def test_two_outlets_with_the_same_words_are_both_there(tmp_path: Path) -> None:
    for name, outlet in (("a.txt", "The Harbour Times"), ("b.txt", "The Daily Plain")):
        (tmp_path / name).write_text(f"---\npublisher: {outlet}\n---\n{LEAD}{MORE}\n")
    corpus = build(tmp_path, processes=1).corpus
    assert [each.publisher for each in corpus.articles] == ["The Harbour Times", "The Daily Plain"]
    assert corpus.articles[1].copy_of == corpus.articles[0].id


def _under_another_headline(paragraphs: list[str]) -> list[str]:
    return ["What the day has brought", *paragraphs[1:]]


def _shortened(paragraphs: list[str]) -> list[str]:
    return paragraphs[: len(paragraphs) * 3 // 5]


def _updated(paragraphs: list[str]) -> list[str]:
    half = len(paragraphs) // 2
    return [*paragraphs[:half], MORE, OTHER, *paragraphs[half:]]


def _with_a_credit(paragraphs: list[str]) -> list[str]:
    return [paragraphs[0], "By Ana Toric, our correspondent", *paragraphs[1:], "(Wires)"]


CHANGES: tuple[Callable[[list[str]], list[str]], ...] = (
    list,
    _under_another_headline,
    _shortened,
    _updated,
    _with_a_credit,
)


FIGURE = (
    "The Harbour Party won {}.5 percent of the vote in the local election in Brodica on Sunday."
)


UPDATED = "The {} List won {} seats in the local election in {}brodica on Sunday."
"""What each version of a report tells with another number, as a report that is updated does."""

LISTS = ("Mill", "Bridge", "Ferry", "Orchard", "Lantern", "Quarry")


def test_twenty_versions_of_six_reports_are_six_and_their_figures_are_counted_once(
    tmp_path: Path,
) -> None:
    for number in range(20):
        report, change = number % 6, CHANGES[number // 6 + (number % 2 if number >= 6 else 0)]
        told = re.sub(r"\d\d\.\d\d\.20\d\d", "19.12.2023", article(report))
        headline, *paragraphs = told.split("\n\n")
        updated = UPDATED.format(LISTS[report], 10 + number, LISTS[report])
        counts = FIGURE.format(41 + report), updated
        text = "\n\n".join(change([headline, *counts, *paragraphs]))
        (tmp_path / f"{report}-{number:02}.txt").write_text(text, "utf-8")
    corpus = build(tmp_path, processes=1).corpus
    first = {each.id: each.copy_of or each.id for each in corpus.articles}
    report_of = {each.id: each.file[0] for each in corpus.articles}
    together = {
        pair for pair in combinations(sorted(first), 2) if len({*map(first.get, pair)}) == 1
    }
    meant = {
        pair for pair in combinations(sorted(first), 2) if len({*map(report_of.get, pair)}) == 1
    }
    assert len(first) == 20
    assert len(together & meant) >= 0.95 * len(together)
    assert len(together & meant) >= 0.9 * len(meant)
    # Six reports give six figures; versions of one neither agree nor disagree.
    # A report stands on one side alone, whatever outlets have a version of it, and no version
    # is set against another.
    reports = {
        each.about: [{first[at.article] for at, _ in side.told} for side in each.sides]
        for each in corpus.disagreements
    }
    assert all(len(set().union(*sides)) > 1 for sides in reports.values())
    (figures,) = (sides for about, sides in reports.items() if "Harbour Party" in about)
    assert sorted(map(sorted, figures)) == [[each] for each in sorted(set(first.values()))]
    # What a report tells anew contradicts nobody, however many of its versions are there.
    assert all(any(each in corpus.name(f.subject or "") for f in corpus.figures) for each in LISTS)
    assert not any("List" in about for about in reports)
    (disputed,) = (each for each in corpus.disagreements if "Harbour Party" in each.about)
    assert [side.reports for side in sides_of(corpus, disputed)] == [1] * 6
    one = [each for each in corpus.figures if corpus.name(each.subject or "") == "Harbour Party"]
    same = [each for each in one if each.value == one[0].value and each is not one[0]]
    compare = [compared(one[0], each, corpus) for each in same]
    assert compare
    assert {each and each.why for each in compare} == {"the same report"}


class Remembered(Memory):
    """What one call keeps for the next."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[bytes, str] = {}

    def recalled(self, what: bytes) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.tables.get(what, "{}"))
        return told

    def keep(self, what: bytes, values: Mapping[str, Any]) -> None:
        self.tables[what] = json.dumps(values)


@pytest.mark.parametrize("seed", range(40))
def test_what_is_kept_of_texts_changes_nothing_whatever_comes_and_goes(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance, memory = random.Random(seed), Remembered()
    monkeypatch.setattr(near_copies, "COMMON", chance.randint(1, 6))
    words = [f"word{number}" for number in range(60)]
    first = [" ".join(chance.choices(words, k=40)) for _ in range(4)]

    def invented() -> str:
        kept = chance.choice(first).split()[: chance.randint(20, 40)]
        return " ".join([*kept, *chance.choices(words, k=chance.randint(0, 30))])

    texts = {f"text {number}": invented() for number in range(chance.randint(1, 25))}
    for _ in range(6):
        sketches = [(name, sketch(text)) for name, text in texts.items()]
        assert versions(sketches, memory) == versions(sketches)
        for _ in range(chance.randint(0, 3)):
            place, name = chance.randint(0, len(texts)), f"text {chance.randint(0, 30)}"
            texts.pop(name, None)
            every = [*texts.items()]
            texts = dict([*every[:place], (name, invented()), *every[place:]])
        if chance.random() < 0.5:
            texts.pop(chance.choice([*texts]))
        if not texts or chance.random() < 0.1:
            texts = dict(chance.sample([*texts.items()], len(texts)))

"""Reports that share most of their words are versions of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.build import build
from tui.near_copies import sketch, versions

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

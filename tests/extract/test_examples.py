"""What each rule finds in a sentence or two, all of it, as the tables of examples tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract import printed
from tests.extract.printed import HERE, Section, sections
from tests.extract.serbian import reading

TABLES: dict[str, Callable[[str, str], list[str]]] = {
    "articles": printed.all_of,
    "attribution": printed.quotes,
    "contents": printed.quotes,
    "contests": printed.contests_of,
    "events": printed.events_of,
    "elections": printed.results_of,
    "figures": printed.figures_of,
    "heads": printed.facts_of,
    "names": printed.actors_of,
    "numbers": printed.numbers_of,
    "reports": printed.report_of,
    "results": printed.results_of,
    "sentences": printed.sentences_of,
    "speakers": printed.quotes,
    "serbian_figures": reading.figures_of,
    "serbian_speech": reading.speech_of,
    "serbian_times": reading.times_of,
    "spoken": printed.quotes,
    "tables": printed.tables_of,
    "times": printed.times_of,
    "turns": printed.turns_of,
    "votes": printed.figures_of,
}
"""What each of the tables tells of a text."""
SECTIONS = [(name, section) for name in TABLES for section in sections(name)]


def test_every_table_is_read() -> None:
    assert sorted(path.stem for path in HERE.iterdir()) == sorted(TABLES)


@pytest.mark.parametrize(
    ("name", "section"), SECTIONS, ids=[f"{name}: {each.about}" for name, each in SECTIONS]
)
def test_are_found_and_nothing_else(name: str, section: Section) -> None:
    assert section.examples
    for example in section.examples:
        for text, found in example.made():
            assert TABLES[name](text, example.given) == found, text

"""What each rule finds in a sentence or two, all of it, as the tables of examples tell it."""

from __future__ import annotations

import pytest

from tests.extract.printed import HERE, Example, Printed, examples

KINDS = {
    "speech": ("attribution", "contents", "speakers", "spoken"),
}
"""The tables, by what they tell of a text."""


def of(kind: str) -> pytest.MarkDecorator:
    told = [example for name in KINDS[kind] for example in examples(name)]
    return pytest.mark.parametrize("example", told, ids=[each.text for each in told])


def test_every_table_is_read() -> None:
    assert sorted(path.stem for path in HERE.iterdir()) == sorted(
        name for names in KINDS.values() for name in names
    )


@of("speech")
def test_what_is_said_and_who_says_it(example: Example) -> None:
    for text, found in example.made():
        assert list(Printed(text, example.given).quotes()) == found, text

"""What each rule finds in a sentence or two, all of it, as the tables of examples tell it."""

from __future__ import annotations

import pytest

from tests.extract import printed
from tests.extract.printed import HERE, Example, examples

KINDS = {
    "speech": ("attribution", "contents", "speakers", "spoken"),
    "times": ("times",),
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
        assert printed.quotes(text, example.given) == found, text


@of("times")
def test_when_something_is(example: Example) -> None:
    for text, found in example.made():
        assert printed.times_of(text, example.given) == found, text

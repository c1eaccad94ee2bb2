"""Quotation marks: which stretches stand inside a pair."""

from __future__ import annotations

import pytest

from tui.extract.text import quotation_marks as marks
from tui.extract.text.document import Paragraph, lines


def inside(text: str, nested: bool = False) -> list[str]:
    paragraphs = [Paragraph(s.start, s.end, "body") for s in lines(text)]
    return [text[m.start : m.end] for m in marks.pair(text, paragraphs) if m.nested is nested]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said.", ["We won,"]),
        ('"We won," she said.', ["We won,"]),
        ("''We won,'' she said.", ["We won,"]),
        ("„Pobedili smo“, rekla je.", ["Pobedili smo"]),
        ("«We won,» she said.", ["We won,"]),
        ("He spoke of “voters’ will of the people” again.", ["voters’ will of the people"]),
        ('He opened curly: “We won."', ["We won."]),
        ("‘We have a plan,’ says minister", ["We have a plan,"]),
        ("They held up papers reading ‘enough’ in the rain.", ["enough"]),
        ("The voters’ patience and the mayors’ plans", []),
        ("It’s the people’s ‘last chance’ today", ["last chance"]),
        ("rock ’n’ roll in the ’90s", []),
        ("He is 6'2\" and she is 5'4\" tall.", []),
        ("“Never closed, she said.", ["Never closed, she said."]),
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ('""', []),
        ("“ ”", []),
        ("The mayor said »we won« and »Green Dawn« lost.", ["we won", "Green Dawn"]),
        ("Le maire : « nous avons gagné » hier.", ["nous avons gagné"]),
        ('A 4" pipe and a 7\' plank: she was "sure of it".', ["sure of it"]),
        ('We are set against them, " the mayor said. Nobody clapped.', []),
        ('Kos said " we won " again.', ["we won"]),
    ],
)
def test_what_stands_in_marks_is_found(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (
            '“There is no ‘plan B’ here. We go on."',
            "There is no ‘plan B’ here. We go on.",
            "plan B",
        ),
        ("“She said “no” to me,” he said.", "She said “no” to me,", "no"),
        ('“He wrote "yes" on it,” she said.', 'He wrote "yes" on it,', "yes"),
    ],
)
def test_a_quotation_inside_a_quotation_is_nested(text: str, outer: str, inner: str) -> None:
    assert inside(text) == [outer]
    assert inside(text, nested=True) == [inner]


def test_speech_that_reopens_without_closing_goes_on_over_paragraphs() -> None:
    text = "“First part.\n\n“Second part,” he said."
    assert inside(text) == ["First part.", "Second part,"]


def test_a_closing_mark_with_nothing_open_ends_speech_from_the_paragraph_before() -> None:
    text = "“First part.\n\nSecond part,” he said."
    assert inside(text) == ["First part.", "Second part,"]


@pytest.mark.parametrize(
    "text", ['"' * 999, "“" * 999, "”" * 999, "‘" * 999, "'" * 999, '“”‘’"' * 99]
)
def test_marks_without_end_do_no_harm(text: str) -> None:
    for stretch in inside(text):
        assert stretch in text

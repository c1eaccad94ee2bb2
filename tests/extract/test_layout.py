"""Sentences, paragraphs, and what a text says about itself."""

from __future__ import annotations

import pytest

from tui.extract import layout, metadata
from tui.extract.layout import sentences_in


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences_in(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ends. Two begins.", ["One ends.", "Two begins."]),
        ("Mr. Petrov spoke. He left.", ["Mr. Petrov spoke.", "He left."]),
        ("The U.S. Senate met.", ["The U.S. Senate met."]),
        ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
        ("“We won.” They left.", ["“We won.”", "They left."]),
        ("J. K. Ilic wrote it.", ["J. K. Ilic wrote it."]),
        ("Why? Because.", ["Why?", "Because."]),
        ("at no. 7 he stopped", ["at no. 7 he stopped"]),
        ("", []),
        ("no end at all", ["no end at all"]),
    ],
)
def test_a_sentence_ends_at_its_full_stop_and_not_at_an_abbreviation(
    text: str, expected: list[str]
) -> None:
    assert sentences(text) == expected


def test_every_line_with_words_is_a_paragraph_and_keeps_its_offsets() -> None:
    text = "  First line. \r\n\r\n\tSecond line.\n"
    assert [text[s:e] for s, e in layout.lines(text)] == ["First line.", "Second line."]


def test_lines_wrapped_by_hand_are_joined_into_their_paragraph() -> None:
    block = "\n".join(["word " * 11 + "word"] * 4)
    text = f"{block}.\n\n{block}."
    assert len(metadata.paragraphs(text)) == 2


class TestWhatATextSaysOfItself:
    def test_a_headline_above_the_body_is_the_title(self) -> None:
        text = "Mayor Opens New Bridge\n\nThe mayor opened a bridge on Monday. It is long.\n"
        shape, told = metadata.read(text)
        assert told.title
        assert text[told.title.start : told.title.end] == "Mayor Opens New Bridge"
        assert [p.role for p in shape.paragraphs] == ["title", "body"]

    def test_a_byline_gives_the_author(self) -> None:
        text = "Bridge opens at last\nBy Ana Simic\nThe mayor opened a bridge on Monday, we saw.\n"
        _, told = metadata.read(text)
        assert told.author
        assert text[told.author.start : told.author.end] == "Ana Simic"

    def test_a_dated_byline_gives_author_and_date(self) -> None:
        text = (
            "World\n\nBridge opens at last\n\nAna Simic  | 04.03.2021 - Update : 05.03.2021\n"
            "The mayor opened a bridge on Thursday, and the town came to see it with music.\n"
        )
        shape, told = metadata.read(text)
        assert told.author
        assert text[told.author.start : told.author.end] == "Ana Simic"
        assert told.published
        assert told.published[1] == "2021-03-04"
        assert [p.role for p in shape.paragraphs][:3] == ["label", "title", "byline"]

    def test_a_photographers_credit_makes_a_caption_and_names_the_agency(self) -> None:
        text = "The bridge opened to traffic on Monday, late.\n\nCars cross it (Ana Simic/AP)\n"
        shape, told = metadata.read(text)
        assert [p.role for p in shape.paragraphs] == ["body", "caption", "furniture"]
        assert told.agency
        assert told.agency[1] == "Associated Press"

    def test_what_the_site_says_about_itself_is_no_part_of_the_report(self) -> None:
        text = "The bridge opened on Monday.\nRelated topics\nPodeli ovu vest\n"
        shape, _ = metadata.read(text)
        assert [p.role for p in shape.paragraphs] == ["body", "furniture", "furniture"]

    def test_a_headline_repeated_before_a_caption_is_told_from_it(self) -> None:
        text = (
            "Mayor opens bridge\n\n"
            "Mayor opens bridge People watch the ribbon being cut in Nis on May 3, 2021.\n\n"
            "The mayor opened a bridge on Monday.\n"
        )
        shape, _ = metadata.read(text)
        assert [p.role for p in shape.paragraphs] == ["title", "title", "caption", "body"]

    def test_a_transcript_says_so(self) -> None:
        _, told = metadata.read("TRANSCRIPT\nPolice are on the streets.\n")
        assert told.spoken

    def test_a_text_in_another_language_is_not_called_english(self) -> None:
        _, told = metadata.read("Gradonačelnik je u ponedeljak otvorio most preko reke.\n")
        assert told.language == ""

    @pytest.mark.parametrize("text", ["", "\n\n", "x", "“", "\ufeff", "\u2028\u0085", "A" * 5000])
    def test_any_text_at_all_can_be_read(self, text: str) -> None:
        shape, _ = metadata.read(text)
        for paragraph in shape.paragraphs:
            assert 0 <= paragraph.start < paragraph.end <= len(text)

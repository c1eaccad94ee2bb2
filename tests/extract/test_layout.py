"""Sentences, paragraphs, and what a text says about itself."""

from __future__ import annotations

import pytest

from tui.extract import languages
from tui.extract.languages.en.furniture import FURNITURE
from tui.extract.stages import metadata
from tui.extract.stages.paragraphs import paragraphs
from tui.extract.text import document as document
from tui.extract.text.document import sentences_in


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
        ("It met at St James’s. He left.", ["It met at St James’s.", "He left."]),
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
    assert [text[s:e] for s, e in document.lines(text)] == ["First line.", "Second line."]


def test_lines_wrapped_by_hand_are_joined_into_their_paragraph() -> None:
    block = "\n".join(["word " * 11 + "word"] * 4)
    text = f"{block}.\n\n{block}."
    assert len(paragraphs(text)) == 2


class TestWhatATextSaysOfItself:
    def test_a_headline_above_the_body_is_the_title(self) -> None:
        text = "Mayor Opens New Bridge\n\nThe mayor opened a bridge on Monday. It is long.\n"
        shape, told = metadata.read(text, FURNITURE)
        assert told.title
        assert text[told.title.start : told.title.end] == "Mayor Opens New Bridge"
        assert [p.role for p in shape.paragraphs] == ["title", "body"]

    def test_a_byline_gives_the_author(self) -> None:
        text = "Bridge opens at last\nBy Ana Simic\nThe mayor opened a bridge on Monday, we saw.\n"
        _, told = metadata.read(text, FURNITURE)
        assert told.author
        assert text[told.author.start : told.author.end] == "Ana Simic"

    def test_a_dated_byline_gives_author_and_date(self) -> None:
        text = (
            "World\n\nBridge opens at last\n\nAna Simic  | 04.03.2021 - Update : 05.03.2021\n"
            "The mayor opened a bridge on Thursday, and the town came to see it with music.\n"
        )
        shape, told = metadata.read(text, FURNITURE)
        assert told.author
        assert text[told.author.start : told.author.end] == "Ana Simic"
        assert told.published
        assert told.published[1] == "2021-03-04"
        assert [p.role for p in shape.paragraphs][:3] == ["label", "title", "byline"]

    def test_a_photographers_credit_makes_a_caption_and_names_the_agency(self) -> None:
        text = "The bridge opened to traffic on Monday, late.\n\nCars cross it (Ana Simic/AP)\n"
        shape, told = metadata.read(text, FURNITURE)
        assert [p.role for p in shape.paragraphs] == ["body", "caption", "furniture"]
        assert told.agency
        assert told.agency[1] == "Associated Press"

    def test_what_the_site_says_about_itself_is_no_part_of_the_report(self) -> None:
        text = "The bridge opened on Monday.\nRelated topics\nPodeli ovu vest\n"
        shape, _ = metadata.read(text, FURNITURE)
        assert [p.role for p in shape.paragraphs] == ["body", "furniture", "furniture"]

    def test_a_headline_repeated_before_a_caption_is_told_from_it(self) -> None:
        text = (
            "Mayor opens bridge\n\n"
            "Mayor opens bridge People watch the ribbon being cut in Nis on May 3, 2021.\n\n"
            "The mayor opened a bridge on Monday.\n"
        )
        shape, _ = metadata.read(text, FURNITURE)
        assert [p.role for p in shape.paragraphs] == ["title", "title", "caption", "body"]

    def test_a_transcript_says_so(self) -> None:
        _, told = metadata.read("TRANSCRIPT\nPolice are on the streets.\n", FURNITURE)
        assert told.spoken

    def test_a_text_in_another_language_is_not_called_english(self) -> None:
        text = "Gradonačelnik je u ponedeljak otvorio most preko reke.\n"
        assert languages.of(text)[0] == "sr-Latn"

    @pytest.mark.parametrize("text", ["", "\n\n", "x", "“", "\ufeff", "\u2028\u0085", "A" * 5000])
    def test_any_text_at_all_can_be_read(self, text: str) -> None:
        shape, _ = metadata.read(text, FURNITURE)
        for paragraph in shape.paragraphs:
            assert 0 <= paragraph.start < paragraph.end <= len(text)


class TestTheWordsOfAText:
    TEXT = "Kos’s re-run (May-June) was on 17 May. U.S. MAY win 2,000.\nIn May it rained."

    def laid_out(self) -> document.Document:
        spans = document.lines(self.TEXT)
        return document.Document(
            self.TEXT, tuple(document.Paragraph(each.start, each.end, "body") for each in spans)
        )

    def test_keep_their_inner_marks_and_have_straight_apostrophes_in_small_letters(self) -> None:
        found = self.laid_out().words(0, len(self.TEXT))
        assert [word.text for word in found][:8] == [
            "Kos’s", "re-run", "May-June", "was", "on", "17", "May.", "U.S.",
        ]  # fmt: skip
        assert found[0].lower == "kos's"
        assert all(self.TEXT[word.start : word.end] == word.text for word in found)

    def test_are_cut_where_a_position_lies_within_one(self) -> None:
        at, end = self.TEXT.index("run"), self.TEXT.index("June") + 2
        assert [word.text for word in self.laid_out().words(at, end)] == ["run", "May-Ju"]
        assert self.laid_out().numbers(at, end) is None
        assert self.laid_out().numbers(at - 3, self.TEXT.index(" was")) == (1, 3)

    def test_come_backwards_from_a_position_to_another(self) -> None:
        position, start = self.TEXT.index("17"), self.TEXT.index("re-run")
        words = self.laid_out().words_before(position, start)
        assert [word.text for word in words] == ["on", "was", "May-June", "re-run"]
        words = self.laid_out().words_before(self.TEXT.index("June"), start)
        assert [word.text for word in words] == ["May", "re-run"]

    @pytest.mark.parametrize(
        ("words", "places"),
        [
            ({"may"}, ["May-June", "May. ", "MAY w", "May it"]),
            ({"june"}, ["June)"]),
            ({"run", "kos"}, ["Kos’s", "run ("]),
            ({"kos's"}, ["Kos’s"]),
            ({"u", "s"}, ["s re-", "U.S.", "S. M"]),
            ({"nothing"}, []),
        ],
    )
    def test_are_found_whole_without_their_endings_and_in_parts(
        self, words: set[str], places: list[str]
    ) -> None:
        laid_out = self.laid_out()
        at = laid_out.anchors(words)
        assert [
            self.TEXT[each : each + len(begin)] for each, begin in zip(at, places, strict=True)
        ] == places

    def test_that_begin_with_a_digit_are_numerals(self) -> None:
        at = self.laid_out().numerals
        assert [self.TEXT[each:].split()[0] for each in at] == ["17", "2,000.", "000."]

    def test_are_told_by_their_sentence_and_their_paragraph(self) -> None:
        laid_out = self.laid_out()
        found = {
            number: [self.TEXT[at : at + 3] for at in places]
            for number, places in laid_out.by_sentence(laid_out.anchors({"may"}))
        }
        assert found == {0: ["May", "May"], 1: ["MAY"], 2: ["May"]}
        last = self.TEXT.index("rained")
        assert (laid_out.number_at(last), laid_out.paragraph_at(last)) == (2, 1)
        assert laid_out.sentence_at(last) == laid_out.sentences[2]
        assert document.Document(" x", (document.Paragraph(1, 2, "body"),)).sentence_at(0) is None
        assert laid_out.number_at(-1) == laid_out.paragraph_at(-1) == -1


LIVE = """Brod votes: the mayor leads

Live updates by Lake Review
3 May 2024

22:40 Ana Simic has spoken to her supporters in the hall, and asks them to go home quietly now.

21:15 The mayor says the count is over.

20:00 Polls have closed in the town.
"""


def test_the_hours_of_a_live_report_are_no_part_of_its_posts() -> None:
    shape, told = metadata.read(LIVE, FURNITURE)
    assert told.publisher
    assert LIVE[told.publisher.start : told.publisher.end] == "Lake Review"
    posts = [LIVE[each.start : each.end] for each in shape.paragraphs if each.role == "body"]
    assert [words.split()[0] for words in posts] == ["Ana", "The", "Polls"]


SUMMARY = (
    "Summary: the mayor has opened the bridge over the river in Brod, after twelve long years,"
    " before a crowd that sang and cheered all night."
)


@pytest.mark.parametrize(
    ("head", "publisher", "agency", "author"),
    [
        ("Lake News, Beta | 3 May 2024", "Lake News", "Beta", ""),
        ("By Ana Simic\n\nRFE/RL, 3 May 2024", "RFE/RL", "", "Ana Simic"),
        (f"{SUMMARY}\n\n03.05.2024, Ana Simic", "", "", "Ana Simic"),
    ],
)
def test_the_line_with_the_date_names_outlets_and_authors(
    head: str, publisher: str, agency: str, author: str
) -> None:
    body = "The mayor opened a bridge on Thursday, and the town came to see it."
    text = f"Bridge opens at last\n\n{head}\n\n{body}\n\nIt rained.\n\nIt snowed.\n\nIt blew."
    _, told = metadata.read(text, FURNITURE)
    named = [told.publisher, told.agency and told.agency[0], told.author]
    assert [text[each.start : each.end] if each else "" for each in named] == [
        publisher,
        agency,
        author,
    ]

"""Front matter becomes facts; marks are set aside; offsets are the file's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tui import extract
from tui.documents import Document, read
from tui.files import Refused
from tui.ids import article_id
from tui.model import Known, Reading, Told

REPORT = """\
---
title: "Mayor denies: theft"
author: [Ana Weaver, 'Bob Crane']
date: 2022-05-10T09:00:00+02:00   # of the first version
source: River Gazette
url: https://gazette.example/2022/05/mayor
lang: en-GB
tags:
  - elections
---

# Mayor denies theft

The opposition alliance **Clean Hands** said on Tuesday that the vote was stolen.

> “We will not leave the square,” [Milena Žarković](https://x.example/a_b) said.

![A square](square.png) The mayor won 48.2% of the *vote*. <!-- so he says -->
"""


def read_md(text: str, name: str = "a.md") -> Document:
    return read(name, text.encode())


def reading(text: str) -> Reading:
    document = read_md(text)
    known = Known(told=document.told, kept=document.kept, encoding=document.encoding)
    return extract.read("a.md", document.text, known)


class TestFrontMatter:
    @pytest.mark.parametrize(
        ("fact", "value"),
        [
            ("title", "Mayor denies: theft"),
            ("author", "Ana Weaver, Bob Crane"),
            ("published", "2022-05-10"),
            ("publisher", "River Gazette"),
            ("url", "https://gazette.example/2022/05/mayor"),
            ("language", "en"),
        ],
    )
    def test_gives_facts_with_their_place(self, fact: str, value: str) -> None:
        told = read_md(REPORT).told[fact]
        assert (told.value, told.origin) == (value, "front matter")
        assert told.span
        assert REPORT[slice(*told.span)].startswith(value[:2])

    def test_is_read_in_toml(self) -> None:
        text = "+++\ntitle = 'A vote'\ndate = 2023-12-21\nauthors = ['A', 'B']\n+++\nBody.\n"
        told = read_md(text).told
        assert told["title"] == Told("A vote", "front matter", (13, 19))
        assert told["published"].value == "2023-12-21"
        assert told["author"].value == "A, B"

    def test_opens_plain_texts_too(self) -> None:
        document = read_md("\ufeff---\r\ntitle: A vote\r\n---\r\nBody *as it is*.", "a.txt")
        assert document.report == "Body *as it is*."
        assert document.told["title"].value == "A vote"

    @pytest.mark.parametrize(
        ("lines", "title"),
        [
            ("title: 'It''s over'", "It's over"),
            ('title: "A \\"vote\\" \\u017e"', 'A "vote" ž'),
            ("Title : Old   and new # comment", "Old and new"),
            ("title: >-\n  A vote\n  is stolen", "A vote is stolen"),
            ("headline: A vote\ntitle: ~", "A vote"),
            ("title: C# and F#", "C# and F#"),
        ],
    )
    def test_has_values_as_people_write_them(self, lines: str, title: str) -> None:
        assert read_md(f"---\n{lines}\n---\nBody.\n").told["title"].value == title

    @pytest.mark.parametrize(
        ("written", "day"),
        [
            ("2023-12-21", "2023-12-21"),
            ("2023-12-21 23:30 -0500", "2023-12-21"),
            ("21.12.2023.", "2023-12-21"),
            ("21 December 2023", "2023-12-21"),
            ("Dec 21, 2023", "2023-12-21"),
        ],
    )
    def test_has_dates_as_people_write_them(self, written: str, day: str) -> None:
        assert read_md(f"---\ndate: {written}\n---\nBody.\n").told["published"].value == day

    @pytest.mark.parametrize(
        ("line", "remark"),
        [
            ("date: 2023-02-31", "its date '2023-02-31' is no day that is known"),
            ("date: 12/11/2023", "its date '12/11/2023' is no day that is known"),
            ("date: 99999999-12-11", "its date '99999999-12-11' is no day that is known"),
            ("url: javascript:alert(1)", "its address 'javascript:alert(1)' is no web address"),
            ("url: https://a.example/\u202e", "is no web address"),
            ("lang: the English one", "its language 'the English one' is no code such as en"),
            (f"title: {'x' * 501}", "its title is left out, being longer than 500 characters"),
        ],
    )
    def test_that_says_what_cannot_be_is_remarked(self, line: str, remark: str) -> None:
        document = read_md(f"---\n{line}\n---\nBody.\n")
        assert document.told == {}
        assert remark in document.remarks[0]

    def test_in_broken_toml_is_left_out_and_remarked(self) -> None:
        document = read_md("+++\ntitle = \n+++\nBody.\n")
        assert document.report == "Body.\n"
        assert document.remarks[0].startswith("its front matter is no TOML: ")

    @pytest.mark.parametrize(
        "text", ["---\nA line is drawn above.\n---\nBody.", "---\ntitle: never closed\nBody."]
    )
    def test_is_not_seen_where_there_is_none(self, text: str) -> None:
        document = read_md(text, "a.txt")
        assert document.report == text
        assert document.told == {}

    def test_alone_is_no_article(self) -> None:
        with pytest.raises(Refused, match="empty: nothing stands behind"):
            read_md("---\ntitle: A vote\n---\n<!-- nothing -->\n")


class TestMarks:
    @pytest.mark.parametrize(
        ("text", "report"),
        [
            ("## Heading ##\nText", "Heading\nText"),
            ("It was **stolen**, he _said_.", "It was stolen, he said."),
            ("snake_case and 3 * 4 stay", "snake_case and 3 * 4 stay"),
            ("[Vučić](https://x.example/a) and [Tepić][1]\n[1]: https://x", "Vučić and Tepić\n"),
            ("Seen ![A *square*](a.png) today", "Seen  today"),
            ("> “No,” he said.\n> > Yes.", "“No,” he said.\nYes."),
            ("- one\n* two\n+ three", "one\ntwo\nthree"),
            ("A\n\n***\n\nB", "A\n\n\n\nB"),
            ("```\ncode\n```", "\ncode\n"),
            (r"5\. \*not\*", "5. *not*"),
            ("see <https://a.example/b>", "see https://a.example/b"),
            ("a <!-- b --> c <!-- d", "a  c <!-- d"),
            ("[sic] and [He] said", "[sic] and [He] said"),
        ],
    )
    def test_are_set_aside(self, text: str, report: str) -> None:
        assert read_md(text).report == report

    def test_of_a_heading_give_the_title_where_nothing_else_does(self) -> None:
        told = read_md("Text.\n\n# The **vote**\n").told
        assert told["title"] == Told("The **vote**".replace("*", ""), "heading", (9, 21))

    @given(some.text(alphabet="*_#[]()!<>-`\\ \n\rab:\"“”'é~=+", max_size=300))
    def test_of_any_shape_leave_stretches_of_the_text(self, text: str) -> None:
        try:
            document = read_md(text)
        except Refused:
            return
        last = 0
        for start, end in document.kept or ():
            assert last <= start < end <= len(text)
            last = end


class TestTheRecords:
    def test_stand_where_the_file_has_their_words(self) -> None:
        made = reading(REPORT)
        quote = next(each for each in made.quotes if "leave the square" in each.text)
        _, start, end = quote.evidence[0]
        assert REPORT[start:end] == quote.text == "We will not leave the square,"
        assert quote.id.startswith(f"{article_id(REPORT)}.q")
        assert quote.speaker_text
        assert REPORT[quote.speaker_text.start : quote.speaker_text.end] == "Milena Žarković"
        names = {actor.name for actor in made.actors}
        assert "Milena Žarković" in names

    def test_take_nothing_from_front_matter(self) -> None:
        made = reading(REPORT)
        body = REPORT.index("# Mayor")
        for record in (*made.quotes, *made.events, *made.figures, *made.actors):
            assert all(anchor.start >= body for anchor in record.evidence)

    def test_have_the_facts_with_what_tells_them(self) -> None:
        article = reading(REPORT).article
        assert (article.title, article.rule) == ("Mayor denies: theft", "front matter")
        assert (article.author, article.publisher) == ("Ana Weaver, Bob Crane", "River Gazette")
        assert (article.published.edtf, article.published.basis) == ("2022-05-10", "stated")
        assert article.published.expression
        assert dict(article.facts_from)["publisher"] == "front matter"
        words = {REPORT[each.start : each.end] for each in article.evidence}
        assert {"Mayor denies: theft", "River Gazette", "en-GB"} <= words
        assert article.characters == len(REPORT)

    def test_date_quotes_by_the_front_matter(self) -> None:
        stolen = next(each for each in reading(REPORT).quotes if "stolen" in each.text)
        assert stolen.said.edtf == "2022-05-10"

    def test_say_when_the_text_has_another_date(self) -> None:
        text = "---\ndate: 2022-05-11\n---\nThe vote\n\nBy Ana Weaver | 10.05.2022\n\nIt ended.\n"
        published = reading(text).article.published
        assert published.edtf == "2022-05-11"
        assert published.note == "front matter; the text itself has 2022-05-10"


CLIPPED = """\
---
author:
  - "[[Ana Weaver]]"
date: March 14th, 2024
---
The vote in [[Brodica]] was stolen, said [[Milena Žarković|Žarković]].[^1]

> [!quote] On the square
> “We will not ==leave==,” she said. #brodica #vote ^abc12

<p>It was cold.<br>It was #1.</p> ![[square.png]] %%ask her%%

[^1]: By phone.
"""


class TestANoteOfAWebClipper:
    def test_has_facts_without_marks(self) -> None:
        told = read_md(CLIPPED).told
        assert told["author"].value == "Ana Weaver"
        assert told["published"].value == "2024-03-14"

    def test_is_read_without_its_marks(self) -> None:
        said = "The vote in Brodica was stolen, said Žarković. On the square “We will not leave,”"
        assert " ".join(read_md(CLIPPED).report.split()) == (
            f"{said} she said. It was cold.It was #1."
        )

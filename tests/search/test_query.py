"""Any string is a query, and a query written out is the same query."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.edit_distance import distance
from tui.help_topics import HELP_TOPICS
from tui.search import FIELDS, Query, Term, parse
from tui.search.fuzzy import is_near

PIECES = st.sampled_from(
    [
        *(f"{field}:" for field in FIELDS),
        *("topic", "foo:", '"', "“", "”", "„", "«", "-", "−", "–", "*", "~", "OR", "or"),
        *("ОR", " ", " ", "2023-12", "2023-1", "..", ">", "<=", "0.8", "80%", ".5", "vucic"),
        *("Đilas", "Вучић", "adj", "dj", ".", ":", "/", "\u200b", "\u00a0", "１", "ﬃ", "℀", "％"),
    ]
)
QUERIES = int(os.environ.get("SERBIA_TUI_FUZZ", "400"))
"""How many strings are tried; a few thousand take seconds."""

STRINGS = st.one_of(
    st.text(alphabet=st.characters()),
    st.lists(PIECES).map("".join),
    st.text(alphabet='-*~":OR ab.2013><%dj'),
)


def read(text: str, *, typing: bool = False) -> str:
    return str(parse(text, typing=typing))


class TestAnyString:
    @settings(max_examples=QUERIES)
    @given(STRINGS, st.booleans())
    @example("OR OR a OR", False)
    @example('speaker:"', True)
    @example("date:2023-12-17..2023-1", True)
    @example("sure:999 sure:>", True)
    def test_is_a_query_that_can_be_written_out(self, text: str, typing: bool) -> None:
        query = parse(text, typing=typing)
        assert parse(str(query)) == query
        assert read(str(query)) == str(query)
        for part in query.parts:
            for start, end in part.stretches:
                assert 0 <= start <= end <= len(text)
        for hint in query.hints:
            assert "\n" not in hint
            assert len(hint) < 160

    def test_of_any_length_is_read_in_time_that_grows_with_it(self) -> None:
        for piece in ('"', "-", "a*", "OR ", "speaker:", "date:2..", "a:", "a-", "«„"):
            assert isinstance(parse(piece * 8_000), Query)


class TestAWord:
    def test_is_letters_with_marks_inside(self) -> None:
        assert parse("46.72% red-handed!").terms == (Term("46.72"), Term("red-handed"))

    def test_goes_on_with_a_star_and_at_the_end_of_what_is_typed(self) -> None:
        assert parse("elect*").terms == (Term("elect", open=True),)
        assert parse("the elect", typing=True).terms == (Term("the"), Term("elect", open=True))
        assert parse("elect ", typing=True).terms == (Term("elect"),)
        assert parse("elect").terms == (Term("elect"),)

    def test_is_near_only_where_that_is_asked(self) -> None:
        assert parse("tepc~ theft").terms == (Term("tepc", near=True), Term("theft"))

    @pytest.mark.parametrize("text", ["„Ćирић“", "CIRIC", "Ćirić", "ciric"])
    def test_is_folded(self, text: str) -> None:
        assert read(text) == "ciric"


class TestAPhrase:
    @pytest.mark.parametrize(
        "text",
        [
            '"vote theft"',
            "“vote theft”",
            "„vote theft“",
            "„vote theft”",
            "«vote theft»",
            "»vote theft«",
        ],
    )
    def test_stands_between_any_marks(self, text: str) -> None:
        assert read(text) == '"vote theft"'

    def test_that_is_not_closed_ends_with_the_query(self) -> None:
        assert read("free „vote theft") == 'free "vote theft"'
        assert parse("free „vote theft").hints == ()
        assert read('"vote the', typing=True) == '"vote the"*'
        assert read('"vote theft"', typing=True) == '"vote theft"'


class TestOperators:
    def test_leave_words_out(self) -> None:
        assert read('theft -bus −"new vote" -speaker:ciric') == (
            'theft -bus -"new vote" -speaker:ciric'
        )

    def test_take_a_dash_before_a_word_for_a_dash(self) -> None:
        assert read("theft –bus – mayor") == "theft bus mayor"

    def test_join_the_two_beside_an_or(self) -> None:
        query = parse("vote theft OR fraud OR Ćirić now")
        assert [str(part) for part in query.parts] == ["vote", "theft OR fraud OR ciric", "now"]
        assert read("vote or fraud") == "vote or fraud"

    @pytest.mark.parametrize(
        ("text", "same", "hint"),
        [
            ("OR theft", "or theft", "OR stands between two words"),
            ("theft OR", "theft or", "OR stands between two words"),
            ("theft OR OR fraud", "theft or OR fraud", "OR stands between two words"),
            ("theft - bus", "theft bus", "- stands alone"),
            ("theft * bus", "theft bus", "* stands alone"),
            ("wo*rd", "wo rd", "* counts at the end of a word only"),
            ("~word", "word", "~ counts at the end of a word only"),
            ("-", '"-"', "- stands alone"),
        ],
    )
    def test_that_are_stray_are_read_as_they_stand(self, text: str, same: str, hint: str) -> None:
        query = parse(text)
        assert str(query) == same
        assert query.hints[0].startswith(hint)
        assert len(query.hints) == 1

    def test_wait_for_what_is_still_to_be_typed(self) -> None:
        for text in ("theft OR", "theft OR ", "theft -"):
            assert read(text, typing=True) == "theft"


class TestFields:
    @pytest.mark.parametrize(
        "text",
        [
            "speaker:tepic",
            'party:"serbian progressive"',
            "source:reuters",
            "kind:mixed",
            "topic:koso*",
            "rule:direct-before",
            "speaker:tepc~",
            "date:2023",
            "date:2023-12",
            "date:2023-12-17",
            "date:2023-12-17..2023-12-25",
            "date:2023-12-17..",
            "date:..2023-12-17",
            "sure:0.8",
            "sure:>0.8",
            "sure:<=0.6",
            "sure:0.5..0.8",
        ],
    )
    def test_are_understood(self, text: str) -> None:
        query = parse(text)
        assert (str(query), query.terms, query.hints) == (text, (), ())

    def test_are_read_in_other_forms_too(self) -> None:
        assert read('SPEAKER:„Тепић“ sure:>80% sure:≥.5 date:"2023-12"') == (
            "speaker:tepic sure:>0.8 sure:>=0.5 date:2023-12"
        )
        assert read("date:2023-12-25..2023-12-17") == "date:2023-12-17..2023-12-25"

    @pytest.mark.parametrize("text", ["foo:bar", "was:bookmarked", 'foo:"bar baz"'])
    def test_that_nobody_knows_are_read_as_they_stand(self, text: str) -> None:
        query = parse(text)
        assert (
            "".join(letters for letters, *_ in query.terms)
            .replace(":", "")
            .startswith(text.partition(":")[0])
        )
        (hint,) = query.hints
        assert all(f"{field}:" in hint for field in FIELDS)

    @pytest.mark.parametrize("text", ["10:30", "https://a.example", "Ćirić: no", "a/b"])
    def test_are_not_seen_where_there_are_none(self, text: str) -> None:
        assert parse(text).hints == ()

    @pytest.mark.parametrize(
        "text",
        [
            "date:december",
            "date:2023-13",
            "date:2023-02-30",
            "sure:very",
            "sure:2..9..",
            "date:x..",
        ],
    )
    def test_whose_value_is_none_are_read_as_they_stand(self, text: str) -> None:
        query = parse(text)
        assert query.terms
        (hint,) = query.hints
        assert hint.startswith(f"{text.partition(':')[0]}: takes ")

    def test_that_are_empty_ask_for_nothing(self) -> None:
        assert read("speaker: theft") == "theft"
        assert parse("speaker: theft").hints == (
            "speaker: is followed by nothing and asks for nothing",
        )
        assert parse("theft speaker:", typing=True).hints == ()

    @pytest.mark.parametrize("end", range(len("date:2023-12-17..2023-12-25") + 1))
    def test_are_understood_at_every_letter_of_a_date(self, end: int) -> None:
        text = "date:2023-12-17..2023-12-25"[:end]
        query = parse(text, typing=True)
        assert query.hints == ()
        assert not query.terms or end < 5

    @pytest.mark.parametrize("end", range(len("sure:0.55..0.85") + 1))
    def test_are_understood_at_every_letter_of_a_bound(self, end: int) -> None:
        assert parse("sure:0.55..0.85"[:end], typing=True).hints == ()
        assert parse("sure:>=0.85"[:end], typing=True).hints == ()


class TestNearWords:
    @pytest.mark.parametrize(
        ("one", "other", "edits"),
        [("theft", "theft", 0), ("theft", "thft", 1), ("theft", "tehft", 1), ("theft", "left", 2)],
    )
    def test_are_so_many_edits_away(self, one: str, other: str, edits: int) -> None:
        assert distance(one, other, 2) == distance(other, one, 2) == edits

    @given(st.text("abc", max_size=7), st.text("abc", max_size=7))
    def test_are_at_most_as_far_as_they_are_long(self, one: str, other: str) -> None:
        far = distance(one, other, 9)
        assert abs(len(one) - len(other)) <= far <= max(len(one), len(other))
        assert distance(one, other, 2) == min(far, 3)

    def test_are_none_for_numbers_and_the_shortest(self) -> None:
        assert not is_near("2024", "2023")
        assert not is_near("on", "in")


class TestTheDocument:
    def test_shows_queries_that_mean_what_they_say(self) -> None:
        (table,) = re.findall(r"^(?:\|.*\n)+", HELP_TOPICS["search"].text, re.MULTILINE)
        shown = re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)
        assert {each.partition(":")[0] for each in shown if ":" in each} == set(FIELDS)
        for text in (*shown, *re.findall(r"`((?:date|sure):[^`]+)`", table)):
            query = parse(text)
            assert query.parts
            assert query.hints == ()

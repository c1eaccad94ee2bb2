"""What speakers say, side by side, without a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import hostile_corpus, sample_corpus
from tui.comparison import Cell, NotKnown, compare, filled_up, most_quoted, speaker_called
from tui.corpus import Corpus
from tui.filters import Between
from tui.model import Quote
from tui.search import parse

CORPUS = sample_corpus()
ZARKOVIC, CIRIC, OFFICIALS = (
    "milena-zarkovic",
    "djordje-ciric",
    "officials-of-the-electoral-board",
)


def texts(quotes: tuple[Quote | None, ...]) -> list[str]:
    return [quote.text if quote else "" for quote in quotes]


class TestSideBySide:
    def test_the_dated_come_first_in_order_of_time_then_a_group_for_each_article(self) -> None:
        compared = compare(CORPUS, [ZARKOVIC, CIRIC, "clean-hands"])
        days = [group.when.edtf for group in compared.groups]
        assert days[:2] == ["2022-05-10", "2022-05-11"]
        assert set(days[2:]) == {""}
        articles = [group.article for group in compared.groups]
        assert articles[:2] == ["", ""]
        assert len(set(articles[2:])) == len(articles[2:]) > 0

    def test_quotes_of_one_time_stand_in_one_row_the_first_of_each_first(self) -> None:
        compared = compare(CORPUS, [CIRIC, OFFICIALS])
        group = next(group for group in compared.groups if group.when.edtf == "2022-05-11")
        assert [texts(row) for row in group.rows] == [
            ["The count was clean", "the count was\nclean"],
            ["the count was\nclean", "no complaint had been proven"],
            ["no complaint had been proven", ""],
            ["Not one box was opened", ""],
        ]

    def test_what_two_say_together_stands_in_both_columns_and_counts_for_both(self) -> None:
        compared = compare(CORPUS, [CIRIC, OFFICIALS])
        assert compared.counts == compared.totals == (5, 2)
        assert len(compared.quotes) == 5

    def test_one_who_says_nothing_has_an_empty_column(self) -> None:
        compared = compare(CORPUS, [ZARKOVIC, CIRIC], parse("topic:protest"))
        assert compared.counts == (2, 0)
        assert compared.totals == (4, 5)
        assert all(row[1] is None for row in compared.rows)

    def test_the_same_words_find_the_same_as_a_search(self) -> None:
        compared = compare(CORPUS, [ZARKOVIC, CIRIC], parse("count OR theft"))
        assert compared.about == "count OR theft"
        assert {quote.id for quote in compared.quotes} == {
            quote.id
            for quote in CORPUS.quotes
            if {ZARKOVIC, CIRIC} & {*quote.speakers}
            and ("count" in quote.text or "theft" in quote.text)
        }

    def test_a_narrowed_corpus_is_compared_as_far_as_it_goes_and_says_so(self) -> None:
        compared = compare(CORPUS.narrowed(Between("2022-05-11", "2022-05-11")), [CIRIC, ZARKOVIC])
        assert compared.counts == (4, 0)
        assert compared.about == "2022-05-11"

    def test_nobody_and_nothing_compare_to_nothing(self) -> None:
        assert compare(CORPUS, []).groups == ()
        assert compare(Corpus(), ["nobody"]).counts == (0,)

    def test_a_quote_is_found_where_it_stands(self) -> None:
        compared = compare(CORPUS, [CIRIC, OFFICIALS])
        rows = list(compared.rows)
        for quote in compared.quotes:
            cell = compared.find(quote.id)
            assert cell is not None
            assert rows[cell.row][cell.column] is quote
        assert compared.find("nothing") is None
        first = rows[0][0]
        assert first is not None
        assert compared.find(first.id) == Cell(0, 0)

    @given(st.lists(st.sampled_from([a.id for a in CORPUS.actors]), max_size=5), st.text())
    def test_every_quote_of_a_speaker_stands_in_their_column_once(
        self, speakers: list[str], words: str
    ) -> None:
        query = parse(words)
        compared = compare(CORPUS, speakers, query)
        for column, speaker in enumerate(compared.speakers):
            said = [row[column] for row in compared.rows if row[column] is not None]
            assert len(said) == len(set(said))
            if not query.parts:
                assert set(said) == {q for q in CORPUS.quotes if speaker in q.speakers}
        assert all(any(row) for row in compared.rows)


class TestWhom:
    def test_the_most_quoted_come_first(self) -> None:
        assert most_quoted(CORPUS)[:2] == [CIRIC, ZARKOVIC]
        assert most_quoted(CORPUS, parse("topic:protest")) == [ZARKOVIC]
        assert most_quoted(Corpus()) == []

    def test_one_is_joined_by_the_most_quoted_other_and_two_are_enough(self) -> None:
        assert filled_up(CORPUS, [ZARKOVIC]) == [ZARKOVIC, CIRIC]
        assert filled_up(CORPUS, []) == [CIRIC, ZARKOVIC]
        assert filled_up(CORPUS, [ZARKOVIC, OFFICIALS]) == [ZARKOVIC, OFFICIALS]

    def test_who_speaks_in_the_same_articles_comes_before_who_says_most(self) -> None:
        assert filled_up(CORPUS, ["clean-hands"]) == ["clean-hands", ZARKOVIC]

    def test_who_says_something_on_the_words_comes_before_who_says_most(self) -> None:
        query = parse("topic:theft")
        assert filled_up(CORPUS, [ZARKOVIC], query) == [ZARKOVIC, "clean-hands"]
        assert filled_up(CORPUS, [ZARKOVIC], parse("topic:protest")) == [ZARKOVIC, CIRIC]

    def test_an_actor_who_is_no_record_is_nobody(self) -> None:
        quote = replace(CORPUS.quotes[0], speakers=("ghost",))
        assert most_quoted(replace(CORPUS, quotes=(quote,))) == []


class TestNames:
    @pytest.mark.parametrize("name", ["milena-zarkovic", "Milena Žarković", "zarkovic", "zar mil"])
    def test_a_speaker_is_known_by_id_by_name_and_by_what_begins_it(self, name: str) -> None:
        assert speaker_called(CORPUS, name) == ZARKOVIC

    def test_an_alias_will_do(self) -> None:
        assert speaker_called(CORPUS, "Djordje Ciric") == CIRIC

    def test_of_several_the_one_who_is_quoted_is_meant(self) -> None:
        assert speaker_called(CORPUS, "clean") == "clean-hands"

    def test_a_name_of_several_or_of_nobody_says_who_might_be_meant(self) -> None:
        twin = replace(CORPUS.actors[0], id="other", name="Milena Ćirić", also_known_as=())
        twins = replace(CORPUS, actors=(*CORPUS.actors, twin))
        quoted = replace(
            twins, quotes=(*CORPUS.quotes, replace(CORPUS.quotes[0], speakers=("other",)))
        )
        with pytest.raises(NotKnown, match=r"milena may mean .*\(milena-zarkovic\).*\(other\)"):
            speaker_called(quoted, "milena")
        with pytest.raises(NotKnown, match="nobody is called zebra; most quoted: Đorđe Ćirić"):
            speaker_called(CORPUS, "zebra")
        with pytest.raises(NotKnown):
            speaker_called(CORPUS, " ")
        with pytest.raises(NotKnown, match=r"nobody is called x$"):
            speaker_called(Corpus(), "x")

    def test_a_hostile_name_is_one_like_any_other(self) -> None:
        corpus = hostile_corpus()
        assert speaker_called(corpus, corpus.actors[0].name) == corpus.actors[0].id

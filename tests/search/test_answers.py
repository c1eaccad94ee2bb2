"""All that is said of a search: hits, counts, advice, and what was perhaps meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.generated import generated
from tests.samples import GAZETTE_ID, sample_corpus
from tests.search.test_query import STRINGS
from tui.build import build
from tui.filters import ByActor, BySource
from tui.search import (
    KINDS,
    answer,
    everywhere,
    parse,
    search,
    settled,
    text_of,
)
from tui.search.inverted_index import RankedBits, as_bits

CORPUS = sample_corpus()


def found(query: str, kind: str = "quote", *, typing: bool = False) -> list[str]:
    return [text_of(hit.record) for hit in search(CORPUS, query, kind, typing=typing)]


class TestAnAnswer:
    def test_comes_by_where_the_words_stand_and_then_by_date(self) -> None:
        hits = search(CORPUS, "brodica", "event")
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        first = [hit.record for hit in hits if hit.score == hits[0].score]
        days = [record.when.earliest for record in first if hasattr(record, "when")]
        assert days == sorted(days)

    def test_says_how_many_of_how_many(self) -> None:
        assert answer(CORPUS, "zarkovic").count == "4 of 11 quotes"
        assert answer(CORPUS, "").count == "11 quotes"
        assert answer(CORPUS, "zebra").count == "nothing in 11 quotes"

    def test_gives_hits_as_they_are_asked_for(self) -> None:
        hits = answer(CORPUS, "the").hits
        assert [hit.record for hit in hits[1:3]] == [hit.record for hit in list(hits)[1:3]]
        assert hits[-1].record == list(hits)[-1].record
        assert list(hits.records) == [hit.record for hit in hits]

    def test_knows_where_each_hit_stands_among_however_many(self) -> None:
        corpus = generated(5_000, speakers=50)
        hits = answer(corpus, "the OR v", typing=True).hits
        assert len({hit.score for hit in hits}) > 1
        in_order = list(hits.records)
        assert len(in_order) == len(hits) > 4_096
        for at in (0, 1, 4_095, 4_096, len(hits) // 2, len(hits) - 1, -1):
            assert hits.records[at] is hits[at].record is in_order[at]
            assert hits.records.place(in_order[at].id) == at % len(hits)
        assert hits.records[-3:] == in_order[-3:]
        missing = next(each for each in corpus.quotes if each not in set(in_order))
        assert hits.records.place(missing.id) == hits.records.place("nothing") == -1
        with pytest.raises(IndexError):
            _ = hits.records[len(hits)]

    @given(st.sets(st.integers(0, 20_000)))
    def test_finds_the_members_of_a_set_one_by_one(self, numbers: set[int]) -> None:
        among = RankedBits(as_bits(numbers, 20_001))
        assert [among[at] for at in range(len(among))] == sorted(numbers)

    def test_of_nothing_says_what_to_drop_and_what_that_gives(self) -> None:
        found = answer(CORPUS, "lights zebra")
        assert [(each.how, each.text, each.total) for each in found.otherwise] == [
            ("leave out zebra", "lights", 1)
        ]
        assert found.advice == "leave out zebra: 1"
        found = answer(CORPUS, "square speaker:ciric")
        assert [each.how for each in found.otherwise] == [
            "leave out square",
            "leave out speaker:ciric",
        ]
        for each in found.otherwise:
            assert len(search(CORPUS, each.text)) == each.total

    def test_of_nothing_offers_near_words_and_topics(self) -> None:
        near = answer(CORPUS, "sqaure zebra").otherwise
        assert [each.how for each in near] == ["only square (instead of sqaure)"]
        (topic,) = answer(CORPUS, "electon fraud").topics
        assert topic.text == 'topic:"election theft"'
        assert len(search(CORPUS, topic.text)) == topic.total
        assert answer(CORPUS, "zebra").topics == ()

    def test_of_nothing_says_what_else_has_it(self) -> None:
        found = answer(CORPUS, "bridge")
        assert not found.total
        for kind, total in found.elsewhere:
            assert len(search(CORPUS, "bridge", kind)) == total
        assert found.elsewhere
        assert found.lines()[-1] == "elsewhere: 1 article, 1 event (--in articles)"
        assert answer(CORPUS, "square").elsewhere == ()

    def test_of_nothing_takes_a_phrase_apart(self) -> None:
        (otherwise,) = answer(CORPUS, "„off switch“").otherwise
        assert otherwise == ("with the words of „off switch“ apart", "off switch", 1)

    @pytest.mark.parametrize(
        ("typed", "begun"),
        [
            ("squ", "squ*"),
            ("speaker:zar", "speaker:zar*"),
            ("“leave the squ”", '"leave the squ"*'),
            ("squ leave", "squ* leave"),
        ],
    )
    def test_of_a_word_that_only_begins_one_says_what_going_on_gives(
        self, typed: str, begun: str
    ) -> None:
        found = answer(CORPUS, typed)
        first = found.otherwise[0]
        assert first.text == begun
        assert first.how == f"with {begun.removesuffix(' leave')}"
        assert first.total == len(search(CORPUS, begun)) > 0
        assert not any(
            each.how.startswith("with ") for each in answer(CORPUS, "-squ zzz").otherwise
        )

    def test_of_nothing_says_what_finds_something_alone(self) -> None:
        found = answer(CORPUS, "zebra square lights")
        assert [(each.how, each.total) for each in found.otherwise] == [
            ("only square", 1),
            ("only lights", 1),
        ]

    def test_of_nothing_looks_behind_the_filter(self) -> None:
        narrowed = CORPUS.narrowed(ByActor("clean-hands"))
        (otherwise,) = answer(narrowed, "lights").otherwise
        assert otherwise.how == "without the filter (actor Clean Hands)"
        assert otherwise.total == 1

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("sqaure", "square"),
            ("brod dayligth", "broad daylight"),
            ("speaker:Zarkovich leave", "speaker:zarkovic leave"),
            ("“swicth off”", '"switch off"'),
            ("topic:protezt", "topic:protest"),
        ],
    )
    def test_of_nothing_asks_what_was_meant(self, typed: str, meant: str) -> None:
        suggestion = answer(CORPUS, typed).suggestion
        assert suggestion is not None
        assert suggestion.text == meant
        assert suggestion.total == len(search(CORPUS, meant)) > 0

    def test_is_one_with_a_letter_more_before_a_frequent_one(self, tmp_path: Path) -> None:
        told = "Ana Ilic said: “That is so, and that is that.”\n\nBo Peric said: “It was theft.”"
        (tmp_path / "news.txt").write_text(told, encoding="utf-8")
        suggestion = answer(build(tmp_path).corpus, "thft").suggestion
        assert suggestion is not None
        assert suggestion.text == "theft"

    def test_suggests_nothing_that_finds_nothing(self) -> None:
        assert answer(CORPUS, "sqaure bridge").suggestion is None
        assert answer(CORPUS, "xyzzyxyzzy").suggestion is None
        assert answer(CORPUS, "square").suggestion is None

    def test_is_the_same_for_every_kind_at_once(self) -> None:
        answers = everywhere(CORPUS, "brodica")
        assert list(answers) == list(KINDS)
        for kind, found in answers.items():
            assert [hit.record for hit in found.hits] == [
                hit.record for hit in search(CORPUS, "brodica", kind)
            ]

    def test_of_every_kind_at_once_keeps_to_kinds_that_have_the_field(self) -> None:
        answers = everywhere(CORPUS, "sure:<1")
        assert {kind for kind, found in answers.items() if found.total} == {"quote"}
        assert answers["event"].hint == "events have no sure:"


class TestASettledQuery:
    @pytest.mark.parametrize(
        ("typed", "written"),
        [("squ", "squ*"), ('"leave the squ', '"leave the squ"*'), ("speaker:cir", "speaker:cir*"),
         ("date:2022-0", "date:2022-0*"), ('"off the"', '"off the"'), ("", "")],
    )  # fmt: skip
    def test_is_written_so_that_it_goes_on_finding_the_same(self, typed: str, written: str) -> None:
        assert settled(typed) == written

    @settings(max_examples=500)
    @given(STRINGS)
    def test_finds_what_it_found_while_it_was_typed(self, text: str) -> None:
        assert parse(settled(text)) == parse(text, typing=True)


class TestANarrowedCorpus:
    def test_is_searched_alone(self) -> None:
        narrowed = CORPUS.narrowed(BySource(GAZETTE_ID))
        assert len(search(narrowed, "zarkovic")) == 3
        assert len(search(CORPUS, "zarkovic")) == 4

"""Choosing among what records have: values, how many each leaves, and the filter made of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.samples import hostile_corpus, sample_corpus
from tui.corpus import Corpus
from tui.filters import ByActor
from tui.search import KINDS, parse, search
from tui.search.facets import FIELDS, NONE, FacetChoices, FieldFilter, fits, values_of

CORPUS = sample_corpus()
ZARKOVIC, CIRIC, OFFICIALS = (
    "milena-zarkovic",
    "djordje-ciric",
    "officials-of-the-electoral-board",
)


def totals(choices: FacetChoices, field: str, **chosen: tuple[str, ...]) -> dict[str, int]:
    return {each.key: each.total for each in choices.values(field, chosen)}


class TestValues:
    def test_say_how_many_records_each_leaves_the_most_frequent_first_and_none_last(self) -> None:
        assert [tuple(each) for each in FacetChoices(CORPUS, "quote").values("speaker", {})] == [
            (CIRIC, "Đorđe Ćirić", 5),
            (ZARKOVIC, "Milena Žarković", 4),
            (OFFICIALS, "officials of the Electoral Board", 2),
            ("clean-hands", "Clean Hands", 1),
            (NONE, "nobody named", 1),
        ]

    def test_follow_the_choices_in_other_fields_and_stay_where_they_leave_nothing(self) -> None:
        choices = FacetChoices(CORPUS, "quote")
        speakers = totals(choices, "speaker", kind=("mixed",))
        assert speakers == {CIRIC: 1, OFFICIALS: 1, ZARKOVIC: 1, "clean-hands": 0, NONE: 0}

    def test_do_not_follow_the_choice_in_their_own_field(self) -> None:
        choices = FacetChoices(CORPUS, "quote")
        assert totals(choices, "speaker", speaker=(ZARKOVIC,)) == totals(choices, "speaker")

    def test_follow_the_words_searched_for(self) -> None:
        assert totals(FacetChoices(CORPUS, "quote", parse("clean")), "kind") != totals(
            FacetChoices(CORPUS, "quote"), "kind"
        )
        nothing = FacetChoices(CORPUS, "quote", parse("zebra"))
        assert set(totals(nothing, "speaker").values()) == {0}

    def test_follow_a_word_that_goes_on_only_while_it_is_typed(self) -> None:
        assert FacetChoices(CORPUS, "quote", parse("squ", typing=True)).total({}) == 1
        assert FacetChoices(CORPUS, "quote", parse("squ")).total({}) == 0

    def test_follow_the_other_filters_of_the_corpus(self) -> None:
        narrowed = CORPUS.narrowed(ByActor(ZARKOVIC))
        assert totals(FacetChoices(narrowed, "quote"), "speaker")[CIRIC] == 0
        assert FacetChoices(narrowed, "quote").total({}) == 4

    def test_months_come_in_order_of_time(self) -> None:
        months = [each.key for each in FacetChoices(CORPUS, "event").values("date", {})]
        assert months[-1] == NONE
        assert months[:-1] == sorted(months[:-1])


class TestFields:
    @pytest.mark.parametrize(
        ("kind", "fields"),
        [
            ("quote", {"speaker", "party", "source", "kind", "topic"}),
            ("event", {"source", "date", "kind"}),
            ("actor", {"kind"}),
        ],
    )
    def test_are_those_that_tell_records_of_the_kind_apart(
        self, kind: str, fields: set[str]
    ) -> None:
        assert fields <= set(FacetChoices(CORPUS, kind).fields) <= set(FIELDS)

    def test_that_a_kind_does_not_have_are_left_out(self) -> None:
        assert not {"topic", "speaker"} & set(FacetChoices(CORPUS, "article").fields)
        assert not {"date", "topic", "speaker"} & set(FacetChoices(CORPUS, "actor").fields)

    def test_of_nothing_are_none(self) -> None:
        empty = FacetChoices(Corpus(), "quote")
        assert (empty.fields, empty.total({}), empty.of) == ((), 0, 0)


class TestAChoice:
    def test_leaves_what_has_one_of_the_values_in_every_field(self) -> None:
        either = FieldFilter("quote", "speaker", (ZARKOVIC, CIRIC))
        assert len(CORPUS.narrowed(either).quotes) == 9
        direct = CORPUS.narrowed(either).narrowed(FieldFilter("quote", "kind", ("direct",)))
        assert {q.type for q in direct.quotes} == {"direct"}
        assert {s for q in direct.quotes for s in q.speakers} <= {ZARKOVIC, CIRIC, OFFICIALS}

    def test_leaves_the_other_kinds_as_they_are(self) -> None:
        narrowed = CORPUS.narrowed(FieldFilter("quote", "kind", ("direct",)))
        assert narrowed.events == CORPUS.events
        assert narrowed.describe("event") == ""
        assert narrowed.describe("quote") == "direct"

    def test_may_be_of_actors_and_of_articles_too(self) -> None:
        people = CORPUS.narrowed(FieldFilter("actor", "kind", ("person",)))
        assert {actor.type for actor in people.actors} == {"person"}
        assert people.quotes == CORPUS.quotes
        assert people.get("clean-hands") is not None

    def test_may_be_of_what_has_no_value(self) -> None:
        nobody = CORPUS.narrowed(FieldFilter("quote", "speaker", (NONE,)))
        assert [quote.type for quote in nobody.quotes] == ["sign"]
        assert nobody.describe() == "speaker nobody named"

    def test_says_what_it_is_in_words_and_cuts_a_long_list(self) -> None:
        assert FieldFilter("quote", "speaker", (ZARKOVIC, CIRIC)).describe(CORPUS) == (
            "speaker Milena Žarković or Đorđe Ćirić"
        )
        assert FieldFilter("quote", "date", ("2022-05",)).describe(CORPUS) == "May 2022"
        many = FieldFilter("quote", "topic", ("a", "b", "c", "d", "e"))
        assert many.describe(CORPUS) == "topic a or b or c or 2 more"

    def test_is_found_again_in_the_corpus_that_it_narrowed(self) -> None:
        chosen = {"speaker": (ZARKOVIC,), "kind": ("direct", "mixed")}
        first = FacetChoices(CORPUS.narrowed(ByActor(ZARKOVIC)), "quote", parse("the"))
        narrowed = CORPUS.refined("quote", first.filters(chosen))
        again = FacetChoices(narrowed, "quote", parse("the"))
        assert again.chosen == chosen
        assert again.others == (ByActor(ZARKOVIC),)
        assert again.total(chosen) == len(search(narrowed, "the"))

    @settings(max_examples=60, deadline=None)
    @given(st.data(), st.sampled_from(KINDS), st.sampled_from(["", "the", "count OR theft"]))
    def test_leaves_as_many_as_was_said_before(
        self, data: st.DataObject, kind: str, text: str
    ) -> None:
        corpus = data.draw(st.sampled_from([CORPUS, hostile_corpus()]))
        choices = FacetChoices(corpus, kind, parse(text))
        chosen = {}
        for field in choices.fields:
            keys = [each.key for each in choices.values(field, {})]
            chosen[field] = tuple(data.draw(st.lists(st.sampled_from(keys), unique=True)))
        narrowed = corpus.refined(kind, choices.filters(chosen))
        assert choices.total(chosen) == len(search(narrowed, text, kind))
        for field in choices.fields:
            others = {f: v for f, v in chosen.items() if f != field}
            for value in choices.values(field, chosen):
                one = corpus.refined(kind, choices.filters({**others, field: (value.key,)}))
                assert value.total == len(search(one, text, kind))

    def test_can_be_left_out_with_every_other_filter(self) -> None:
        narrowed = CORPUS.narrowed(ByActor(ZARKOVIC)).narrowed(
            FieldFilter("quote", "kind", ("mixed",))
        )
        free = FacetChoices(narrowed, "quote", parse("the")).unfiltered()
        assert (free.chosen, free.others) == ({}, ())
        assert free.total({}) == len(search(CORPUS, "the"))


class TestNarrowing:
    def test_refining_one_kind_keeps_the_filters_of_the_others(self) -> None:
        quotes = FieldFilter("quote", "kind", ("direct",))
        events = FieldFilter("event", "kind", ("planned",))
        both = CORPUS.narrowed(quotes).narrowed(events).narrowed(ByActor(ZARKOVIC))
        assert both.refined("quote").filters == (events,)
        assert both.filters_on("event") == (events, ByActor(ZARKOVIC))

    def test_every_record_has_a_value_of_every_field_if_only_none(self) -> None:
        for record in CORPUS.records:
            for field in FIELDS:
                assert values_of(CORPUS, field, record)
        bare = replace(CORPUS.quotes[0], speakers=("nobody-there",))
        assert values_of(CORPUS, "speaker", bare) == (NONE,)


def test_a_value_is_found_by_the_beginnings_of_its_words_however_they_are_spelt() -> None:
    assert fits("Đorđe Ćirić", "ciric djor")
    assert fits("Serbian Progressive Party", "pro")
    assert not fits("Serbian Progressive Party", "gress")
    assert fits("pro-Kremlin", "kremlin")
    assert fits("anything", "")

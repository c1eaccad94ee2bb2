"""What hits divide into, and how a query may go on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bench.generated import generated
from tests.samples import hostile_corpus, sample_corpus
from tests.search.test_query import STRINGS
from tui.model import Quote
from tui.search import FIELDS, KINDS, answer, completions, facets, parse, prepare
from tui.search.completions import COUNTED

CORPUS = sample_corpus()


class TestFacets:
    def test_count_what_each_value_would_give(self) -> None:
        assert [(each.value, each.total) for each in facets(CORPUS, "", "speaker")] == [
            ("Đorđe Ćirić", 5),
            ("Milena Žarković", 4),
            ("officials of the Electoral Board", 2),
            ("Clean Hands", 1),
        ]
        assert [(each.value, each.total) for each in facets(CORPUS, "", "date")] == [
            ("2022-05", 10)
        ]

    def test_follow_the_rest_of_the_query_and_not_their_own_field(self) -> None:
        narrowed = facets(CORPUS, "clean speaker:zarkovic", "speaker")
        assert narrowed == facets(CORPUS, "clean", "speaker")
        assert narrowed != facets(CORPUS, "", "speaker")
        kinds = {each.value: each.total for each in facets(CORPUS, "speaker:zarkovic", "kind")}
        assert kinds == {"direct": 3, "mixed": 1}

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("field", COUNTED)
    @pytest.mark.parametrize("corpus", [CORPUS, hostile_corpus()], ids=["sample", "hostile"])
    def test_are_clauses_that_find_what_they_count(
        self, corpus: object, field: str, kind: str
    ) -> None:
        for each in facets(corpus, "", field, kind):  # type: ignore[arg-type]
            query = parse(each.clause)
            assert len(query.parts) == 1
            found = answer(corpus, each.clause, kind)  # type: ignore[arg-type]
            assert each.total <= found.total
            assert not found.hint

    def test_are_none_for_a_field_that_a_kind_does_not_have(self) -> None:
        assert facets(CORPUS, "", "topic", "event") == ()
        assert facets(CORPUS, "", "sure") == facets(CORPUS, "", "nonsense") == ()


class TestCompletions:
    def test_of_a_fields_name(self) -> None:
        assert [each.text for each in completions(CORPUS, "theft s")] == [
            "theft speaker:",
            "theft source:",
            "theft sure:",
            "theft state:",
        ]
        assert [each.text for each in completions(CORPUS, "theft -ki")] == ["theft -kind:"]
        assert completions(CORPUS, "theft ") == ()

    def test_of_a_value_from_any_of_its_words(self) -> None:
        (completion,) = completions(CORPUS, "square speaker:zar")
        assert completion == ('square speaker:"Milena Žarković"', "Milena Žarković", 1)
        assert completions(CORPUS, "speaker:„milena ž")[0].shown == "Milena Žarković"

    def test_of_a_value_that_is_still_to_be_begun(self) -> None:
        topics = completions(CORPUS, "topic:")
        assert [(each.shown, each.total) for each in topics] == [
            ("protest", 3),
            ("election theft", 2),
        ]
        assert topics[1].text == 'topic:"election theft"'

    def test_of_many_values_are_those_with_most_hits(self) -> None:
        corpus = generated(2_000, speakers=60)
        for before in ("", "vote "):
            among = answer(corpus, before).hits.records
            quotes = [each for each in among if isinstance(each, Quote)]
            counts = Counter(corpus.name(each.speakers[0]) for each in quotes)
            most = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
            found = completions(corpus, f"{before}speaker:", most=4)
            assert [(each.shown, each.total) for each in found] == most[:4]

    def test_are_looked_together_before_anything_is_typed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        suggested = [completions(CORPUS, f"{field}:") for field in COUNTED]
        corpus = replace(CORPUS)
        prepare(corpus, "quote")
        monkeypatch.delattr(import_module("tui.search.completions"), "alike")
        assert [completions(corpus, f"{field}:") for field in COUNTED] == suggested

    def test_are_queries_themselves(self) -> None:
        for field in FIELDS:
            for completion in completions(CORPUS, f"{field}:"):
                assert answer(CORPUS, completion.text).total == completion.total

    @settings(max_examples=500)
    @given(STRINGS, st.sampled_from(KINDS), st.sampled_from(COUNTED))
    def test_may_be_asked_of_any_string(self, text: str, kind: str, field: str) -> None:
        found = completions(CORPUS, text, kind)
        assert completions(CORPUS, text, kind, most=2) == found[:2]
        for completion in found:
            assert "\n" not in completion.shown
        assert all(facet.total > 0 for facet in facets(CORPUS, text, field, kind))

"""What a reader corrects is so wherever it is shown, and the rules' records stay as they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import sample_corpus
from tui import store
from tui.annotated import (
    FIELDS,
    CannotCorrect,
    Corrected,
    Placer,
    corrected,
    field_of,
    says,
    target_of,
    understood,
)
from tui.annotation import Annotation
from tui.corpus import Corpus
from tui.model import KINDS, Actor, Article, Event, Quote, Record
from tui.tables.lazy_records import LazyRecords

CORPUS = sample_corpus()


def correction(record: Record, field: str, typed: str, why: str = "") -> Annotation:
    name = field_of(record, field)
    return Annotation(
        id=f"{record.id} {field}",
        target=target_of(CORPUS, record),
        purpose="correction",
        field=name.name,
        value=understood(CORPUS, record, name, typed),
        was=says(CORPUS, record, name),
        why=why,
        by="ana",
    )


def after(*corrections: Annotation, corpus: Corpus = CORPUS) -> Corrected:
    return corrected(corpus, Placer(corpus).added(corrections).placed)


def record(id: str, corpus: Corpus) -> Record:
    found = corpus.get(id)
    assert found is not None
    return found


def first(kind: str) -> Record:
    return CORPUS.of(kind)[0]


class TestAField:
    @pytest.mark.parametrize(
        ("kind", "field", "typed", "then"),
        [
            ("quote", "speaker", "ciric", "djordje-ciric"),
            ("quote", "speaker", "Milena Zarkovic, harbour", "milena-zarkovic, harbour-party"),
            ("quote", "speaker", "", ""),
            ("quote", "kind", "indirect", "indirect"),
            ("quote", "date", "2022-05", "2022-05"),
            ("quote", "date", "", ""),
            ("quote", "words", "a theft in broad", "a theft in broad"),
            ("figure", "value", "48.5", "48.5"),
            ("figure", "party", "clean", "clean-hands"),
            ("figure", "status", "official", "official"),
            ("figure", "measure", "votes", "votes"),
            ("figure", "part", "in the capital", "in the capital"),
            ("figure", "part", "", ""),
            ("event", "title", "A vote | with {marks}", "A vote | with {marks}"),
            ("event", "date", "2022-05-08", "2022-05-08"),
            ("event", "status", "alleged", "alleged"),
            ("event", "place", "Brodica", "Brodica"),
            ("article", "publisher", "The Gazette & Co", "The Gazette & Co"),
            ("article", "date", "2022-05-11", "2022-05-11"),
            ("actor", "type", "group", "group"),
            ("actor", "name", "Clean Hands!", "Clean Hands!"),
        ],
    )
    def test_says_what_is_said_instead(self, kind: str, field: str, typed: str, then: str) -> None:
        # The first quote may stand on other words than the one that has these.
        of = first(kind)
        if field == "words":
            of = next(q for q in CORPUS.quotes if "broad daylight" in q.text)
        made = after(correction(of, field, typed))
        assert not made.unfit
        now = record(of.id, made.corpus)
        assert says(made.corpus, now, field_of(now, field)) == then
        assert now.origin == "curated"
        assert "corrected by ana" in now.rule
        assert record(of.id, CORPUS) == of

    @pytest.mark.parametrize(
        ("kind", "field", "typed", "why"),
        [
            ("quote", "speaker", "nobody of the sort", "no actor is called"),
            ("quote", "speaker", "e", "may be"),
            ("quote", "kind", "shouted", "one of direct"),
            ("quote", "date", "yesterday", "is no date"),
            ("quote", "words", "never said", "do not stand in its article"),
            ("figure", "value", "many", "is no number"),
            ("figure", "party", "clean, harbour", "one actor at most"),
            ("event", "title", "  ", "cannot be nothing"),
            ("event", "colour", "red", "have no field"),
            ("actor", "same", "clean-hands", "the same as one other"),
            ("article", "hidden", "yes", "have no field"),
        ],
    )
    def test_is_not_corrected_by_what_does_not_fit(
        self, kind: str, field: str, typed: str, why: str
    ) -> None:
        with pytest.raises(CannotCorrect, match=why):
            correction(first(kind), field, typed)

    def test_is_there_for_every_kind(self) -> None:
        assert set(FIELDS) == {kind.kind for kind in KINDS}
        for kind in KINDS:
            for field in FIELDS[kind.kind]:
                says(CORPUS, first(kind.kind), field)


class TestTheBasisOfADate:
    """By what a date is known can be said otherwise, as far as the article has words for it."""

    def test_is_one_that_its_article_has_words_for(self) -> None:
        event = next(e for e in CORPUS.events if e.when.basis == "resolved" and e.when.expression)
        made = after(correction(event, "basis", "stated"))
        assert not made.unfit
        now = record(event.id, made.corpus)
        assert isinstance(now, Event)
        assert now.when == replace(event.when, basis="stated")

    def test_without_words_is_inferred_or_curated(self) -> None:
        article = next(a for a in CORPUS.articles if a.published.known)
        dated = correction(article, "date", "2022-05-11")
        inferred = replace(dated, id="2", field="basis", value="inferred")
        now = record(article.id, after(dated, inferred).corpus)
        assert isinstance(now, Article)
        assert (now.published.edtf, now.published.basis) == ("2022-05-11", "inferred")
        stated = after(dated, replace(inferred, value="stated"))
        assert list(stated.unfit.values()) == [
            "no words of the article are known for this date: inferred or curated"
        ]

    def test_is_none_of_what_has_no_date(self) -> None:
        undated = next(e for e in CORPUS.events if not e.when.known)
        with pytest.raises(CannotCorrect, match="it has no date"):
            correction(undated, "basis", "curated")


class TestMerged:
    @pytest.fixture
    def made(self) -> Corpus:
        return after(correction(record("clean-hands", CORPUS), "same as", "harbour")).corpus

    def test_actors_are_one_with_all_names_and_mentions(self, made: Corpus) -> None:
        assert made.get("clean-hands") is None
        one = record("harbour-party", made)
        both = [a for a in CORPUS.actors if a.id in ("clean-hands", "harbour-party")]
        assert isinstance(one, Actor)
        assert "Clean Hands" in one.also_known_as
        assert len(one.mentions) == sum(len(each.mentions) for each in both)

    def test_nothing_names_the_one_that_is_gone(self, made: Corpus) -> None:
        for each in made.records:
            assert "'clean-hands'" not in repr(each)

    def test_two_ways_round_do_not_fit(self) -> None:
        one, other = (record(each, CORPUS) for each in ("clean-hands", "harbour-party"))
        made = after(correction(one, "same", "harbour"), correction(other, "same", "clean hands"))
        assert list(made.unfit.values()) == ["the other one is the same as this one already"]


class TestHidden:
    @pytest.mark.parametrize("kind", ["quote", "event", "figure", "actor", "disagreement"])
    def test_records_are_gone(self, kind: str) -> None:
        made = after(correction(first(kind), "hidden", "yes")).corpus
        assert made.get(first(kind).id) is None
        assert len(made.of(kind)) == len(CORPUS.of(kind)) - 1


class TestThatNoLongerFit:
    def test_are_told_and_change_nothing(self) -> None:
        gone = correction(CORPUS.quotes[0], "speaker", "ciric")
        kept = correction(CORPUS.events[0], "title", "Other")
        without = after(correction(record("djordje-ciric", CORPUS), "hidden", "yes")).corpus
        made = after(gone, kept, corpus=without)
        assert made.unfit == {gone.id: "there is no actor djordje-ciric any more"}
        assert record(CORPUS.events[0].id, made.corpus) != CORPUS.events[0]

    def test_are_told_where_their_record_is_gone(self) -> None:
        made = after(correction(CORPUS.quotes[0], "kind", "indirect"), corpus=Corpus())
        assert list(made.unfit.values()) == ["there is no such record any more"]


def test_of_a_store_only_what_is_asked_for_is_made(tmp_path: Path) -> None:
    store.save(CORPUS, tmp_path / "store.json", {})
    kept = store.load(tmp_path / "store.json")
    quote, hidden = CORPUS.quotes[0], CORPUS.quotes[1]
    made = after(
        correction(quote, "speaker", "ciric"), correction(hidden, "hidden", "yes"), corpus=kept
    ).corpus
    assert isinstance(made.quotes, LazyRecords)
    assert made.events is kept.events
    assert len(made.quotes) == len(CORPUS.quotes) - 1
    assert [each.id for each in made.quotes] == list(made.quotes.ids())
    found = made.get(quote.id)
    assert isinstance(found, Quote)
    assert found.speakers == ("djordje-ciric",)


def test_nothing_corrected_is_the_same_corpus() -> None:
    assert after().corpus is CORPUS


def test_disagreements_follow_the_figures() -> None:
    shares = [each for each in CORPUS.figures if each.measure == "vote_share"]
    assert len({each.value for each in shares}) > 1
    made = after(*(correction(each, "value", "44") for each in shares)).corpus
    left = {each for d in made.disagreements if d.type == "value" for each in d.items}
    assert not {each.id for each in shares} & left


def test_kinds_are_those_of_the_model() -> None:
    for kind, made in (("quote", Quote), ("event", Event), ("article", Article)):
        assert isinstance(first(kind), made)

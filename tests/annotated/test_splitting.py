"""An actor that is two is told so, and what is said of it goes with whoever it is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.annotated.test_correcting import after, correction, record
from tests.samples import sample_corpus
from tui import annotating
from tui.annotated import CannotCorrect, Desk, split_id
from tui.annotated.splitting import divided, spellings
from tui.annotating import Stamp
from tui.annotation import SPLIT, Annotation
from tui.corpus import Corpus
from tui.model import Actor

CORPUS = sample_corpus()
ONE, OTHER = "djordje-ciric", "djordje-ciric-2"


def actor(id: str, corpus: Corpus) -> Actor:
    found = record(id, corpus)
    assert isinstance(found, Actor)
    return found


class TestSplit:
    @pytest.fixture
    def made(self) -> Corpus:
        made = after(correction(record(ONE, CORPUS), SPLIT, "Djordje Ciric", "another man"))
        assert not made.unfit
        return made.corpus

    def test_the_mentions_are_divided_by_their_words(self, made: Corpus) -> None:
        kept, other = actor(ONE, made), actor(OTHER, made)
        assert [made.words(each) for each in other.mentions] == ["Djordje Ciric"]
        assert len(kept.mentions) == 3
        assert sorted((*kept.mentions, *other.mentions)) == sorted(actor(ONE, CORPUS).mentions)
        assert other.evidence == other.mentions[:1]
        assert (other.name, other.type) == ("Djordje Ciric", kept.type)
        assert "Djordje Ciric" not in kept.also_known_as
        assert "another man" in other.rule

    def test_quotes_go_with_the_name_and_without_one_with_who_was_named_before(
        self, made: Corpus
    ) -> None:
        speakers = {q.id: q.speakers for q in made.quotes}
        before = {q.id: q for q in CORPUS.quotes}
        for id, quote in before.items():
            if ONE not in quote.speakers:
                assert speakers[id] == quote.speakers
        named = next(q for q in CORPUS.quotes if "clean" in q.text and len(q.speakers) == 2)
        assert OTHER in speakers[named.id]
        later = next(q for q in CORPUS.quotes if ONE in q.speakers and q.speaker_text is None)
        assert OTHER in speakers[later.id]
        first = next(q for q in CORPUS.quotes if "wrongdoing" in q.text)
        assert speakers[first.id] == (ONE,)

    def test_every_link_leads_to_a_record(self, made: Corpus) -> None:
        for quote in made.quotes:
            assert all(made.get(each) is not None for each in quote.speakers)
        assert actor(OTHER, made) in made.actors
        assert made.about_actor(OTHER, "quote")
        for each in made.disagreements:
            assert all(made.get(id) is not None for id in each.actors)

    def test_what_is_split_off_can_be_named_corrected_and_merged(self) -> None:
        split = correction(record(ONE, CORPUS), SPLIT, "Djordje Ciric")
        made = after(split).corpus
        new = actor(OTHER, made)
        own = replace(split, target=replace(split.target, record=OTHER), id="2")
        renamed = replace(own, field="name", value="D. Ciric", was=new.name)
        assert actor(OTHER, after(split, renamed).corpus).name == "D. Ciric"
        merged = replace(own, field="same as", value="milena-zarkovic", was="")
        both = after(split, merged)
        assert not both.unfit
        assert both.corpus.by_id.get(OTHER) is None
        assert len(actor("milena-zarkovic", both.corpus).mentions) == 4

    def test_two_may_be_split_off_one(self) -> None:
        first = correction(record(ONE, CORPUS), SPLIT, "Djordje Ciric")
        second = replace(first, id="2", value="Ćirić")
        made = after(first, second)
        assert not made.unfit
        assert {each.id for each in made.corpus.actors} >= {ONE, OTHER, split_id(CORPUS, "Ćirić")}
        assert len(actor(ONE, made.corpus).mentions) == 1

    def test_of_the_main_name_the_most_frequent_of_the_others_stays(self) -> None:
        made = after(correction(record(ONE, CORPUS), SPLIT, "Đorđe Ćirić, Djordje Ciric"))
        assert actor(ONE, made.corpus).name == "Ćirić"
        assert actor(OTHER, made.corpus).name == "Đorđe Ćirić"

    @pytest.mark.parametrize(
        ("id", "names", "why"),
        [
            (ONE, "Somebody", "it is named Ćirić; "),
            (ONE, "", "it is not named so"),
            ("clean-hands", "Clean Hands", "always named so"),
        ],
    )
    def test_is_nobody_by_a_name_that_it_has_not(self, id: str, names: str, why: str) -> None:
        with pytest.raises(CannotCorrect, match=why):
            correction(record(id, CORPUS), SPLIT, names)

    def test_spellings_are_offered_the_most_frequent_first(self) -> None:
        assert spellings(CORPUS, actor(ONE, CORPUS))[0] == "Ćirić"
        assert set(spellings(CORPUS, actor(ONE, CORPUS))) == {
            *("Ćirić", "Đorđe Ćirić", "Djordje Ciric")
        }

    def test_the_descriptions_are_divided_too(self) -> None:
        both = divided(CORPUS, actor(ONE, CORPUS), "Djordje Ciric")
        said = {each.text for each in (*both.kept.described_as, *both.other.described_as)}
        assert said == {each.text for each in actor(ONE, CORPUS).described_as}
        assert any("mayor" in each.text for each in both.other.described_as)


class TestInTheNotebook:
    def test_what_is_added_to_the_other_stays_with_it_though_the_first_has_its_name(self) -> None:
        desk, stamp = Desk(CORPUS, "here"), Stamp("ana", "2024-05-01T10:00:00Z")
        there: tuple[Annotation, ...] = ()
        made = desk.corpus(there)
        step = annotating.corrected(
            there, desk.upon(made, record(ONE, made)), SPLIT, "Djordje Ciric", stamp
        )
        assert step is not None
        there = tuple(change.after for change in step.changes if change.after)
        made = desk.corpus(there)
        step = annotating.bookmarked(there, desk.upon(made, record(OTHER, made)), stamp)
        assert step is not None
        there += tuple(change.after for change in step.changes if change.after)
        made = desk.corpus(there)
        assert made.added.to(OTHER).bookmarked
        assert not made.added.to(ONE).bookmarked

    def test_splitting_again_is_one_more_and_the_same_is_none(self) -> None:
        desk, stamp = Desk(CORPUS, "here"), Stamp("ana", "2024-05-01T10:00:00Z")
        there: tuple[Annotation, ...] = ()
        for names, more in (("Djordje Ciric", 1), ("Ćirić", 1), ("Ćirić", 0)):
            made = desk.corpus(there)
            upon = desk.upon(made, record(ONE, made))
            step = annotating.corrected(there, upon, SPLIT, names, stamp)
            assert (step is not None) is bool(more)
            there += tuple(change.after for change in step.changes if change.after) if step else ()
        assert len(there) == 2
        assert len(desk.corpus(there).quotes) == len(CORPUS.quotes)

"""What is exported is exact, and harmless to print."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import HOSTILE, TEXTS, hostile_corpus, sample_corpus
from tui.corpus import Corpus
from tui.export.citation import citation
from tui.export.jsonl import as_object, line, lines
from tui.export.markdown import markdown
from tui.ids import article_id
from tui.terminal_text import ACTING, sanitized

CORPUS = sample_corpus()

KEYS = {
    "article": "file sha256 title publisher agency author language published characters",
    "actor": "name type also_known_as described_as mentions",
    "contest": "name date place seats_total seats_basis",
    "event": "title when place actors status",
    "figure": "contest subject measure value unit comparator status base as_of claimed_by",
    "quote": "article type text speakers speaker_text cue content said continues repeats topics "
    "sure",
}


class TestJsonLines:
    @pytest.mark.parametrize("kind", KEYS)
    def test_have_the_promised_keys_with_id_and_kind_first(self, kind: str) -> None:
        for record in CORPUS.of(kind):
            value = as_object(CORPUS, record)
            assert list(value)[:2] == ["id", "kind"]
            assert value["kind"] == kind
            assert {*KEYS[kind].split(), "evidence", "origin", "rule"} <= value.keys()

    @pytest.mark.parametrize("kind", KEYS)
    def test_give_every_passage_as_it_stands_in_its_file(self, kind: str) -> None:
        texts = {article_id(text): text for text in TEXTS.values()}
        anchors = []

        def keep(value: dict[str, Any]) -> dict[str, Any]:
            if "exact" in value:
                anchors.append(value)
            return value

        for each in lines(CORPUS, CORPUS.of(kind)):
            json.loads(each, object_hook=keep)
        assert anchors
        for anchor in anchors:
            text, start, end = texts[anchor["article"]], anchor["start"], anchor["end"]
            assert text[start:end] == anchor["exact"]
            assert text[:start].endswith(anchor["prefix"])
            assert text[end:].startswith(anchor["suffix"])
            assert len(anchor["prefix"]) == min(32, start)

    def test_give_a_date_with_its_basis_and_expression(self) -> None:
        said = as_object(CORPUS, CORPUS.quotes[0])["said"]
        assert said["edtf"] == "2022-05-10"
        assert said["basis"] == "resolved"
        assert said["expression"]["exact"] == "Tuesday"

    def test_give_no_title_where_the_first_words_stand_in_for_it(self) -> None:
        article = replace(CORPUS.articles[0], title="The first words …", rule="lead")
        assert as_object(CORPUS, article)["title"] == ""

    def test_give_null_where_nothing_is_known(self) -> None:
        sign = next(quote for quote in CORPUS.quotes if quote.type == "sign")
        value = as_object(CORPUS, sign)
        assert (value["speakers"], value["speaker_text"], value["cue"]) == ([], None, None)
        assert value["said"]["edtf"] == ""

    def test_give_a_description_with_its_passage(self) -> None:
        (mayor, _) = as_object(CORPUS, CORPUS.actors[1])["described_as"]
        assert mayor["text"] == mayor["anchor"]["exact"] == "Mayor"

    def test_have_no_character_that_acts_and_lose_none(self) -> None:
        corpus = hostile_corpus()
        (each,) = lines(corpus, corpus.quotes)
        assert not ACTING.search(each)
        assert json.loads(each)["text"] == HOSTILE

    @given(st.text(alphabet=st.characters()))
    def test_carry_any_text(self, text: str) -> None:
        each = line({"text": text})
        assert not ACTING.search(each)
        assert each.count("\n") == 1
        assert json.loads(each)["text"] == text


class TestACitation:
    def test_of_a_quote_has_words_speaker_date_and_source(self) -> None:
        quote = CORPUS.quotes[9]
        assert citation(CORPUS, quote).splitlines() == [
            "“Not one box was opened”",
            "— Đorđe Ćirić, said Wed 11 May 2022",
            (
                'Ćirić: "The count was clean". Lowland Post, published Wed 11 May 2022'
                " (inferred from another article). post.txt"
            ),
            f"[{quote.id}]",
        ]

    def test_says_what_no_source_reports(self) -> None:
        text = citation(CORPUS, CORPUS.quotes[-1])
        assert "Milena Žarković, day not reported" in text
        assert "publisher not reported, day not reported" in text

    def test_does_not_put_reported_speech_between_marks(self) -> None:
        assert citation(CORPUS, CORPUS.quotes[4]).startswith(
            "denied: any wrongdoing\n— Đorđe Ćirić (reported speech)"
        )

    def test_names_both_speakers(self) -> None:
        assert "Đorđe Ćirić, officials of the Electoral Board" in citation(CORPUS, CORPUS.quotes[7])

    def test_of_an_event_names_every_source(self) -> None:
        text = citation(CORPUS, CORPUS.events[2])
        assert "River Gazette" in text
        assert "Lowland Post" in text

    def test_of_an_allegation_says_whose_it_is(self) -> None:
        assert "alleged, by Clean Hands" in citation(CORPUS, CORPUS.events[3])

    def test_of_a_figure_says_what_it_is_a_number_of(self) -> None:
        assert citation(CORPUS, CORPUS.figures[6]).splitlines()[0] == (
            "47.9%, Harbour Party, vote share, Brodica town council, 2022, official, "
            "of valid votes, according to Electoral Board"
        )

    def test_of_a_disagreement_has_its_note(self) -> None:
        told = replace(CORPUS.disagreements[0], note="One of them\nsays if.")
        assert "Note: One of them says if." in citation(CORPUS, told).splitlines()

    @pytest.mark.parametrize("make", [sample_corpus, hostile_corpus])
    def test_of_anything_ends_with_its_id_and_acts_on_nothing(self, make: type[Corpus]) -> None:
        corpus = make()
        for record in corpus.records:
            text = citation(corpus, record)
            assert sanitized(text) == text
            assert text.endswith(f"[{record.id}]")


class TestADocument:
    def test_tells_each_disagreement_with_its_sides_and_their_sources(self) -> None:
        made = "".join(markdown(CORPUS, CORPUS.disagreements))
        assert made.count("\n## ") == len(CORPUS.disagreements) > 1
        for record in CORPUS.disagreements:
            assert f"(`{record.id}`)" in made
            for side in record.sides:
                assert f"- **{side.says}**" in made

    def test_of_hostile_words_is_plain_and_no_markup(self) -> None:
        corpus = hostile_corpus()
        made = "".join(markdown(corpus, corpus.disagreements))
        assert not ACTING.search(made)
        assert "\\[He\\] said \\[/x\\]" in made
        assert "[He]" not in made.replace("\\[", "").replace("\\]", "")

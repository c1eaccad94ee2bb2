"""Any string is a query, and a hit says where its words stand."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import GAZETTE_ID, hostile_corpus, sample_corpus
from tui import search as module
from tui.corpus import BySource
from tui.folding import fold
from tui.search import KINDS, Hit, Term, parse, search, text_of

CORPUS = sample_corpus()


def found(query: str, kind: str = "quote", *, typing: bool = False) -> list[str]:
    return [text_of(hit.record) for hit in search(CORPUS, query, kind, typing=typing)]


def lit(hit: Hit) -> list[str]:
    return [text_of(hit.record)[start:end] for start, end in hit.spans]


class TestFolding:
    @pytest.mark.parametrize(
        ("written", "typed"),
        [
            ("Vučić", "vucic"),
            ("Вучић", "vucic"),
            ("VUCIC", "vucic"),
            ("Vuc\u030cic\u0301", "vucic"),
            ("Đilas", "dilas"),
            ("Djilas", "dilas"),
            ("Ђилас", "dilas"),
            ("Đorđe", "dorde"),
            ("Žarković Šešelj", "zarkovic seselj"),
            ("Љубља Њњ Џџ", "ljublja njnj dzdz"),
            ("ǈubǉa", "ljublja"),
            ("Kosovë, Burç", "kosove, burc"),
            ("„don’t” – «no»", '"don\'t" - "no"'),
            ("a\u00a0b\u2009c\nd", "a b c d"),
            ("in\u200bvis\u00adible\ufeff", "invisible"),
            ("adjust to Djordje", "adjust to dorde"),
            ("straße…", "strasse..."),
            ("٤٦", "٤٦"),
        ],
    )
    def test_brings_letters_to_what_is_typed(self, written: str, typed: str) -> None:
        assert fold(written).text == typed

    @pytest.mark.parametrize(
        ("text", "word", "original"),
        [
            ("rekao je Đilas", "dilas", "Đilas"),
            ("said Djilas.", "dilas", "Djilas"),
            ("Каже Љубиша", "ljubisa", "Љубиша"),
            ("Vuc\u030cic\u0301 said", "vucic", "Vuc\u030cic\u0301"),
            ("an in\u200bvisible one", "invisible", "in\u200bvisible"),
            ("die Straße", "strasse", "Straße"),
            ("Љ", "l", "Љ"),
        ],
    )
    def test_leads_back_to_the_original_letters(self, text: str, word: str, original: str) -> None:
        folded = fold(text)
        at = folded.text.index(word)
        start, end = folded.span(at, at + len(word))
        assert text[start:end] == original

    @given(st.text(alphabet=st.characters()))
    def test_keeps_a_way_back_for_every_letter(self, text: str) -> None:
        folded = fold(text)
        assert len(folded.starts) == len(folded.text) + 1
        assert list(folded.starts) == sorted(folded.starts)
        assert folded.starts[-1] == len(text)
        for at in range(len(folded.text)):
            start, end = folded.span(at, at + 1)
            assert 0 <= start < end <= len(text)

    @given(st.text(alphabet="dDjJaAđĐ ћ\u0301"))
    def test_gives_dj_and_đ_the_same_letter(self, text: str) -> None:
        assert fold(text.replace("đ", "ђ")).text == fold(text).text


class TestAQuery:
    def test_is_words_in_any_order(self) -> None:
        assert found("lights town") == found("town LIGHTS")
        assert len(found("lights town")) == 1

    def test_needs_every_word(self) -> None:
        assert found("lights bridge") == []

    def test_takes_whole_words_unless_it_is_being_typed(self) -> None:
        assert found("squ") == []
        assert found("squ", typing=True) == ["We will not leave the square"]
        assert found("squ leave", typing=True) == []
        assert found("squ ", typing=True) == []

    def test_finds_what_is_written_with_a_mark_inside(self) -> None:
        assert parse("46.72% red-handed!").terms == (Term("46.72"), Term("red-handed"))
        assert len(found("48.2", "figure")) == 1
        assert found("48,2", "figure") == []

    def test_looks_at_the_speakers_name_however_it_is_spelt(self) -> None:
        hits = [search(CORPUS, query) for query in ("žarković", "zarkovic", "ŽARKOVIĆ", "Жарковић")]
        assert [h.record.id for h in hits[0]] == [h.record.id for h in hits[1]]
        assert all(len(each) == len(hits[0]) == 4 for each in hits)
        assert {hit.why for hit in hits[0]} == {"speaker Milena Žarković"}

    def test_finds_dj_and_đ_alike(self) -> None:
        assert found("djordje") == found("đorđe") == found("dorde") == found("Ђорђе") != []

    def test_says_when_the_source_has_the_word(self) -> None:
        hits = search(CORPUS, "gazette square")
        assert [hit.why for hit in hits] == ["source River Gazette"]
        assert lit(hits[0]) == ["square"]

    def test_lights_every_occurrence_in_the_original_letters(self) -> None:
        (hit,) = search(CORPUS, "switch they")
        assert lit(hit) == ["They", "switch", "they", "switch"]
        assert hit.why == ""

    def test_looks_at_all_that_is_attributed(self) -> None:
        assert "a theft in broad daylight" in found("it theft")

    def test_puts_a_records_own_words_first(self) -> None:
        hits = search(CORPUS, "clean")
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
        assert lit(hits[0]) == ["clean"]

    @pytest.mark.parametrize("nothing", ["", "   ", "\u200b"])
    def test_without_a_word_finds_all(self, nothing: str) -> None:
        assert found(nothing) == [quote.text for quote in CORPUS.quotes]

    def test_of_marks_alone_finds_those_marks(self) -> None:
        assert len(found(",")) == 2
        assert found("%") == []

    @pytest.mark.parametrize("kind", KINDS)
    def test_asks_every_kind(self, kind: str) -> None:
        for record in CORPUS.of(kind):
            assert record in [hit.record for hit in search(CORPUS, text_of(record), kind)]

    def test_finds_figures_by_subject_contest_and_measure(self) -> None:
        assert len(found("harbour official vote share brodica", "figure")) == 1

    def test_finds_an_article_by_its_text(self) -> None:
        (hit,) = search(CORPUS, "bridge", "article")
        assert hit.why == "in the text"

    @given(st.text(alphabet=st.characters()), st.sampled_from(KINDS), st.booleans())
    def test_may_be_any_string(self, query: str, kind: str, typing: bool) -> None:
        for corpus in (CORPUS, hostile_corpus()):
            for hit in search(corpus, query, kind, typing=typing):
                text = text_of(hit.record)
                assert all(0 <= start < end <= len(text) for start, end in hit.spans)

    @given(st.sampled_from([word for quote in CORPUS.quotes for word in quote.text.split()]))
    def test_finds_what_a_plain_scan_finds(self, word: str) -> None:
        scanned = {quote.text for quote in CORPUS.quotes if word in quote.text.split()}
        assert scanned <= set(found(word))


class TestANarrowedCorpus:
    def test_is_searched_alone(self) -> None:
        narrowed = CORPUS.narrowed(BySource(GAZETTE_ID))
        assert len(search(narrowed, "zarkovic")) == 3
        assert len(search(CORPUS, "zarkovic")) == 4


def test_an_index_goes_when_its_corpus_goes() -> None:
    corpus = replace(CORPUS)
    search(corpus, "x")
    key = id(corpus)
    assert key in module._indexes
    del corpus
    gc.collect()
    assert key not in module._indexes

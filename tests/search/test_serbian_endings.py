"""Serbian words are found in all their forms, in both alphabets, and English ones as before."""

from __future__ import annotations

import pytest

from tests.election_night.night import article, corpus
from tests.samples import sample_corpus
from tui.search import answer, parse, search, text_of, within
from tui.search.serbian_endings import forms


def found(query: str, *, typing: bool = False) -> set[str]:
    """The words that are lit in what quotes and reports say."""
    return {
        text_of(hit.record)[start:end].lower()
        for kind in ("quote", "article", "event")
        for hit in answer(corpus(), query, kind, typing=typing).hits
        for start, end in hit.spans
    }


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("izbori", "izbora izbore izborima"),
        ("izborima", "izbori izbora"),
        ("vucic", "vucica vucicu vucicem vucicev vucicevim"),
        ("vucicem", "vucic vucica"),
        ("skupstina", "skupstine skupstini skupstinu skupstinom"),
        ("poslanik", "poslanika poslanici poslanicima"),
        ("poslanici", "poslanik poslanika"),
        ("odluka", "odluci odluke odlukama"),
        ("odluci", "odluka odluku"),
        ("ministar", "ministra ministru ministrom"),
        ("ministra", "ministar ministri"),
        ("glas", "glasa glasova glasovima"),
        ("glasova", "glas glasovi"),
        ("beogradski", "beogradskim beogradskog beogradske"),
        ("brnabic", "brnabiceva brnabicevoj"),
        ("studenata", "student studenti studentima"),
        ("protest", "protesta protestu protestima"),
        ("komisija", "komisije komisiji komisiju"),
        ("tuzilastvo", "tuzilastva tuzilastvu"),
    ],
)
def test_a_word_has_its_forms(word: str, others: str) -> None:
    assert set(others.split()) <= set(forms(word))


@pytest.mark.parametrize("word", ["rik", "46", "quickly", "happened", "žena", "a-b"])
def test_what_is_short_or_no_serbian_word_has_none(word: str) -> None:
    assert forms(word) == ()


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("izbori", {"izbora", "izbore", "izborima", "избора"}),
        ("избори", {"izbora", "izbore", "избора"}),
        ("perovic", {"perović", "перовић", "перовићу", "perovic"}),
        ("perovicem", {"perović", "perovic"}),
        ("zapisnik", {"zapisnik", "zapisnika", "zapisnicima"}),
        ("studenti", {"студенти"}),
        ("potpis", {"потписе"}),
    ],
)
def test_is_found_in_another_form_and_lit(query: str, words: set[str]) -> None:
    assert words <= found(query)


def test_while_it_is_typed_too() -> None:
    assert "zapisnicima" in found("zapisnik", typing=True)
    assert "izborima" in found("izbora", typing=True)


def test_a_form_comes_behind_the_word_as_it_stands() -> None:
    scores = {text_of(hit.record): hit.score for hit in search(corpus(), "zapisnik", "quote")}
    as_it_stands = [score for text, score in scores.items() if "zapisnik " in text]
    others = [score for text, score in scores.items() if "zapisnicima" in text]
    assert min(as_it_stands) > max(others)


def test_a_phrase_stands_as_it_is_written() -> None:
    assert answer(corpus(), '"svaki zapisnika"', "quote").total == 0
    assert answer(corpus(), '"svaki zapisnik"', "quote").total == 1


def test_in_an_article_that_is_read() -> None:
    text = corpus().texts[article("sr02").id]
    spans = within(corpus(), article("sr02"), "izbori").spans
    assert {text[start:end] for start, end in spans} == {"избора"}


def test_an_english_word_is_looked_for_as_it_is() -> None:
    """ "Code" and "coda", "list" and "lista": what stands in English articles alone."""
    english = [hit.record for hit in search(corpus(), "count", "quote")]
    assert english
    assert all(corpus().languages(each) == ("en",) for each in english)


def test_a_corpus_without_serbian_articles_knows_no_forms() -> None:
    hits = answer(sample_corpus(), "votes", "quote").hits
    assert all("vota" not in text_of(hit.record) for hit in hits)
    assert parse("votes").terms[0].forms == ()

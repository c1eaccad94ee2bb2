"""Where an article that is being read has what one looks for."""

from __future__ import annotations

import pytest

from tests.samples import GAZETTE, sample_corpus
from tui.search import InArticle, within


def gazette(text: str, *, typing: bool = False) -> InArticle:
    corpus = sample_corpus()
    return within(corpus, corpus.articles[0], text, typing=typing)


def words(text: str, *, typing: bool = False) -> list[str]:
    return [GAZETTE[start:end] for start, end in gazette(text, typing=typing).spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("brodica", ["Brodica"] * 3),
        ("BRODICA", ["Brodica"] * 3),
        ("cirić", ["Ćirić", "Ćirić"]),
        # Words that stand together somewhere are looked for together.
        ("clean hands", ["Clean Hands"] * 2),
        ("the vote of", ["the vote of"]),
        ('"mayor djordje"', ["Mayor Đorđe"]),
        # Others stand where they stand, if all of them do.
        ("hands clean", ["Clean", "Hands", "Clean", "Hands"]),
        ("hands zebra", []),
        ("square OR lights", ["square"]),
        ("speaker:zarkovic", ["Žarković", "Žarković"]),
        ("brod", []),
        ("brod*", ["Brod"] * 3),
        ("48.2%", ["48.2"]),
        ("square -brodica", ["square"]),
        ("-brodica", []),
        ("date:2022", []),
        ("", []),
    ],
)
def test_words_stand_there(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_the_last_word_may_go_on_while_it_is_typed() -> None:
    assert words("clean ha", typing=True) == ["Clean Ha"] * 2
    assert words("ha clean", typing=True) == []


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("brodica zebra", ["it has brodica 3×"]),
        ("lights", ["1 other article has (Ctrl+F)"]),
        ("brodcia", ["Did you mean brodica?"]),
        ("zzzzzz", []),
    ],
)
def test_where_nothing_is_found_it_says_what_to_try(text: str, advice: list[str]) -> None:
    assert gazette(text) == InArticle((), advice)

"""Where words stand in a text that is folded already."""

from __future__ import annotations

import pytest

from tui.search.matching import stands_in
from tui.search.query import Term, Words

TEXT = "the free votes, not-free vote; 5-free-votes were stollen"


def found(*terms: Term) -> list[str]:
    return [TEXT[start:end] for start, end in stands_in(TEXT, Words(terms))]


@pytest.mark.parametrize(
    ("terms", "stretches"),
    [
        ((Term("free"),), ["free", "free", "free"]),
        ((Term("vote"),), ["vote"]),
        ((Term("vote", open=True),), ["vote", "vote", "vote"]),
        ((Term("the"), Term("free")), ["the free"]),
        ((Term("free"), Term("vote")), ["free vote"]),
        ((Term("free"), Term("vote", open=True)), ["free vote", "free vote", "free-vote"]),
        ((Term("free"), Term("stollen")), []),
        ((Term("stollen"), Term("free")), []),
        ((Term("votes"), Term("were"), Term("stollen")), ["votes were stollen"]),
        ((Term("were"), Term("stolen", near=True)), ["were stollen"]),
        ((Term("votes"), Term("stolen", near=True)), []),
        ((Term("stollen"), Term("stolen", near=True)), []),
        ((Term("were"), Term("stolen")), []),
        ((Term("stolen", near=True),), ["stollen"]),
        ((Term("not-fre", near=True),), ["not-free"]),
        ((Term("ot-free", near=True),), []),
        ((Term("5-fre", near=True),), ["5-free"]),
        ((Term("x-free", near=True),), []),
        ((Term("the"), Term("free"), Term("vots", near=True)), ["the free votes"]),
        ((Term("votes"), Term("not-fre", near=True)), ["votes, not-free"]),
        ((Term("votes"), Term("no-fre", near=True)), []),
        ((Term(";"),), [";"]),
        ((Term(";"), Term("-")), [";", "-", "-", "-"]),
        ((Term(";"), Term("!")), []),
    ],
    ids=lambda value: " ".join(t.letters for t in value) if isinstance(value, tuple) else "",
)
def test_words_stand_where_they_follow_each_other(
    terms: tuple[Term, ...], stretches: list[str]
) -> None:
    assert found(*terms) == stretches


def test_at_the_end_of_the_text_nothing_follows() -> None:
    assert list(stands_in("free ", Words((Term("free"), Term("a"))))) == []
    assert list(stands_in("free a", Words((Term("free"), Term("a"))))) == [(0, 6)]
    assert list(stands_in("near", Words((Term("neat", near=True),)))) == [(0, 4)]
    assert list(stands_in("a-b", Words((Term("xa-b", near=True),)))) == []

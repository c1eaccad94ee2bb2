"""Which words of a query are looked for in all their forms: those of a language with endings,
where an article of such a language is there."""

from __future__ import annotations

from dataclasses import replace

from tui.corpus import Corpus
from tui.model import Article
from tui.search.query import Alternatives, Clause, InField, Query, Words

_LANGUAGES = frozenset(("sr", "hr", "bs", "cnr", "sh"))
"""Serbian and its like, by their primary BCP 47 subtags."""


_NAMES = frozenset(("speaker", "party", "source", "topic"))
"""The fields that hold names and words of texts; a tag is as its writer has it."""


def is_inflected(article: Article) -> bool:
    """Whether an article is in a language with endings that the search knows."""
    return article.language.partition("-")[0] in _LANGUAGES


def articles(corpus: Corpus) -> frozenset[str]:
    """The articles in a language with endings, by their ids."""

    def work() -> frozenset[str]:
        return frozenset(each.id for each in corpus.whole.articles if is_inflected(each))

    return corpus.once("inflected articles", work)


def in_all_forms(query: Query) -> Query:
    """A query whose words are looked for in all their forms."""

    def with_forms(clause: Clause) -> Clause:
        match clause.what:
            case Words() as words:
                return replace(clause, what=_with_forms(words))
            case InField(field, words) if field in _NAMES:
                return replace(clause, what=InField(field, _with_forms(words)))
        return clause

    def of_part(part: Alternatives) -> Alternatives:
        return replace(part, either=tuple(map(with_forms, part.either)))

    return replace(query, parts=tuple(map(of_part, query.parts)))


def _with_forms(words: Words) -> Words:
    """Of a phrase every word stands as it is written."""
    from tui.search.serbian_endings import forms

    last = words.last
    if len(words.terms) > 1 or last.near or len(last.runs) != 1:
        return words
    return Words((last._replace(forms=forms(last.letters)),))

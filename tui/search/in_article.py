"""Looking for words in one text: where an article that is being read has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.corpus import Corpus
from tui.folding import Folded, fold
from tui.model import Article
from tui.search.answers import answer
from tui.search.hits import Spans, merged, stands_of
from tui.search.inflection import in_all_forms, is_inflected
from tui.search.matching import stands_in
from tui.search.parsing import parse
from tui.search.query import Alternatives, Query, Words


class InArticle(NamedTuple):
    """Where words stand in one article, in order of text; and where they stand nowhere in
    it, what to try instead."""

    spans: Spans
    advice: Sequence[str] = ()


def within(corpus: Corpus, article: Article, text: str, *, typing: bool = False) -> InArticle:
    """Look for a query's words in the text of one article.

    Words that somewhere stand together, in the order in which they are written, are looked
    for as a phrase; otherwise each of them, if the article has all.
    """
    query = parse(text, typing=typing)
    if is_inflected(article):
        query = in_all_forms(query)
    folded = fold(corpus.texts[article.id])
    if together := _together(query, folded):
        return InArticle(together)
    parts = [part for part in query.parts if not all(each.without for each in part.either)]
    found = [stands_of(part.either, folded) for part in parts]
    if all(found):
        return InArticle(merged([span for spans in found for span in spans]))
    has = [(part, len(spans)) for part, spans in zip(parts, found, strict=True) if spans]
    advice = [f"it has {_written(text, part)} {many:,}×" for part, many in has]
    elsewhere = answer(corpus.whole, text, "article", typing=typing)
    if elsewhere.total:
        noun = "article has" if elsewhere.total == 1 else "articles have"
        advice.append(f"{elsewhere.total:,} other {noun} (Ctrl+F)")
    elif elsewhere.suggestion:
        advice.append(f"{elsewhere.suggestion.how.capitalize()}?")
    return InArticle((), advice)


def _together(query: Query, folded: Folded) -> Spans:
    """Where the words of a query of words alone follow each other."""
    words = list(_words(query))
    if len(words) < 2 or len(words) < len(query.parts):
        return ()
    if any(each.last.open or each.last.near for each in words[:-1]):
        return ()
    phrase = Words(tuple(term for each in words for term in each.terms))
    return merged([folded.span(start, end) for start, end in stands_in(folded.text, phrase)])


def _words(query: Query) -> Iterator[Words]:
    for part in query.parts:
        if len(part.either) == 1 and not part.either[0].without:
            what = part.either[0].what
            if isinstance(what, Words):
                yield what


def _written(text: str, part: Alternatives) -> str:
    """A part as it was typed."""
    start, end = part.stretch
    return text[start:end].strip()

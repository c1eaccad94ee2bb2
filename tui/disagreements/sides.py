"""What sides are made of: passages, who speaks in them, and ids that stay the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.corpus import Corpus
from tui.model import (
    Anchor,
    Disagreement,
    DisagreementType,
    Explanation,
    Origin,
    Quote,
    Side,
    Telling,
    short_id,
)


def made(
    sort: DisagreementType,
    about: str,
    sides: Iterable[Side],
    *,
    id: str,
    items: Iterable[str],
    actors: Iterable[str] = (),
    rule: str,
    origin: Origin = "extracted",
    explained_by: Explanation | None = None,
    note: str = "",
) -> Disagreement:
    """A disagreement of these sides; its evidence is the passages of all of them."""
    sides = tuple(sides)
    told = [telling for side in sides for telling in side.told]
    speakers = [speaker for telling in told for speaker in telling.speakers]
    return Disagreement(
        id=id,
        evidence=tuple(dict.fromkeys(telling.passage for telling in told)),
        origin=origin,
        rule=rule,
        about=about,
        type=sort,
        items=tuple(dict.fromkeys(items)),
        explained_by=explained_by,
        note=note,
        sides=sides,
        actors=tuple(dict.fromkeys((*actors, *speakers))),
    )


def rule_id(sort: DisagreementType, *about: str | None) -> str:
    """The id of a disagreement that a rule finds: ``d-`` and a digest of what it is about.

    It does not depend on which articles have a part in it, so it stays when one is added.
    """
    return f"d-{short_id('|'.join((sort, *(each or '' for each in about))))}"


def between_articles(sides: Iterable[Side]) -> bool:
    """Whether two sides stand in different articles: what one article says in two ways
    within itself is no disagreement between articles."""
    places = [{telling.passage.article for telling in side.told} for side in sides]
    return any(one - other or other - one for one in places for other in places)


def speakers(corpus: Corpus, passage: Anchor, *, quoted: bool = False) -> tuple[str, ...]:
    """Who speaks in a passage: the speakers of the quote that shares most with it; nobody
    where the article itself does. With ``quoted``, only words in quotation marks count:
    how reported speech is worded is the article's own choice."""
    quotes = [
        (_common(passage, each), quote)
        for quote in _quotes(corpus, passage.article)
        if not quoted or quote.type in ("direct", "mixed")
        for each in ((*quote.evidence[:1],) if quoted else (*quote.evidence, *quote.content))
    ]
    best, quote = max(quotes, key=lambda each: each[0], default=(0, None))
    return quote.speakers if quote is not None and best else ()


def records_at(corpus: Corpus, passage: Anchor) -> Iterator[str]:
    """The ids of the quote, figure or event that shares most with a passage, if one does."""
    best, found = 0.0, ""
    for kind in ("quote", "figure", "event"):
        for record in corpus.in_article(passage.article, kind):
            for each in record.evidence:
                shared = _common(passage, each) / max(
                    1, max(passage.end, each.end) - min(passage.start, each.start)
                )
                if each.article == passage.article and shared > best:
                    best, found = shared, record.id
    if found:
        yield found


def told(
    corpus: Corpus, passages: Iterable[Anchor], *, quoted: bool = False
) -> tuple[Telling, ...]:
    """Passages, each with who speaks in it."""
    return tuple(
        Telling(passage, speakers(corpus, passage, quoted=quoted))
        for passage in dict.fromkeys(passages)
    )


def _quotes(corpus: Corpus, article: str) -> Iterator[Quote]:
    for record in corpus.in_article(article, "quote"):
        if isinstance(record, Quote):
            yield record


def _common(one: Anchor, other: Anchor) -> int:
    """The characters that two passages have in common."""
    if one.article != other.article:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))

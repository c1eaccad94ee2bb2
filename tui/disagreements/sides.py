"""What sides are made of: passages, who speaks in them, and ids that stay the same."""

from __future__ import annotations

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple, TypeVar

from tui.corpus import Corpus
from tui.digests import short_id
from tui.figure_comparison import said, value_of
from tui.model import (
    Anchor,
    AttributedPassage,
    Disagreement,
    DisagreementType,
    Explanation,
    Figure,
    Origin,
    Quote,
    Record,
    Side,
)
from tui.records import passages_of
from tui.summary import CorpusFacts
from tui.tables.codec import encode, from_json
from tui.tables.columns import Row
from tui.tables.record_buffers import TakenRecords

R = TypeVar("R", bound=Record)

NOTHING: Mapping[str, Figure] = {}


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


def between_articles(sides: Iterable[Side], voices: Voices) -> bool:
    """Whether two sides stand in different articles: what one article says in two ways
    within itself is no disagreement between articles. Versions of one report are one."""
    places = [{voices.report(telling.passage.article) for telling in side.told} for side in sides]
    return any(one - other or other - one for one in places for other in places)


def between_voices(sides: Iterable[Side]) -> bool:
    """Whether two sides are told by different speakers: an article that gives the numbers of
    the police and of the organisers tells of a disagreement, though it is alone."""
    speakers = [{each for telling in side.told for each in telling.speakers} for side in sides]
    return any(two_speakers(one, other) for one, other in combinations(speakers, 2))


def two_speakers(one: Collection[str], other: Collection[str]) -> bool:
    """Whether what some say is said by others than what others say; of what nobody in particular
    says that is not known."""
    return bool(one and other) and not {*one} & {*other}


class Spoken(NamedTuple):
    """A passage of a quote."""

    start: int
    end: int
    speakers: Sequence[str]
    in_marks: bool


def spoken_in(article: str, quotes: Iterable[Quote]) -> list[Spoken]:
    """The passages of an article that quotes have."""
    return [
        # What stands around the marks of a quote is not in them.
        Spoken(at.start, at.end, quote.speakers, not place and quote.type in ("direct", "mixed"))
        for quote in quotes
        for place, at in enumerate(dict.fromkeys((*quote.evidence, *quote.content)))
        if at.article == article
    ]


def speakers_in(
    spoken: Iterable[Spoken], passage: Anchor, *, quoted: bool = False
) -> tuple[str, ...]:
    """The speakers of that of an article's quotes which shares most with a passage, as of
    ``Voices.of``."""
    most = 0
    found: tuple[str, ...] = ()
    for start, end, speakers, in_marks in spoken:
        shared = min(end, passage.end) - max(start, passage.start)
        if shared > most and (in_marks or not quoted):
            most, found = shared, tuple(speakers)
    return found


class Voices:
    """Who speaks where: the quotes of a corpus by their articles.

    Those of an article are looked at when a passage of it is asked about, and of each only its
    passages and speakers are kept. Where they are told, none is made for that.
    """

    def __init__(self, corpus: Corpus, told: CorpusFacts | None = None) -> None:
        self._corpus = corpus.whole
        self._told = told.reports if told is not None else {}
        self._spoken: dict[str, Sequence[Spoken]] = {}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The places of the articles, by their ids."""
        return {article.id: place for place, article in enumerate(self._corpus.articles)}

    def language(self, article: str) -> str:
        """The language of an article."""
        return self._languages[article]

    @cached_property
    def _languages(self) -> Mapping[str, str]:
        return {each.id: each.language for each in self._corpus.articles}

    def report(self, article: str) -> str:
        """The report of which an article is a version; mostly itself."""
        return self._versions.get(article, article)

    @cached_property
    def _versions(self) -> Mapping[str, str]:
        return {each.id: each.copy_of for each in self._corpus.articles if each.copy_of}

    @cached_property
    def _quotes(self) -> Mapping[str, Sequence[int]]:
        return standing_in(self._corpus.quotes)

    def _spoken_in(self, article: str) -> Sequence[Spoken]:
        if article not in self._spoken:
            facts = self._told.get(article)
            if facts is not None:
                self._spoken[article] = [*map(Spoken._make, from_json(facts.spoken))]
            else:
                quotes = map(self._corpus.quotes.__getitem__, self._quotes.get(article, ()))
                self._spoken[article] = spoken_in(article, quotes)
        return self._spoken[article]

    def of(self, passage: Anchor, *, quoted: bool = False) -> tuple[str, ...]:
        """The speakers of the quote that shares most with a passage; nobody where the
        article itself speaks. With ``quoted``, only words in quotation marks count: how
        reported speech is worded is the article's own choice."""
        return speakers_in(self._spoken_in(passage.article), passage, quoted=quoted)

    def side(self, passages: Sequence[Anchor]) -> Side:
        """The side that some passages make, called by the words of the first."""
        words = " ".join(self._corpus.seen(passages[0]).split())
        return Side(words, self.told(passages))

    def told(
        self, passages: Iterable[Anchor], *, quoted: bool = False
    ) -> tuple[AttributedPassage, ...]:
        """Passages, each with who speaks in it."""
        return tuple(
            AttributedPassage(passage, self.of(passage, quoted=quoted))
            for passage in dict.fromkeys(passages)
        )


def sides_by_value(
    voices: Voices, figures: Iterable[Figure], exact: Mapping[str, Figure] = NOTHING
) -> list[Side]:
    """The values, each with the figures that have it, the largest first. ``exact`` are the
    figures that stand for others, by how these are said."""
    by_value: dict[str, list[Figure]] = {}
    for figure in sorted(
        dict.fromkeys(figures), key=lambda each: (-(value_of(each) or 0), each.comparator != "=")
    ):
        stands = exact.get(said(figure), figure)
        unit = " %" if figure.unit in ("%", "percent", "per cent") else f" {figure.unit}".rstrip()
        by_value.setdefault(f"{said(stands)}{unit}", []).append(figure)
    return [
        Side(
            value,
            tuple(
                AttributedPassage(
                    figure.evidence[0],
                    figure.claimed_by or voices.of(figure.evidence[0]),
                )
                for figure in alike
            ),
        )
        for value, alike in by_value.items()
    ]


def common(one: Anchor, other: Anchor) -> int:
    """The characters that two passages have in common."""
    if one.article != other.article:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def standing_in(
    table: Sequence[Record], asked: Collection[str] | None = None
) -> Mapping[str, Sequence[int]]:
    """The places of records by the articles that they have passages in, by those at least that
    are asked for; no record is made for that."""
    found: dict[str, array[int]] = {}
    if isinstance(table, TakenRecords):
        standing = table.standing(asked)
    else:
        articles = ({each.article: None for each in passages_of(record)} for record in table)
        standing = ((place, each) for place, these in enumerate(articles) for each in these)
    for place, article in standing:
        found.setdefault(article, array("L")).append(place)
    return found


def matching(table: Sequence[R], pattern: re.Pattern[bytes]) -> Iterator[tuple[int, R]]:
    """The records in whose JSON a pattern is found, each with its place; all where they are
    made already."""
    if isinstance(table, TakenRecords):
        return ((place, table[place]) for place, _row in table.matching(pattern))
    return enumerate(table)


def rows_matching(table: Sequence[Record], pattern: re.Pattern[bytes]) -> Iterator[tuple[int, Row]]:
    """The same as rows, of which no record is made; none of quotes, whose words are their text."""
    if isinstance(table, TakenRecords):
        return ((place, from_json(row)) for place, row in table.matching(pattern))
    return enumerate(encode(record, {}) for record in table)

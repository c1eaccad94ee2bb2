"""Which quote stands where: a column a speaker, the rows in order of time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import NamedTuple

from tui.corpus import Corpus, Filter
from tui.dates import place_in_time
from tui.filters import ByActor
from tui.model import UNKNOWN, Actor, Quote, When
from tui.search import NONE, Answer, FieldFilter, Query

FEWEST = 2
"""Fewer columns are no comparison."""


class ComparisonQuestion(NamedTuple):
    """Whom to compare, the query that what they say has to answer, and the column one is in."""

    speakers: tuple[str, ...] = ()
    query: Query = Query()
    column: int = 0


class Cell(NamedTuple):
    """A place among the rows and columns. Rows are counted through all groups."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """What was said at one time, or of what nobody dates, what one article tells.

    Each row has a quote or None for every speaker.
    """

    when: When
    article: str
    rows: tuple[tuple[Quote | None, ...], ...]


@dataclass(frozen=True)
class SpeakerComparison:
    """Speakers side by side. ``totals`` are how many quotes of each there are, on these
    words or not."""

    corpus: Corpus
    speakers: tuple[str, ...]
    query: Query
    groups: tuple[ComparedGroup, ...]
    totals: tuple[int, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """How many quotes each column has."""
        return tuple(sum(row[n] is not None for row in self.rows) for n in range(len(self.totals)))

    @property
    def rows(self) -> Iterator[tuple[Quote | None, ...]]:
        for group in self.groups:
            yield from group.rows

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that is compared, once each, row by row."""
        return tuple(dict.fromkeys(quote for row in self.rows for quote in row if quote))

    @property
    def about(self) -> str:
        """What is compared, in words: the query, and what else narrows the quotes."""
        words = self.query.text.strip() if self.query.parts else ""
        return " · ".join(part for part in (words, self.corpus.describe("quote")) if part)

    def find(self, quote_id: str) -> Cell | None:
        """Where a quote stands first."""
        for number, row in enumerate(self.rows):
            for column, quote in enumerate(row):
                if quote is not None and quote.id == quote_id:
                    return Cell(number, column)
        return None


def compare(
    corpus: Corpus, speakers: Sequence[str], query: Query | None = None
) -> SpeakerComparison:
    """What speakers (ids of actors) say that a query finds among the corpus's quotes.

    What several of them say together stands in the column of each.
    """
    query = query or Query()
    speakers = tuple(dict.fromkeys(speakers))
    said = [
        quote for quote in found(corpus, query) if any(each in speakers for each in quote.speakers)
    ]
    said.sort(key=lambda quote: _place(corpus, quote))
    groups = tuple(
        ComparedGroup(*key, tuple(_rows(speakers, quotes)))
        for key, quotes in groupby(said, key=lambda quote: _group(quote))
    )
    everything = Counter(s for quote in corpus.quotes for s in dict.fromkeys(quote.speakers))
    totals = tuple(everything[each] for each in speakers)
    return SpeakerComparison(corpus, speakers, query, groups, totals)


def found(corpus: Corpus, query: Query) -> Iterable[Quote]:
    """The quotes that a query finds; all of them where it asks for nothing."""
    if not query.parts:
        return corpus.quotes
    hits = Answer(corpus, query, "quote").hits.records
    return (record for record in hits if isinstance(record, Quote))


def most_quoted(corpus: Corpus, query: Query | None = None) -> list[str]:
    """The actors who say what a query finds, those who say most first."""
    quotes = found(corpus, query or Query())
    counts = Counter(each for quote in quotes for each in dict.fromkeys(quote.speakers))
    known = [each for each in counts if isinstance(corpus.get(each), Actor)]
    return sorted(known, key=lambda each: (-counts[each], corpus.name(each).casefold(), each))


def _beside(corpus: Corpus, speakers: Sequence[str]) -> Iterable[Quote]:
    """The quotes of the articles in which speakers are quoted."""
    said = (quote for each in speakers for quote in corpus.about_actor(each, "quote"))
    articles = dict.fromkeys(quote.article for quote in said if isinstance(quote, Quote))
    found = (quote for each in articles for quote in corpus.in_article(each, "quote"))
    return (quote for quote in found if isinstance(quote, Quote))


def filled_up(corpus: Corpus, speakers: Sequence[str], query: Query | None = None) -> list[str]:
    """The speakers, and if they are too few to compare, the most quoted others besides: on
    what is asked, in the same articles before others; or if nobody else says anything on it,
    at all."""
    chosen = list(dict.fromkeys(speakers))
    with_them = Counter(
        each for quote in _beside(corpus, chosen) for each in dict.fromkeys(quote.speakers)
    )
    for asked in (query, None):
        others = [each for each in most_quoted(corpus, asked) if each not in chosen]
        others.sort(key=lambda each: -with_them[each])
        missing = max(0, FEWEST - len(chosen))
        chosen += [each for each, _number in zip(others, range(missing), strict=False)]
    return chosen


def whoever_speaks(corpus: Corpus) -> Corpus:
    """The corpus without what narrows its quotes to some speakers: the columns say whose
    they are."""
    kept = [each for each in corpus.filters_on("quote") if not _about_speakers(each)]
    return corpus.refined("quote", kept)


def speakers_filtered(corpus: Corpus) -> tuple[str, ...]:
    """The speakers that a corpus is narrowed to, if it is."""
    for each in corpus.filters_on("quote"):
        match each:
            case ByActor(actor):
                return (actor,)
            case FieldFilter(field="speaker", values=values):
                return tuple(value for value in values if value != NONE)
    return ()


def _about_speakers(narrowed: Filter) -> bool:
    return isinstance(narrowed, ByActor) or (
        isinstance(narrowed, FieldFilter) and narrowed.field == "speaker"
    )


def _group(quote: Quote) -> tuple[When, str]:
    """What quotes of one group share. Words that date two quotes may differ where the day
    is the same, so only the day counts."""
    if not quote.said.known:
        return UNKNOWN, quote.article
    said = quote.said
    return When(said.edtf, earliest=said.earliest, latest=said.latest), ""


def _place(corpus: Corpus, quote: Quote) -> tuple[object, ...]:
    """Order in time; what nobody dates comes last, in the order of the reports."""
    published = corpus.article(quote.article).published
    start = quote.evidence[0].start if quote.evidence else 0
    said = (not quote.said.known, *place_in_time(quote.said))
    return (*said, not published.known, *place_in_time(published), quote.article, start)


def _rows(speakers: Sequence[str], quotes: Iterable[Quote]) -> Iterator[tuple[Quote | None, ...]]:
    """The quotes of one group, each under its speakers, the first of all in the first row."""
    said = list(quotes)
    columns = [[quote for quote in said if each in quote.speakers] for each in speakers]
    yield from zip_longest(*columns)

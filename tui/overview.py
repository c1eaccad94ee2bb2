"""What a corpus comes to: its reports, who and what it is about, what is disputed, the
results, and what nobody tells. The explorer opens with it, and ``tab overview`` prints it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.charts.shares import Shares, shares
from tui.corpus import Corpus
from tui.dates import WEEKDAYS, place_in_time, readable
from tui.filters import LACKED, Lacking
from tui.lazy_records import LazyRecords
from tui.model import (
    Actor,
    Article,
    AttributedPassage,
    Contest,
    Disagreement,
    Quote,
    Record,
    Side,
    When,
)
from tui.seats import House, house
from tui.wording import difference_group, source_name

REPORTS, PEOPLE, PARTIES, DISPUTED, CONTESTS = 6, 5, 4, 8, 3
"""So many of each are told; of the others, how many they are."""

WEEKDAYS_SHORT = {day[:3] for day in WEEKDAYS}

PARTY_TYPES = ("party", "coalition")


class MentionedActor(NamedTuple):
    """An actor, how often it is named, and how many quotes it has."""

    actor: Actor
    named: int
    quotes: int


class SourceReports(NamedTuple):
    """A source by its name, how many reports it has, and the days between which they lie."""

    name: str
    reports: int
    days: str


class Outcome(NamedTuple):
    """What a contest came to, as far as it is reported."""

    contest: Contest
    shares: Shares
    seats: House


class SideTold(NamedTuple):
    """What a side says, who says so, and in how many articles."""

    says: str
    who: Sequence[str]
    articles: int


class Lack(NamedTuple):
    """How many of how many records lack something, and the filter that keeps these."""

    by: Lacking
    lacking: int
    of: int


class Overview(NamedTuple):
    """The corpus in some forty lines."""

    days: str
    """The first and the last day of its reports."""
    reports: Sequence[Article]
    """The reports in order of time, where they are few; else none."""
    sources: Sequence[SourceReports]
    """The sources with the most reports, where these are many."""
    people: Sequence[MentionedActor]
    parties: Sequence[MentionedActor]
    disputed: Sequence[Disagreement]
    """The weightiest disagreements: conflicts first."""
    conflicts: int
    outcomes: Sequence[Outcome]
    lacking: Sequence[Lack]

    @property
    def records(self) -> Iterator[Record]:
        """What its lines are about, in order."""
        yield from self.disputed
        for each in self.outcomes:
            yield each.contest
            yield from (share.choice.figure for share in each.shares.shares)
        yield from (each.actor for each in (*self.people, *self.parties))
        yield from self.reports


def overview(corpus: Corpus) -> Overview:
    """What a corpus comes to, filtered as it is; how often somebody is named and quoted is told of
    the whole."""
    articles = sorted(corpus.articles, key=lambda article: place_in_time(article.published))
    few = len(articles) <= REPORTS
    said = Counter(
        each for speakers in _speakers(corpus.whole.quotes) for each in dict.fromkeys(speakers)
    )
    differing = sorted(corpus.disagreements, key=difference_group)
    return Overview(
        days=span_of(article.published for article in articles),
        reports=articles if few else (),
        sources=() if few else _sources(articles),
        people=_most_named(corpus.actors, ("person",), said, PEOPLE),
        parties=_most_named(corpus.actors, PARTY_TYPES, said, PARTIES),
        disputed=differing[:DISPUTED],
        conflicts=sum(difference_group(each) == 0 for each in differing),
        outcomes=_outcomes(corpus),
        lacking=_lacking(corpus),
    )


def span_of(dates: Iterable[When]) -> str:
    """From the first to the last of some dates; "" where none is known."""
    known = sorted((when for when in dates if when.known), key=place_in_time)
    if not known:
        return ""
    first, last = _day(known[0]), _day(known[-1])
    return first if first == last else f"{first} to {last}"


def _day(when: When) -> str:
    """A date in words, without the day of the week."""
    words = readable(when.edtf)
    first, _, rest = words.partition(" ")
    return rest if first in WEEKDAYS_SHORT else words


def _sources(articles: Sequence[Article]) -> list[SourceReports]:
    """The sources with the most reports, each with its days."""
    by_name: dict[str, list[Article]] = {}
    for article in articles:
        by_name.setdefault(source_name(article), []).append(article)
    most = sorted(by_name.items(), key=lambda each: (-len(each[1]), each[0].casefold()))
    return [
        SourceReports(name, len(of), span_of(each.published for each in of))
        for name, of in most[:REPORTS]
    ]


def _most_named(
    actors: Iterable[Actor], types: Sequence[str], said: Counter[str], most: int
) -> list[MentionedActor]:
    of_type = [actor for actor in actors if actor.type in types]
    of_type.sort(key=lambda each: (-len(each.mentions), each.name.casefold()))
    return [MentionedActor(each, len(each.mentions), said[each.id]) for each in of_type[:most]]


def _outcomes(corpus: Corpus) -> list[Outcome]:
    """The contests of which most is reported, each with what its lists have."""
    by_figures = sorted(corpus.contests, key=lambda contest: -len(corpus.of_contest(contest.id)))
    found: list[Outcome] = []
    for contest in by_figures:
        outcome = Outcome(contest, shares(corpus, contest), house(corpus, contest))
        if outcome.shares.shares or outcome.seats.benches:
            found.append(outcome)
        if len(found) == CONTESTS or not corpus.of_contest(contest.id):
            break
    return found


def _speakers(quotes: Sequence[Quote]) -> Iterator[Sequence[str]]:
    """The speakers of each quote that has any. Most quotes of a store are not made for it."""
    if isinstance(quotes, LazyRecords) and quotes.column is not None:
        yield from (each for _place, each in quotes.column("speakers") if isinstance(each, list))
    else:
        yield from (quote.speakers for quote in quotes if quote.speakers)


def _lacking(corpus: Corpus) -> list[Lack]:
    found = []
    for kind, what in LACKED:
        by, records = Lacking(kind, what), corpus.of(kind)
        if count := _count(by, records, corpus):
            found.append(Lack(by, count, len(records)))
    return found


def _count(by: Lacking, records: Sequence[Record], corpus: Corpus) -> int:
    """How many records lack something, where a store tells it without making them."""
    if isinstance(records, LazyRecords):
        if by.what == "date" and records.dates is not None:
            return len(records) - len({place for place, edtf in records.dates() if edtf})
        if by.what == "speaker" and records.column is not None:
            having = {place for place, _speakers in records.column("speakers")}
            signs = {place for place, each in records.column("type") if each == "sign"}
            return len(records) - len(having | signs)
    return sum(by.keeps(record, corpus) for record in records)


def sides_of(corpus: Corpus, record: Disagreement) -> list[SideTold]:
    """The sides of a disagreement, each with who says so."""
    return [_side(corpus, side) for side in record.sides]


def _side(corpus: Corpus, side: Side) -> SideTold:
    speakers = dict.fromkeys(each for told in side.told for each in told.speakers)
    own = [told for told in side.told if not told.speakers]
    names = [*(corpus.name(each) for each in speakers), *_sources_of(corpus, own)]
    articles = {told.passage.article for told in side.told}
    return SideTold(side.says, names, len(articles))


def _sources_of(corpus: Corpus, told: Sequence[AttributedPassage]) -> list[str]:
    """The names of the articles that say something themselves."""
    articles = dict.fromkeys(each.passage.article for each in told)
    return list(dict.fromkeys(source_name(corpus.article(each)) for each in articles))

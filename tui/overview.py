"""What a corpus comes to: its reports, who and what it is about, what is disputed, the
results, and what nobody tells. The explorer opens with it, and ``tab overview`` prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.charts.shares import Shares, shares
from tui.corpus import Corpus
from tui.dates import WEEKDAYS, place_in_time, readable
from tui.filters import LACKED, Lacking
from tui.model import (
    ACTOR_TYPES,
    ActorType,
    Article,
    AttributedPassage,
    Contest,
    Disagreement,
    Side,
    When,
)
from tui.orders import NAMED, OF_TYPE, SOURCES, WEIGHTS
from tui.seats import House, house
from tui.tables.columns import ACTORS, DATES, when_from
from tui.tables.lazy_records import id_at
from tui.wording import brief_source

REPORTS, PEOPLE, PARTIES, DISPUTED, CONTESTS = 6, 5, 4, 8, 3
"""So many of each are told; of the others, how many they are."""

WEEKDAYS_SHORT = {day[:3] for day in WEEKDAYS}

PARTY_TYPES = ("party", "coalition")


class MentionedActor(NamedTuple):
    """An actor by its id, name and type, how often it is named, and how many quotes it has."""

    id: str
    name: str
    type: ActorType
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
    """What a side says, who says so, and in how many reports, each with all its versions."""

    says: str
    who: Sequence[str]
    reports: int


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
    def ids(self) -> Iterator[str]:
        """The ids of the records that its lines are about, in order."""
        yield from (each.id for each in self.disputed)
        for each in self.outcomes:
            yield each.contest.id
            yield from (share.choice.figure.id for share in each.shares.shares)
        yield from (each.id for each in (*self.people, *self.parties))
        yield from (each.id for each in self.reports)


def overview(corpus: Corpus) -> Overview:
    """What a corpus comes to, filtered as it is; how often somebody is named and quoted is told of
    the whole."""
    many = len(corpus.articles)
    weights = list(corpus.groups("disagreement", WEIGHTS))
    differing = [place for _weight, places in weights for place in places[:DISPUTED]]
    dates = list(corpus.groups("article", DATES))
    return Overview(
        days=span_of(when_from(key) for key, _places in dates),
        reports=[
            corpus.whole.articles[place]
            for _key, places in (dates if many <= REPORTS else ())
            for place in places
        ],
        sources=() if many <= REPORTS else _sources(corpus),
        people=_most_named(corpus, ("person",), PEOPLE),
        parties=_most_named(corpus, PARTY_TYPES, PARTIES),
        disputed=[corpus.whole.disagreements[place] for place in differing[:DISPUTED]],
        conflicts=sum(len(places) for weight, places in weights if weight == 0),
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


def _sources(corpus: Corpus) -> list[SourceReports]:
    """The sources with the most reports, each with its days."""
    by_name = corpus.groups("article", SOURCES)
    most = sorted(by_name, key=lambda each: (-len(each[1]), str(each[0]).casefold()))
    return [SourceReports(str(name), len(of), _span(corpus, of)) for name, of in most[:REPORTS]]


def _span(corpus: Corpus, articles: Sequence[int]) -> str:
    """From the first to the last day of the articles at some places."""
    column = corpus.column("article", DATES)
    numbers = {number for place in articles for number in column.numbers_of(place)}
    return span_of(when_from(column.keys[number]) for number in numbers)


def _most_named(corpus: Corpus, types: Sequence[str], most: int) -> list[MentionedActor]:
    """The actors of some types that are named most often."""
    found: list[MentionedActor] = []
    by_type, said = corpus.column("actor", OF_TYPE), corpus.column("quote", ACTORS)
    for (less, _folded), places in corpus.groups("actor", NAMED):
        for place in places:
            sort = ACTOR_TYPES[by_type.key_of(place)[0]]
            if sort in types:
                id = id_at(corpus.whole.actors, place)
                quotes = len(said.having(id))
                found.append(MentionedActor(id, corpus.name(id), sort, -less, quotes))
        if len(found) >= most:
            break
    return found[:most]


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


def _lacking(corpus: Corpus) -> list[Lack]:
    found = []
    for kind, what in LACKED:
        by, records = Lacking(kind, what), corpus.of(kind)
        if records is corpus.whole.of(kind):
            count = len(by.places(corpus, kind))
        else:
            count = sum(by.keeps(record, corpus) for record in records)
        if count:
            found.append(Lack(by, count, len(records)))
    return found


def sides_of(corpus: Corpus, record: Disagreement) -> list[SideTold]:
    """The sides of a disagreement, each with who says so."""
    return [_side(corpus, side) for side in record.sides]


def _side(corpus: Corpus, side: Side) -> SideTold:
    speakers = dict.fromkeys(each for told in side.told for each in told.speakers)
    own = [told for told in side.told if not told.speakers]
    names = [*(corpus.name(each) for each in speakers), *_sources_of(corpus, own)]
    reports = {corpus.report_of(told.passage.article) for told in side.told}
    return SideTold(side.says, names, len(reports))


def _sources_of(corpus: Corpus, told: Sequence[AttributedPassage]) -> list[str]:
    """The names of the articles that say something themselves: each publisher once, and
    each report that has none."""
    articles = [corpus.article(each) for each in dict.fromkeys(p.passage.article for p in told)]
    names = {each.publisher or each.agency or each.id: brief_source(each) for each in articles}
    return list(names.values())

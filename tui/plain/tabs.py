"""The tabs of the explorer as lists of records, in the order in which it shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.charts.results import measures_of, ordered
from tui.corpus import Corpus
from tui.dates import place_in_time
from tui.model import Actor, Event, Figure, Record
from tui.plain.facts import Fact, facts
from tui.wording import difference_group


class TabListing(NamedTuple):
    """A tab: the kinds of record that it lists, what it says where there are none, and all
    that it lists, in order."""

    kinds: tuple[str, ...]
    none: str
    records: Callable[[Corpus], Sequence[Record]]


def _timeline(corpus: Corpus) -> list[Event]:
    """The dated events in order of time, then the others."""
    dated = [event for event in corpus.events if event.when.known]
    undated = [event for event in corpus.events if not event.when.known]
    return [*sorted(dated, key=lambda event: place_in_time(event.when)), *undated]


def _actors(corpus: Corpus) -> list[Actor]:
    """The most named first."""
    return sorted(corpus.actors, key=lambda each: (-len(each.mentions), each.name.casefold()))


def _results(corpus: Corpus) -> list[Record]:
    """Each contest with its figures, the one of which there are most first; then the figures
    of no contest."""
    found: list[Record] = []
    for contest in sorted(corpus.contests, key=lambda c: -len(corpus.of_contest(c.id))):
        found += [contest, *_figures(corpus, corpus.of_contest(contest.id))]
    others = [each for each in corpus.figures if corpus.get(each.contest or "") is None]
    return [*found, *_figures(corpus, others)]


def _figures(corpus: Corpus, figures: Sequence[Figure]) -> Iterator[Figure]:
    for measure in measures_of(figures):
        of_measure = [each for each in figures if each.measure == measure]
        yield from (figure for figure, _notes in ordered(corpus, of_measure))


TABS = {
    "timeline": TabListing(("event",), "no events in these articles", _timeline),
    "actors": TabListing(("actor",), "nobody is named in these articles", _actors),
    "results": TabListing(("contest", "figure"), "no figures in these articles", _results),
    "quotes": TabListing(("quote",), "no quotes in these articles", lambda corpus: corpus.quotes),
    "disagreements": TabListing(
        ("disagreement",),
        "these articles do not disagree",
        lambda corpus: sorted(corpus.disagreements, key=difference_group),
    ),
    "sources": TabListing(("article",), "no articles here", lambda corpus: corpus.articles),
}
"""The tabs by name."""


def walk(corpus: Corpus, name: str) -> Iterator[str]:
    """The lines of a tab: how many of what there are, then each record behind an empty line."""
    records = TABS[name].records(corpus)
    yield heading(name, records, TABS[name].none)
    yield from blocks(corpus, records)


def heading(name: str, records: Sequence[Record], none: str) -> str:
    """The first line of a tab: how many of what these are, or ``none`` where there are none."""
    return f"tab: {name}, {_counts(TABS[name], records) or none}"


def blocks(
    corpus: Corpus, records: Iterable[Record], whys: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The lines of some records, an empty line before each. ``whys`` tells by their ids what
    else than their words they are found by."""
    for record in records:
        yield ""
        for fact in facts(corpus, record):
            if fact.label == "id" and whys and (why := whys.get(record.id)):
                yield Fact("found by", why).line
            yield fact.line


def _counts(tab: TabListing, records: Sequence[Record]) -> str:
    numbers = [(kind, sum(record.kind == kind for record in records)) for kind in tab.kinds]
    return ", ".join(
        f"{number:,} {kind}{'' if number == 1 else 's'}" for kind, number in numbers if number
    )

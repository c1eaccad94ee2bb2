"""The curated entries laid over what the rules find: many readings become one corpus.

Each article is read alone, so what the articles share is brought together here: an actor
named in several, a happening told by several. Where an entry gives something, it wins;
what it leaves open stays as the rules have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.corpus import Corpus
from tui.curate.accounts import accounts
from tui.curate.actor_rows import actor_rows
from tui.curate.entries import (
    ContestEntry,
    Curation,
    CurationError,
    EventEntry,
)
from tui.curate.linking import linked, vagueness
from tui.curate.merge import MergedExtractions, Piles, once, proof
from tui.curate.retelling import retold
from tui.curate.typed_table import Problems, shown, suggestion
from tui.disagreements.stories import Stories
from tui.model import (
    BASES,
    EVENT_STATUSES,
    KINDS,
    UNKNOWN,
    Actor,
    Anchor,
    Contest,
    Event,
    Extraction,
    When,
)
from tui.records import actors_of
from tui.summary import CorpusFacts, SummarisedExtraction, summary_of
from tui.tables.codec import from_json
from tui.tables.columns import Row
from tui.tables.lazy_records import ids_in
from tui.tables.record_buffers import RecordBuffer


def apply(
    curation: Curation,
    readings: Iterable[Extraction],
    texts: Mapping[str, str],
    piles: Piles = RecordBuffer,
    tally: Counter[tuple[str, str]] | None = None,
    told: CorpusFacts | None = None,
) -> Corpus:
    """The corpus that the readings and the curated entries make together.

    ``texts`` maps an article's id to its text. Readings that are no list are not held, but
    gone through in turn, twice at most; they come in the order of their files. Their
    records are held in ``piles``. ``tally`` is told how many actors, mentions, events,
    figures and quotes are extracted and curated, and ``told`` what articles tell, as far as that
    is known. Raises :class:`CurationError` where an entry speaks of something that is not there,
    or is no longer needed.
    """
    problems, told = Problems(), told or CorpusFacts()
    if isinstance(readings, (list, tuple)):
        readings = sorted(readings, key=lambda reading: reading.article.file)
    _check_names(curation, readings, problems)
    found = MergedExtractions(curation, texts, problems, piles, tally)
    for reading in readings:
        found.take(reading)
    events = found.told_events(_events(curation, found.told))
    others, found.told_elsewhere = linked(events, told.memory)
    found.named.update(actor for event in others for actor in actors_of(event))
    contests = _contests(curation, found.contests, found.referred)
    actors = piles(Actor, texts)
    actors.put_packed(_actor_rows(curation, found, told))
    told.reports.update(found.facts)
    corpus = Corpus(
        articles=found.versions(told.memory),
        actors=actors.taken(),
        contests=tuple(sorted(contests, key=lambda each: (each.date.earliest, each.id))),
        figures=found.figures.in_order(found.position),
        quotes=found.quotes.in_order(found.position),
        texts=texts,
    )
    events, stories = found.told_events(others), Stories(corpus, told)
    told.stories = stories
    others, parts = retold(events, found.told_elsewhere, stories, told.memory)
    corpus = replace(corpus, events=found.in_time(others, parts))
    corpus = replace(corpus, disagreements=accounts(curation, corpus, problems))
    _check_ids(curation, corpus, problems)
    if problems.found:
        raise CurationError(problems.told())
    return corpus


def _actor_rows(curation: Curation, found: MergedExtractions, told: CorpusFacts) -> Iterator[bytes]:
    """The rows of the actors, of which is noted what is asked of all of them."""
    for packed in actor_rows(curation, found, told.memory):
        head, actor = packed.split(b"\t")
        row = from_json(head)
        found.tally["actor", row["origin"]] += 1
        if len(found.facts) == len(found.articles):
            told.actors[row["id"]] = found.told_actors[row["id"]].of(row)
        yield actor


# ---------------------------------------------------------------------- contests


def _contests(
    curation: Curation, found: RecordBuffer[Contest], referred: set[str]
) -> list[Contest]:
    """The contests that an entry defines or a figure is about."""
    groups: dict[str, list[tuple[int, Row]]] = {entry.id: [] for entry in curation.contests}
    curated = {entry.id: entry for entry in curation.contests}
    for number in range(len(found)):
        row = found.row(number)
        if row["id"] in groups or row["id"] in referred:
            groups.setdefault(row["id"], []).append((number, row))
    return [_contest(found, group, curated.get(id)) for id, group in groups.items()]


def _contest(
    found: RecordBuffer[Contest], group: list[tuple[int, Row]], entry: ContestEntry | None
) -> Contest:
    """One contest of all that articles say of it, of which hardly any record is made: thousands
    may name it."""
    evidence = once(Anchor(*at) for _, row in group for at in row["evidence"])
    if entry is None:
        return replace(found[group[0][0]], evidence=evidence)
    evidence = once([*evidence, *proof(entry.proof)])
    date = entry.date
    if date.expression is None:
        dates = (found[number].date for number, _ in group)
        told = (each.expression for each in dates if each.edtf == date.edtf)
        date = replace(date, expression=next(filter(None, told), None))
    return Contest(
        id=entry.id,
        evidence=evidence or tuple(filter(None, (date.expression,))),
        origin="curated",
        rule=entry.why,
        name=entry.name,
        date=date,
        place=entry.place,
        seats_total=entry.seats_total,
        seats_basis=entry.seats_basis,
    )


# ------------------------------------------------------------------------ events


def _events(curation: Curation, found: Sequence[Event]) -> list[Event]:
    """The events, those that an entry says are one made one."""
    told: dict[str, list[Event]] = {entry.id: [] for entry in curation.events}
    alone = []
    anchors: dict[str, list[Anchor]] = {}
    for event in found:
        for anchor in event.evidence:
            anchors.setdefault(anchor.article, []).append(anchor)
    telling: dict[str, list[_Telling]] = {}
    for entry in curation.events:
        for passage, _ in entry.passages:
            near = anchors.get(passage.article, ())
            nearest = max((_shared(each, passage) for each in near), default=0.0)
            telling.setdefault(passage.article, []).append(_Telling(entry, passage, nearest))
    for event in found:
        teller = _told_by(event, telling)
        if teller is None:
            alone.append(event)
        else:
            told[teller.id].append(event)
    return alone + [_event(entry, told[entry.id]) for entry in curation.events]


WITHIN = 0.8
"""The part of an event's words that has to lie in a passage that tells more than it."""
ALIKE = 0.25
"""The part that an event's words and a passage share at least, if neither holds the other."""


class _Telling(NamedTuple):
    """A passage in which an entry tells its event, and how much the event shares with it
    that shares most."""

    entry: EventEntry
    passage: Anchor
    nearest: float


def _told_by(event: Event, telling: Mapping[str, Sequence[_Telling]]) -> EventEntry | None:
    """The entry whose passage tells an event: the one that shares most with its words.

    An event that lies within a passage is told by it. One that goes beyond it is so only
    where no other event is nearer: "the annulment of last month's elections" is not told
    by "last month's elections", when the rules find just that as well.
    """
    best: EventEntry | None = None
    most = 0.0
    for article in dict.fromkeys(anchor.article for anchor in event.evidence):
        for entry, passage, nearest in telling.get(article, ()):
            for anchor in event.evidence:
                shared = _shared(anchor, passage)
                near = _within(anchor, passage) >= WITHIN or (
                    shared == nearest and (shared >= ALIKE or _within(passage, anchor) >= WITHIN)
                )
                if near and shared > most:
                    best, most = entry, shared
    return best


def _within(one: Anchor, other: Anchor) -> float:
    """How much of a passage lies in another: 0.0 to 1.0."""
    return _common(one, other) / max(1, one.end - one.start)


def _shared(one: Anchor, other: Anchor) -> float:
    """How much of two passages is both of them: 0.0 to 1.0."""
    return _common(one, other) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _inside(one: Anchor, other: Anchor) -> bool:
    """Whether a passage is but a part of another."""
    return one != other and _within(one, other) == 1.0


def _common(one: Anchor, other: Anchor) -> int:
    """The characters that two passages have in common."""
    if one.article != other.article:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _event(entry: EventEntry, told: list[Event]) -> Event:
    """One event of those that its passages tell, with the best that any of them knows.

    What the rules found everywhere stays theirs, and the reason of the title stands beside
    the rule; it is a person's work where a passage, the date, the status or the claimant is.
    """
    evidence: list[Anchor] = []
    all_found = True
    for passage in entry.passages:
        under = [
            anchor for event in told for anchor in event.evidence if _common(anchor, passage.anchor)
        ]
        all_found = all_found and bool(under)
        evidence.extend(under or [passage.anchor])
    evidence.extend(anchor for event in told for anchor in event.evidence)
    evidence = [one for one in evidence if not any(_inside(one, each) for each in evidence)]
    when = min((event.when for event in told), key=_rank, default=UNKNOWN)
    if entry.when and not (when.known and not entry.when.known):
        when = entry.when
    statuses = sorted((event.status for event in told), key=EVENT_STATUSES.index)
    status = entry.status or (statuses[0] if statuses else "happened")
    theirs = (
        all_found
        and (not when.known or any(_same_date(event.when, when) for event in told))
        and (entry.status is None or entry.status in statuses)
    )
    found_actors = once(actor for event in told for actor in event.actors)
    claims = sorted(told, key=lambda event: event.status != status)
    claimants = next((event.claimed_by for event in claims if event.claimed_by), ())
    if entry.claimed_by:
        theirs = theirs and claimants == (entry.claimed_by.id,)
        claimants = (entry.claimed_by.id,)
    actors = found_actors if entry.actors is None else once(each.id for each in entry.actors)
    return Event(
        id=entry.id,
        evidence=once(evidence),
        origin="extracted" if theirs else "curated",
        rule=f"{told[0].rule}; our title: {entry.why}" if theirs else entry.why,
        title=entry.title,
        when=when,
        place=entry.place or next((event.place for event in told if event.place), ""),
        actors=actors,
        status=status,
        type=next((event.type for event in claims if event.type), ""),
        claimed_by=claimants if status in ("alleged", "demanded") else (),
    )


def _rank(when: When) -> tuple[tuple[bool, int], int]:
    """The smaller, the better a date is known: by its length, then by its basis."""
    return vagueness(when), BASES.index(when.basis)


def _same_date(one: When, other: When) -> bool:
    return (one.edtf, one.basis) == (other.edtf, other.basis)


# ------------------------------------------------------------------------ checks


def _check_names(curation: Curation, readings: Iterable[Extraction], problems: Problems) -> None:
    """Every actor and contest that an entry names is somebody's, or an entry's own."""
    named_in = (curation.actors, curation.events, curation.accounts, curation.corrections)
    if not any(named_in):
        return
    actors = {entry.id for entry in curation.actors}
    contests = {entry.id for entry in curation.contests}
    for reading in readings:
        gist = reading.gist if isinstance(reading, SummarisedExtraction) else summary_of(reading)
        actors.update(id for id, _ in gist.actors)
        contests.update(gist.contests)
    named: list[tuple[str, str]] = [
        (link.relation.actor, link.where) for entry in curation.actors for link in entry.related
    ]
    for event in curation.events:
        named.extend(event.actors or ())
        named.extend(filter(None, (event.claimed_by,)))
    for account in curation.accounts:
        named.extend(each for told in account.passages for each in told.speakers or ())
    for correction in curation.corrections:
        named.extend(correction.actors)
        if correction.contest and correction.contest not in contests:
            problems.at(
                correction.where,
                f"no contest is called {shown(correction.contest)}"
                f"{suggestion(correction.contest, sorted(contests))}",
            )
    for id, where in named:
        if id not in actors:
            problems.at(
                where,
                f"no actor is called {shown(id)}, neither in actors.toml nor in the articles"
                f"{suggestion(id, sorted(actors))}",
            )


def _check_ids(curation: Curation, corpus: Corpus, problems: Problems) -> None:
    """No two records share an id, or a link to one would lead to the other."""
    where = {entry.id: entry.where for entry in curation.contests}
    where.update((entry.id, entry.where) for entry in curation.events)
    where.update((entry.id, entry.where) for entry in curation.accounts)
    kinds = [kind.kind for kind in KINDS if where]
    tables = {kind: {id for id in ids_in(corpus.of(kind)) if id in where} for kind in kinds}
    for id, at in where.items():
        other, *further = [kind for kind, ids in tables.items() if id in ids] or [""]
        if further:
            problems.at(
                at,
                f"the id {shown(id)} is that of an {other} already; expected another",
            )

"""One article: every rule in its order, and the records that come of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from tui import dates
from tui.extract import languages, publication
from tui.extract.findings import (
    ContestMention,
    EventMention,
    FigureMention,
    NamedActor,
    NamedContest,
    QuoteMention,
    TimeMention,
)
from tui.extract.gc_pause import gc_paused
from tui.extract.languages import authority
from tui.extract.languages.language import Language, Names, Resolver
from tui.extract.stages import contests as contest_stage
from tui.extract.stages import event_coreference, metadata
from tui.extract.stages import quotes as speech
from tui.extract.stages.metadata import Metadata
from tui.extract.stages.speech_so_far import QuoteFinder
from tui.extract.text import quotation_marks as marks
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.ids import article_id, record_ids
from tui.model import (
    UNKNOWN,
    Actor,
    Anchor,
    Article,
    Contest,
    Description,
    Detail,
    Event,
    Extraction,
    Figure,
    Hints,
    Origin,
    Quote,
    When,
    digest,
)
from tui.offset_map import cleaned

FALLBACK_TITLE = 90
"""Characters of the lead that stand in for a title where the text has none."""


def read(
    file: str, text: str, known: Hints | None = None, language: Language | None = None
) -> Extraction:
    """The records of one article. Every anchor holds: its offsets are into ``text``, of
    which the rules read what ``known`` says is the report. The language is that of the text
    where none is given."""
    with gc_paused():
        return _Article(file, text, known or Hints(), language).reading()


class Quoted(NamedTuple):
    """What one article's people say: the quotes, and the actors that speak them."""

    actors: tuple[Actor, ...]
    quotes: tuple[Quote, ...]


def quotes(text: str, known: Hints | None = None) -> Quoted:
    """The quotes of one article and who speaks them, in a part of the time that all of
    its records take.

    They are those of :func:`read` (same ids, same words, same speakers by the same rules) but
    for what would need the rest read: nothing tells when something was ``said``, and actors
    have no ``described_as``.
    """
    with gc_paused():
        return _Article("", text, known or Hints()).quoted()


def times(text: str, known: Hints, published: When) -> list[tuple[When, str]]:
    """Every expression of time in one article that appeared then, and the rule that found it."""
    with gc_paused():
        return _Article("", text, known).times(published)


class _Heard(NamedTuple):
    """A text as far as it is read for its quotes."""

    names: Names
    marked: list[QuotedSpan]
    speakers: Resolver
    said: QuoteFinder


# A named tuple's own constructor is a Python function, and this runs for every passage.
_an_anchor: Callable[[tuple[str, int, int]], Anchor] = partial(tuple.__new__, Anchor)


class _Article:
    def __init__(
        self, file: str, text: str, known: Hints, language: Language | None = None
    ) -> None:
        self.file = file
        self.whole = text
        self.clean = cleaned(text)
        self.report = self.clean if known.kept is None else self.clean.within(known.kept)
        self.text = self.report.text
        self.known = known
        self.id = known.id or article_id(text)
        self.beside = partial(publication.beside, known)
        code, rules = languages.of(self.text, self.beside("language"))
        self.code = code
        self.language = language or rules
        self.actors = authority.beside(self.text, known.actors, code or languages.FEW_WORDS)

    def reading(self) -> Extraction:
        document, told = metadata.read(self.text, self.language.furniture)
        published = publication.published(self.id, self.file, self.known, told, self._anchor)
        found_times = self.language.times(document, published)
        heard = self._heard(document, told, found_times)
        read_names, speakers, said = heard.names, heard.speakers, heard.said
        speakers.nominals()
        mentions = sorted([*read_names.mentions, *speakers.resolved])
        described = sorted(
            {
                *speakers.descriptions,
                *(
                    (m.actor, Span(m.start, m.end))
                    for m in speakers.resolved
                    if not m.named and self.text.count(" ", m.start, m.end) > 1
                ),
            },
            key=lambda each: (each[1], each[0]),
        )
        elections = authority.elections_named(
            self.text, published.earliest, self.known.contests, self.language.elections
        )
        known_contests = (*self.known.contests, *(each.known for each in elections))
        spoken_of = self.language.contests(
            document, known_contests, found_times, published, mentions
        )
        found_figures = self.language.figures(
            document,
            mentions,
            found_times,
            known_contests,
            said.reported,
            published,
            spoken_of,
        )
        found_events = event_coreference.merge(
            self.language.events(
                document, mentions, found_times, said.reported, published, heard.marked
            )
        )
        found_contests = contest_stage.kept(
            spoken_of,
            found_figures,
            [event for event, _ in found_events],
        )
        records = self._quotes(said.found)
        return Extraction(
            article=self._article(document, told, published),
            actors=tuple(self._actors(read_names, speakers, described)),
            contests=tuple(self._contests(found_contests, elections)),
            events=tuple(self._events(found_events)),
            figures=tuple(self._figures(found_figures)),
            quotes=tuple(self._linked(said.found, records)),
        )

    def times(self, published: When) -> list[tuple[When, str]]:
        document, _ = metadata.read(self.text, self.language.furniture)
        found = self.language.times(document, published)
        return [(self._when(time), time.rule) for time in found]

    def quoted(self) -> Quoted:
        document, told = metadata.read(self.text, self.language.furniture)
        heard = self._heard(document, told, ())
        records = self._quotes(heard.said.found)
        speaking = {actor for each in heard.said.found for actor in each.speaker.actors}
        return Quoted(
            actors=tuple(self._actors(heard.names, heard.speakers, (), speaking)),
            quotes=tuple(self._linked(heard.said.found, records)),
        )

    def _heard(
        self, document: Document, told: Metadata, found_times: Sequence[TimeMention]
    ) -> _Heard:
        """As far as quotes and speakers need it; the times date what is said, no more."""
        read_names = self.language.names(document, self.actors)
        marked = marks.pair(self.text, document.paragraphs)
        rules = self.language.speech
        if rules.told_behind is not None:
            marked = marks.dashes(self.text, document.paragraphs, marked, rules.told_behind)
        speakers = self.language.resolver(document, read_names, marked)
        rules = self.language.speech_of(rules, speakers)
        said = speech.read(document, marked, speakers, found_times, told, rules)
        return _Heard(read_names, marked, speakers, said)

    # ---------------------------------------------------------------- pieces

    def _anchor(self, span: Span | tuple[int, int]) -> Anchor:
        start, end = span if self.report.identical else self.report.to_source(span)
        return _an_anchor((self.id, start, end))

    def _words(self, anchor: Anchor) -> str:
        """The words of a passage as a reader of the file sees them, marks within and all."""
        return self.clean.between(anchor.start, anchor.end)

    def _ids(self, kind: str, spans: Iterable[tuple[int, int]]) -> list[str]:
        """The ids of the records that stand on these passages."""
        return record_ids(kind, [self._anchor(span) for span in spans], self.whole)

    def _when(self, time: TimeMention | None) -> When:
        if time is None:
            return UNKNOWN
        anchor = self._anchor((time.start, time.end))
        return dates.when(time.edtf, time.basis if time.edtf else "unknown", anchor, time.note)

    def _article(self, document: Document, told: Metadata, published: When) -> Article:
        beside = self.known.told
        rule = "title"
        if "title" in beside:
            title, rule = self.beside("title"), beside["title"].origin
        elif told.title:
            title = self.text[told.title.start : told.title.end]
        else:
            title = self.known.title
        if not title:
            title, rule = self._lead(document), "lead"
        author = self.text[told.author.start : told.author.end] if told.author else ""
        publisher = self.text[slice(*told.publisher)] if told.publisher else ""
        spans = [told.title, told.author, told.publisher, told.published and told.published[0]]
        evidence = [self._anchor(span) for span in spans if span]
        evidence += [Anchor(self.id, *each.span) for each in beside.values() if each.span]
        if not evidence and document.paragraphs:
            first = next(
                (p for p in document.paragraphs if p.role == "body"), document.paragraphs[0]
            )
            evidence = [self._anchor((first.start, min(first.end, first.start + FALLBACK_TITLE)))]
        return Article(
            id=self.id,
            evidence=tuple(sorted(set(evidence))),
            origin="extracted",
            rule=rule,
            file=self.file,
            sha256=digest(self.whole),
            title=" ".join(title.split()),
            agency=told.agency[1] if told.agency else "",
            publisher=self.beside("publisher") or publisher,
            author=self.beside("author") or author,
            language=self.code,
            published=published,
            characters=len(self.whole),
            url=self.beside("url"),
            encoding=self.known.encoding,
            locator=self.known.locator,
            pages=self.known.pages,
            details=tuple(
                Detail(fact, self.beside(fact))
                for fact in sorted(beside.keys() - publication.FACTS)
            ),
            facts_from=publication.origins(self.known, self.code, published),
        )

    def _lead(self, document: Document) -> str:
        """The first words of the report, cut where a word ends."""
        lead = next((p for p in document.paragraphs if p.role == "body"), None)
        lead = lead or next(iter(document.paragraphs), None)
        if lead is None:
            return self.file
        words = " ".join(self.text[lead.start : min(lead.end, lead.start + 400)].split())
        if len(words) <= FALLBACK_TITLE:
            return words
        return words[:FALLBACK_TITLE].rsplit(" ", 1)[0].rstrip(",;:—– ") + " …"

    def _actors(
        self,
        read_names: Names,
        speakers: Resolver,
        described: Sequence[tuple[str, Span]],
        wanted: Set[str] | None = None,
    ) -> Iterable[Actor]:
        """The records of the actors that are named; of those alone that are ``wanted``."""
        mentions: dict[str, list[Anchor]] = {}
        for start, end, actor, _, named, _ in sorted([*read_names.mentions, *speakers.resolved]):
            if named and (wanted is None or actor in wanted):
                anchor = self._anchor((start, end))
                if actor not in mentions:
                    mentions[actor] = [anchor]
                elif mentions[actor][-1] != anchor:
                    mentions[actor].append(anchor)
        words: dict[str, list[Description]] = {}
        for actor, span in described:
            anchor = self._anchor(span)
            text = " ".join(self._words(anchor).split())
            words.setdefault(actor, []).append(Description(text, anchor))
        for key in sorted(mentions):
            found_actor = read_names.actors[key]
            origin, rule = _known_by(found_actor)
            yield Actor(
                id=key,
                evidence=(mentions[key][0],),
                origin=origin,
                rule=rule,
                name=found_actor.name,
                type=found_actor.type,
                also_known_as=tuple(sorted(found_actor.aliases - {found_actor.name})),
                described_as=tuple(words.get(key, ())),
                mentions=tuple(mentions[key]),
            )

    def _contests(
        self, found: Sequence[ContestMention], elections: Sequence[authority.Election]
    ) -> Iterable[Contest]:
        named: dict[str, list[Anchor]] = {}
        told: dict[str, tuple[NamedContest, str, TimeMention | None]] = {}
        for each in found:
            for contest in each.contests:
                told.setdefault(contest.id, (contest, each.rule, each.time))
                named.setdefault(contest.id, []).append(self._anchor((each.start, each.end)))
        of_file = {each.id: each for each in elections}
        for key in sorted(named):
            if key in of_file:
                yield of_file[key].contest(named[key])
                continue
            contest, rule, time = told[key]
            date = dates.when(contest.edtf, "resolved") if contest.edtf else self._when(time)
            yield Contest(
                id=key,
                evidence=tuple(named[key]),
                origin="extracted",
                rule=rule,
                name=contest.name,
                place=contest.place,
                date=date,
            )

    def _events(self, found: Sequence[tuple[EventMention, Sequence[Span]]]) -> Iterable[Event]:
        ids = self._ids("event", [spans[0] for _, spans in found])
        return [self._event(id, *each) for id, each in zip(ids, found, strict=True)]

    def _event(self, id: str, found: EventMention, spans: Sequence[Span]) -> Event:
        return Event(
            id=id,
            evidence=tuple(dict.fromkeys(self._anchor(span) for span in spans)),
            origin="extracted",
            rule=found.rule,
            title=found.title,
            when=self._when(found.time),
            place=found.place,
            actors=found.actors,
            status=found.status,
            claimed_by=found.claimed_by,
            type=found.sort,
        )

    def _figures(self, found: Sequence[FigureMention]) -> Iterable[Figure]:
        ids = self._ids("figure", [(each.start, each.end) for each in found])
        return [self._figure(id, each) for id, each in zip(ids, found, strict=True)]

    def _figure(self, id: str, found: FigureMention) -> Figure:
        return Figure(
            id=id,
            evidence=(self._anchor((found.start, found.end)),),
            origin="extracted",
            rule=found.rule,
            contest=found.contest,
            subject=found.subject,
            measure=found.measure,
            value=found.value,
            unit=found.unit,
            comparator=found.comparator,
            status=found.status,
            base=found.base,
            as_of=self._when(found.as_of),
            claimed_by=found.claimed_by,
            contest_text=self._anchor(found.contest_span) if found.contest_span else None,
            note=found.note,
            withdrawn=found.withdrawn,
        )

    def _quotes(self, found: Sequence[QuoteMention]) -> list[Quote]:
        ids = self._ids("quote", [(each.start, each.end) for each in found])
        return [self._quote(id, each) for id, each in zip(ids, found, strict=True)]

    def _quote(self, id: str, found: QuoteMention) -> Quote:
        words = found.speaker.words
        passage = self._anchor((found.start, found.end))
        return Quote(
            id=id,
            evidence=(passage,),
            origin="extracted",
            rule=found.rule,
            article=self.id,
            type=found.type,
            text=self._words(passage),
            speakers=found.speaker.actors,
            speaker_text=self._anchor(words) if words else None,
            cue=self._anchor(found.cue) if found.cue else None,
            content=tuple([self._anchor(span) for span in found.content]),
            said=self._when(found.time),
            sure=round(found.speaker.sure, 2),
        )

    def _linked(self, found: Sequence[QuoteMention], records: Sequence[Quote]) -> Iterable[Quote]:
        linked = list(zip(found, records, strict=True))
        ids = {each.start: record.id for each, record in linked if each.type != "turn"}
        turns = {each.start: record.id for each, record in linked if each.type == "turn"}
        for each, record in linked:
            if each.answers is not None:
                record = replace(record, answers=turns[each.answers])
            if each.continues is None and each.repeats is None:
                yield record
                continue
            yield replace(
                record,
                continues=ids.get(each.continues) if each.continues is not None else None,
                repeats=ids.get(each.repeats) if each.repeats is not None else None,
            )


def _known_by(actor: NamedActor) -> tuple[Origin, str]:
    """How an actor's name came to be. One that stands in no article is marked as such, with
    the source of the authority file's entry."""
    if not actor.source:
        return "extracted", actor.rule
    given: Origin = "extracted" if actor.name in actor.aliases else "curated"
    return given, f"authority file: {actor.source}"

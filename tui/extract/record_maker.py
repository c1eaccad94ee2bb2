"""From what the stages find in one article to its records.

What is found stands on the text that the rules read, without the characters that nobody sees; a
record stands on the file's own words. So every passage is led back here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial

from tui import dates
from tui.digests import digest
from tui.extract import publication
from tui.extract.findings import (
    ContestMention,
    EventMention,
    FigureMention,
    Mention,
    NamedActor,
    NamedContest,
    QuoteMention,
    TimeMention,
)
from tui.extract.languages import authority
from tui.extract.stages.metadata import Metadata
from tui.extract.text.document import Document, Span
from tui.ids import record_ids
from tui.model import (
    UNKNOWN,
    Actor,
    Anchor,
    Article,
    Contest,
    Description,
    Detail,
    Event,
    Figure,
    Hints,
    Origin,
    Quote,
    When,
)
from tui.offset_map import OffsetMap

FALLBACK_TITLE = 90
"""Characters of the lead that stand in for a title where the text has none."""

# A named tuple's own constructor is a Python function, and this runs for every passage.
_an_anchor: Callable[[tuple[str, int, int]], Anchor] = partial(tuple.__new__, Anchor)


class RecordMaker:
    """Makes the records of one article. ``report`` is the part of its ``clean`` text that is
    read."""

    def __init__(
        self,
        file: str,
        whole: str,
        clean: OffsetMap,
        report: OffsetMap,
        known: Hints,
        code: str,
        id: str,
    ) -> None:
        self.file = file
        self.whole = whole
        self.clean = clean
        self.report = report
        self.text = report.text
        self._identical = report.identical
        self.known = known
        self.code = code
        self.id = id

    def anchor(self, span: Span | tuple[int, int]) -> Anchor:
        start, end = span if self._identical else self.report.to_source(span)
        return _an_anchor((self.id, start, end))

    def _words(self, anchor: Anchor) -> str:
        """The words of a passage as a reader of the file sees them, marks within and all."""
        return self.clean.between(anchor.start, anchor.end)

    def _ids(self, kind: str, spans: Iterable[tuple[int, int]]) -> list[str]:
        """The ids of the records that stand on these passages."""
        return record_ids(kind, [self.anchor(span) for span in spans], self.whole)

    def when(self, time: TimeMention | None) -> When:
        if time is None:
            return UNKNOWN
        # A date that no words tell, as that of the vote which a result is of, has no passage.
        anchor = self.anchor((time.start, time.end)) if time.start < time.end else None
        return dates.when(time.edtf, time.basis if time.edtf else "unknown", anchor, time.note)

    def article(self, document: Document, told: Metadata, published: When) -> Article:
        beside = self.known.told
        rule = "title"
        if "title" in beside:
            title, rule = publication.beside(self.known, "title"), beside["title"].origin
        elif told.title:
            title = self.text[told.title.start : told.title.end]
        else:
            title = self.known.title
        if not title:
            title, rule = self._lead(document), "lead"
        author = self.text[told.author.start : told.author.end] if told.author else ""
        publisher = publication.beside(self.known, "publisher")
        publisher = publisher or (self.text[slice(*told.publisher)] if told.publisher else "")
        address = publication.address(self.known, self.text)
        site = "" if publisher else publication.site(address)
        spans = [told.title, told.author, told.publisher, told.published and told.published[0]]
        evidence = [self.anchor(span) for span in spans if span]
        evidence += [Anchor(self.id, *each.span) for each in beside.values() if each.span]
        if not evidence and document.paragraphs:
            first = next(
                (p for p in document.paragraphs if p.role == "body"), document.paragraphs[0]
            )
            evidence = [self.anchor((first.start, min(first.end, first.start + FALLBACK_TITLE)))]
        return Article(
            id=self.id,
            evidence=tuple(sorted(set(evidence))),
            origin="extracted",
            rule=rule,
            file=self.file,
            sha256=digest(self.whole),
            title=" ".join(title.split()),
            agency=told.agency[1] if told.agency else "",
            publisher=publisher or site,
            author=publication.beside(self.known, "author") or author,
            language=self.code,
            published=published,
            characters=len(self.whole),
            url=address,
            encoding=self.known.encoding,
            locator=self.known.locator,
            pages=self.known.pages,
            details=tuple(
                Detail(fact, publication.beside(self.known, fact))
                for fact in sorted(beside.keys() - publication.FACTS)
            ),
            facts_from=publication.origins(self.known, self.code, published, bool(site)),
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

    def actors(
        self,
        named: Mapping[str, NamedActor],
        named_at: Sequence[Mention],
        described: Sequence[tuple[str, Span]],
        wanted: Set[str] | None = None,
    ) -> Iterable[Actor]:
        """The records of the actors that are named; of those alone that are ``wanted``."""
        mentions: dict[str, list[Anchor]] = {}
        for start, end, actor, _, by_name, _ in named_at:
            if by_name and (wanted is None or actor in wanted):
                anchor = self.anchor((start, end))
                if actor not in mentions:
                    mentions[actor] = [anchor]
                elif mentions[actor][-1] != anchor:
                    mentions[actor].append(anchor)
        words: dict[str, list[Description]] = {}
        for actor, span in described:
            anchor = self.anchor(span)
            text = " ".join(self._words(anchor).split())
            words.setdefault(actor, []).append(Description(text, anchor))
        for key in sorted(mentions):
            found_actor = named[key]
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

    def contests(
        self, found: Sequence[ContestMention], elections: Sequence[authority.Election]
    ) -> Iterable[Contest]:
        named: dict[str, list[Anchor]] = {}
        told: dict[str, tuple[NamedContest, str, TimeMention | None]] = {}
        for each in found:
            for contest in each.contests:
                told.setdefault(contest.id, (contest, each.rule, each.time))
                named.setdefault(contest.id, []).append(self.anchor((each.start, each.end)))
        of_file = {each.id: each for each in elections}
        for key in sorted(named):
            if key in of_file:
                yield of_file[key].contest(named[key])
                continue
            contest, rule, time = told[key]
            date = dates.when(contest.edtf, "resolved") if contest.edtf else self.when(time)
            yield Contest(
                id=key,
                evidence=tuple(named[key]),
                origin="extracted",
                rule=rule,
                name=contest.name,
                place=contest.place,
                date=date,
            )

    def events(self, found: Sequence[tuple[EventMention, Sequence[Span]]]) -> Iterable[Event]:
        ids = self._ids("event", [spans[0] for _, spans in found])
        return [self._event(id, *each) for id, each in zip(ids, found, strict=True)]

    def _event(self, id: str, found: EventMention, spans: Sequence[Span]) -> Event:
        return Event(
            id=id,
            evidence=tuple(dict.fromkeys(self.anchor(span) for span in spans)),
            origin="extracted",
            rule=found.rule,
            title=found.title,
            when=self.when(found.time),
            place=found.place,
            actors=found.actors,
            status=found.status,
            claimed_by=found.claimed_by,
            type=found.sort,
        )

    def figures(self, found: Sequence[FigureMention]) -> Iterable[Figure]:
        ids = self._ids("figure", [(each.start, each.end) for each in found])
        return [self._figure(id, each) for id, each in zip(ids, found, strict=True)]

    def _figure(self, id: str, found: FigureMention) -> Figure:
        return Figure(
            id=id,
            evidence=(self.anchor((found.start, found.end)),),
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
            as_of=self.when(found.as_of),
            claimed_by=found.claimed_by,
            contest_text=self.anchor(found.contest_span) if found.contest_span else None,
            note=found.note,
            withdrawn=found.withdrawn,
            part=found.part,
        )

    def quotes(self, found: Sequence[QuoteMention]) -> tuple[Quote, ...]:
        ids = self._ids("quote", [(each.start, each.end) for each in found])
        records = [self._quote(id, each) for id, each in zip(ids, found, strict=True)]
        return tuple(self._linked(found, records))

    def _quote(self, id: str, found: QuoteMention) -> Quote:
        words = found.speaker.words
        passage = self.anchor((found.start, found.end))
        return Quote(
            id=id,
            evidence=(passage,),
            origin="extracted",
            rule=found.rule,
            article=self.id,
            type=found.type,
            text=self._words(passage),
            speakers=found.speaker.actors,
            speaker_text=self.anchor(words) if words else None,
            cue=self.anchor(found.cue) if found.cue else None,
            content=tuple([self.anchor(span) for span in found.content]),
            said=self.when(found.time),
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

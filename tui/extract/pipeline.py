"""One article: every rule in its order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tui.cleaning import cleaned
from tui.extract import languages, publication
from tui.extract.findings import TimeMention
from tui.extract.languages import authority
from tui.extract.languages.language import Language, Names, Resolver
from tui.extract.record_maker import RecordMaker
from tui.extract.stages import contests as contest_stage
from tui.extract.stages import event_coreference, metadata
from tui.extract.stages import quotes as speech
from tui.extract.stages.metadata import Metadata
from tui.extract.stages.speech_so_far import QuoteFinder
from tui.extract.text import quotation_marks as marks
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.gc_pause import gc_paused
from tui.ids import article_id
from tui.model import Actor, Extraction, Hints, Quote, When


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


class _Article:
    def __init__(
        self, file: str, text: str, known: Hints, language: Language | None = None
    ) -> None:
        self.file = file
        clean = cleaned(text)
        report = clean if known.kept is None else clean.within(known.kept)
        self.text = report.text
        self.known = known
        self.id = known.id or article_id(text)
        code, rules = languages.of(self.text, publication.beside(known, "language"))
        self.language = language or rules
        self.records = RecordMaker(file, text, clean, report, known, code, self.id)
        self.actors = authority.beside(self.text, known.actors, code or languages.FEW_WORDS)

    def reading(self) -> Extraction:
        document, told = metadata.read(self.text, self.language.furniture)
        published = publication.published(self.id, self.file, self.known, told, self.records.anchor)
        seen = published
        if not published.known:
            seen = authority.seen_about(self.text, self.known.contests, self.language.elections)
        found_times = self.language.times(document, seen)
        heard = self._heard(document, told, found_times)
        read_names, speakers, said = heard.names, heard.speakers, heard.said
        speakers.nominals()
        mentions = sorted([*read_names.mentions, *speakers.resolved])
        elections = authority.elections_named(
            self.text, seen.earliest, self.known.contests, self.language.elections
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
                document,
                mentions,
                found_times,
                said.reported,
                published,
                heard.marked,
                spoken_of,
            )
        )
        found_contests = contest_stage.kept(
            spoken_of,
            found_figures,
            [event for event, _ in found_events],
        )
        make = self.records
        return Extraction(
            article=make.article(document, told, published),
            actors=tuple(make.actors(read_names.actors, mentions, self._described(speakers))),
            contests=tuple(make.contests(found_contests, elections)),
            events=tuple(make.events(found_events)),
            figures=tuple(make.figures(found_figures)),
            quotes=make.quotes(said.found),
        )

    def _described(self, speakers: Resolver) -> list[tuple[str, Span]]:
        """What the text calls its actors, in its order; phrases of three words or more, too."""
        phrases = (
            (each.actor, Span(each.start, each.end))
            for each in speakers.resolved
            if not each.named and self.text.count(" ", each.start, each.end) > 1
        )
        found = {*speakers.descriptions, *phrases}
        return sorted(found, key=lambda each: (each[1], each[0]))

    def times(self, published: When) -> list[tuple[When, str]]:
        document, _ = metadata.read(self.text, self.language.furniture)
        found = self.language.times(document, published)
        return [(self.records.when(time), time.rule) for time in found]

    def quoted(self) -> Quoted:
        document, told = metadata.read(self.text, self.language.furniture)
        heard = self._heard(document, told, ())
        mentions = sorted([*heard.names.mentions, *heard.speakers.resolved])
        speaking = {actor for each in heard.said.found for actor in each.speaker.actors}
        return Quoted(
            actors=tuple(self.records.actors(heard.names.actors, mentions, (), speaking)),
            quotes=self.records.quotes(heard.said.found),
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

"""What a language brings to the reading of an article.

The stages hold the mechanism and know no language. They are given a :class:`Language`: how its
sentences are analysed, and the rules that find its names, times, attributions, figures and
events. What a language leaves out is not read: an article in it gets the records that the rest
can find.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Protocol

from tui.extract.analysis import quoted_sentence
from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.findings import (
    ContestMention,
    EventMention,
    FigureMention,
    Mention,
    NamedActor,
    QuoteMention,
    Speaker,
    TimeMention,
)
from tui.extract.languages.authority import ElectionWording
from tui.extract.stages.furniture import FurnitureRules
from tui.extract.stages.names import KnownNames, NameResolver
from tui.extract.text.document import Document, Span
from tui.extract.text.late_pattern import NEVER
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import KnownActor, When


class Names(Protocol):
    """The actors of one article, and where it names them."""

    @property
    def actors(self) -> Mapping[str, NamedActor]: ...
    @property
    def mentions(self) -> Sequence[Mention]: ...


class Resolver(Protocol):
    """Whom the words that name a source stand for, in one article, in order of its text."""

    @property
    def names(self) -> Names: ...
    @property
    def mentions(self) -> Sequence[Mention]:
        """The mentions by name."""
        ...

    @property
    def resolved(self) -> Sequence[Mention]:
        """The pronouns and nominals that have been resolved."""
        ...

    @property
    def descriptions(self) -> Sequence[tuple[str, Span]]:
        """How the text describes its actors: (actor id, the words)."""
        ...

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions by name between two positions."""
        ...

    def resolve(self, source: Span) -> Speaker:
        """The actors that the words of a source stand for."""
        ...

    def asking(self, source: Span) -> Speaker:
        """The same of whoever asks: who speaks next is another."""
        ...

    def described(self, source: Span) -> Speaker:
        """The same where no cue says that they speak: a person by role, or nobody."""
        ...

    def labelled(self, words: Span) -> Speaker:
        """The person whom the label of a turn names."""
        ...

    def named(self, source: Span) -> bool:
        """Whether a phrase is about a name, and not merely has one in it."""
        ...

    def implied(self, verb: Span) -> Speaker:
        """Who speaks where no words name a source, and the form of the verb alone may tell."""
        ...

    def remember(self, position: int, speaker: Speaker) -> None:
        """Note who speaks at a position where no words name a source."""
        ...

    def nominals(self) -> None:
        """Resolve the nominals that nobody quotes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRules:
    """How a language words the labels of turns, in small letters."""

    unnamed: Set[str] = frozenset({"q", "a"})
    """Words of labels that name nobody: host, moderator, question."""
    answers: Set[str] = frozenset({"a"})
    """Those that stand for whoever answers."""
    leads: Set[str] = frozenset()
    """Those of whoever leads a talk, and may be named elsewhere: host, moderator."""
    beside_unnamed: Set[str] = frozenset()
    """What may stand beside such a word: a, unidentified, male."""
    of_whom: re.Pattern[str] = NEVER
    """What parts such a word from the outlet that asks: "question from"."""
    no_labels: Set[str] = frozenset()
    """What stands before a colon and is no label of a turn: photo, section, read more."""
    interview: re.Pattern[str] = NEVER
    """What the lead of an interview without labels says of it."""
    asked_by: re.Pattern[str] = NEVER
    """What stands before the name of whoever asked, above or below an interview."""
    press: re.Pattern[str] = NEVER
    """Words by which a lead tells that many may ask: briefing, reporters."""
    introduces: re.Pattern[str] = NEVER
    """How a question opens in which somebody tells his name (``who``) and outlet."""
    answer_within: re.Pattern[str] = NEVER
    """The label (``who``) of an answer in the paragraph of its question."""
    writer_answers: re.Pattern[str] = NEVER
    """What tells that whoever wrote the text gives the answers in it."""
    own_words: re.Pattern[str] = NEVER
    """Words by which somebody speaks of himself."""
    to_somebody: re.Pattern[str] = NEVER
    """Words by which somebody speaks to another: you."""
    replies: re.Pattern[str] = NEVER
    """How an answer opens that affirms or denies what was said: "Naturally."."""
    addresses: re.Pattern[str] = NEVER
    """What stands behind a name at the start of a question that is put to whoever has it."""
    speaks: re.Pattern[str] = NEVER
    """How words begin in which somebody soon speaks of himself."""
    offices: Set[str] = frozenset()
    """The last word before the name in the label of a post: leader, minister, Dr."""
    is_sentence: re.Pattern[str] = NEVER
    """What tells that the words before a colon are a clause, and no name with an office."""
    closing: re.Pattern[str] = NEVER
    """How a paragraph opens that closes an interview and is in nobody's turn."""

    def is_no_label(self, words: str) -> bool:
        """Whether words before a colon are none of a turn."""
        lower = words.lower()
        return lower in self.no_labels or all(word in self.no_labels for word in lower.split())

    def is_office(self, word: str) -> bool:
        """Whether a word stands before a name: "Professor", "Dr."."""
        return word.lower().rstrip(".") in self.offices

    def names_nobody(self, label: str) -> bool:
        """Whether a label has no word but those that name nobody."""
        words = [word.strip(".#0123456789") for word in label.lower().split()]
        told = [word for word in words if word and word not in self.beside_unnamed]
        return all(word in self.unnamed for word in told)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechRules:
    """Who says what: the analysis of quoted sentences and the rules of attribution."""

    sentences: Callable[
        [Document, Sequence[QuotedSpan], Mapping[int, int]], Iterator[QuotedSentence]
    ] = quoted_sentence.plain
    """The sentences of a document, given its quotations and the ends of mentions by start."""
    attributions: Callable[[QuotedSentence, str, Mapping[int, int]], list[Attribution]] = (
        lambda _sentence, _text, _ends: []
    )
    """The attributions of a sentence of a text, in the order of their cues."""
    may_report: Callable[[Document, tuple[int, int]], bool] = lambda _document, _numbers: True
    """Whether a cue may stand among some words, given by their numbers: a quick look."""
    subject: Callable[[QuotedSentence, str, Mapping[int, int], QuotedSpan], Span | None] = (
        lambda _sentence, _text, _ends, _quote: None
    )
    """The subject of the clause in which a quotation without a cue stands."""
    stance: Callable[[Cue], str] = lambda _cue: "statement"
    """How what a cue governs stands: see :class:`~tui.extract.findings.Reported`."""
    reports: Callable[[Cue], bool] = lambda _cue: True
    """Whether what a cue governs is a record where no marks are."""
    is_title: Callable[[str, QuotedSpan], bool] = lambda _text, _quote: False
    """Whether the words around say that the marks hold a name or a title."""
    may_be_title: Callable[[str, QuotedSpan, bool], bool] = lambda _text, _quote, _said: False
    """Whether the words in marks are written as a title is, ``said`` by somebody or not."""
    pronouns: Set[str] = frozenset()
    """Pronouns that may be a source, in small letters."""
    personal: Set[str] = frozenset()
    """Those that may open a sentence and stand for its speaker: he, she, they."""
    impersonal: Set[str] = frozenset()
    """Those that may stand for nobody: it."""
    ascribes: re.Pattern[str] = NEVER
    """What leads up to a word that somebody calls somebody; searched up to the marks."""
    owns: re.Pattern[str] = NEVER
    """What stands behind a name of whose thing is told, and not of who has it."""
    parts: re.Pattern[str] = NEVER
    """What parts a clause from the one behind it, that has a speaker of its own: "while"."""
    governs: re.Pattern[str] = NEVER
    """What ends at a name that is not the subject of its clause; searched up to the name."""
    not_in_labels: Set[str] = frozenset()
    """Words that no name before a colon has where it tells who speaks: "Simic on Kos: ..."."""
    joins: re.Pattern[str] = NEVER
    """What parts two clauses of one content: "and that"."""
    opens: re.Pattern[str] = NEVER
    """A word that surely opens a clause behind "that": a pronoun, an article, a name."""
    clause: re.Pattern[str] = NEVER
    """Where a content begins that is surely a clause: behind "that"."""
    own_words: re.Pattern[str] = NEVER
    """Words by which somebody speaks of himself: I, we."""
    speaking: re.Pattern[str] = NEVER
    """Words by which a line that ends in a colon tells that somebody speaks."""
    signs: re.Pattern[str] = NEVER
    """Words by which what stands in marks is on a sign or chanted."""
    of_many: Callable[[Cue, str], bool] = lambda _cue, _source: False
    """Whether a cue tells that its source, the words of it given, is a sign or chants."""
    signs_behind: re.Pattern[str] = NEVER
    """The same where they stand behind the marks: ", read a banner"."""
    dates: Callable[[str, int, Attribution, TimeMention], bool] = (
        lambda _text, _start, _made, _time: False
    )
    """Whether a time in a sentence that begins at a position dates what is said."""
    turns: TurnRules = field(default_factory=TurnRules)
    told_behind: Callable[[str, int, int], bool] | None = None
    """Where a dash may open speech: whether the words between two positions of a text begin by
    telling who speaks."""
    hand_down: Callable[[str, Iterable[QuoteMention]], None] = lambda _text, _quotes: None
    """Gives what a speaker goes on to say the date of the occasion told before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language, and the rules of each stage for it."""

    code: str
    """BCP 47; "" for a language that is not known."""
    furniture: FurnitureRules = field(default_factory=FurnitureRules)
    """How what stands around a report is worded."""
    names: Callable[[Document, Sequence[KnownActor]], Names] = KnownNames
    """The actors that a document names."""
    resolver: Callable[[Document, Any, Sequence[QuotedSpan]], Resolver] = NameResolver
    """The resolver of a document, given its names as ``names`` makes them, and its quotations."""
    speech: SpeechRules = field(default_factory=SpeechRules)
    speech_of: Callable[[SpeechRules, Any], SpeechRules] = lambda rules, _speakers: rules
    """These rules for one document, given its resolver: where the cases of its names count."""
    times: Callable[[Document, When], list[TimeMention]] = lambda _document, _published: []
    """The expressions of time, resolved against the day of publication."""
    elections: ElectionWording | None = None
    """How it words which elections of the program's own files a text speaks of; English where
    nothing is told."""
    contests: Callable[..., list[ContestMention]] = lambda *_given: []
    figures: Callable[..., list[FigureMention]] = lambda *_given: []
    events: Callable[..., list[EventMention]] = lambda *_given: []

"""The rules of who says what in Serbian, Croatian, Bosnian and Montenegrin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.extract.analysis import quoted_sentence
from tui.extract.analysis.attribution import Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.analysis.tokens import Tokeniser
from tui.extract.languages.language import SpeechRules
from tui.extract.languages.sr import cues
from tui.extract.languages.sr.attribution import not_speech, rules
from tui.extract.languages.sr.attribution.sentence import PRONOUNS
from tui.extract.languages.sr.attribution.turn_words import TURNS
from tui.extract.languages.sr.letters import cyrillic, key
from tui.extract.languages.sr.names.tokens import tokens
from tui.extract.languages.sr.words import lists
from tui.extract.text.document import Document
from tui.extract.text.quotation_marks import QuotedSpan

if TYPE_CHECKING:
    from tui.extract.languages.sr.speakers import SerbianSpeakers

_WORD = re.compile(r"[^\W\d_]+")


def _both(words: Iterable[str]) -> list[str]:
    """Words in both alphabets."""
    return [each for word in words for each in (word, cyrillic(word))]


_SIGNS = re.compile(
    rf"\b(?:{'|'.join(_both(sorted(lists('words')['signs'])))})\w*\b", re.IGNORECASE
)
_STANCES = {"demand": "demand", "ask": "demand", "deny": "denial", "accuse": "claim"}
_ANNOUNCES = frozenset(("najaviti", "najavljivati"))
_SOON = 6
"""Words behind a dash among which one tells who speaks."""

TOKENISER = Tokeniser(
    lambda word: ((0, len(word) - (word.endswith(".") and len(word) > 1)),),
    lambda _word, _lower: ("", False),
    not_speech.is_title,
)


def told_behind(text: str, start: int, end: int) -> bool:
    """Whether the words behind a quotation begin with a verb of saying."""
    behind = _WORD.finditer(text, start, min(end, start + 80))
    for number, word in enumerate(behind):
        if number >= _SOON:
            return False
        if number == 0 and word[0][:1].isupper():
            return False
        form = cues.forms().get(key(word[0]))
        if form is not None and form.tense != "gerund":
            return True
        if number == 0 and key(word[0]) not in ("je", "kako", "su"):
            return False
    return False


def _attributed_behind(text: str, quote: QuotedSpan) -> bool:
    return told_behind(text, quote.close, len(text))


def _may_report(document: Document, numbers: tuple[int, int]) -> bool:
    """Whether a verb or noun of saying, "prema" or a colon stands among some words."""
    words = tokens(document)[slice(*numbers)]
    if not words:
        return False
    if not _SIGNALS.isdisjoint(word.key for word in words):
        return True
    return document.text.find(":", words[0].start, words[-1].end) >= 0


_SIGNALS = frozenset((*cues.forms(), *cues.nouns(), *cues.held(), "prema", "po"))


def _sentences(
    document: Document, marked: Sequence[QuotedSpan], mention_ends: Mapping[int, int]
) -> Iterator[QuotedSentence]:
    return quoted_sentence.read(document, marked, mention_ends, TOKENISER, _attributed_behind)


def _stance(cue: Cue) -> str:
    if cue.lemma in _ANNOUNCES:
        return "statement"
    return _STANCES.get(cues.kinds().get(cue.lemma, ""), "statement")


def _for_names(told: SpeechRules, speakers: SerbianSpeakers) -> SpeechRules:
    return replace(told, attributions=partial(rules.read, speakers.names))


_PRONOUNS = frozenset(_both(PRONOUNS))

SPEECH = SpeechRules(
    sentences=_sentences,
    may_report=_may_report,
    stance=_stance,
    is_title=not_speech.is_title,
    may_be_title=not_speech.may_be_title,
    pronouns=_PRONOUNS,
    personal=_PRONOUNS,
    impersonal=frozenset(_both(("to", "ono"))),
    signs=_SIGNS,
    turns=TURNS,
    told_behind=told_behind,
)
SPEECH_OF = _for_names

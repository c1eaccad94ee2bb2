"""What stands before a verb of saying and may be what is said, and how it may go on behind."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.languages.sr import cues
from tui.extract.languages.sr.attribution import contents, sources
from tui.extract.languages.sr.attribution.sentence import (
    AUXILIARIES,
    PREPOSITIONS,
    Phrase,
    SentenceView,
)
from tui.extract.languages.sr.cues import CueForm
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import lists

_APPOSED = 4
"""Words behind a comma among which a role tells who has spoken."""
_ADDRESSED = 4
"""Tokens behind a verb without a subject that may tell to whom something is said."""
_ROLE = 8
"""Tokens of a name with its role, at the most."""
_ANSWERED = frozenset(("na", "o", "zbog", "povodom"))
_REPORT_GOES_ON = frozenset("a ali dok koji koja koje te pa i uz".split())


def is_quoted(sentence: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase ends in marks."""
    return sentence.tokens[phrase[1] - 1].kind == "quote"


def is_speech(sentence: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase ends in marks around speech, and not around a name that belongs to the
    words before."""
    quote = phrase[1] - 1
    if sentence.tokens[quote].kind != "quote":
        return False
    return quote == phrase[0] or sentence.tokens[quote - 1].kind == "mark"


def is_subject(sentence: SentenceView, phrase: Phrase, form: CueForm) -> bool:
    """Whether a phrase is no more than a name with a role, and perhaps an occasion between
    commas: "Ministar Petar Kos, rekao je", "Ana Kos, u razgovoru za TV, priznala je"."""
    first, end = phrase
    comma = next((at for at in range(first, end) if sentence.is_mark(at, ",")), end)
    if comma + 1 < end:
        word = sentence.keys[comma + 1]
        if not (word in PREPOSITIONS or sources.is_gerund(word)):
            return False
        end = comma
    last = end - 1
    if last < first or end - first > _ROLE or not sentence.gender(last):
        return False
    subject = sentence.subject_at(last)
    if subject is None or not sentence.agrees(subject, form):
        return False
    if any(sentence.keys[at] in AUXILIARIES for at in range(first, end)):
        return False
    return sentence.phrase_of(subject, first, end)[0] == first


def is_adverb(sentence: SentenceView, phrase: Phrase) -> bool:
    """Whether a phrase is no speech but "Zapravo" or "Povrh toga"."""
    first, last = phrase
    return last - first < 3 and sentence.tokens[first].kind == "word" and sentence.small(first)


def is_told(sentence: SentenceView, at: int, form: CueForm, phrase: Phrase) -> bool:
    """Whether a verb without a subject goes on with a sentence that has one, and what stands
    before it is no speech: "X je došao, rekao je ..."."""
    if is_quoted(sentence, phrase):
        return False
    if form.tense == "past" and form.kind not in ("say", "mind"):
        return True
    return contents.source_end(sentence, at) - at > _ADDRESSED


def is_someones(sentence: SentenceView, comma: int, verbs: Sequence[int]) -> bool:
    """Whether what stands before a comma has speech with a speaker of its own, or no clause
    under one of its verbs."""
    quoted = sentence.tokens[comma - 1].kind == "quote"
    if quoted and (comma < 2 or sentence.tokens[comma - 2].kind == "mark"):
        return True
    return not any(
        form is not None and contents.complement(sentence, at, form) is not None
        for at in verbs
        for form in [sentence.forms[at]]
    )


def is_on_a_sign(sentence: SentenceView, at: int) -> bool:
    """Whether words stand on a placard: nobody's, and each in marks for itself."""
    signs = tuple(lists("words")["signs"])
    return any(word.startswith(signs) for word in sentence.keys[:at])


def goes_on(sentence: SentenceView, said: Phrase, stop: int) -> bool:
    """Whether what is said goes on behind its verb and a comma; what ends in marks goes on in
    marks."""
    if not sentence.is_mark(stop, ",") or _report_goes_on(sentence, stop):
        return False
    if not is_quoted(sentence, said):
        return True
    return stop + 1 < len(sentence) and sentence.tokens[stop + 1].kind == "quote"


def _has_mark(words: Sequence[str]) -> bool:
    return any(not word[:1].isalnum() for word in words)


def _report_goes_on(sentence: SentenceView, comma: int) -> bool:
    """Whether what follows a comma is another clause of the report."""
    words = sentence.keys[comma + 1 : comma + 3]
    if not words or words[0] in _REPORT_GOES_ON or sources.is_gerund(words[0]):
        return True
    told = sentence.keys[comma + 1 : comma + _APPOSED]
    if not _has_mark(told) and any("N" in n.cases for word in told for n in roles().get(word, ())):
        return True  # ", rekao je Kos, programski direktor Puteva"
    return any(
        form is not None and (form.tense == "gerund" or at == comma + 1)
        for at in range(comma + 1, min(comma + 3, len(sentence)))
        for form in [sentence.forms[at]]
    )


def light(sentence: SentenceView, at: int) -> int:
    """The verb by which somebody says something with a noun: "izrazio je uverenje", "je
    mišljenja"; -1 where none stands before it, or the noun is what somebody answers."""
    if is_answered(sentence, at):
        return -1
    for index in range(at - 1, max(-1, at - 6), -1):
        if sentence.tokens[index].kind != "word" or sentence.forms[index] is not None:
            return -1
        if sentence.light(index) is not None:
            return index
        if sentence.keys[index] in ("je", "su") and sentence.keys[at] in cues.opinions():
            return index
    return -1


def is_answered(sentence: SentenceView, at: int) -> bool:
    """Whether a noun of saying stands behind "na" and the like: "na navode da A, rekao je da B",
    "komentarišući medijske navode da A, rekao je da B"."""
    if at and sentence.keys[at - 1] in _ANSWERED:
        return True
    return any(map(sources.is_gerund, sentence.keys[max(0, at - 2) : at]))

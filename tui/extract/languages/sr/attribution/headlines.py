"""The colon of a headline: "X: ..."."""

from __future__ import annotations

import re

from tui.extract.languages.sr import acts, cues
from tui.extract.languages.sr.attribution.sentence import PREPOSITIONS, Phrase, SentenceView
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import lists


def headline(sentence: SentenceView) -> tuple[int, Phrase] | None:
    """The colon of "X: ...", and X: a name, or what stands before the quotation of a headline."""
    colon = next((at for at in range(min(12, len(sentence))) if sentence.is_mark(at, ":")), None)
    if colon is None or colon + 1 >= len(sentence) or any(sentence.forms[:colon]):
        return None
    if colon > 1 and sentence.keys[colon - 1] in _NONE:
        return None  # "Ana Kos Foto: Petar Lim" tells whose a picture is.
    if sentence.keys[colon + 1][:1].isdigit() and len(sentence) - colon < _ROW:
        return None  # "Lista X: 54,9 odsto" is a row of results.
    first = 0
    while first < colon and not _opens_a_name(sentence, first):
        first += 1
    while first < colon and sentence.is_mark(first, "–—-"):
        first += 1
    quoted = sentence.tokens[colon + 1].kind == "quote"
    short = sentence.headline or _is_subheading(sentence)
    named = [
        at
        for at in range(first, colon)
        if (subject := sentence.subject_at(at)) and sentence.mention(subject.phrase[0])
    ]
    if _is_country(sentence, first, colon) or _happens(sentence, first, colon):
        return None
    if quoted and first + 1 < colon and sentence.keys[first + 1] in cues.nouns():
        owner = sentence.names_person(first) and not sentence.cases(first)
        return (colon, (first, first + 1)) if owner else None
    role = _role_before(sentence, first, named[0]) if named else None
    if named and named[0] > first and not sentence.names_person(named[0]):
        whose = sentence.keys[named[0] - 1] in roles()
        role = role or ((named[0] - 1, named[0] + 1) if whose else None)  # "Profesor FPN: ..."
    if role and (short or quoted):
        return colon, role
    if named and (short or quoted):
        last = named[0]
        while last + 2 < colon and sentence.keys[last + 1] == "i" and last + 2 in named:
            last += 2
        return colon, (named[0], last + 1)
    if sentence.headline and colon - first <= 3 and first < colon:
        word = sentence.keys[first]
        if (
            sentence.tokens[first].kind == "word"
            and not sentence.small(first)
            and word not in _NONE
            and not (colon - first == 1 and _is_place(sentence, first))
        ):
            return colon, (first, colon)
    return _short_label(sentence, first, colon) if short and not sentence.headline else None


def second(sentence: SentenceView, colon: int) -> tuple[int, Phrase] | None:
    """The second colon of a headline that has two speakers, and its name: "X: A, Y: B"."""
    for at in range(colon + 2, len(sentence) - 1):
        if not sentence.is_mark(at, ":"):
            continue
        parted = sentence.is_mark(at - 2, ",;.!?")
        named = sentence.subject_at(at - 1) is not None and sentence.names_person(at - 1)
        return (at, (at - 1, at)) if parted and named and sentence.headline else None
    return None


def end(sentence: SentenceView) -> int:
    """Where a headline ends before what tells of pictures in brackets: "... (VIDEO)"."""
    last = len(sentence)
    closed = sentence.is_mark(last - 1, ")") and sentence.is_mark(last - 3, "(")
    return last - 3 if closed and sentence.keys[last - 2] in _NONE else last


def _role_before(sentence: SentenceView, first: int, name: int) -> Phrase | None:
    """Who is told of where he speaks: "Premijer u Dnevniku RTS: ..."."""
    before = range(first, name)
    place = next((at for at in before if sentence.keys[at] in PREPOSITIONS), 0)
    if place <= first or not any(sentence.keys[at] in roles() for at in range(first, place)):
        return None
    return first, place


_ROW = 7
"""Tokens of a row of results behind its colon, at the most."""
_NONE = lists("grammar")["no_speakers"]


def _happens(sentence: SentenceView, first: int, colon: int) -> bool:
    """Whether a clause before a colon tells what is done: "Komisija usvojila izveštaj: ...", "Sutra
    će na izbore: ..."."""
    words = sentence.keys[first + 1 : colon]
    return any(word in acts.forms() or word in acts.words("future") for word in words)


def _is_country(sentence: SentenceView, first: int, colon: int) -> bool:
    """Whether a name of two words tells where something is: "Crna Gora: ..." and "u Crnoj
    Gori"."""
    words = range(first, colon)
    if len(words) != 2 or any(sentence.keys[at] not in lists("words")["no_names"] for at in words):
        return False
    stems = [re.escape(sentence.tokens[at].text[:-1]) for at in words]
    inside = rf"\b[uUуУ]\s{stems[0]}\w{{0,3}}\s{stems[1]}\w{{0,3}}\b"
    return re.search(inside, sentence.text) is not None


_OF_PLACES = "[oOоО](?:pštin|pćin|пштин|пћин)[eiuеиу]"
"""What stands before the name of a place in any case."""


def _is_place(sentence: SentenceView, at: int) -> bool:
    """Whether something takes place in what a word names: "Zaječar: ..." and "u Zaječaru"."""
    word = sentence.tokens[at].text
    inside = rf"\b(?:[uUуУ]|{_OF_PLACES})\s{re.escape(word[:-1])}\w{{0,3}}\b"
    return len(word) > 3 and re.search(inside, sentence.text) is not None


def _short_label(sentence: SentenceView, first: int, colon: int) -> tuple[int, Phrase] | None:
    if colon - first != 1 or sentence.small(first) or sentence.keys[first] in _NONE:
        return None
    return colon, (first, colon)


def _opens_a_name(sentence: SentenceView, at: int) -> bool:
    return sentence.tokens[at].kind == "word" and not sentence.keys[at][:1].isdigit()


def _is_subheading(sentence: SentenceView) -> bool:
    """Whether a short paragraph of its own ends without a stop: a heading within the text."""
    unit = sentence.unit
    paragraph = unit.document.paragraphs[unit.paragraph]
    if unit.start != paragraph.start or unit.end != paragraph.end:
        return False
    words = sentence.text[unit.start : unit.end]
    return len(words) < 120 and words[-1:] not in ".!?…"

"""Phrases without a name or a role that may be the subject of a verb of saying."""

from __future__ import annotations

from tui.extract.languages.sr import cues
from tui.extract.languages.sr.attribution.sentence import (
    ADVERBS,
    AUXILIARIES,
    CLITICS,
    CONJUNCTIONS,
    PREPOSITIONS,
    RELATIVES,
    Phrase,
    SentenceView,
)
from tui.extract.languages.sr.cues import CueForm
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import DID, lists

_NO_SUBJECT = lists("grammar")["no_subjects"]
_OF_SUBJECTS = frozenset(
    "nas jedan jedna neki svi neko netko mnogi pojedini nekolicina vecina drugi ostali".split()
)
"""Small words that a subject may begin with."""
_DATIVES = ("ima", "ama")


def first_noun(sentence: SentenceView, form: CueForm, first: int, last: int) -> Phrase | None:
    """Any phrase that opens a clause and may be its subject: "Organizatori su tvrdili"."""
    while first < last and (sentence.keys[first] in ADVERBS or sentence.is_mark(first, ",")):
        first += 1
    if first >= last or sentence.tokens[first].kind != "word":
        return None
    word = sentence.keys[first]
    if word in PREPOSITIONS or word in AUXILIARIES or word in RELATIVES or word in CONJUNCTIONS:
        return None
    if word in CLITICS or word in _NO_SUBJECT:
        return None
    told = roles().get(word, ())
    if told and not any("N" in noun.cases for noun in told):
        return None  # "u prisustvu novinara, odbornika i radnika, rekao je"
    end = first
    while end < last:
        here = sentence.keys[end]
        if sentence.tokens[end].kind == "quote" or sentence.is_mark(end, ",;:()–—"):
            break
        if here in AUXILIARIES or (end > first and here in ADVERBS) or here in RELATIVES:
            break
        if sentence.forms[end] is not None or (end > first and here in CLITICS):
            break
        end += 1
    if end - first > 1 and end < last and sentence.keys[end] in AUXILIARIES:
        end -= sentence.keys[end - 1].endswith(DID)
    if end == first or not fits(word, form):
        return None
    if (
        sentence.mention(first) is not None
        and "N" not in sentence.names.case[sentence.starts[first]]
    ):
        return None
    return first, end


def any_noun(sentence: SentenceView, form: CueForm, first: int, last: int) -> Phrase | None:
    """Any phrase right behind a verb that may be its subject: "rekli su zvaničnici"."""
    if first >= last or sentence.tokens[first].kind != "word":
        return None
    if sentence.small(first) and sentence.keys[first] not in _OF_SUBJECTS:
        return None
    word = sentence.keys[first]
    if word in PREPOSITIONS or word.endswith(_DATIVES) or not fits(word, form):
        return None
    if word in CLITICS or sentence.mention(first) is not None:
        return None
    if word in cues.nouns() | cues.demands():
        return None  # "te odbacio zahtev da": what is said, and nobody who says it.
    end = first
    while end < last and sentence.tokens[end].kind == "word":
        here = sentence.keys[end]
        if here in AUXILIARIES or here in RELATIVES or here in PREPOSITIONS or here in ADVERBS:
            break
        if sentence.forms[end] is not None or here in CONJUNCTIONS:
            break
        end += 1
    return (first, end) if end > first else None


def fits(word: str, form: CueForm) -> bool:
    """Whether a word may be a nominative that agrees with a verb."""
    if word in _OF_SUBJECTS:
        return True
    if word.endswith(_DATIVES):
        return False
    last = word[-1:]
    if form.tense == "past":
        if form.number == "p":
            return last in ("i" if form.gender == "m" else "ea")
        return {"m": last not in "eou", "f": last == "a" or last not in "eiou", "n": last in "oe"}[
            form.gender
        ]
    return last in "iea" if form.number == "p" else last not in "u"

"""Verbs of holding and attempting, with the noun or verb that names what is held or tried; and
whether a verb has what it is done to."""

from __future__ import annotations

from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.recording import EventDraft, add_noun, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.morphology import is_adverb

_GOES_ON = happenings.GOING_ON | {"go"}
_NO_OBJECTS = (lex.PREPOSITIONS - {"down"}) | lex.CONJUNCTIONS | {"because"}
_BARE_PRONOUNS = lex.PRONOUNS - lex.DETERMINERS


def add_held(read: EventSentence, verb: Verb, noun: int, draft: EventDraft) -> None:
    """What is held: by its name where it is the subject, else as the clause tells it."""
    read.taken.add(verb.head)
    if noun < verb.first:
        add_noun(read, noun, draft, verb, verb.head + 1)
    else:
        going_on = draft.status == "ongoing" and verb.lemma in happenings.GOING_ON
        add_verb(read, verb, draft._replace(sort=read.sort_at(noun), known=going_on), noun)


def held_noun(read: EventSentence, verb: Verb) -> int | None:
    """The noun of happening that a verb of holding says to take place."""
    if verb.shape == "copula":
        if verb.lemma == "be":
            first, last = read.subject(verb)
            return last - 1 if last > first and read.sort_at(last - 1) else None
        return None
    place = verb.lemma == "take" and read.lower(verb.head + 1) == "place"
    if verb.passive or place:
        if verb.lemma in happenings.HOLDING and (verb.lemma != "take" or place):
            first, last = read.subject(verb)
            return next(read.nouns(first, last), None)
        return None
    if verb.lemma in _GOES_ON:
        if verb.lemma in ("push", "keep", "carry") and read.lower(verb.head + 1) not in (
            "on",
            "up",
        ):
            return None
        return _object(read, verb.head + 1, frozenset("on with up a the".split()))
    if verb.lemma not in happenings.HOLDING or verb.lemma in ("take", "set", "plan"):
        return None
    return _object(read, verb.head + 1, frozenset())


def _object(read: EventSentence, first: int, through: frozenset[str]) -> int | None:
    for at in range(first, min(first + 8, len(read.tokens))):
        if border(read.tokens, at) or at in read.verbal or at in read.tokens.commas:
            return None
        if read.sort_at(at):
            return at
        if read.lower(at) in lex.PREPOSITIONS - through or read.lower(at) in _BARE_PRONOUNS:
            return None
    return None


def attempted(read: EventSentence, verb: Verb) -> tuple[Verb | None, str]:
    goal = next((v for v in read.verbs if v.first == verb.head + 2), None)
    if goal is None or goal.shape != "infinitive":
        return None, ""
    return goal, sort_of(read.tokens, goal) or happenings.CLAIM_SORTS.get(goal.lemma, "")


def without_object(read: EventSentence, verb: Verb) -> bool:
    """ "immigrants deported", "a cutaway shot to": no verb in the past, but a participle or a
    noun, where what is deported or shot does not follow."""
    if verb.shape != "finite" or verb.passive or verb.lemma not in happenings.WITH_OBJECT:
        return False
    at = verb.head + 1
    at += is_adverb(read.lower(at)) and read.lower(at + 1) in _NO_OBJECTS
    won = verb.lemma in ("win", "lose")
    if won and read.lower(at) in ("in", "by") and at + 1 not in read.dated:
        return False  # "won in four of nine towns"
    phrase = verb.lemma, read.lower(at)
    if phrase in happenings.ACT_PHRASES or phrase in happenings.PHRASES:
        return False
    if at >= len(read.tokens) or border(read.tokens, at) or read.tokens.marked(at):
        return True
    lower = read.lower(at)
    if read.structure.phrases.counts(at):
        return False  # "arrested at least 38 people"
    owned = at in read.dated and any(
        read.tokens.possessive(n) for n in range(at, at + 3) if read.dated.get(n) is read.dated[at]
    )
    return lower in _NO_OBJECTS or (at in read.dated and not owned)


def rallied_around(read: EventSentence, verb: Verb) -> bool:
    """ "the list formed around the Green Party": of whom it is made."""
    if read.lower(verb.head + 1) not in ("around", "round") or verb.head + 2 >= len(read.tokens):
        return False
    start = read.tokens.starts[verb.head + 2]
    return any(
        m.type in ("party", "coalition", "person") and start <= m.end and m.start <= start + 8
        for m in read.mentions
    )

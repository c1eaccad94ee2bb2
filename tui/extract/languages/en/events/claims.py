"""What somebody claims that was done, or is accused of, and what is only said to have been."""

from __future__ import annotations

from collections.abc import Iterable

from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.clause_titles import title_of
from tui.extract.languages.en.events.event_sentence import ALLEGATIONS, EventSentence
from tui.extract.languages.en.events.held import rallied_around, without_object
from tui.extract.languages.en.events.recording import EventDraft, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.events.subjects import subject_of
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "events")

_ACCUSED = frozenset("accused suspected convicted guilty".split())
_CASES = _WORDS["cases"]
"""Nouns of which what somebody did stands behind "of"."""
WRONGS = _WORDS["wrongs"]
"""What is done to an election or its voters."""
_MOST_QUALITIES = 2
"""Words between "of" and such a wrong, at most: "of massive electoral fraud"."""
_TAKING_PART = frozenset({("engaging", "in"), ("involvement", "in"), ("complicity", "in")})
"""What may stand between "of" and a wrong that somebody is accused of."""
_AMID = frozenset("in during amid".split())
"""Prepositions behind which a form in -ing is a noun."""
_CLAIMED = (
    happenings.CLAIM_SORTS.keys()
    | happenings.VERB_SORTS.keys()
    | happenings.ACT_VERBS
    | happenings.PHRASE_VERBS
    | happenings.BEGINNING
)
"""Verbs that may tell of an act."""


def claimed(read: EventSentence) -> None:
    """An act inside somebody's words: "foreign agents are provoking civil unrest"."""
    of_claims = not ALLEGATIONS.isdisjoint(read.lowers)
    if not any(
        verb.lemma in _CLAIMED and (of_claims or read.inside(verb.head) is not None)
        for verb in read.alone
    ):
        return
    for verb in read.verbs:
        sort = happenings.CLAIM_SORTS.get(verb.lemma) or sort_of(read.tokens, verb)
        if not sort or verb.negated or verb.head in read.taken or verb.shape == "copula":
            continue
        of = read.lower(verb.first - 1) == "of"
        told = read.lower(verb.first - 2) in _CASES or read.accused(verb)
        if of and (read.lower(verb.first - 2) in _ACCUSED or not told):
            continue  # Of whom it is said is told elsewhere; "the option of leaving" is no act.
        inside = read.inside(verb.head)
        of_claim = read.in_allegation(verb)
        unsaid = inside is None or inside.stance in ("demand", "plan")
        if not of_claim and unsaid:
            continue
        claims = inside is not None and inside.stance == "claim"
        if sort in happenings.ACT_SORTS and not claims:
            continue
        if verb.lemma in ("allow", "promise", "beat") and not (verb.passive or of_claim):
            continue
        if verb.shape in ("infinitive", "reduced") or verb.tense in ("future", "modal"):
            continue
        if verb.shape == "gerund" and read.lower(verb.first - 1) in _AMID:
            continue  # "was killed in rioting", "in bombing attacks"
        if verb.tense == "present" or without_object(read, verb):
            continue
        if verb.lemma == "gather" and rallied_around(read, verb):
            continue  # "the list gathered around the Greens"
        if read.hypothetical(verb) or read.first_person(verb):
            continue
        add_verb(read, verb, EventDraft("claimed", "alleged", sort))


def accused(read: EventSentence) -> None:
    """What somebody is accused of: "accused Kos of rigging the vote"."""
    gerunds = (verb for verb in read.alone if verb.shape == "gerund")
    of = [verb for verb in gerunds if read.lower(verb.first - 1) == "of"]
    _add_claims(read, [verb for verb in of if read.accused(verb)])


def said_of(read: EventSentence) -> None:
    """What somebody is said to have done: "are said to have beaten two students"."""
    infinitives = (verb for verb in read.alone if verb.shape == "infinitive")
    done = [verb for verb in infinitives if read.lower(verb.first) == "have"]
    _add_claims(read, [verb for verb in done if read.accused(verb)])


def hearsay(read: EventSentence) -> None:
    """What is told as alleged: "voters were allegedly paid"."""
    told = [verb for verb in read.verbs if verb.shape == "finite" and read.hearsay(verb)]
    _add_claims(read, [v for v in told if v.first < v.head or v.lemma in happenings.VERBS])


def _add_claims(read: EventSentence, verbs: Iterable[Verb]) -> None:
    for verb in verbs:
        known = verb.lemma in happenings.STATES or verb.lemma == "doing"
        if known or verb.negated or verb.head in read.taken:
            continue
        who = subject_of(read, verb)
        if read.hypothetical(verb) or read.first_person(verb) or not who.words:
            continue
        if not set(who.actors).isdisjoint(read.accusers(verb)):
            continue  # "Kos accused them of lying": nobody accuses himself
        sort = happenings.CLAIM_SORTS.get(verb.lemma) or sort_of(read.tokens, verb) or verb.lemma
        draft = EventDraft("claimed", "alleged", sort, claimers=read.accusers(verb))
        add_verb(read, verb, draft)


def accused_of(read: EventSentence) -> None:
    """What somebody is accused of by its noun: "accused the list of fraud"."""
    for verb in read.alone:
        if verb.lemma != "accuse" or verb.shape != "finite" or verb.negated or verb.passive:
            continue
        end = read.end(verb)
        noun = next((n for n in range(verb.head + 2, end) if _is_wrong_of(read, verb, n)), None)
        if noun is None or read.first_person(verb):
            continue
        words = title_of(read, verb, end)
        claimers = read.named(*read.subject(verb))[:1]
        if words:
            draft = EventDraft("claimed", "alleged", "fraud", None, claimers, title=words)
            add_verb(read, verb, draft, noun)


def _is_wrong_of(read: EventSentence, verb: Verb, noun: int) -> bool:
    """Whether somebody is accused of the wrong at a position itself: "of massive fraud", and not
    "of silence on fraud" or "the victims of fraud of lying"."""
    if read.lower(noun) not in WRONGS or read.compound(noun):
        return False
    before = range(noun - 1, noun - 4 - _MOST_QUALITIES, -1)
    of = next((at for at in before if read.lower(at) == "of"), 0)
    takes_part = tuple(read.lowers[of + 1 : of + 3]) in _TAKING_PART
    qualities = range(of + 1 + 2 * takes_part, noun)
    if of <= verb.head or len(qualities) > _MOST_QUALITIES:
        return False
    if any(_acts(read, at) for at in qualities):
        return False
    between = range(verb.head + 1, of)
    if of + 1 in read.taken and not any(read.in_marks(at) for at in between):
        return False  # "accused Kos of engaging in fraud" is told once
    joined = any(
        border(read.tokens, at) or at in read.verbal or at in read.tokens.apart for at in between
    )
    return not joined and "of" not in read.lowers[noun : read.end(verb)]


def _acts(read: EventSentence, at: int) -> bool:
    """Whether a word is no quality of a noun, but says what was done to it: "of ignoring"."""
    lower = read.lower(at)
    return lower in lex.PREPOSITIONS or lower.endswith("ing") or border(read.tokens, at)

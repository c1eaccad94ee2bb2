"""What somebody intends, announces or calls people to: acts that are still to come."""

from __future__ import annotations

from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.clause_titles import title_of
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.held import add_held, held_noun
from tui.extract.languages.en.events.recording import EventDraft, add_verb
from tui.extract.languages.en.events.sorts import sort_of

_REACH = 9
"""Words between a verb and what it announces, at most."""
FORCING = frozenset("forced compelled prompted had force compel prompt have".split())
"""The past of what makes somebody do something, or of having to, and the verb."""
_OF_NEED = frozenset(
    "blockade dispersal ending extension flight postponement recount rerun rescue treatment".split()
)
"""Sorts of what somebody had to do once, and not as a rule: "voting had to be halted"."""
_THROUGH = frozenset({"of"})
_MADE_TO = lex.ROLE_NOUNS | lex.PLURAL_PEOPLE | lex.GROUP_NOUNS | lex.ORG_WORDS | lex.PRONOUNS
"""Whom something may force to act; a name may stand there too."""
_NO_OBJECTS = (lex.PREPOSITIONS - _THROUGH) | (lex.PRONOUNS - lex.DETERMINERS)


def intended(read: EventSentence) -> None:
    """An act that somebody plans, promises or threatens: "vowed to resign", "plans to hold a
    referendum"."""
    for verb in read.alone:
        if verb.shape != "infinitive" or verb.head in read.taken:
            continue
        if read.lower(verb.first - 2) == "not":
            continue
        lead = _intending(read, verb)
        if lead is None or read.hypothetical(lead) or read.first_person(lead):
            continue
        if lead.head in read.taken and not any(
            at in read.dated for at in range(verb.head, read.end(verb))
        ):
            continue  # "agreed on Monday to hold talks" is told once
        noun = held_noun(read, verb)
        sort = sort_of(read.tokens, verb)
        if noun is not None and noun not in read.taken:
            add_held(read, verb, noun, EventDraft("intended", "planned"))
        elif sort:
            add_verb(read, verb, EventDraft("intended", "planned", sort))


def _intending(read: EventSentence, verb: Verb) -> Verb | None:
    """The verb that says that somebody is to do what an infinitive tells."""
    lead = read.governed_by(verb)
    while lead is not None and lead.shape == "infinitive":
        lead = read.governed_by(lead)
    if lead is None or lead.lemma not in happenings.PLANNING or lead.negated or lead.passive:
        return None
    if lead.tense not in ("past", "perfect", "present", "progressive"):
        return None
    return lead


def announced(read: EventSentence) -> None:
    """A thing to come that somebody announces or calls: "announced a lawsuit"."""
    for verb in read.verbs:
        if verb.lemma not in happenings.ANNOUNCING or verb.negated or verb.head in read.taken:
            continue
        if verb.shape not in ("finite", "infinitive") or verb.tense in ("future", "modal"):
            continue
        passive = verb.passive and verb.tense == "past" and verb.first != verb.head
        noun = None if passive else announcement(read, verb)
        if noun is None or noun in read.taken or read.first_person(verb):
            continue
        called = verb.lemma == "call" and read.lower(noun - 1) == "the"
        if called and not any(at in read.dated for at in range(noun + 1, read.end(verb))):
            continue  # "called the strike without warning"
        if read.status(verb, None) is None:
            continue
        read.taken.add(verb.head)
        sort = happenings.ANNOUNCED[read.lower(noun)]
        dated = (read.dated[at] for at in range(noun + 1, read.end(verb)) if at in read.dated)
        time = next((read.by_tense(each, True) for each in dated), None)
        time = time if time is not None and read.to_come(time) else None
        add_verb(read, verb, EventDraft("announced", "planned", sort, time), noun)


def announcement(read: EventSentence, verb: Verb) -> int | None:
    """The thing to come that a verb announces; of "invited them to talks", the talks."""
    to = verb.lemma == "invite"
    for at in range(verb.head + 1, min(verb.head + _REACH, len(read.tokens))):
        lower = read.lower(at)
        if border(read.tokens, at) or at in read.verbal:
            return None
        if lower in happenings.ANNOUNCED and (not to or "to" in read.lowers[verb.head : at]):
            named = (
                verb.lemma == "call" and read.lower(at - 1) == "the" and at + 1 < len(read.tokens)
            )
            named = named and (read.in_marks(at + 1) or read.lower(at + 1) in ("a", "an"))
            return None if named or read.compound(at) else at  # "called the vote a farce"
        if lower in _NO_OBJECTS and not to:
            return None
    return None


def forced(read: EventSentence) -> None:
    """What somebody was made to do, or had to: "the collapse forced the minister to resign"."""
    for verb in read.alone:
        if verb.shape != "infinitive" or verb.head in read.taken:
            continue
        sort = sort_of(read.tokens, verb)
        lead = read.governed_by(verb) if sort else None
        if lead is None or lead.tense not in ("past", "perfect"):
            continue
        had = lead.lemma == "have" and lead.head == verb.first - 2 and lead.tense == "past"
        had = had and not lead.negated and sort in _OF_NEED
        forcing = lead.lemma in FORCING and sort == happenings.VERB_SORTS.get(verb.lemma, "")
        if not had and not (forcing and lead.shape == "finite" and _made_to(read, lead, verb)):
            continue
        if read.status(lead, None) == "happened":
            title = title_of(read, lead, read.end(verb))
            if title and read.lower(verb.head) in title.lower():
                beside = range(verb.head + 1, read.end(verb))
                time = next((read.dated[at] for at in beside if at in read.dated), None)
                add_verb(read, verb, EventDraft("forced", "happened", sort, time, title=title))


def _made_to(read: EventSentence, lead: Verb, verb: Verb) -> bool:
    """Whether somebody stands between a verb of forcing and what is done, and nothing else: of
    "prompted calls for Kos to resign" he did nothing."""
    first, last = lead.head + 1, verb.first - 1
    words = read.lowers[first:last]
    if not set(words).isdisjoint(lex.PREPOSITIONS - _THROUGH):
        return False
    heads = words[: words.index("of")] if "of" in words else words
    head = first + len(heads) - 1
    return bool(heads) and (heads[-1] in _MADE_TO or bool(read.named(head, head + 1)))


def called(read: EventSentence) -> None:
    """What people are called to do together: "called on supporters to gather on Friday"."""
    for verb in read.alone:
        if (
            verb.shape != "infinitive"
            or verb.lemma not in happenings.GATHERING
            or verb.head in read.taken
        ):
            continue
        lead = read.governed_by(verb)
        if lead is None or lead.lemma not in happenings.CALLING_ON or lead.negated:
            continue
        if lead.tense in ("future", "modal") or read.first_person(lead):
            continue
        end = read.end(verb)
        time = next((read.dated[at] for at in range(verb.head + 1, end) if at in read.dated), None)
        if time is None:
            continue  # what people are asked to do some day is a demand
        time = read.by_tense(time, True)
        title = title_of(read, lead, end)
        if title and read.lower(verb.head) in title.lower():
            read.taken.add(lead.head)
            add_verb(read, verb, EventDraft("called", "planned", "protest", time, title=title))

"""What somebody intends, announces or calls people to: acts that are still to come."""

from __future__ import annotations

from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES, border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.clause_titles import title_of
from tui.extract.languages.en.events.doings import somebody_acts
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.held import add_held, held_noun
from tui.extract.languages.en.events.recording import EventDraft, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.morphology import is_adverb
from tui.model import EventStatus

_REACH = 9
"""Words between a verb and what it announces, at most."""
FORCING = frozenset("forced compelled prompted had force compel prompt have".split())
"""The past of what makes somebody do something, or of having to, and the verb."""
_OF_NEED = frozenset(
    "blockade dispersal ending extension flight postponement recount rerun rescue treatment".split()
)
"""Sorts of what somebody had to do once, and not as a rule: "voting had to be halted"."""
_THROUGH = frozenset({"of"})
_NO_ACTS = happenings.STATES | cues.SPEECH | cues.STANCE
"""Verbs of states and words: nobody plans an act with them."""
ASKING = frozenset("appeal call demand push urge".split())
_FAR = 12
"""Words from such a verb to what somebody is to do, at most."""
_FIRM = frozenset("agree decide plan pledge promise resolve threaten undertake vow".split())
"""Verbs that bind whoever says them."""
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
        elif verb.lemma not in _NO_ACTS and _firmly(read, lead, verb):
            add_verb(read, verb, EventDraft("intended", "planned", verb.lemma))


def _firmly(read: EventSentence, lead: Verb, verb: Verb) -> bool:
    """Whether somebody says right out what they will do, whatever it is: "pledged to cut taxes";
    of "the government plans to cut them" the verb may be a noun, of "had planned" nothing came."""
    right_behind = verb.first - 1 <= lead.head + 1 + is_adverb(read.lower(lead.head + 1))
    if lead.lemma not in _FIRM or not right_behind or read.lower(lead.first) == "had":
        return False
    end = read.end(verb)
    told = any(each.head in read.taken for each in read.alone if verb.head < each.first < end)
    clause_of = read.clause_of(lead)
    which = clause_of.opener == "that" and read.subject(lead)[0] < clause_of.begin
    if told or which:
        return False  # "vowed to sing and to open a hall on Friday" is told once
    first, last = read.subject(lead)
    if lead.tense == "present" and first < last:
        owner = read.text[read.tokens.ends[last - 1]] in "'’"
        person = any(read.types.get(each) == "person" for each in read.named(first, last))
        if last != lead.first or owner or not (person or read.lower(first) in DETERMINERS):
            return False
    return somebody_acts(read, lead)


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
        over = verb.lemma == "call" and sort == "meeting" and verb.tense in ("past", "perfect")
        status: EventStatus = "happened" if over and time is None else "planned"
        add_verb(read, verb, EventDraft("announced", status, sort, time), noun)


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


def asked_for(read: EventSentence) -> None:
    """What somebody asks others for, whatever it is: "called for talks", "urged them to wait"."""
    for verb in read.verbs_of(ASKING):
        if verb.head in read.taken or verb.negated or verb.shape != "finite":
            continue
        if verb.passive and verb.lemma != "urge":
            continue
        if verb.tense in ("future", "modal") or read.inside(verb.head) or read.in_marks(verb.head):
            continue
        claimers = read.named(*read.subject(verb))[:1]
        first, _ = read.subject(verb)
        one = read.lower(first) in DETERMINERS or read.tokens.capital(first)
        told = claimers or (one and somebody_acts(read, verb))
        if not told or read.clause_of(verb).opener in RELATIVES:
            continue
        if not read.hypothetical(verb) and _for_what(read, verb):
            draft = EventDraft("demand", "demanded", verb.lemma, claimers=claimers)
            add_verb(read, verb, draft)


def _for_what(read: EventSentence, verb: Verb) -> bool:
    """Whether it stands behind a verb what somebody asks for, and no other rule has told it."""
    follows = read.lower(verb.head + 1)
    behind = next((each for each in read.alone if each.first > verb.head), None)
    to_do = behind is not None and behind.shape == "infinitive"
    if behind is not None and behind.head in read.taken:
        return False
    if verb.lemma == "demand":
        return not verb.passive and follows not in ("that", "to", "of")
    if verb.lemma == "urge":
        return to_do and behind is not None and behind.first - verb.head < _FAR
    return follows == "for"


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

"""Occasions: what has a name and a day ("Sunday’s vote"), and what happens there on that day."""

from __future__ import annotations

from tui.extract.findings import TimeMention
from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, border, clause
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.held import held_noun
from tui.extract.languages.en.events.recording import EventDraft, add_noun

_ABOUT = frozenset("over for about into regarding concerning".split())
_OCCASIONS = frozenset("vote debate meeting protest inauguration trial visit strike".split())
OF_OCCASION = frozenset("winning losing finish boycott ballot disruption attendance".split())
"""Sorts of acts that are done to such a thing and on its day: "won Sunday’s election"."""
_AT = frozenset("in at during on".split())
_LONGEST_PHRASE = 7
_NO_ADJECTIVES = lex.PREPOSITIONS | DETERMINERS | lex.PRONOUNS


def occasion(read: EventSentence, verb: Verb, sort: str) -> TimeMention | None:
    """The day of that at which something happens: "lost its majority in Sunday’s vote"."""
    begin = read.clause_of(verb).begin
    for at in (*range(verb.head + 1, read.end(verb)), *range(begin, verb.first)):
        if read.sort_at(at) not in _OCCASIONS:
            continue
        time = time_of(read, at)
        if time is not None and not read.ahead(time):
            leads = next(
                (
                    lower
                    for n in range(at - 1, max(-1, at - _LONGEST_PHRASE), -1)
                    if (lower := read.lower(n)) in lex.PREPOSITIONS
                ),
                "",
            )
            own = sort in OF_OCCASION and verb.head < at and not leads
            if own or leads in _AT:
                return time
    return None


def time_of(read: EventSentence, at: int) -> TimeMention | None:
    """The date that stands before a noun ("Sunday’s local vote") or behind it."""
    for near in range(at - 1, max(-1, at - _LONGEST_PHRASE), -1):
        if near in read.dated:
            return read.dated[near]
        if near in read.verbal or read.lower(near) in _NO_ADJECTIVES:
            break
    behind = at + 1
    if behind in read.verbal:
        behind += 1  # "elections held on April 24"
    if read.lower(behind) == "of":
        behind += 1
    time = read.dated.get(behind)
    return time if time is not None and time.role != "since" else None


def named_before(read: EventSentence, first: int) -> int | None:
    """A noun of happening with whom it is done to, before a date: "the arrest of Kos | on
    Monday"; only where no verb before has the date."""
    begin, _ = clause(read.tokens, first)
    for at in range(first - 1, max(begin, first - _LONGEST_PHRASE), -1):
        if at in read.verbal or at in read.tokens.commas:
            return None
        if read.lower(at) in ("of", "by") and read.sort_at(at - 1) in happenings.VICTIM_SORTS:
            told = any(begin <= verb.first < at for verb in read.verbs)
            return None if told else at - 1
    return None


def of_another(read: EventSentence, verb: Verb, at: int) -> bool:
    """Whether a noun is no object of a verb that has one: "launched an inquiry into the fire"."""
    held = held_noun(read, verb) if verb.lemma in happenings.HOLDING else None
    return held is not None and held != at and "and" not in read.lowers[held:at]


def dates_occasion(read: EventSentence, time: TimeMention, at: int) -> bool:
    """A date behind a noun that a preposition puts beside a verb: in "ahead of the vote on
    Sunday" it is only that of the vote, in "at the rally on Sunday" the verb's as well."""
    back = at - 1
    while back >= 0 and at - back < _LONGEST_PHRASE and back not in read.verbal:
        if read.lower(back) in lex.PREPOSITIONS:
            break
        if border(read.tokens, back + 1):
            return False
        back -= 1
    leads = read.lower(back)
    ahead = leads == "of" and read.lower(back - 1) == "ahead"
    only = ahead or leads in ("before", "after", "since", "until", "following", "despite")
    if leads not in ("in", "at", "during") and not only:
        return False
    if read.sort_at(at) == "vote" or (only and read.sort_at(at) in _OCCASIONS):
        planned = read.ahead(time) or ahead
        draft = EventDraft(
            "dated-noun", "planned" if planned else "happened", time=time, known=True
        )
        add_noun(read, at, draft)
    return only


def is_said_in(read: EventSentence, verb: Verb, at: int) -> bool:
    """Whether a noun is the speech in which a verb's subject calls for something: "called for
    calm in a statement"."""
    return preposition_of(read, verb, at) == "in" and read.sort_at(at) == "speech"


def preposition_of(read: EventSentence, verb: Verb, at: int) -> str:
    """The preposition that leads from a verb to a noun behind it: "at" in "called the vote clean
    at a press conference"; "" where the noun is the verb's own object."""
    begin = at
    while begin > verb.head + 2 and not border(read.tokens, begin):
        begin -= 1
        if read.lower(begin) in lex.PREPOSITIONS:
            return read.lower(begin)
    return ""


def of_somebody(read: EventSentence, verb: Verb, first: int, last: int) -> bool:
    """Whether a time stands between commas in what tells who somebody is: "Kos, in power since
    1998, won"."""
    opens = any(at in read.tokens.commas for at in range(clause(read.tokens, first)[0] + 1, first))
    return opens and last in read.tokens.commas and last <= verb.first


def of_cause(read: EventSentence, verb: Verb, first: int) -> bool:
    """Whether a date is that of what something is done about: "arrested three men over the
    killing of Kos in June last year"."""
    for at in range(verb.head + 2, first - 2):
        ahead = {read.lower(at - 1), read.lower(at - 2)}
        if read.sort_at(at) and read.lower(at + 1) == "of" and ahead & _ABOUT:
            return True
    return False


def called(read: EventSentence, verb: Verb, at: int, first: int) -> bool:
    """Whether a day is that on which a vote was called, and not its own: "called a snap election
    on Monday"."""
    told = verb.lemma in ("call", "announce") and verb.tense == "past" and not verb.passive
    on = "on" in (read.lower(first - 1), read.lower(first))
    return told and on and read.sort_at(at) == "vote" and not read.ahead(read.dated.get(first))

"""Dates and what they date: a noun of happening beside them, or the verb of their clause."""

from __future__ import annotations

from tui.extract.findings import TimeMention
from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, border, clause
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.dated_verbs import FIXING, dates_verb
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.occasions import (
    called,
    dates_occasion,
    is_said_in,
    named_before,
    of_another,
    preposition_of,
)
from tui.extract.languages.en.events.recording import EventDraft, add_noun, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.model import EventStatus

_ON_THE_CALENDAR = frozenset("vote debate meeting".split())
"""Sorts that a date beside them tells as known to all, whoever speaks of them."""
_AT = frozenset("in at during amid".split())
_UNPLANNED = frozenset("kill explosion disaster".split())
_SCHEDULING = frozenset("schedule plan set call".split())
_TELLS_OF_NOUN = (
    happenings.HOLDING
    | happenings.PLANNING
    | happenings.DEMANDING
    | frozenset("announce invite expect await".split())
)
_HOLDING_OR_FIXING = happenings.HOLDING | FIXING
_ARRANGING = happenings.PLANNING | _SCHEDULING
_SUMMONING = _ARRANGING | {"call", "announce", "invite", "expect"}
_FIRST = frozenset("first only worst best".split())
_LONGEST_FIRST = 7
"""Words from such a one to "since", at most."""
_APART = frozenset("about after ahead amid before despite during over since until".split())
_NO_ADJECTIVES = lex.PREPOSITIONS | DETERMINERS | lex.PRONOUNS


def dated(read: EventSentence) -> None:
    """A date beside a noun of happening, or with the verb of its clause."""
    for time in read.times:
        if not dates_something(time):
            continue
        first, last = read.tokens_in(time)
        if first == last or (time.role == "since" and _of_all_since(read, first)):
            continue
        year = len(time.edtf) == len("2024") or len(time.edtf) == len("1975/1990")
        digits = year and read.text[time.start].isdigit()
        of_noun = digits and read.lower(first - 1) in DETERMINERS
        if (
            not (_dates_noun_after(read, time, last) or _dates_noun_before(read, time, first))
            and not of_noun  # "the 2016 race"
        ):
            dates_verb(read, time, first, last)


def dates_something(time: TimeMention) -> bool:
    """Whether a time may be the date of a happening: a length is none."""
    if time.role == "frequency":
        return bool(time.edtf)
    return time.role in ("at", "since") and bool(time.edtf or time.note)


def _of_all_since(read: EventSentence, first: int) -> bool:
    """Whether a time says of how many a thing is the first: "the first elections since 1990"."""
    words = read.lowers[max(0, first - _LONGEST_FIRST) : first]
    return any(word in _FIRST or (len(word) > 5 and word.endswith("est")) for word in words)


def _dates_noun_after(read: EventSentence, time: TimeMention, last: int) -> bool:
    """ "last Sunday’s parliamentary and local election", "the December 17 vote"."""
    if last >= len(read.tokens) or read.tokens.marked(last):
        return False
    owned = read.tokens.possessive(last - 1) or read.text[time.end - 1] in "’'"
    if not owned and (time.rule in ("day-word", "unit") or read.tokens.capital(last)):
        return False
    for at in range(last, min(last + 7, len(read.tokens))):
        if read.sort_at(at):
            ahead = read.lower(last - 1 - (last - read.tokens_in(time)[0])) in ("of", "for")
            of = read.text[max(0, time.start - 10) : time.start].lower()
            planned = (ahead and of.endswith("ahead of ")) or _coming(read, time)
            if ahead and any(
                v.tense == "past" and read.lower(v.first) == "had" for v in read.verbs
            ):
                # "Ahead of Saturday's march, he had ...": the march is over.
                planned = False
                time = read.by_tense(time, planned)
            planned = planned or read.ahead(time)
            if planned and read.sort_at(at) in _UNPLANNED:
                return True  # "the February killing": of a year that the text leaves open
            status: EventStatus = "planned" if planned else "happened"
            if not _spoken_in(read, at, status, time):
                verb = _verb_over(read, at) if status == "happened" else None
                draft = EventDraft("dated-noun", status, time=time, known=True)
                add_noun(read, at, draft, verb)
            return True
        lower = read.lower(at)
        if at in read.verbal or lower in _NO_ADJECTIVES or border(read.tokens, at):
            break
    return owned


def _verb_over(read: EventSentence, at: int) -> Verb | None:
    """The verb that tells what becomes of a happening that is its subject: "Sunday’s vote ended
    in a draw", "the vote on Friday will be held" are one event each."""
    for verb in read.verbs:
        first, last = read.subject(verb)
        if first <= at < last and verb.shape == "finite" and verb.head not in read.taken:
            held = verb.passive and verb.lemma in _HOLDING_OR_FIXING
            if held or sort_of(read.tokens, verb) in ("ending", "beginning", "postponement"):
                return verb
    return None


def _spoken_in(read: EventSentence, at: int, status: EventStatus, time: TimeMention) -> bool:
    """ "said in a 2014 interview": the act of speaking is the event, and has words to show."""
    if read.sort_at(at) != "speech" or status != "happened":
        return False
    begin, _ = clause(read.tokens, at)
    said = [
        verb
        for verb in read.verbs
        if begin <= verb.first < at and verb.lemma in cues.SPEECH and verb.shape == "finite"
    ]
    if not said or read.status(said[-1], None) is None:
        return False
    add_verb(read, said[-1], EventDraft("dated-verb", status, "speech", time))
    return True


def _coming(read: EventSentence, time: TimeMention) -> bool:
    said = read.text[time.start : time.end].lower().split()
    return said[0] in ("next", "coming", "tomorrow", "tomorrow's", "tomorrow’s")


def _dates_noun_before(read: EventSentence, time: TimeMention, first: int) -> bool:
    """ "elections scheduled for Sunday", "a partial re-run on December the 30th"."""
    if first == 0 or read.tokens.marked(first):
        return False
    held = next((v for v in read.verbs if v.head == first - 1 and v.shape == "reduced"), None)
    at = held.first - 1 if held is not None else first - 1
    if not read.sort_at(at):
        named = named_before(read, first) if held is None else None
        if named is None:
            return False
        at = named
    if held is not None:
        ahead = held.lemma in _SCHEDULING or read.ahead(time)
        draft = EventDraft("dated-noun", "planned" if ahead else "happened", time=time, known=True)
        add_noun(read, at, draft)
        return True
    begin, _ = clause(read.tokens, at)
    before = [verb for verb in read.verbs if begin <= verb.first < at]
    last = before[-1] if before else None
    if last is not None and (
        last.lemma not in _TELLS_OF_NOUN
        or of_another(read, last, at)
        or preposition_of(read, last, at) in _APART
    ):
        return dates_occasion(read, time, at)
    if last is not None and last.tense == "past" and is_said_in(read, last, at):
        # "called for calm in a statement on Friday": a day on which it was said.
        day = read.by_tense(time, False)
        add_verb(read, last, EventDraft("dated-verb", "happened", "speech", day))
        return True
    if last is not None and called(read, last, at, first):
        return False
    # "called the vote clean at a press conference": nothing is arranged by that.
    arranging = [v for v in before if preposition_of(read, v, at) != "at"]
    summoned = last is not None and (
        last.tense == "future" or (last in arranging and last.lemma in _SUMMONING)
    )
    if not time.edtf and time.rule == "elsewhere" and not summoned:
        return False
    over = last if last is not None else _verb_over(read, at)
    tense = over.tense if over is not None else ""
    if summoned or tense in ("past", "perfect", "future"):
        time = read.by_tense(time, summoned or tense == "future")
    if any(verb.negated or verb.tense == "modal" for verb in before):
        return False
    status: EventStatus = "planned" if read.ahead(time) or summoned else "happened"
    if any(v.tense == "future" for v in before) or any(v.lemma in _ARRANGING for v in arranging):
        status = "planned"
    if last in arranging and _demands(read, last, at):
        status = "demanded"
    if status == "happened" and _spoken_in(read, at, status, time):
        return True
    known = read.sort_at(at) in _ON_THE_CALENDAR and status != "demanded"
    draft = EventDraft("dated-noun", status, time=time, known=known)
    add_noun(read, at, draft, over)
    # "At the height of the unrest on Sunday, police arrested 38": the day of both.
    return bool(before) or read.lower(begin) not in _AT or at + 1 >= len(read.tokens)


def _demands(read: EventSentence, verb: Verb, at: int) -> bool:
    """Whether a verb demands what a noun names, and does not arrange it."""
    if verb.tense == "future" or verb.lemma in _ARRANGING:
        return False
    protest = verb.lemma == "call" and read.sort_at(at) == "protest"
    return verb.lemma in happenings.DEMANDING and not protest

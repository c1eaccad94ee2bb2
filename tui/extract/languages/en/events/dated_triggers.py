"""Dates and what they date: a noun of happening beside them, or the verb of their clause."""

from __future__ import annotations

from tui import dates
from tui.extract.findings import TimeMention
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.events import lexicon as happenings
from tui.extract.languages.en.events.acts import sort_of
from tui.extract.languages.en.events.clauses import ON_CALENDARS
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.held import add_held, attempted, held_noun, without_object
from tui.extract.languages.en.events.occasions import (
    called,
    dates_occasion,
    is_said_in,
    named_before,
    of_another,
    of_cause,
    of_somebody,
    preposition_of,
)
from tui.extract.languages.en.events.recording import add_noun, add_verb
from tui.extract.languages.en.events.tokens import DETERMINERS, RELATIVES, border, clause
from tui.extract.languages.en.events.verb import Verb
from tui.model import EventStatus

_ON_THE_CALENDAR = frozenset("vote debate meeting".split())
"""Sorts that a date beside them tells as known to all, whoever speaks of them."""
_SCHEDULING = frozenset("schedule plan set call".split())
_TELLS_OF_NOUN = (
    happenings.HOLDING
    | happenings.PLANNING
    | happenings.DEMANDING
    | frozenset("announce invite expect await".split())
)
_FIXING = frozenset("expect schedule plan set fix fixed slate slated".split())
"""Verbs that say for when something is planned."""
_IS = ("present", "perfect")
"""The tenses in which something is fixed still."""
_FOR_A_DAY = frozenset("invite summon call convene".split())
"""Verbs that call people to something on the day behind "for"."""
_HOLDING_OR_FIXING = happenings.HOLDING | _FIXING
_ARRANGING = happenings.PLANNING | _SCHEDULING
_SUMMONING = _ARRANGING | {"call", "announce", "invite", "expect"}
_LASTING = happenings.GOING_ON | {"go", "last", "run", "rage", "drag"}
_NO_ADJECTIVES = lex.PREPOSITIONS | DETERMINERS | lex.PRONOUNS
_BEFORE_CLAUSES = lex.CONJUNCTIONS | lex.ADVERBS
_AWAITED = frozenset("results result report verdict ruling decision findings figures".split())
_ASIDE = RELATIVES | {"whose", "whom"}
"""What opens a clause whose day is that of no other."""
_ASIDE_WORDS = 12
"""Words from such a clause's opening to a date in it, at most."""
_OUTSIDE = frozenset("street streets square squares".split())
_APART = frozenset("after before following despite until amid".split())


def dated(read: EventSentence) -> None:
    """A date beside a noun of happening, or with the verb of its clause."""
    for time in read.times:
        if not dates_something(time):
            continue
        first, last = read.tokens_in(time)
        if first == last:
            continue
        digits = len(time.edtf) == len("2024") and read.text[time.start].isdigit()
        of_noun = digits and read.lower(first - 1) in DETERMINERS
        if (
            not (_dates_noun_after(read, time, last) or _dates_noun_before(read, time, first))
            and not of_noun  # "the 2016 race"
        ):
            _dates_verb(read, time, first, last)


def dates_something(time: TimeMention) -> bool:
    """Whether a time may be the date of a happening: a length is none."""
    if time.role == "frequency":
        return bool(time.edtf)
    return time.role in ("at", "since") and bool(time.edtf or time.note)


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
            status: EventStatus = "planned" if planned else "happened"
            if not _spoken_in(read, at, status, time):
                verb = _verb_over(read, at) if status == "happened" else None
                add_noun(read, "dated-noun", at, status, time, known=True, verb=verb)
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
    add_verb(read, "dated-verb", said[-1], "speech", status, time)
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
        planned = held.lemma in _SCHEDULING or read.ahead(time)
        add_noun(read, "dated-noun", at, "planned" if planned else "happened", time, known=True)
        return True
    begin, _ = clause(read.tokens, at)
    before = [verb for verb in read.verbs if begin <= verb.first < at]
    if before and (before[-1].lemma not in _TELLS_OF_NOUN or of_another(read, before[-1], at)):
        return dates_occasion(read, time, at)
    if before and before[-1].tense == "past" and is_said_in(read, before[-1], at):
        # "called for calm in a statement on Friday": a day on which it was said.
        add_verb(read, "dated-verb", before[-1], "speech", "happened", read.by_tense(time, False))
        return True
    if before and called(read, before[-1], at, first):
        return False
    # "called the vote clean at a press conference": nothing is arranged by that.
    arranging = [v for v in before if preposition_of(read, v, at) != "at"]
    last = before[-1] if before else None
    summoned = last is not None and (
        last.tense == "future" or (last in arranging and last.lemma in _SUMMONING)
    )
    if not time.edtf and time.rule == "elsewhere" and not summoned:
        return False
    over = _verb_over(read, at)
    if summoned or before or over is not None:
        told = before[-1].tense if before else over.tense if over is not None else ""
        if summoned or told in ("past", "perfect", "future"):
            time = read.by_tense(time, summoned or told == "future")
    status: EventStatus = "planned" if read.ahead(time) or summoned else "happened"
    for verb in before:
        if verb.negated or verb.tense == "modal":
            return False
        if verb.tense == "future" or (verb.lemma in _ARRANGING and verb in arranging):
            status = "planned"
        elif (
            verb is before[-1]
            and verb in arranging
            and verb.lemma in happenings.DEMANDING
            and not (verb.lemma == "call" and read.sort_at(at) == "protest")
        ):
            status = "demanded"
    if status == "happened" and _spoken_in(read, at, status, time):
        return True
    known = read.sort_at(at) in _ON_THE_CALENDAR and status != "demanded"
    add_noun(read, "dated-noun", at, status, time, known=known, verb=before[-1] if before else over)
    return True


def _dates_verb(read: EventSentence, time: TimeMention, first: int, last: int) -> None:
    verb = _verb_of(read, first, last)
    if verb is None or (time.role == "since" and of_somebody(read, verb, first, last)):
        return
    if of_cause(read, verb, first):
        return
    summoned = summons(read, verb)
    # A march that is called has a sort of its own.
    named = any(read.sort_at(at) for at in range(verb.head + 1, first))
    if verb.lemma in _FOR_A_DAY and read.lower(first) == "for" and not (verb.passive or named):
        coming = read.by_tense(time, True)  # "invited the parties for Thursday"
        if read.ahead(coming) and verb.tense in ("past", "perfect") and not verb.negated:
            add_verb(read, "dated-verb", verb, "meeting", "planned", coming)
            return
    noun = summoned if summoned is not None else held_noun(read, verb)
    looks = read.role != "caption" and _looks_ahead(verb)
    ahead = summoned is not None or looks or read.promised(verb)
    time = read.by_tense(time, ahead)
    fixed = verb.passive and verb.lemma in _FIXING and verb.tense in _IS and read.ahead(time)
    status = "planned" if summoned is not None or fixed else read.status(verb, time)
    if verb.shape == "copula" and read.lower(verb.head + 1) == "due":
        awaited = noun is not None or read.lower(read.subject(verb)[1] - 1) in _AWAITED
        if verb.lemma == "be" and verb.tense == "present" and awaited:
            add_verb(read, "dated-verb", verb, "expect", "planned", read.by_tense(time, True))
        return
    if noun is not None:
        if status is not None:
            add_held(read, "dated-noun", verb, noun, status, time)
        return
    if verb.passive and verb.lemma in _FIXING:
        if fixed:
            add_verb(read, "dated-verb", verb, verb.lemma, "planned", time)
        return
    if verb.shape == "copula" and verb.lemma == "be" and status is not None:
        place = read.lowers[verb.head + 1 : verb.head + 6]
        if not _OUTSIDE.isdisjoint(place) and "on" in place[:3]:
            add_verb(read, "dated-verb", verb, "protest", status, time)  # "were on the streets"
            return
    acted = verb.tense == "future" and verb.lemma in happenings.PLANNED
    acted = acted or bool(sort_of(read.tokens, verb))
    if status is None or verb.shape == "copula" or (verb.lemma in happenings.STATES and not acted):
        return
    says = verb.lemma in cues.SPEECH or verb.lemma in cues.STANCE
    if time.role == "since" and verb.lemma in _LASTING:
        going = next(read.nouns(*read.subject(verb)), None)
        if going is not None:
            add_noun(read, "going-on", going, "ongoing", time, until=verb.head + 1)
            return
    today = verb.lemma in ON_CALENDARS and time.edtf == read.published and bool(time.edtf)
    if today and verb.tense == "present" and status == "happened":
        status = "planned"  # "The parliament convenes on Monday", in Monday's report
    if verb.lemma in happenings.GOING_ON or (
        verb.tense == "present"
        and verb.shape == "finite"
        and not (says or verb.passive or read.ahead(time) or read.role == "caption" or today)
        and time.role == "at"
    ):
        return
    acts = bool(sort_of(read.tokens, verb)) or not says
    told = status == "happened" and verb.tense != "present"
    aside = verb.shape == "reduced" or _aside(read, verb)
    if told and acts and not aside and not read.in_marks(verb.head):
        read.days.append((read.tokens.starts[verb.head], time))
    people = read.lower(verb.first - 1) in lex.PLURAL_PEOPLE
    if people and verb.lemma in happenings.VERB_SORTS and without_object(read, verb):
        return  # "the 49 people killed on Sunday"
    sort = sort_of(read.tokens, verb)
    if not sort and (verb.passive or verb.lemma not in ("allow", "promise")):
        sort = happenings.CLAIM_SORTS.get(verb.lemma, "")
    if not sort and (
        verb.lemma in cues.SPEECH or verb.lemma in cues.STANCE or verb.lemma == "speak"
    ):
        sort = "speech"
    going_on = verb.tense == "past" and read.lower(verb.head).endswith("ing")
    told_to = verb.passive and verb.lemma in ("ask", "tell", "quote")
    told_to = told_to or time.role == "since"
    acts_on = going_on and sort in happenings.ACT_SORTS
    if acts_on or (sort == "speech" and (going_on or told_to)):
        return
    if not sort and (not _to_the_day(time) or read.first_person(verb)):
        return
    if not sort and not _takes_place(read, verb, time):
        return
    if not sort and time.rule == "day-word" and read.inside(verb.head) is not None:
        # "Today he is ..." in somebody's mouth is a way of speaking.
        return
    if verb.lemma in happenings.ATTEMPTING:
        sort = sort or attempted(read, verb)[1]
    add_verb(read, "dated-verb", verb, sort or verb.lemma, status, time)


def _aside(read: EventSentence, verb: Verb) -> bool:
    """Whether a verb stands in a clause within another that goes on behind it: "Kos, who left
    in May, resigned" tells of May nothing but that he left."""
    if read.clause_of(verb).opener not in _ASIDE:
        return False
    behind = (each for each in read.verbs if each.first > verb.head and each.shape == "finite")
    return any(not read.clause_of(each).opener for each in behind)


def summons(read: EventSentence, verb: Verb) -> int | None:
    """The happening to which a verb calls people: "called for a rally", "invited to a vigil"."""
    if verb.negated or verb.lemma not in ("call", "invite", "announce"):
        return None
    end = read.end(verb)
    for at in range(verb.head + 1, end):
        if read.sort_at(at) in ("protest", "strike") and at not in read.taken:
            return at
    return None


def _looks_ahead(verb: Verb) -> bool:
    """Whether a verb tells of what is to come: in the present, what stands on a calendar."""
    calendar = verb.tense == "present" and verb.shape == "finite" and not verb.passive
    fixed = verb.passive and verb.tense in _IS and verb.lemma in _FIXING
    return verb.tense == "future" or fixed or (calendar and verb.lemma not in cues.SPEECH)


def _to_the_day(time: TimeMention) -> bool:
    """Whether a date is near enough to a day to be that of any act whatever."""
    return bool(time.edtf) and dates.precision(time.edtf) in ("day", "span", "month")


def _takes_place(read: EventSentence, verb: Verb, time: TimeMention) -> bool:
    """Whether a verb that names no sort of happening tells of one: not of what went on
    meanwhile, has gone on since, or is so at present."""
    if time.role == "since" or verb.shape == "reduced":
        return False
    if verb.tense == "past" and read.lower(verb.head).endswith("ing"):
        return False
    return verb.tense != "present" or read.ahead(time) or read.role == "caption" or verb.passive


def _verb_of(read: EventSentence, first: int, last: int) -> Verb | None:
    """The verb that a date stands with: the finite one before it in its clause, else the
    one after it; of a plan, what is planned."""
    if first and read.lower(first - 1) in _APART:
        return None
    begin = clause(read.tokens, first)[0]
    before = [verb for verb in read.verbs if begin <= verb.first and verb.head < first]
    fronted = first == begin or all(read.lower(at) in _BEFORE_CLAUSES for at in range(begin, first))
    finite = [verb for verb in before if verb.shape in ("finite", "copula")]
    if finite:
        chosen = finite[-1]
        if chosen.lemma in happenings.CALLING_ON and before[-1].lemma in happenings.GATHERING:
            return None  # the day of what people are called to
        behind = _verb_after(read, last) if not fronted else None
        opens = read.clause_of(behind).begin if behind is not None else -1
        if chosen.head < opens < first and opens in read.structure.openers:
            return behind  # "it fell after lawmakers on Monday rejected it"
        told = read.clause_of(chosen)
        calendar = read.ahead(read.dated.get(first)) and chosen.lemma not in happenings.STATES
        if chosen.tense == "present" and told.opener in RELATIVES and not calendar:
            # "pushed them off the street that leads there on Monday"
            main = [v for v in read.verbs if v.head < told.begin and v.shape == "finite"]
            chosen = main[-1] if main else chosen
        ahead = [v for v in before if v.first > chosen.head and v.shape == "infinitive"]
        if ahead and chosen.lemma in happenings.PLANNING:
            planned = ahead[-1]
            return planned._replace(shape="finite", tense="future", first=chosen.first)
        return chosen
    reduced = [verb for verb in before if verb.shape == "reduced"]
    if reduced and not fronted:
        return reduced[-1]
    behind = _verb_after(read, last)
    closed = behind is not None and any(last <= at <= behind.first for at in read.tokens.commas)
    return None if closed and _within_aside(read, first) else behind


def _within_aside(read: EventSentence, first: int) -> bool:
    """Whether a date stands in a clause about somebody, of whose verb nothing is known: "Kos,
    whose term ends this month, will travel"."""
    for at in range(first - 1, max(0, first - _ASIDE_WORDS), -1):
        if read.lower(at) in _ASIDE:
            return at in read.tokens.commas
        if at in read.tokens.commas:
            return False
    return False


def _verb_after(read: EventSentence, last: int) -> Verb | None:
    """The main verb behind a date that opens a clause, relative clauses passed over."""
    at = last
    while at < len(read.tokens):
        if border(read.tokens, at) and at > last:
            if read.lower(at) not in RELATIVES or at not in read.tokens.commas:
                return None
            at += 1
            while at < len(read.tokens) and at not in read.tokens.commas:
                at += 1
            if at == len(read.tokens):
                return None
        verb = next((v for v in read.verbs if v.first == at), None)
        if verb is not None and verb.shape in ("finite", "copula"):
            return verb
        at += 1
    return None

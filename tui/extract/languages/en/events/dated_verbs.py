"""What a date tells with the verb of its clause."""

from __future__ import annotations

from tui import dates
from tui.extract.findings import TimeMention
from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES, border, clause
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.clauses.verbs import ON_CALENDARS
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.held import add_held, attempted, held_noun, without_object
from tui.extract.languages.en.events.occasions import OF_OCCASION, of_cause, of_somebody
from tui.extract.languages.en.events.recording import EventDraft, add_noun, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.events.title_subjects import is_gerund
from tui.model import EventStatus

_AWAITED = frozenset("results result report verdict ruling decision findings figures".split())
FIXING = frozenset("expect schedule plan set fix fixed slate slated".split())
"""Verbs that say for when something is planned."""
_ANNOUNCING = frozenset("announce call convene".split())
"""Those behind which "for" leads to the day of what is to come: "a rally was called for Friday"."""
_IS = ("present", "perfect")
"""The tenses in which something is fixed still."""
_ARRANGING = FIXING | happenings.PLANNING | happenings.DEMANDING
_FOR_A_DAY = frozenset("invite summon call convene".split())
"""Verbs that call people to something on the day behind "for"."""
_OF_DAYS = frozenset("eve anniversary wake".split())
_LASTING = happenings.GOING_ON | {"go", "last", "run", "rage", "drag"}
_GOING_ON_SORTS = frozenset("blockade clash protest strike trial vote".split())
"""Sorts of what goes on for days, each of which is news: "protests continued on Sunday"."""
_BEFORE_CLAUSES = lex.CONJUNCTIONS | lex.ADVERBS
_NO_NOUNS = lex.CONJUNCTIONS | lex.SUBORDINATORS | lex.ADVERBS | lex.PREPOSITIONS | {"as", "that"}
_ASIDE = RELATIVES | {"whose", "whom"}
"""What opens a clause whose day is that of no other."""
_ASIDE_WORDS = 12
"""Words from such a clause's opening to a date in it, at most."""
_OUTSIDE = frozenset("street streets square squares".split())
_APART = frozenset("after before between following despite until amid including".split())


def dates_verb(read: EventSentence, time: TimeMention, first: int, last: int) -> None:
    """Add what the verb tells with which a date stands, from ``first`` to ``last``."""
    if _is_to_come(read, time, first):
        return
    verb = _verb_of(read, first, last)
    if verb is None or _of_something(read, verb, first) or _is_said(read, verb, first):
        return
    if time.role == "since" and of_somebody(read, verb, first, last):
        return
    if of_cause(read, verb, first) or _calls_for_day(read, verb, time, first):
        return
    summoned = _summons(read, verb)
    noun = summoned if summoned is not None else held_noun(read, verb)
    looks = read.role != "caption" and _looks_ahead(verb)
    ahead = summoned is not None or looks or read.promised(verb) or read.was_to_come(verb)
    for_a_day = verb.lemma in _ANNOUNCING and read.lower(first) == "for" and not verb.passive
    time = read.by_tense(time, ahead or for_a_day)
    if noun is None and not for_a_day and _is_for(read, verb, first):
        return
    if verb.passive and verb.lemma in _ANNOUNCING and read.lower(first) == "for":
        coming = read.by_tense(time, True)
        told = read.status(verb, None) is not None and read.inside(verb.head) is None
        if told and read.ahead(coming) and last not in read.dated:
            add_verb(read, verb, EventDraft("dated-verb", "planned", verb.lemma, coming))
        return
    fixed = verb.passive and verb.lemma in FIXING and verb.tense in _IS and read.ahead(time)
    planned = summoned is not None or fixed or (for_a_day and read.ahead(time))
    status = "planned" if planned else read.status(verb, time)
    if verb.shape == "copula" and read.lower(verb.head + 1) == "due":
        awaited = noun is not None or read.lower(read.subject(verb)[1] - 1) in _AWAITED
        if verb.lemma == "be" and verb.tense == "present" and awaited:
            coming = read.by_tense(time, True)
            add_verb(read, verb, EventDraft("dated-verb", "planned", "expect", coming))
    elif noun is not None:
        if status is not None:
            add_held(read, verb, noun, EventDraft("dated-noun", status, time=time))
    elif verb.passive and verb.lemma in FIXING:
        if fixed:
            add_verb(read, verb, EventDraft("dated-verb", "planned", verb.lemma, time))
    elif status is not None:
        _add_act(read, verb, status, time)


def _is_to_come(read: EventSentence, time: TimeMention, first: int) -> bool:
    """Whether a date is that of what a verb behind a noun says is to be done, and of no other verb:
    "ordered a rerun, to be held on Tuesday". What the noun tells is added."""
    verb = next((each for each in read.verbs if each.head == first - 1), None)
    if verb is None or verb.shape != "infinitive" or not verb.passive or time.role != "at":
        return False
    lead = read.governed_by(verb)
    planned = lead is not None and lead.lemma in happenings.PLANNING | happenings.CALLING_ON
    if planned and verb.first - 1 not in read.tokens.commas:
        return False  # "called for it to be held on Tuesday"
    noun = next(read.nouns(clause(read.tokens, verb.first - 1)[0], verb.first), None)
    if noun is not None and read.ahead(coming := read.by_tense(time, True)):
        add_noun(read, noun, EventDraft("dated-noun", "planned", time=coming), until=first)
    return True


def _of_something(read: EventSentence, verb: Verb, first: int) -> bool:
    """Whether a date is that of a thing and not its verb's: "on the eve of the holiday", "the
    vote of 3 May", "nine votes, including that on Saturday"."""
    happening = read.sort_at(first - 2) and sort_of(read.tokens, verb) not in OF_OCCASION
    named = read.lower(first - 2) in _OF_DAYS or bool(happening)
    of_day = read.lower(first - 1) == "of" and named
    return of_day or "including" in read.lowers[verb.head + 1 : first]


def _is_for(read: EventSentence, verb: Verb, first: int) -> bool:
    """Whether a day is that of what somebody did something for: "ordered a rerun for Friday"."""
    over = verb.tense in ("past", "perfect") and not verb.passive
    leads = "for" in (read.lower(first), read.lower(first - 1))
    return leads and over and verb.lemma not in _ARRANGING


def _is_said(read: EventSentence, verb: Verb, first: int) -> bool:
    """Whether a date is part of a clause that a verb says: "said his years there in the 1950s were
    dull", and not "announced her support on Monday"."""
    said = read.inside(first) if first > verb.head and verb.lemma in cues.SPEECH else None
    if said is None or said is read.inside(verb.head):
        return False
    return any(each.tense and read.inside(each.head) is said for each in read.verbs)


def _calls_for_day(read: EventSentence, verb: Verb, time: TimeMention, first: int) -> bool:
    """Add a meeting to which people were called for a day: "invited the parties for Thursday"."""
    # A march that is called has a sort of its own.
    named = any(read.sort_at(at) for at in range(verb.head + 1, first))
    if verb.lemma not in _FOR_A_DAY or read.lower(first) != "for" or verb.passive or named:
        return False
    coming = read.by_tense(time, True)
    if not read.ahead(coming) or verb.tense not in ("past", "perfect") or verb.negated:
        return False
    add_verb(read, verb, EventDraft("dated-verb", "planned", "meeting", coming))
    return True


def _add_act(read: EventSentence, verb: Verb, status: EventStatus, time: TimeMention) -> None:
    """Add what a verb tells that no noun of happening stands with."""
    if verb.shape == "copula":
        place = read.lowers[verb.head + 1 : verb.head + 6]
        if verb.lemma == "be" and not _OUTSIDE.isdisjoint(place) and "on" in place[:3]:
            # "were on the streets"
            add_verb(read, verb, EventDraft("dated-verb", status, "protest", time))
        return
    acted = verb.tense == "future" and verb.lemma in happenings.PLANNED
    acted = acted or bool(sort_of(read.tokens, verb))
    if verb.lemma in happenings.STATES and not acted:
        return
    says = verb.lemma in cues.SPEECH or verb.lemma in cues.STANCE
    if verb.tense == "present" and says and not _of_report(read, time):
        return  # "criticises Kos for voting for it in 1994"
    if time.role == "since" and verb.lemma in _LASTING:
        going = next(read.nouns(*read.subject(verb)), None)
        if going is not None:
            draft = EventDraft("going-on", "ongoing", time=time)
            add_noun(read, going, draft, until=verb.head + 1)
            return
    if verb.lemma == "continue" and verb.tense in ("past", "perfect") and time.role == "at":
        going = next(read.nouns(*read.subject(verb)), None)
        if going is not None and read.sort_at(going) in _GOING_ON_SORTS:
            add_noun(read, going, EventDraft("dated-noun", status, time=time), verb)
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
    aside = verb.shape == "reduced" or _aside(read, verb, time)
    if told and acts and not aside and not read.in_marks(verb.head):
        at = read.tokens.starts[verb.head]
        if at not in read.days or not read.days[at].edtf:
            read.days[at] = time
    if _of_noun(read, verb.first - 1) and without_object(read, verb):
        return  # "more than the share it won in May"
    people = read.lower(verb.first - 1) in lex.PLURAL_PEOPLE
    if people and verb.lemma in happenings.VERB_SORTS and without_object(read, verb):
        return  # "the 49 people killed on Sunday"
    sort = _sort_told(read, verb, time)
    if sort is not None:
        add_verb(read, verb, EventDraft("dated-verb", status, sort or verb.lemma, time))


def _of_noun(read: EventSentence, at: int) -> bool:
    """Whether a pronoun opens a clause that says of the noun before it which one is meant."""
    before = read.lower(at - 1)
    apart = at in read.tokens.commas or at in read.tokens.apart or at - 1 in read.verbal
    plain = before.isalpha() and before not in _NO_NOUNS and not apart
    return at > 0 and plain and read.lower(at) in lex.SUBJECT_PRONOUNS - RELATIVES


def _of_report(read: EventSentence, time: TimeMention) -> bool:
    """Whether a time may be that of a report, whose present is of its day: no month or year; in
    the rows of a chronicle and in captions any may."""
    plain = read.row is None and read.role != "caption"
    return not plain or len(time.edtf) > len("2024-10") or read.ahead(time)


def _sort_told(read: EventSentence, verb: Verb, time: TimeMention) -> str | None:
    """The sort of happening that a verb with a date tells, "" where that has no name, None where
    it tells of no happening."""
    sort = sort_of(read.tokens, verb)
    if not sort and (verb.passive or verb.lemma not in ("allow", "promise")):
        sort = happenings.CLAIM_SORTS.get(verb.lemma, "")
    speaks = verb.lemma in cues.SPEECH or verb.lemma in cues.STANCE or verb.lemma == "speak"
    if not sort and speaks:
        sort = "speech"
    going_on = verb.tense == "past" and read.lower(verb.head).endswith("ing")
    told_to = verb.passive and verb.lemma in ("ask", "tell", "quote")
    told_to = told_to or time.role == "since"
    acts_on = going_on and sort in happenings.ACT_SORTS
    if acts_on or (sort == "speech" and (going_on or told_to)):
        return None
    if not sort:
        if not _to_the_day(time) or read.first_person(verb) or not _takes_place(read, verb, time):
            return None
        if time.rule == "day-word" and read.inside(verb.head) is not None:
            return None  # "Today he is ..." in somebody's mouth is a way of speaking.
    if verb.lemma in happenings.ATTEMPTING:
        sort = sort or attempted(read, verb)[1]
    return sort


def _aside(read: EventSentence, verb: Verb, time: TimeMention) -> bool:
    """Whether a verb stands in a clause within another that goes on behind it ("Kos, who left
    in May, resigned" tells of May nothing but that he left), or of a year of long ago."""
    if read.clause_of(verb).opener not in _ASIDE:
        return False
    if not _to_the_day(time):
        return True
    behind = (each for each in read.verbs if each.first > verb.head and each.shape == "finite")
    return any(not read.clause_of(each).opener for each in behind)


def _summons(read: EventSentence, verb: Verb) -> int | None:
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
    fixed = verb.passive and verb.tense in _IS and verb.lemma in FIXING
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
    if {read.lower(first - 1), read.lower(first)} & _APART and first < last:
        return None
    if read.lower(first - 1) == "and" and first - 2 in read.dated:
        return None  # "between 2000 and 2012"
    month = len(read.dated[first].edtf) == len("2024-10")
    if month and read.lower(first - 1) in DETERMINERS and _is_noun(read, last):
        return None  # "the October report"
    around = next((verb for verb in read.verbs if verb.first < first < last <= verb.head), None)
    if around is not None:
        return around  # "had, earlier on Tuesday, sent"
    begin = clause(read.tokens, first)[0]
    before = [verb for verb in read.verbs if begin <= verb.first and verb.head < first]
    fronted = first == begin or all(read.lower(at) in _BEFORE_CLAUSES for at in range(begin, first))
    if before and before[-1].head == first - 1 and _tells(read, before[-1]):
        return None  # "announcing on Monday that he would leave"
    finite = [verb for verb in before if verb.shape in ("finite", "copula")]
    if finite:
        chosen = finite[-1]
        if chosen.lemma in happenings.CALLING_ON and before[-1].lemma in happenings.GATHERING:
            return None  # the day of what people are called to
        behind = _verb_after(read, last) if not fronted else None
        if behind is not None and _opens_anew(read, chosen.head + 1, first, behind):
            return behind  # "After many were hurt, the board on Monday met"
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
    if is_gerund(read.lower(begin)) and not (finite or _to_the_day(read.dated[first])):
        return None  # "Pointing to the deaths last year, Kos warned"
    behind = _verb_after(read, last)
    closed = behind is not None and any(last <= at <= behind.first for at in read.tokens.commas)
    return None if closed and _within_aside(read, first) else behind


def _tells(read: EventSentence, verb: Verb) -> bool:
    return verb.shape == "gerund" and verb.lemma in cues.SPEECH


def _is_noun(read: EventSentence, at: int) -> bool:
    """Whether a word right behind a date may be a noun that it belongs to."""
    apart = at in read.verbal or at in read.tokens.commas or at in read.tokens.apart
    return read.lower(at).isalpha() and not apart and read.lower(at) not in lex.PREPOSITIONS


def _opens_anew(read: EventSentence, begin: int, first: int, behind: Verb) -> bool:
    """Whether a subject stands right before a date that stands right before its verb."""
    commas = [at for at in range(begin, first) if at in read.tokens.commas]
    if not commas or read.verbal.intersection(range(commas[-1], first)):
        return False
    at = commas[-1]
    named = read.lower(at) in DETERMINERS or read.tokens.capital(at)
    right_before = behind.first not in read.tokens.commas and first not in read.tokens.commas
    return named and right_before and all(n in read.dated for n in range(first, behind.first))


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

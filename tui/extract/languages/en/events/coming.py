"""What is to come: what is arranged, what must be done by a day, what is upcoming."""

from __future__ import annotations

from tui.extract.findings import TimeMention
from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import titles
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.recording import EventDraft, add_noun, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.events.subjects import subject_of
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span
from tui.model import EventStatus

_WORDS = lists("words", "events")

_AIMS = _WORDS["aims"]
_ARRANGING = frozenset("plan schedule expect slate".split())
_SAYING = cues.SPEECH - {"report", "rule", "announce"}
_ARRANGED = _ARRANGING | {"hold"}
_CALLED_FOR = frozenset("appear serve".split())
"""What is arranged where it "is to" be: "is to appear before the court"."""
_TERMS = frozenset("hours days weeks months".split())
WITHIN = _TERMS | {"within"}
_LONGEST_TERM = 4
UPCOMING = frozenset("upcoming forthcoming looming".split())


def arranged(read: EventSentence) -> None:
    """What is to come by arrangement: "the court is to hear the appeal", "talks are planned"."""
    for verb in read.alone:
        if not (_ahead(read, verb) or verb.lemma in _ARRANGED) or verb.shape != "finite":
            continue
        if verb.negated or verb.head in read.taken or verb.first in read.structure.reduced:
            continue
        first, last = read.subject(verb)
        if first >= last or read.hypothetical(verb):
            continue
        sort = _arranged(read, verb)
        if not sort and verb.lemma in _ARRANGING and verb.passive and verb.tense == "present":
            sort = next((read.sort_at(at) for at in read.nouns(first, last)), "")
        if sort and not read.first_person(verb):
            status: EventStatus = "planned" if sort != "arrest" else "ongoing"
            add_verb(read, verb, EventDraft("arranged", status, sort, _day_of(read, verb)))


def _day_of(read: EventSentence, verb: Verb) -> TimeMention | None:
    """The day by which, or on which, what is arranged is to be."""
    if not read.times:
        return None
    beside = (read.dated[at] for at in range(verb.head + 1, read.end(verb)) if at in read.dated)
    return read.until(verb) or next((t for t in beside if t.role == "at" and read.ahead(t)), None)


def deadlines(read: EventSentence) -> None:
    """What must be done by a day: "the court must rule by Friday"; until when it can be; and
    what must be done within so many days."""
    counted = not WITHIN.isdisjoint(read.lowers)
    if not counted and not any(time.role == "until" for time in read.times):
        return
    for time in read.times:
        if time.role != "until" or not time.edtf:
            continue
        place, behind = read.tokens_in(time)
        before = [v for v in read.verbs if v.head < place and v.shape in ("finite", "copula")]
        if not before or place == behind:
            continue
        verb = before[-1]
        to_do = next((v for v in read.verbs if v.first == behind + 1), None)
        if verb.lemma == "be" and read.lower(verb.head + 1) == "due" and read.to_come(time):
            add_verb(read, verb, EventDraft("deadline", "planned", "expect", time))
        elif verb.lemma == "have" and to_do is not None and to_do.shape == "infinitive":
            over = verb.tense == "past" and not read.to_come(time)
            status: EventStatus = "happened" if over else "planned"
            title = _with_day(read, verb, to_do)
            add_verb(read, to_do, EventDraft("deadline", status, to_do.lemma, time, title=title))
        elif read.lower(verb.first) == "should" and read.inside(verb.head) is not None:
            continue  # "those surveyed say that the state should close it by 2030"
        elif read.lower(verb.first) in ("must", "should") and not verb.negated:
            _add_due(read, verb, time)
        elif verb.lemma == "have" and read.lower(verb.head + 1) == "to":
            due = next((v for v in read.verbs if v.first == verb.head + 2), None)
            if due is not None:
                _add_due(read, due, time)
    for verb in read.verbs if counted else ():
        must = read.lower(verb.first) == "must" and verb.shape == "finite"
        lead = read.governed_by(verb) if verb.shape == "infinitive" else None
        has = lead is not None and lead.lemma == "have" and lead.tense in ("present", "perfect")
        if (must or has) and not verb.negated and not read.hypothetical(verb):
            begin = verb.head + 1 if must or lead is None else lead.head + 1
            words = read.lowers[begin : read.end(verb)]
            counted = has and lead is not None and _days_to(read, lead, verb)
            if "within" in words or counted:
                _add_due(read, verb, None)


def _with_day(read: EventSentence, lead: Verb, verb: Verb) -> str:
    """The title of what can be done until a day, which would say something else without it."""
    who = subject_of(read, lead).words
    tokens = read.tokens
    span = Span(tokens.starts[lead.first], read.behind(lead.first, read.end(verb)))
    return titles.shortened(f"{who} {titles.phrase(read.text, [span], ())}") if who else ""


def _days_to(read: EventSentence, lead: Verb, verb: Verb) -> bool:
    """ "has 10 days to rule": how long there is for it."""
    between = read.lowers[lead.head + 1 : verb.first]
    return len(between) <= _LONGEST_TERM and not _TERMS.isdisjoint(between)


def _add_due(read: EventSentence, verb: Verb, time: TimeMention | None) -> None:
    """What has to be done, if it is an act and no state."""
    if verb.shape in ("finite", "infinitive") and verb.lemma not in happenings.STATES:
        sort = sort_of(read.tokens, verb) or verb.lemma
        add_verb(read, verb, EventDraft("deadline", "planned", sort, time))


def upcoming(read: EventSentence) -> None:
    """ "Kosovo’s upcoming local elections"."""
    for at, lower in enumerate(read.tokens.lowers):
        if lower in UPCOMING:
            noun = next(read.nouns(at + 1, at + 5), None)
            if noun is not None:
                add_noun(read, noun, EventDraft("upcoming", "planned", known=True))


def _ahead(read: EventSentence, verb: Verb) -> bool:
    """Whether a verb tells of what is to come: "is to report", and what is planned by itself."""
    words = read.lowers[verb.first : verb.head]
    if verb.tense != "future" or "going" in words or "about" in words:
        return False
    return "to" in words or verb.lemma in happenings.PLANNED


def _arranged(read: EventSentence, verb: Verb) -> str:
    """ "is to report", "are due to meet": any act that is arranged; "the aim is to win" is none.
    "Is being held", of people, tells of an arrest."""
    first, last = read.subject(verb)
    words = read.lowers[verb.first : verb.head]
    noun = read.lower(last - 1)
    if verb.lemma == "hold" and "being" in words and noun in lex.PLURAL_PEOPLE:
        return "arrest"
    aims = noun in _AIMS or read.lower(min(first + 1, last - 1)) in _AIMS
    if not _ahead(read, verb) or (aims and "to" in words):
        return ""
    if verb.lemma in happenings.PLANNED:
        return verb.lemma
    loose = "expected" in words or verb.lemma == "blame" or verb.lemma in _SAYING
    return "" if loose or verb.lemma in happenings.STATES - _CALLED_FOR else verb.lemma

"""What a sentence tells besides its verbs of happenings: the news of the lead, whatever its verb,
and what a participle adds to it ("broke up the rally, detaining ten")."""

from __future__ import annotations

from tui.extract.findings import TimeMention
from tui.extract.languages.en import cues, happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.doings import somebody_acts
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.recording import EventDraft, add_verb
from tui.extract.languages.en.events.sorts import sort_of
from tui.extract.languages.en.events.subjects import subject_of
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "events")

_NO_NEWS = (
    cues.SPEECH
    | cues.STANCE
    | happenings.STATES
    | happenings.GOING_ON
    | happenings.ATTEMPTING
    | _WORDS["no_news"]
)
"""Verbs that tell no news by themselves, also in a lead."""
_TOLD = frozenset({"past", "perfect"})


def added(read: EventSentence) -> None:
    """Acts that a participle behind a comma, or behind "after", adds to those of a verb."""
    for verb in read.alone:
        if verb.shape != "gerund" or verb.head in read.taken or verb.negated:
            continue
        comma = verb.first in read.tokens.commas
        if not comma and read.lower(verb.first - 1) != "after":
            continue
        if comma and _after_aside(read, verb):
            continue
        sort = sort_of(read.tokens, verb)
        if not sort or sort == "voters" or read.in_marks(verb.head) or _alone(read, verb):
            continue
        lead = read.governed_by(verb)
        if lead is None or lead.shape != "finite" or lead.lemma in happenings.TELLING:
            continue
        inside = read.inside(lead.head)
        if inside is not None and inside.end <= read.tokens.starts[verb.first]:
            continue  # "said that they were right, rejecting": who said it rejects
        if lead.tense in _TOLD and read.status(lead, None) == "happened":
            time = _day_of(read, lead) if comma else None
            add_verb(read, verb, EventDraft("added", "happened", sort, time))


def _after_aside(read: EventSentence, verb: Verb) -> bool:
    """Whether a preposition before an aside governs a participle: "accusations of, among other
    things, buying votes"."""
    lead = read.governed_by(verb)
    begin = lead.head + 1 if lead is not None else 1
    commas = (at for at in range(begin, verb.first) if at in read.tokens.commas)
    return any(read.lower(at - 1) in lex.PREPOSITIONS for at in commas)


def _alone(read: EventSentence, verb: Verb) -> bool:
    """Whether what is done to something has nothing behind it that it is done to."""
    at = verb.head + 1
    if verb.lemma not in happenings.WITH_OBJECT:
        return False
    return at >= len(read.tokens) or border(read.tokens, at) or read.lower(at) in lex.PREPOSITIONS


def _day_of(read: EventSentence, lead: Verb) -> TimeMention | None:
    """The date of what a verb of the sentence tells."""
    start = read.tokens.starts[lead.head]
    return next((event.time for event in read.found if event.head_start == start), None)


def lead(read: EventSentence, first: bool) -> None:
    """The news of the first sentence of a text: what its main verb tells, of whatever sort; of
    the second, if somebody does it."""
    if read.text[read.span.end - 1] not in ".”\"’'":
        return  # a headline that was taken for a sentence
    for verb in read.verbs:
        if verb.shape != "finite" or read.clause_of(verb).opener:
            continue
        news = verb.tense in _TOLD or _to_come(read, verb)
        if verb.lemma in _NO_NEWS or not news or verb.head in read.taken:
            return
        under_way = verb.tense == "past" and read.lower(verb.head).endswith("ing")
        if read.in_marks(verb.head) or read.first_person(verb) or under_way:
            return
        status = read.status(verb, None)
        who = subject_of(read, verb, False)
        somebody = read.lower(read.subject(verb)[0]) not in _NOBODY_KNOWN
        somebody = somebody and (first or somebody_acts(read, verb))
        if status is not None and who.words and somebody and not _ends(read, verb):
            sort = sort_of(read.tokens, verb) or verb.lemma
            add_verb(read, verb, EventDraft("lead", status, sort))
        return


def _to_come(read: EventSentence, verb: Verb) -> bool:
    """Whether a verb tells what will be done, in the article's own words or in a plan."""
    inside = read.inside(verb.head)
    return verb.tense == "future" and (inside is None or inside.stance == "plan")


def _ends(read: EventSentence, verb: Verb) -> bool:
    """Whether a clause ends with its verb, which tells too little."""
    return read.end(verb) <= verb.head + 1


_NOBODY_KNOWN = frozenset("anyone everyone someone anybody everybody people".split())

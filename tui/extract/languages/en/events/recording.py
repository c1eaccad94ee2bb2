"""From a verb or noun that tells of a happening to the event: its words, people and title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tui import dates
from tui.extract.findings import EventMention, TimeMention
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import event_places, title_checks, titles
from tui.extract.languages.en.events.arguments import SHARED, SORTS, about_of
from tui.extract.languages.en.events.clause_titles import leaves_open, title_of
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.noun_titles import MAYBE, noun_phrase, noun_title
from tui.extract.languages.en.events.spoken_titles import spoke
from tui.extract.languages.en.events.subjects import name_of, subject_of, times_of
from tui.extract.languages.en.events.title_subjects import is_gerund
from tui.extract.languages.en.happenings import ACT_SORTS, FORMS
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span
from tui.model import EventStatus

_WORDS = lists("words", "events")

_QUOTED = re.compile(r"(?P<mark>[,:]?)\s[“\"„«](?P<words>[^“”\"„«»\n]{10,200})")
_KEEPING = _WORDS["keeping"]
"""Verbs with which somebody does not do what follows behind "from"."""


class EventDraft(NamedTuple):
    """What a rule knows of an event before its words, people and title are read."""

    rule: str
    status: EventStatus
    sort: str = ""
    """The sort of happening; of a noun, the noun tells it."""
    time: TimeMention | None = None
    claimers: tuple[str, ...] = ()
    """Who says so; whose words it stands in, where the rule does not know."""
    known: bool = False
    """Whether its status stands in whoever's words it is told."""
    title: str = ""
    """Its title where that is not what its verb tells."""


def add_verb(read: EventSentence, verb: Verb, draft: EventDraft, head: int | None = None) -> None:
    """Add an event that a verb tells: its subject, the verb and what follows in the clause.
    ``head`` is the place of the word that names it, where that is not the verb."""
    rule, status, sort, time, claimers, known, title = draft
    head = verb.head if head is None else head
    if head in read.taken or _never_done(read, verb) or read.left_open(verb):
        return
    read.taken.add(head)
    if not claimers:
        status, claimers = read.told(verb, head, status, sort, known)
    end = read.end(verb)
    speech = sort == "speech"
    who = subject_of(read, verb)
    words = title or title_of(read, verb, end, claimers, who)
    if speech and words and not title_checks.says(words):
        words = _with_quote(read, words, end)
    if sort not in ACT_SORTS and rule != "claimed" and not title_checks.says(words):
        return
    words = spoke(words) if speech else words
    behind = min(end, verb.head + 6) if speech else end
    if time is None and status == "happened":
        time = read.when(verb)
    pluperfect = read.lower(verb.first) in ("had", "hadn't")
    fresh = verb.tense in ("perfect", "progressive") and read.lower(verb.first) != "had"
    simple = verb.tense == "past" and not pluperfect
    span = _told(read, verb, end)
    add(
        read,
        head,
        EventMention(
            start=span.start,
            end=span.end,
            head_start=read.tokens.starts[head],
            head_end=read.tokens.ends[head],
            title=words,
            status=status,
            time=time,
            actors=(*who.actors, *read.named(verb.head + 1, behind)),
            claimed_by=claimers,
            rule=rule,
            sort=sort,
            about=about_of(read.tokens, verb, read.subject(verb), read.apart),
            narrated=status == "happened" and not speech and simple and _narrates(read, verb, head),
            fresh=fresh and not read.in_marks(head),
            past=status in ("happened", "alleged") and simple,
            unnamed=leaves_open(read, verb, words),
        ),
    )


def _told(read: EventSentence, verb: Verb, end: int) -> Span:
    """The words that tell of it: from the subject, where it stands before its verb."""
    first, last = read.subject(verb)
    begin = first if first < last <= verb.first else verb.first
    begin -= read.lowers[begin - 1 : begin + 1] == ["so", "far"]
    start = read.tokens.starts[begin]
    start -= any(start == opens + 1 for opens, _ in read.tokens.named)  # with the mark of a name
    return Span(start, read.behind(begin, end))


def _never_done(read: EventSentence, verb: Verb) -> bool:
    """Whether somebody is kept from doing it ("barred observers from watching"), or is only said
    to be so ("of being forgiving")."""
    if read.lower(verb.first) == "being" and read.lower(verb.head).endswith("ing"):
        return True
    if verb.shape != "gerund" or verb.first == 0 or read.lower(verb.first - 1) != "from":
        return False
    lead = read.governed_by(verb)
    asked = read.lower(verb.first - 2) in _KEEPING  # "to “refrain from breaking in”"
    return asked or (lead is not None and lead.lemma in _KEEPING)


def add_noun(
    read: EventSentence, at: int, draft: EventDraft, verb: Verb | None = None, until: int = 0
) -> None:
    """Add an event that a noun names: its phrase, and the date beside it. ``verb`` is the one that
    says of it that it takes place, or is demanded; ``until`` the token behind its clause."""
    if at in read.taken:
        return
    read.taken.add(at)
    rule, status, _, time, claimers, known, _ = draft
    sort = read.sort_at(at)
    if not claimers:
        status, claimers = read.told(verb, at, status, sort, known)
    tokens = read.tokens
    first, last = noun_phrase(tokens, at, frozenset(read.dated), read.verbal)
    if not MAYBE.isdisjoint(read.lowers[first:at]):
        return
    first = _whole_name(read, first, at)
    start, end = tokens.starts[first], read.behind(first, max(last, until))
    if time is not None and time.end <= start and start - time.end < 60:
        start = time.start
    elif time is not None and 0 <= time.start - end < 80:
        end = max(end, time.end)
    piece = Span(tokens.starts[first], read.behind(first, last))
    definite = first < at and tokens.possessive(first)
    if first and not tokens.marked(first):
        before = read.lower(first - 1)
        definite = definite or before in ("the", "this", "that") or tokens.possessive(first - 1)
    definite = definite or (time is not None and time.end <= piece.start)
    words = ""
    if verb is not None and verb.shape != "copula":
        words = title_of(read, verb, read.end(verb))
        tells = title_checks.says(words) and (
            status != "demanded" or read.lower(at) in words.lower()
        )
        words = words if tells else ""
        read.taken.add(verb.head)
    if not words and status == "demanded":
        words = _wanted(read, titles.phrase(read.text, [piece], times_of(read)), claimers)
    lone = not words and _names_nothing(read, at, first, last, time)
    words = words or noun_title(titles.title(read.text, [piece], times_of(read)), sort, status)
    add(
        read,
        at,
        EventMention(
            start=start,
            end=end,
            head_start=tokens.starts[at],
            head_end=tokens.ends[at],
            title=words,
            status=status,
            time=time,
            actors=read.named(first, last),
            claimed_by=claimers,
            rule=rule,
            sort=sort,
            definite=definite,
            unnamed=lone,
        ),
    )


def _whole_name(read: EventSentence, first: int, at: int) -> int:
    """Where a name begins of which a phrase has the end: "New | Brod's election"."""
    start, head = read.tokens.starts[first], read.tokens.starts[at]
    names = (m.start for m in read.mentions if m.named and m.start < start < m.end < head)
    return next((bisect_left(read.tokens.starts, name) for name in names), first)


def _names_nothing(
    read: EventSentence, at: int, first: int, last: int, time: TimeMention | None
) -> bool:
    """Whether a phrase does not say which happening is meant: one word alone without a day, a
    speech of nobody, or what somebody does: "the election", "an interview", "giving speeches"."""
    if read.sort_at(at) == "speech" and not any(map(read.tokens.capital, range(first, last))):
        return True
    opening = read.lower(first)
    if opening in FORMS and first + 1 < last and is_gerund(opening):
        return True
    return last == first + 1 and not _to_the_day(time)


def _to_the_day(time: TimeMention | None) -> bool:
    if time is None or not time.edtf:
        return True
    first, last = dates.bounds(time.edtf)
    return bool(first and last) and first[:8] == last[:8] and int(last[8:]) - int(first[8:]) < 4


def _with_quote(read: EventSentence, words: str, end: int) -> str:
    """The title of an act of speaking with the words in marks behind it."""
    behind = _QUOTED.match(read.text, read.tokens.ends[end - 1], read.span.end)
    if not behind:
        return words
    mark = ":" if behind["mark"] else ""
    return titles.shortened(f"{words}{mark} {behind['words']}")


def _wanted(read: EventSentence, words: str, claimers: Sequence[str]) -> str:
    """The title of a thing that somebody demands: "Kos demands full inquiry"."""
    names = [name for each in claimers if (name := name_of(read, each))]
    if not names or not words:
        return ""
    wants = "demand" if read.several(claimers[0]) else "demands"
    return titles.shortened(f"{names[0]} {wants} {words}")


def _narrates(read: EventSentence, verb: Verb, head: int) -> bool:
    """Whether a verb in the simple past tells what came next: neither in somebody's words nor in
    a clause that tells what was before."""
    told = read.clause_of(verb)
    opener = told.opener
    if opener == "which" and read.lower(told.begin - 1) in ("at", "in", "during"):
        opener = "where"  # "a session at which he was elected"
    return not read.in_marks(head) and opener in ("", "when", "while", "as", "where")


def add(read: EventSentence, head: int, event: EventMention) -> None:
    """Add an event with what its sentence and its sort tell of it, unless its title tells
    nothing, or the sentence has told it. ``head`` is the token of its head."""
    told = event.rule not in ("claimed", "demand") and any(
        each.title == event.title and each.time for each in read.found
    )
    if told or not title_checks.tells(event.title):
        return
    end = event.end
    while end > event.start + 1 and read.text[end - 1] in ".,;:":
        end -= 1
    # Of what is said, the place where it is said stands before or right behind the verb.
    said = event.sort == "speech" and "said" in read.lower(head)
    scene = event.head_end if said else end
    undated = event.time is None and event.status == "happened"
    read.found.append(
        replace(
            event,
            end=end,
            time=read.row if undated else event.time,
            actors=tuple(dict.fromkeys((*event.actors, *event.claimed_by))),
            claimed_by=() if read.planned_by(head) else event.claimed_by,
            place=event_places.place(read.text, event.start, scene, read.mentions),
            about=event.about._replace(people=frozenset(event.actors)),
            shared=event.sort in SHARED,
            loose=event.sort not in SORTS,
        )
    )

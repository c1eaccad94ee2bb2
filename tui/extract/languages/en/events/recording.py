"""From a verb or noun that tells of a happening to the event: its words, people and title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.findings import ABOUT_NOBODY, About, EventMention, TimeMention
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.events import titles as wording
from tui.extract.languages.en.events.arguments import SHARED, SORTS, about_of, before_next
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.lexicon import ACT_SORTS, FORMS, WITH_OBJECT
from tui.extract.languages.en.events.subjects import (
    Subject,
    name_of,
    subject_of,
    times_of,
    words_of,
)
from tui.extract.languages.en.events.verb import Verb
from tui.extract.languages.en.morphology import forms
from tui.extract.text.document import Span
from tui.model import EventStatus

_QUOTED = re.compile(r"(?P<mark>[,:]?)\s[“\"„«](?P<words>[^“”\"„«»\n]{10,200})")
_KEEPING = frozenset(
    """keep prevent stop bar block deter prohibit discourage ban exclude refrain abstain
    dissuade desist""".split()
)
"""Verbs with which somebody does not do what follows behind "from"."""
_WITH_OBJECT = frozenset(
    """issue launch introduce propose publish release adopt sign approve reject file make take give
    get hold hit notice include need represent become halt appoint name""".split()
)
"""Verbs that tell nothing without what they are done to."""
_ASKING = frozenset("which whom whose what whether how".split())
_UNITS = frozenset(
    """minute minutes hour hours day days week weeks month months year years moments
    shortly""".split()
)
_COUNTS = frozenset("a an one two three four five six seven eight nine ten several few".split())
_SEVERAL = frozenset("people men women police".split())


def add_verb(
    read: EventSentence,
    rule: str,
    verb: Verb,
    sort: str,
    status: EventStatus,
    time: TimeMention | None = None,
    claimers: tuple[str, ...] = (),
    head: int | None = None,
    known: bool = False,
    title: str = "",
) -> None:
    """An event that a verb tells: its subject, the verb and what follows in the clause, which
    are its title where none is given."""
    head = verb.head if head is None else head
    if head in read.taken or _kept_from(read, verb):
        return
    read.taken.add(head)
    if not claimers:
        status, claimers = read.told(verb, head, status, sort, known)
    subject = read.subject(verb)
    first, last = subject
    starts = read.tokens.starts
    end = read.end(verb)
    speech = sort == "speech"
    who = subject_of(read, verb)
    words = title or title_of(read, verb, end, claimers, who)
    if speech and words and not wording.says(words):
        words = _with_quote(read, words, end)
    if sort not in ACT_SORTS and rule != "claimed" and not wording.says(words):
        return
    begin = first if first < last <= verb.first else verb.first
    begin -= read.lowers[begin - 1 : begin + 1] == ["so", "far"]
    span = Span(starts[begin], read.behind(begin, end))
    behind = min(end, verb.head + 6) if speech else end
    actors = (*who.actors, *read.named(verb.head + 1, behind))
    about = about_of(read.tokens, verb, subject, read.apart)
    told = status == "happened" and not speech and _narrates(read, verb, head)
    if time is None and status == "happened":
        time = read.when(verb)
    fresh = verb.tense in ("perfect", "progressive") and read.lower(verb.first) != "had"
    simple = verb.tense == "past" and read.lower(verb.first) not in ("had", "hadn't")
    add(
        read,
        rule,
        span,
        head,
        words,
        sort,
        status,
        time,
        actors,
        claimers,
        False,
        about,
        told,
        fresh and not read.in_marks(head),
        status in ("happened", "alleged") and simple,
    )


def _kept_from(read: EventSentence, verb: Verb) -> bool:
    """Whether somebody is kept from doing it: "barred observers from watching"."""
    if verb.shape != "gerund" or verb.first == 0 or read.lower(verb.first - 1) != "from":
        return False
    lead = read.governed_by(verb)
    return lead is not None and lead.lemma in _KEEPING


def add_noun(
    read: EventSentence,
    rule: str,
    at: int,
    status: EventStatus,
    time: TimeMention | None = None,
    *,
    known: bool = False,
    claimers: tuple[str, ...] = (),
    until: int = 0,
    verb: Verb | None = None,
) -> None:
    """An event that a noun names: its phrase, and the date beside it. ``verb`` is the one that
    says of it that it takes place, or is demanded."""
    if at in read.taken:
        return
    read.taken.add(at)
    if not claimers:
        status, claimers = read.told(verb, at, status, read.sort_at(at), known)
    tokens = read.tokens
    first, last = wording.noun_phrase(tokens, at, frozenset(read.dated), read.verbal)
    start, end = tokens.starts[first], tokens.ends[max(last, until) - 1]
    if time is not None and time.end <= start and start - time.end < 60:
        start = time.start
    elif time is not None and 0 <= time.start - end < 80:
        end = max(end, time.end)
    piece = Span(tokens.starts[first], tokens.ends[last - 1])
    definite = first < at and tokens.possessive(first)
    if first and not tokens.marked(first):
        before = read.lower(first - 1)
        definite = definite or before in ("the", "this", "that") or tokens.possessive(first - 1)
    definite = definite or (time is not None and time.end <= piece.start)
    actors = read.named(first, last)
    sort = read.sort_at(at)
    words = ""
    if verb is not None and verb.shape != "copula":
        words = title_of(read, verb, read.end(verb))
        tells = wording.says(words) and (status != "demanded" or read.lower(at) in words.lower())
        words = words if tells else ""
        read.taken.add(verb.head)
    if not words and status == "demanded":
        words = _wanted(read, wording.phrase(read.text, [piece], times_of(read)), claimers)
    words = words or wording.noun_title(
        wording.title(read.text, [piece], times_of(read)), sort, status
    )
    add(read, rule, Span(start, end), at, words, sort, status, time, actors, claimers, definite)


def _with_quote(read: EventSentence, words: str, end: int) -> str:
    """The title of an act of speaking with the words in marks behind it."""
    behind = _QUOTED.match(read.text, read.tokens.ends[end - 1], read.span.end)
    if not behind:
        return words
    mark = ":" if behind["mark"] else ""
    return wording.shortened(f"{words}{mark} {behind['words']}")


def _wanted(read: EventSentence, words: str, claimers: Sequence[str]) -> str:
    """The title of a thing that somebody demands: "Kos demands full inquiry"."""
    names = [name for each in claimers if (name := name_of(read, each))]
    if not names or not words:
        return ""
    wants = "demand" if names[0].endswith("s") and read.several(claimers[0]) else "demands"
    return wording.shortened(f"{names[0]} {wants} {words}")


def title_of(
    read: EventSentence,
    verb: Verb,
    end: int,
    claimers: Sequence[str] = (),
    subject: Subject | None = None,
) -> str:
    """The clause of a verb as a title: who, the verb, what follows; "" where nobody is named."""
    who = subject if subject is not None else subject_of(read, verb)
    first, last = read.subject(verb)
    if first <= verb.first < last:
        return ""
    starts, ends = read.tokens.starts, read.tokens.ends
    if not who.words:
        names = [name for each in claimers if (name := name_of(read, each))]
        if verb.shape != "gerund" or not names:
            return ""
        # "said the tricks included buying votes"
        rest = wording.phrase(read.text, [Span(starts[verb.first], ends[end - 1])], times_of(read))
        alleges = "allege" if read.several(claimers[0]) else "alleges"
        return wording.shortened(f"{names[0]} {alleges} {rest}") if rest.count(" ") > 1 else ""
    begin, before = verb.first, ""
    lead = read.governed_by(verb) if verb.shape in ("infinitive", "gerund") else None
    while lead is not None and lead.shape == "infinitive":
        lead = read.governed_by(lead)  # "decided to press Kos to freeze it"
    of_subject = lead is not None and read.subject(lead) == (first, last)
    accused = lead is not None and lead.passive and read.lower(verb.first - 1) == "of"
    if lead is not None and of_subject and (verb.shape == "infinitive" or accused):
        begin = lead.first
    elif verb.shape in ("gerund", "infinitive"):
        # "accused Kos of trying": Kos tried.
        begin, before = verb.head + 1, _past_of(verb.lemma)
        end = _first_of_row(read, begin, end)
        if verb.passive:
            begin, before = verb.head, _was(read, first, last)
    elif verb.shape == "reduced":
        before = _was(read, first, last)
    while end - 1 > verb.head and _hangs(read, verb, end):
        end -= 1
    if read.lower(end) in ("after", "before") and read.lower(end - 1) in _UNITS:
        end -= 1  # "began hours | after"
        end -= read.lower(end - 1) in _COUNTS or read.lower(end - 1).isdigit()
    end = before_next(read, verb, end)
    rest = wording.phrase(
        read.text,
        [Span(starts[begin], read.behind(begin, end))] if begin < end else [],
        times_of(read),
    )
    if not before and rest.startswith("would ") and read.promised(verb):
        rest = f"will {rest[len('would ') :]}"  # "said it would sue": it will
    words = " ".join(
        [part for part in (who.words, before, rest, _object_before(read, verb, end)) if part]
    )
    if _orders(read, first, verb) or _lacks_object(read, verb, rest):
        return ""
    title = wording.shortened(words)
    if not verb.passive and _open_end(read, verb, title):
        return ""
    # A title that is cut before the verb's object tells nothing.
    verbal = len(who.words) + len(before) + 1 + len(rest.partition(" ")[0])
    cut_off = len(title) < len(words) and len(title) < verbal
    return "" if cut_off or words == who.words else title


def _first_of_row(read: EventSentence, begin: int, end: int) -> int:
    """Where the first of several things that somebody is accused of ends."""
    for at in range(begin + 1, end):
        row = at in read.tokens.commas or read.lower(at) in ("and", "or")
        behind = at + (read.lower(at) in ("and", "or"))
        behind += read.lower(behind) in ("not", "of")
        if row and read.lower(behind).endswith("ing"):
            return at
    return end


def _open_end(read: EventSentence, verb: Verb, title: str) -> bool:
    """Whether a title ends in a verb without what it is done to: "Kos proposed just | that",
    "Kos refused to endorse"."""
    before, _, last = title.rpartition(" ")
    if before.endswith(" to") and last in WITH_OBJECT:
        return True
    own = last == read.tokens.text_of(verb.head) and verb.shape == "finite"
    return own and verb.lemma in _WITH_OBJECT and not _object_before(read, verb, read.end(verb))


def _past_of(lemma: str) -> str:
    """The past of a verb; of one that no list has, by its form in -ing."""
    unknown = lemma.endswith("ing") and lemma not in FORMS
    return f"{lemma[:-3]}ed" if unknown else forms(lemma).past


def _lacks_object(read: EventSentence, verb: Verb, rest: str) -> bool:
    """Whether a title leaves out what is done: "Kos issued"; "Kos spent [Monday] in Brod"."""
    if verb.passive or verb.shape != "finite" or _object_before(read, verb, read.end(verb)):
        return False
    if verb.lemma == "pass" and read.lower(verb.head + 1) == "by":
        which = ("that", "which")  # "a bill that they had passed by"
        return read.clause_of(verb).opener in which and read.lower(verb.first - 1) not in which
    if verb.lemma == "spend" and verb.head + 1 in read.dated:
        return True
    return verb.lemma in _WITH_OBJECT and rest.rpartition(" ")[2] == read.tokens.text_of(verb.head)


def _hangs(read: EventSentence, verb: Verb, end: int) -> bool:
    """Whether the last word of a clause belongs to another: "thanked them in | what was"."""
    asked = end < len(read.tokens) and read.lower(end) in _ASKING
    return asked and read.lower(end - 1) in lex.PREPOSITIONS


def _object_before(read: EventSentence, verb: Verb, end: int) -> str:
    """What is done to what stands before its clause: "the vote, which the Greens boycotted"."""
    clause_of = read.clause_of(verb)
    content = clause_of.opener == "that" and clause_of.begin - 1 in read.verbal
    if (
        content
        or clause_of.opener not in ("which", "that", "whom")
        or end > verb.head + 1
        or verb.passive
    ):
        return ""
    before = read.structure.phrases.antecedent_of(clause_of.begin)
    if before == clause_of.subject or before[0] >= before[1]:
        return ""
    return words_of(read, *before)


def wish_of(read: EventSentence, verb: Verb, claimers: Sequence[str]) -> str:
    """The title of what somebody asks for in a clause: "Kos demands that the vote be void"."""
    names = [name for each in claimers if (name := name_of(read, each))]
    first, last = read.subject(verb)
    if not names or first >= last or read.lower(verb.first) != "be":
        return ""
    span = Span(read.tokens.starts[first], read.behind(first, read.end(verb)))
    wish = wording.phrase(read.text, [span], times_of(read))
    return wording.shortened(f"{names[0][:1].upper()}{names[0][1:]} demands that {wish}")


def _orders(read: EventSentence, first: int, verb: Verb) -> bool:
    """Whether what looks like a subject is a verb of its own: "contradict the words said"."""
    lower, follows = read.lower(first), read.lower(first + 1)
    base = FORMS.get(lower, ("", "")) == (lower, "base") and not read.tokens.capital(first)
    return (
        base
        and first + 1 < verb.first
        and (follows in lex.DETERMINERS or read.tokens.capital(first + 1))
    )


def _was(read: EventSentence, first: int, last: int) -> str:
    """ "was" or "were", by the words of a subject."""
    noun = read.lower(last - 1)
    start = read.tokens.starts[last - 1]
    if any(m.type == "person" and m.named and m.start <= start < m.end for m in read.mentions):
        return "were" if "and" in read.lowers[first:last] else "was"
    several = noun.endswith("s") or read.lower(first)[:1].isdigit() or noun in _SEVERAL
    return "were" if several or "and" in read.lowers[first:last] else "was"


def _narrates(read: EventSentence, verb: Verb, head: int) -> bool:
    """Whether a verb tells what came next: in the simple past, and neither in somebody's words
    nor in a clause that tells what was before."""
    simple = verb.tense == "past" and read.lower(verb.first) not in ("had", "hadn't")
    told = read.clause_of(verb)
    opener = told.opener
    if opener == "which" and read.lower(told.begin - 1) in ("at", "in", "during"):
        opener = "where"  # "a session at which he was elected"
    return simple and not read.in_marks(head) and opener in ("", "when", "while", "as", "where")


def add(
    read: EventSentence,
    rule: str,
    span: Span,
    head: int,
    title: str,
    sort: str,
    status: EventStatus,
    time: TimeMention | None,
    actors: tuple[str, ...],
    claimers: tuple[str, ...],
    definite: bool,
    about: About = ABOUT_NOBODY,
    narrated: bool = False,
    fresh: bool = False,
    past: bool = False,
) -> None:
    """Add an event, unless its title tells nothing."""
    if not wording.tells(title):
        return
    end = span.end
    while end > span.start + 1 and read.text[end - 1] in ".,;:":
        end -= 1
    span = Span(span.start, end)
    if time is None and status == "happened":
        time = read.row
    # Of what is said, the place where it is said stands before or right behind the verb.
    scene = read.tokens.ends[head] if sort == "speech" and "said" in read.lower(head) else end
    read.found.append(
        EventMention(
            start=span.start,
            end=span.end,
            head_start=read.tokens.starts[head],
            head_end=read.tokens.ends[head],
            title=title,
            status=status,
            time=time,
            actors=tuple(dict.fromkeys((*actors, *claimers))),
            claimed_by=() if read.planned_by(head) else tuple(claimers),
            rule=rule,
            place=wording.place(read.text, span.start, scene, read.mentions),
            sort=sort,
            definite=definite,
            about=about._replace(people=frozenset(actors)),
            shared=sort in SHARED,
            loose=sort not in SORTS,
            narrated=narrated,
            fresh=fresh,
            past=past,
        )
    )

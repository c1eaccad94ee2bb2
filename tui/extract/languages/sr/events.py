"""What takes place, by the clauses of a Serbian text that date it: protests, arrests, elections,
filings, decisions, sessions.

A clause tells an event where a word tells of one and an expression of time stands with it. What
somebody is reported to say is alleged, or demanded; what is to come is planned.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui.extract.findings import About, EventMention, Mention, Reported, TimeMention
from tui.extract.languages.sr.cues import forms
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names.tokens import NameToken, tokens
from tui.extract.languages.sr.words import lists, table
from tui.extract.text.document import Document, Sentence
from tui.extract.text.intervals import InnermostInterval
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import UNKNOWN, EventStatus, When

_PROSE = 2_000
"""Characters of a sentence; what is longer is a list or noise, and no prose to be read."""
_LONGEST = 160
"""Characters of the wording of an event."""
_PARTS = frozenset("a ali dok jer koji koja koje nakon posle kada kad gde gdje i te da".split())
_LEADING = frozenset("su ce cemo sam smo i a".split())
_TAKERS = frozenset(("person", "party", "coalition", "institution", "group"))


class _Sort(NamedTuple):
    name: str
    shared: bool
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    held: tuple[str, ...]


@cache
def _sorts() -> tuple[_Sort, ...]:
    def stems(row: dict[str, str], name: str) -> tuple[str, ...]:
        return tuple(map(key, row.get(name, "").split()))

    return tuple(
        _Sort(
            row["name"],
            bool(row.get("shared")),
            stems(row, "verbs"),
            stems(row, "nouns"),
            stems(row, "with"),
        )
        for row in table("events")["sort"]
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(key(word) for row in table("events")[name] for word in row["words"].split())


def find(
    document: Document,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    reported: Sequence[Reported],
    _published: When = UNKNOWN,
    marked: Sequence[QuotedSpan] = (),
) -> list[EventMention]:
    """The events of a text in its order, each passage by itself."""
    words = tokens(document)
    starts = [word.start for word in words]
    people = sorted(mentions)
    people_at = [each.start for each in people]
    claims: InnermostInterval[Reported] = InnermostInterval(
        sorted(reported), lambda one: one.end - one.start
    )
    quoted = InnermostInterval(
        [(each.open, each.close) for each in marked if not each.nested], lambda one: one[0]
    )
    found: dict[int, EventMention] = {}
    dated = [time for time in times if time.role == "at" and len(time.edtf) >= len("2023-12")]
    for time in dated:
        sentence = document.sentence_at(time.start)
        if sentence is None or time.start >= sentence.end or quoted.at(time.start):
            continue
        if sentence.end - sentence.start > _PROSE:
            continue
        if document.paragraphs[sentence.paragraph].role not in ("body", "caption", "lead-title"):
            continue
        first, last = _clause(document.text, words, starts, sentence, time)
        for told in _told(words[first:last]):
            if quoted.at(told.head.start):
                continue
            leading = lists("grammar")["clitics"] | _LEADING
            while first < last - 1 and words[first].key in leading:
                first += 1  # "(da) će se glasanje ponoviti"
            begin, end = words[first].start, words[last - 1].end
            within = people[bisect_left(people_at, begin) : bisect_left(people_at, end)]
            actors = tuple(dict.fromkeys(m.actor for m in within if m.type in _TAKERS))
            claim = claims.at(told.head.start)
            event = _event(document.text, told, (begin, end), time, actors, claim)
            before = found.get(told.head.start)
            if before is None or _away(event) < _away(before):
                found[told.head.start] = event
            break
    return [found[at] for at in sorted(found)]


def _away(event: EventMention) -> int:
    """How far from what tells of an event its time stands."""
    return abs(event.time.start - event.head_start) if event.time is not None else 0


class _Told(NamedTuple):
    sort: _Sort
    head: NameToken
    planned: bool


def _clause(
    text: str,
    words: Sequence[NameToken],
    starts: Sequence[int],
    sentence: Sentence,
    time: TimeMention,
) -> tuple[int, int]:
    """The words of the clause in which a time stands: what commas and conjunctions part it from
    is left out."""
    low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    first, last = bisect_left(starts, time.start), bisect_left(starts, time.end)
    while first > low:
        gap = text[words[first - 1].end : words[first].start]
        if set(gap) & set(",;:–—") or words[first - 1].key in _PARTS - {"i"}:
            break
        first -= 1
    while last < high:
        gap = text[words[last - 1].end : words[last].start]
        if set(gap) & set(",;:–—") or words[last].key in _PARTS - {"i"}:
            break
        last += 1
    return first, last


def _told(words: Sequence[NameToken]) -> Iterator[_Told]:
    """The happenings that a clause tells of."""
    keys = [word.key for word in words]
    if not _words("negations").isdisjoint(keys):
        return
    planned = not _words("future").isdisjoint(keys)
    for word in words:
        if word.key in forms():
            continue
        for sort in _sorts():
            if sort.verbs and word.key.startswith(sort.verbs) and not word.capital:
                yield _Told(sort, word, planned)
                continue
            held = sort.nouns and word.key.startswith(sort.nouns)
            if held and any(other.startswith(sort.held) for other in keys):
                yield _Told(sort, word, planned)


def _event(
    text: str,
    told: _Told,
    span: tuple[int, int],
    time: TimeMention,
    actors: tuple[str, ...],
    claim: Reported | None,
) -> EventMention:
    status: EventStatus = "planned" if told.planned else "happened"
    claimed_by = claim.speakers if claim is not None else ()
    if claim is not None and claim.stance == "demand":
        status = "demanded"
    elif claim is not None and not told.planned:
        status = "alleged"
    start, end = span
    title = " ".join(text[start:end].split())
    if len(title) > _LONGEST:
        title = title[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return EventMention(
        start=start,
        end=end,
        head_start=told.head.start,
        head_end=told.head.end,
        title=title[:1].upper() + title[1:],
        status=status,
        time=time,
        actors=actors,
        claimed_by=claimed_by,
        rule=f"told-{told.sort.name.replace(' ', '-')}",
        sort=told.sort.name,
        about=About(frozenset(), True, frozenset(), frozenset()),
        shared=told.sort.shared,
    )

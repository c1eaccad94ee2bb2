"""What a number outside of a contest counts: its noun, what is said of it, and who says so.

The words are those of the article's language (:mod:`tui.disagreements.words`): a sort is what
is said of the people counted (killed, held, on the march), a group whom in particular (officers,
children), and of all else the noun itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import Any, NamedTuple

from tui.corpus import Corpus
from tui.disagreements.report_names import written_names
from tui.disagreements.sides import Voices, rows_matching
from tui.disagreements.stories import Stories
from tui.disagreements.times import times_in
from tui.disagreements.words import ComparisonWords, words_in
from tui.figure_comparison import PERCENT, value_of
from tui.model import Anchor, Figure
from tui.tables.codec import from_json

SORTS = {"detained": "arrests", "injured": "injured", "killed": "killed"}
"""The measures that say what they count, and what that is called."""

CROWD = "crowd"
"""The sort of people of whom nothing in particular is said."""

ABOARD = "aboard"

SOMEBODY = frozenset({CROWD, ABOARD})
"""What people are called of whom something else may be said."""

FEWEST = 20
"""People who are a crowd, at the least."""

PEOPLE = frozenset({"people", *SORTS})
"""The measures of people."""

OF_VOTES = frozenset(
    """vote_share poll_share share_of_electorate seats votes turnout counted margin rank delegates
    electoral_votes percent points growth population money""".split()
)
"""Measures that are compared by their contests, or of which the measure says too little."""

MAY_COUNT = re.compile(rf'"measure":"(?!(?:{"|".join(sorted(OF_VOTES))})")'.encode())
"""What stands in the JSON of a figure of another measure."""

_BESIDE = 60
"""Characters around a number in which is looked for what is said of it."""

_BEFORE = 3
"""Words before a number that may tell what it counts."""

_REACH = 600
"""Characters on either side of a number that count as its paragraph, at the most."""

_STEM = 5
"""Letters by which two words of sentences are compared."""

_BREAK = re.compile(r"[.!?;](?=\s|[”\"»])|\n")
_CLAUSE = re.compile(rf"{_BREAK.pattern}|\d")


@dataclass(frozen=True)
class Count:
    """A figure that counts something, and what tells which. Of most nothing else is asked."""

    make: Callable[[], Figure]
    article: str
    loose: bool
    """Whether a report may give several without a word that they are of several things."""
    sort: str
    """What is counted: a sort, or the noun; "" where it is anybody, of whom nothing is said."""
    group: str
    paragraph: tuple[str, int]
    names: Mapping[str, int]
    """The names of the paragraph, each with how far from the number it stands."""
    about: frozenset[str]
    """The words of the sentence that tell what it is about, by their beginnings."""
    day: date | None
    speakers: frozenset[str]
    part: bool
    """Whether it is a part of another number, or added to one."""
    times: frozenset[str]
    """The days, months and years of the sentence."""

    @cached_property
    def figure(self) -> Figure:
        return self.make()


class ToldCount(NamedTuple):
    """What a number counts, as its article alone tells: the fields of a count that JSON can
    hold, the paragraph by where it begins."""

    sort: str
    group: str
    paragraph: int
    names: Mapping[str, int]
    about: Sequence[str]
    speakers: Sequence[str]
    part: bool
    times: Sequence[str]


def all_counted(corpus: Corpus, stories: Stories, voices: Voices) -> Iterator[Count]:
    """What figures count, where they count something outside of a contest's results."""

    @lru_cache(1)
    def told_in(article: str) -> Mapping[str, Sequence[Any]] | None:
        told = stories.told(article)
        return from_json(told.counts) if told else None

    for place, row in rows_matching(corpus.figures, MAY_COUNT):
        make = partial(corpus.figures.__getitem__, place)
        article = row["evidence"][0][0] if row.get("evidence") else ""
        told = told_in(article) if row["id"].startswith(f"{article}.") else None
        found: Sequence[Any] | None = None
        if told is not None:
            found = told.get(row["id"])
        elif article:
            found = told_of(make(), corpus.texts[article], stories.words(article), voices.of)
        if found is None:
            continue
        sort, group, paragraph, names, about, speakers, part, times = found
        yield Count(
            make=make,
            article=article,
            loose=bool(row.get("contest")),
            sort=sort,
            group=group,
            paragraph=(article, paragraph),
            names=names,
            about=frozenset(about),
            day=stories.published(article),
            speakers=frozenset(speakers),
            part=part,
            times=frozenset(times),
        )


def told_of(
    figure: Figure, text: str, words: ComparisonWords, speak: Callable[[Anchor], Sequence[str]]
) -> ToldCount | None:
    """What tells what a figure of one article counts, if it counts something; ``speak`` gives who
    speaks in a passage of that."""
    if figure.withdrawn or not figure.evidence or value_of(figure) is None:
        return None
    if figure.measure in OF_VOTES or figure.unit in PERCENT:
        return None
    if figure.contest and figure.measure in PEOPLE:
        return None
    at = figure.evidence[0]
    if figure.comparator in (">", "<") and not re.search(r"\d", text[at.start : at.end]):
        return None  # "Thousands" and "dozens" are no counts.
    begin, end = sentence_around(text, at)
    own = words_in(text[at.start : at.end])
    sort, group = _kind(figure, own, text, at, words)
    if not sort or (sort == CROWD and (value_of(figure) or 0) < FEWEST):
        return None
    paragraph, names = _paragraph(text, at, words)
    about = {
        word[:_STEM]
        for word in words_in(text[begin : at.start] + " " + text[at.end : end])
        if len(word) > 3
        and not any(word in each for each in (words.titles, words.claims, words.calendar))
    }
    speakers = _speakers(figure, speak, text, (begin, end), words)
    part = _is_part(text, at, words)
    times = sorted(times_in(text[begin:end], words))
    return ToldCount(sort, group, paragraph, names, sorted(about), sorted(speakers), part, times)


def sentence_around(text: str, at: Anchor) -> tuple[int, int]:
    """Where the sentence begins and ends in which a number stands."""
    start = max(0, at.start - _REACH)
    begin = max((found.end() for found in _BREAK.finditer(text, start, at.start)), default=start)
    found = _BREAK.search(text, at.end, at.end + _REACH)
    return begin, found.start() if found else min(len(text), at.end + _REACH)


def _kind(
    figure: Figure, own: list[str], text: str, at: Anchor, words: ComparisonWords
) -> tuple[str, str]:
    """What a number counts, and of whom: by its measure, its own words, and those beside."""
    group = next((name for name, each in words.groups.items() if each.any_of(own)), "")
    if figure.measure not in PEOPLE:
        measure = figure.measure.replace("_", " ")
        unit = "" if figure.unit == measure else figure.unit
        return f"{measure} {unit}".strip(), ""
    if sort := SORTS.get(figure.measure):
        return sort, group
    inside = _sort_in(own, words)
    told = inside if inside not in SOMEBODY else ""
    if told := told or _told_of(text, at, words) or _sort_in(words_in(figure.note), words):
        return told, group
    noun = _noun(text[at.start : at.end])
    if inside == ABOARD:
        return inside, group
    return group or ("" if inside or noun in words.anybody else noun) or CROWD, group


def _noun(counted: str) -> str:
    """The last word behind a number, "" where it stands alone."""
    digits = re.search(r"\d[\d.,]*(?!.*\d)", counted)
    behind = words_in(counted[digits.end() :]) if digits else words_in(counted)[1:]
    return (behind or [""])[-1]


def _told_of(text: str, at: Anchor, words: ComparisonWords) -> str:
    """What is said of the people that a number counts, up to the next number."""
    behind = words_in(_CLAUSE.split(text[at.end : at.end + _BESIDE])[0])
    before = words_in(_CLAUSE.split(text[max(0, at.start - _BESIDE) : at.start])[-1])
    stop = next((n for n, word in enumerate(behind) if word in words.clauses), len(behind))
    near = [*behind[:stop], *before[-_BEFORE:][::-1]]
    found = (sort for word in near if (sort := _sort_in([word], words)))
    return next((sort for sort in found if sort != CROWD), "")


def _sort_in(found: list[str], words: ComparisonWords) -> str:
    return next((sort for sort, each in words.sorts.items() if each.any_of(found)), "")


def _paragraph(text: str, at: Anchor, words: ComparisonWords) -> tuple[int, dict[str, int]]:
    """Where the paragraph of a number begins, and the names in it, each with how far it is."""
    begin = max(text.rfind("\n\n", 0, at.start), at.start - _REACH, 0)
    end = text.find("\n\n", at.end)
    paragraph = text[begin : min(end if end > 0 else len(text), at.end + _REACH)].lstrip()
    number = at.start - text.index(paragraph, begin)
    names: dict[str, int] = {}
    for name, start in written_names(paragraph, words):
        far = abs(start - number)
        names[name] = min(far, names.get(name, far))
    return begin, names


def _speakers(
    figure: Figure,
    speak: Callable[[Anchor], Sequence[str]],
    text: str,
    sentence: tuple[int, int],
    words: ComparisonWords,
) -> frozenset[str]:
    """Who gives a number: an actor, or else the word of a sentence that says that somebody
    does, which stands before the verb, or first behind another number."""
    at = figure.evidence[0]
    if known := figure.claimed_by or speak(at):
        return frozenset(known)
    begin, end = sentence
    if not words.claims.any_of(words_in(text[begin:end])):
        return frozenset()
    before = re.split(r"\d[\d.,]*", text[begin : at.start])[-1]
    own = words_in(before) + words_in(re.split(r"\d", text[at.end : end])[0])
    cue = next((place for place, word in enumerate(own) if word in words.claims), None)
    told = [word for word in own[:cue] if len(word) > 3] if cue else []
    others = [word for word in own if len(word) > 3 and word not in words.claims]
    found = (told[-1:] if cue else []) or others[:1]
    return frozenset(f'"{word}"' for word in found)


def _is_part(text: str, at: Anchor, words: ComparisonWords) -> bool:
    """Whether a number is a part of another: "three of them", "two more", "among them two"."""
    before = words_in(text[max(0, at.start - 25) : at.start])[-1:]
    own = words_in(text[at.start : at.end])
    close = text[at.end : at.end + 1].isspace() and not _noun(text[at.start : at.end])
    behind = words_in(text[at.end : at.end + 15])[:1] if close else []
    return words.parts.any_of((*before, *own[1:])) or words.parts_behind.any_of(behind)

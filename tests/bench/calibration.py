"""How far a speaker's confidence means what it says.

    python -m tests.bench.calibration FOLDER ...

Each FOLDER is annotated news: ``text/*.txt`` and ``attributions/*.ann`` in the form of PolNeAR, or
``NAME.txt`` and ``NAME.json`` side by side, whose ``quotes`` have ``exact``, ``nth`` and the names
of their ``speaker``, and whose ``actors`` have a ``name`` and ``names``. Of every quote that is
found and has a speaker, for each tenth of its confidence: how many of the speakers are right. A
quote that the annotation does not have is left aside. Where PolNeAR has a pronoun for the source,
to have found that very pronoun is right: who it is no annotation tells.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui import extract
from tui.model import Actor, Anchor, Quote

GOAL = 0.88
"""The share that is to be right of speakers shown with 0.8 or more."""
SAME = 0.5
"""How much of each other two passages share (of both together) that tell the same words."""
_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset("he she they it we i who which that his her their".split())
_SMALL = frozenset("mr mrs ms dr the of a an and sen rep gov president senator minister".split())

Span = tuple[int, int]


class Gold(NamedTuple):
    """Something said: from where to where, the names of who says it, and their words."""

    span: Span
    names: tuple[str, ...]
    source: Span | None


class Judged(NamedTuple):
    """The confidence of a speaker, and whether it is right."""

    sure: float
    right: bool


def _words(name: str) -> set[str]:
    folded = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(each for each in folded if not unicodedata.combining(each))
    return set(_WORD.findall(plain)) - _SMALL


def _alike(one: str, other: str) -> bool:
    """Whether one name may be the other, longer or shorter."""
    mine, yours = _words(one), _words(other)
    return bool(mine and yours) and (mine <= yours or yours <= mine)


def _shared(one: Span, other: Span) -> float:
    both = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, both) / (max(one[1], other[1]) - min(one[0], other[0]))


def _polnear(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    """The texts of a folder with what is attributed in each."""
    for file in sorted((folder / "text").glob("*.txt")):
        notes = sorted((folder / "attributions").glob(f"{file.stem}_*.ann"))
        if not notes:
            continue
        text = file.read_bytes().decode("utf-8")
        yield text, list(_attributions(text, notes[0].read_text(encoding="utf-8")))


def _attributions(text: str, notes: str) -> Iterator[Gold]:
    lines = [line.partition("\t") for line in notes.split("\n")]
    spans: dict[str, Span] = {}
    for key, _, rest in lines:
        if key.startswith("T"):
            label, _, where = rest.partition("\t")[0].partition(" ")
            bounds = [int(each) for each in re.findall(r"\d+", where)]
            if label and bounds:
                spans[key] = min(bounds), max(bounds)
    for key, _, rest in lines:
        if not key.startswith("E"):
            continue
        roles = dict(each.split(":") for each in rest.split())
        content = [spans[key] for role, key in roles.items() if role.startswith("Content")]
        source = spans.get(roles.get("Source", ""))
        if content and source:
            whole = min(each[0] for each in content), max(each[1] for each in content)
            yield Gold(whole, (text[slice(*source)],), source)


def _annotated(folder: Path) -> Iterator[tuple[str, list[Gold]]]:
    for file in sorted(folder.glob("*.txt")):
        beside = file.with_suffix(".json")
        if not beside.is_file():
            continue
        text = file.read_bytes().decode("utf-8")
        told = json.loads(beside.read_text(encoding="utf-8"))
        forms = {actor["name"]: (actor["name"], *actor["names"]) for actor in told["actors"]}
        found = []
        for quote in told["quotes"]:
            start = -1
            for _ in range(quote.get("nth", 1)):
                start = text.find(quote["exact"], start + 1)
            names = [form for name in quote["speaker"] for form in forms.get(name, (name,))]
            if start >= 0:
                found.append(Gold((start, start + len(quote["exact"])), tuple(names), None))
        yield text, found


def _right(text: str, quote: Quote, gold: Gold, actors: dict[str, Actor]) -> bool:
    words = quote.speaker_text
    if gold.source and text[slice(*gold.source)].lower() in _PRONOUNS:
        return words is not None and words.start < gold.source[1] and gold.source[0] < words.end
    if gold.source and words and words.start < gold.source[1] and gold.source[0] < words.end:
        return True
    return all(
        any(
            _alike(name, form)
            for name in (actors[key].name, *actors[key].also_known_as)
            for form in gold.names
        )
        for key in quote.speakers
    )


def judged(text: str, golds: Sequence[Gold]) -> Iterator[Judged]:
    """Each speaker given in a text to something that the annotation has."""
    reading = extract.read("", text)
    actors = {actor.id: actor for actor in reading.actors}
    for quote in reading.quotes:
        if not quote.speakers or quote.type == "turn":
            continue
        told: list[Anchor] = [quote.evidence[0], *quote.content]
        hull = min(each.start for each in told), max(each.end for each in told)
        own = quote.evidence[0].start, quote.evidence[0].end
        near = [(max(_shared(own, gold.span), _shared(hull, gold.span)), gold) for gold in golds]
        within = [g for _, g in near if g.span[0] - 2 <= own[0] and own[1] <= g.span[1] + 2]
        share, best = max(near, key=lambda each: each[0], default=(0.0, None))
        if best is not None and share < SAME and quote.type != "indirect" and within:
            best, share = min(within, key=lambda each: each.span[1] - each.span[0]), SAME
        if best is not None and share >= SAME:
            yield Judged(quote.sure, _right(text, quote, best, actors))


def table(found: Sequence[Judged]) -> Iterator[str]:
    """For each tenth of confidence how many are right, and of all from 0.8 on."""
    given: Counter[int] = Counter(min(9, int(each.sure * 10 + 1e-9)) for each in found)
    right: Counter[int] = Counter(
        min(9, int(each.sure * 10 + 1e-9)) for each in found if each.right
    )
    yield "confidence   speakers   right"
    for tenth in sorted(given):
        share = right[tenth] / given[tenth]
        yield f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}   {given[tenth]:8d}   {share:5.1%}"
    sure = [each.right for each in found if each.sure >= 0.8 - 1e-9]
    if sure:
        share = sum(sure) / len(sure)
        held = "held" if share >= GOAL else "NOT HELD"
        yield f"0.8 and more {len(sure):7d}   {share:5.1%}   goal {GOAL:.0%}: {held}"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    for folder in parser.parse_args(argv).folders:
        read = _polnear if (folder / "text").is_dir() else _annotated
        found = [each for text, golds in read(folder) for each in judged(text, golds)]
        if not found:
            print(f"{folder}: nothing annotated here", file=sys.stderr)
            return 1
        print(folder, *table(found), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

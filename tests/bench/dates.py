"""Dates in news that others have annotated: how many are found, and with the right value.

    python -m tests.bench.dates FOLDER... [--misses FILE]

Each FOLDER holds files in TimeML (``*.tml``, ``*.xml``), of which the day of creation is the one on
which the report appeared. Counted are the TIMEX3 of type DATE whose value is a day, a month or a
year: one is found where an expression that is read overlaps it, and right where its value is the
same. What is read inside any other TIMEX3 and resolves to no such date counts for nothing; a
day, month or year that is read where none is annotated, or of another value, is wrong. ``--misses``
lists every error, with the words around it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from tui import dates, extract
from tui.model import Known, Told
from tui.written_dates import day_of

VALUE = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A day, a month or a year."""
WITH_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T.*")
RANGES = ("years", "month-day", "day-month")
"""The rules for expressions that name a first and a last."""
OF_THE_REPORT = "of the report"
"""The type of an expression that dates the report itself: it counts for nothing."""
AROUND = 50


class Timex(NamedTuple):
    """An expression of time: where it stands, of which type it is, and its value."""

    start: int
    end: int
    type: str
    value: str

    @property
    def counts(self) -> bool:
        return self.type == "DATE" and VALUE.fullmatch(self.value) is not None


class Report(NamedTuple):
    """A text, the day of its creation, and its expressions of time."""

    text: str
    created: str
    timexes: tuple[Timex, ...]


class Score(NamedTuple):
    """How many dates are annotated, how many are given, and how many of both are the same."""

    gold: int = 0
    given: int = 0
    right: int = 0
    found: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.given), self.right / max(1, self.gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return (
            f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({self.right} right of {self.given}"
            f" given and {self.gold} annotated; {self.found} found, with any value)"
        )


def report_in(xml: bytes) -> Report:
    """What a TimeML file holds. Offsets are into the text of its body alone."""
    root = ElementTree.fromstring(xml)
    created = next(
        (
            day_of(each.get("value", ""))
            for each in root.iter("TIMEX3")
            if each.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME")
        ),
        "",
    )
    body = root.find("TEXT")
    text, timexes = "", []
    for element, words in _pieces(root if body is None else body):
        if element is not None:
            end = len(text) + len("".join(element.itertext()))
            value = WITH_TIME.sub(r"\1", element.get("value", ""))
            own = element.get("functionInDocument", "NONE") != "NONE"
            kind = OF_THE_REPORT if own else element.get("type", "")
            timexes.append(Timex(len(text), end, kind, value))
        text += words
    return Report(text, created, tuple(timexes))


def _pieces(
    element: ElementTree.Element,
) -> Iterator[tuple[ElementTree.Element | None, str]]:
    """The words of an element in their order, each with the TIMEX3 that they open."""
    yield (element if element.tag == "TIMEX3" else None), element.text or ""
    for child in element:
        yield from _pieces(child)
        yield None, child.tail or ""


def given_in(report: Report) -> list[Timex]:
    """The expressions of time that are read in a report, as TimeML would have them."""
    published = dates.when(report.created, "stated")
    known = Known(told={"language": Told("en", "the benchmark")})
    found = []
    for when, rule in extract.times(report.text, known, published):
        if when.expression:
            _, start, end = when.expression
            found += [
                Timex(*span, "DATE", _value(side))
                for span, side in _sides(start, end, when.edtf, rule)
            ]
    return found


def _sides(start: int, end: int, edtf: str, rule: str) -> list[tuple[tuple[int, int], str]]:
    """An expression as TimeML has it: two, where it names a first day or year and a last."""
    sides = [side for side in edtf.split("/") if side not in ("", "..")]
    if len(sides) == 2 and rule in RANGES:
        middle = (start + end) // 2
        return [((start, middle), sides[0]), ((middle, end), sides[1])]
    return [((start, end), sides[0] if len(sides) == 1 else "")]


def _value(side: str) -> str:
    """A date as TimeML has it: a rough month or year is the month or year, and a rough day (two
    weeks ago) is none."""
    plain = side.rstrip("?~%")
    return "" if plain != side and len(plain) == len("2000-01-01") else plain


def scored(report: Report, given: Sequence[Timex]) -> tuple[Score, list[dict[str, Any]]]:
    """How the dates that are given for a report compare with its own, and each error."""
    gold = [each for each in report.timexes if each.counts]
    others = [each for each in report.timexes if not each.counts]
    right = found = counted = 0
    errors = []
    left = list(gold)
    for each in given:
        over = next((one for one in left if _overlap(one, each)), None)
        if over is not None:
            left.remove(over)
            found += 1
        if not VALUE.fullmatch(each.value):
            if over is not None:
                errors.append(_error("unresolved", report, over, each.value))
            continue
        same = (one for one in others if one.value == each.value or one.type == OF_THE_REPORT)
        if over is None and any(_overlap(one, each) for one in same):
            continue
        counted += 1
        if over is not None and over.value == each.value:
            right += 1
        elif over is not None:
            errors.append(_error("wrong", report, over, each.value))
        else:
            errors.append(_error("false", report, each._replace(value=""), each.value))
    errors += [_error("missed", report, each, "") for each in left]
    return Score(len(gold), counted, right, found), errors


def _overlap(one: Timex, other: Timex) -> bool:
    return one.start < other.end and other.start < one.end


def _error(kind: str, report: Report, at: Timex, given: str) -> dict[str, Any]:
    around = report.text[max(0, at.start - AROUND) : at.end + AROUND]
    return {
        "error": kind,
        "words": report.text[at.start : at.end],
        "value": at.value,
        "given": given,
        "created": report.created,
        "around": " ".join(around.split()),
    }


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(
            file for file in folder.rglob("*") if file.suffix.lower() in (".tml", ".xml")
        )


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("--misses", type=Path, metavar="FILE", help="every error, a line each")
    options = parser.parse_args(argv)
    total, errors, reports = Score(), list[dict[str, Any]](), 0
    for file in _files(options.folders):
        try:
            report = report_in(file.read_bytes())
        except ElementTree.ParseError as error:
            print(f"{file}: left out, being no XML: {error}", file=sys.stderr)
            continue
        score, amiss = scored(report, given_in(report))
        total = Score(*(sum(both) for both in zip(total, score, strict=True)))
        errors += [{"file": file.name, **each} for each in amiss]
        reports += 1
    if not reports:
        print("no TimeML files here (*.tml, *.xml)", file=sys.stderr)
        return 1
    if options.misses:
        lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in errors)
        options.misses.write_text("".join(lines), encoding="utf-8")
    print(f"{reports} reports: {total}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""What every kind of record is held against the key with."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from tests.extract.gold_key import GoldKey, Span, Table
from tui.model import Anchor, When

State = Literal["found", "missing", "wrong", "unexpected", "left out"]
"""``left out`` is an optional entry that the corpus does not have: neither missing nor wrong."""

G = TypeVar("G")
F = TypeVar("F")

LITTLE_WORDS = frozenset(
    """a an the of by and or in its his her their mr mrs ms president leader other with that
    which""".split()
)
CLOSING = " \n,."
QUOTATION_MARKS = '“”„"‘«»'


@dataclass(frozen=True)
class Outcome:
    """What became of one entry of the key, or of one record that is not in it."""

    kind: str
    article: str
    """The article's number; "" for what several articles tell."""
    label: str
    state: State
    faults: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    """Differences that no careful reader need call wrong."""

    @property
    def name(self) -> str:
        return f"{self.article or 'all'} {self.label}"

    @property
    def right(self) -> bool:
        return self.state in ("found", "left out")


def judged(
    kind: str, article: str, label: str, faults: Iterable[str], hints: Iterable[str] = ()
) -> Outcome:
    faults = tuple(faults)
    return Outcome(kind, article, label, "wrong" if faults else "found", faults, tuple(hints))


def absent(kind: str, article: str, label: str, entry: Table) -> Outcome:
    return Outcome(kind, article, label, "left out" if entry.get("optional") else "missing")


def paired(gold: Sequence[G], found: Sequence[F], score: Callable[[G, F], float]) -> dict[int, int]:
    """Which of the found goes with which of the key: the best pair first, none twice."""
    ranked = sorted(
        ((score(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for points, i, j in ranked:
        if points > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def shortened(words: str, length: int = 60) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else words[: length - 1] + "…"


def span_of(anchor: Anchor) -> Span:
    return Span(anchor.start, anchor.end)


def allowed_in(entry: Table, field: str) -> set[str]:
    return {entry[field], *entry.get(f"accept_{field}", [])}


def one_of(entry: Table, field: str, found: str | None) -> Iterator[str]:
    """A field whose value is the key's, or one that the key accepts; None is as ""."""
    if (found or "") not in allowed_in(entry, field):
        yield f"{field}: {found or ''!r}, not {entry[field]!r}"


def actor_field(key: GoldKey, entry: Table, field: str, found: str | None) -> Iterator[str]:
    """As ``one_of``, for a field that names an actor."""
    right = allowed_in(entry, field)
    if not (found is None and "" in right) and not (found and key.same_actor(right, found)):
        yield f"{field}: {found or ''!r}, not {entry[field]!r}"


def date_is(expected: Table, found: When) -> bool:
    """Whether a date is the key's, or one that the key accepts, on such a basis."""
    bases = {expected["basis"], *expected.get("accept_basis", [])}
    if found.edtf == expected["edtf"]:
        return found.basis in (bases if found.edtf else {"unknown"})
    if found.edtf not in expected.get("accept", []):
        return False
    return found.basis in ({*bases, "resolved", "inferred"} if found.edtf else {"unknown"})


def date_faults(field: str, expected: Sequence[Table], found: When) -> Iterator[str]:
    if not any(date_is(each, found) for each in expected):
        wanted = " or ".join(
            dict.fromkeys(f"{each['edtf']!r} {each['basis']}" for each in expected)
        )
        yield f"{field}: {found.edtf!r} {found.basis}, not {wanted}"


def same_words(text: str, one: Span, other: Span) -> bool:
    """Whether two spans hold the same words, apart from a comma or stop at the end."""
    ends = [span.start + len(text[span.start : span.end].rstrip(CLOSING)) for span in (one, other)]
    return one.start == other.start and ends[0] == ends[1]


def words_at(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the words of some spans begin, without the "that" or "to" that opens them."""
    starts: set[int] = set()
    for span in spans:
        words = [found.start() for found in re.finditer(r"\w+", text[span.start : span.end])]
        first = re.match(r"\W*(?:that|to)\b", text[span.start : span.end])
        starts.update(span.start + start for start in words[1 if first else 0 :])
    return frozenset(starts)

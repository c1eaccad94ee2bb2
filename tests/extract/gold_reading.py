"""The five articles as the program reads them, beside the answer key, in one table.

``python -m tests.extract.gold_reading`` prints how many entries of each kind are found, and
lists what is missing, wrong field by field, or in the corpus and in no key. With ``-v``
it also lists the differences that no careful reader need call wrong.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from tests.extract import gold_key
from tests.extract.matching import Outcome, outcomes
from tui.build import build
from tui.corpus import Corpus

KINDS = (
    "article",
    "actor",
    "contest",
    "quote",
    "mark",
    "event",
    "figure",
    "mention",
    "described",
)
STATES = ("found", "missing", "wrong", "unexpected", "left out")


@cache
def corpus() -> Corpus:
    """The corpus of the seeds, built in memory: no store is read or written."""
    return build(gold_key.SEEDS).corpus


@cache
def compared() -> tuple[Outcome, ...]:
    """Every outcome for the corpus of the seeds."""
    return tuple(outcomes(gold_key.read(), corpus()))


def table(told: Iterable[Outcome]) -> Iterator[str]:
    """One line for each article and kind: how many of each state."""
    counts: Counter[tuple[str, str, str]] = Counter(
        (each.kind, each.article or "all", each.state) for each in told
    )
    yield f"{'kind':10} {'article':8}" + "".join(f"{state:>11}" for state in STATES)
    for kind in KINDS:
        for article in sorted({key[1] for key in counts if key[0] == kind}):
            cells = (counts[kind, article, state] for state in STATES)
            yield f"{kind:10} {article:8}" + "".join(f"{cell or '·':>11}" for cell in cells)
    sums = (sum(n for key, n in counts.items() if key[2] == state) for state in STATES)
    yield f"{'all':19}" + "".join(f"{each:>11}" for each in sums)


def listed(told: Iterable[Outcome], hints: bool = False) -> Iterator[str]:
    """What is not as the key has it, kind by kind."""
    for each in told:
        if not each.right:
            yield f"{each.state:10} {each.kind:9} {each.name}"
            yield from (f"{'':24}{fault}" for fault in each.faults)
        if hints:
            for hint in each.hints:
                yield f"{'hint':10} {each.kind:9} {each.name}: {hint}"


def main(arguments: list[str]) -> int:
    """Print the table and the list; 1 where there is anything to mend."""
    told = compared()
    print("\n".join(table(told)))
    print()
    print("\n".join(listed(told, "-v" in arguments)))
    return int(any(not each.right for each in told))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

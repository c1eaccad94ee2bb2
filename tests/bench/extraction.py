"""How fast articles are read, and how the time grows with a text, hostile ones too.

    python -m tests.bench.extraction [FOLDER] [--largest BYTES] [--kinds NAME ...] [--json FILE]

FOLDER holds articles as ``*.txt``, in it or in ``text/``: their articles a second are printed,
all in one process, the best of a few rounds. Then texts of one kind each are read at growing
lengths, each kind in a process of its own, so that the peak of its memory is its own. The
exponent is the slope of time over length, both as logarithms: 1 is linear. Every number is
processor time, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui import extract

SMALLEST = 10_000
LARGEST = 5_000_000
ROUNDS = 3

_FIRST = "Ana Bo Cyd Dana Eva Filip Goran Hana Ivan Jelena Kosta Lena Marko Nina Oto Petra".split()
_LAST = "Simic Kos Novak Horvat Ilic Babic Juric Maric Pavic Tomic Vidic Zoric Lukic Peric".split()
_SAID = (
    "The mayor, {name}, said on Monday that the vote of December 17 was fair.",
    "“We will win this election,” {name} told reporters, “and nobody will stop us.”",
    "Some {number} people rallied in Novigrad last week against the ruling party.",
    "The Blue Alliance won {share} percent of the votes, according to {name}.",
    "He denied that ballots had been stolen and demanded an investigation.",
    "Observers have been watching the count since 2016 in all of the country's towns.",
    "The group called on the government to resign; the president refused to comment.",
)


def _sentences(size: int) -> list[str]:
    """Invented news, the same for the same length."""
    chance = random.Random(size)
    found: list[str] = []
    length = 0
    while length < size:
        found.append(
            chance.choice(_SAID).format(
                name=f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
                number=f"{chance.randrange(2, 900)},000",
                share=chance.randrange(1, 99),
            )
        )
        length += len(found[-1]) + 1
    return found


def _repeated(piece: Callable[[int], str], size: int) -> str:
    found: list[str] = []
    length = 0
    while length < size:
        found.append(piece(len(found)))
        length += len(found[-1])
    return "".join(found)


def prose(size: int) -> str:
    """Paragraphs of four sentences."""
    told = _sentences(size)
    paragraphs = [" ".join(told[at : at + 4]) for at in range(0, len(told), 4)]
    return "Mayor Opens New Bridge\n\n" + "\n\n".join(paragraphs) + "\n"


def endless(size: int) -> str:
    """One paragraph without the end of a sentence."""
    told = _sentences(size)
    return ", and ".join(sentence.rstrip(".”").replace("“", "") for sentence in told)


def quotes(size: int) -> str:
    return _repeated(
        lambda at: f"“We will win number {at} and nobody stops us,” {_FIRST[at % 16]} Kos said.\n",
        size,
    )


def quotes_in_one_paragraph(size: int) -> str:
    return _repeated(lambda at: f"“It is number {at},” she said, and “no,” he told her, ", size)


def short_lines(size: int) -> str:
    return _repeated(lambda at: f"A line of words {at}\n", size)


def open_marks(size: int) -> str:
    """Marks of all kinds that nothing closes, and some that close nothing."""
    return _repeated(lambda at: "“‘\"'«„ a 'b"[at % 11] + "x" * (at % 3), size)


def names(size: int) -> str:
    """Another person in every sentence."""
    return _repeated(
        lambda at: f"Mr. {_FIRST[at % 16]}{at:x} {_LAST[at % 14]} of Novigrad met the mayor. ", size
    )


def organisations(size: int) -> str:
    return _repeated(
        lambda at: (
            f"The {_LAST[at % 14]}{at:x} Democratic Party (P{at % 26}XB) said so. The party won. "
        ),
        size,
    )


def figures(size: int) -> str:
    return _repeated(lambda at: f"List {at} won {at % 100}.5 percent of votes, ", size)


def dates(size: int) -> str:
    return _repeated(
        lambda at: f"The rally of {at % 28 + 1} May {1900 + at % 150} was held on Monday. ", size
    )


def one_word(size: int) -> str:
    return "a" * size


def brackets(size: int) -> str:
    return "(" * size


KINDS: tuple[Callable[[int], str], ...] = (
    prose,
    endless,
    quotes,
    quotes_in_one_paragraph,
    short_lines,
    open_marks,
    names,
    organisations,
    figures,
    dates,
    one_word,
    brackets,
)


class Grown(NamedTuple):
    """What one kind of text took: for each length its seconds, and the peak of memory."""

    kind: str
    seconds: dict[int, float]
    peak: float
    """MiB, the text and the program with it."""

    @property
    def exponent(self) -> float:
        """The slope over the lengths that take long enough to be measured."""
        points = [(math.log(n), math.log(s)) for n, s in self.seconds.items() if s > 0.005]
        if len(points) < 2:
            return 0.0
        return statistics.linear_regression(*zip(*points, strict=True)).slope


def grown(kind: str, largest: int) -> Grown:
    make = next(each for each in KINDS if each.__name__ == kind)
    seconds: dict[int, float] = {}
    size = SMALLEST
    extract.read("warm.txt", make(2_000))
    while size <= largest:
        text = make(size)
        begun = time.process_time()
        extract.read(f"{kind}.txt", text)
        seconds[size] = time.process_time() - begun
        size = largest if size < largest < size * 5 else size * 5
    return Grown(kind, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def articles_a_second(folder: Path) -> float:
    files = sorted([*folder.glob("*.txt"), *folder.glob("text/*.txt")])
    if not files:
        raise SystemExit(f"{folder}: no *.txt and no text/*.txt here")
    texts = [(file.name, file.read_bytes().decode("utf-8")) for file in files]
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for name, text in texts:
            extract.read(name, text)
        rounds.append(time.process_time() - begun)
    characters = sum(len(text) for _, text in texts)
    first, best = len(texts) / rounds[0], len(texts) / min(rounds)
    print(
        f"{len(texts)} articles of {characters / len(texts):,.0f} characters:"
        f" first round {first:.0f}, best {best:.0f} articles/s,"
        f" {characters / min(rounds) / 1e6:.2f} M characters/s"
    )
    return best


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--largest", type=int, default=LARGEST)
    parser.add_argument("--kinds", nargs="*", default=[kind.__name__ for kind in KINDS])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args(argv)
    told: dict[str, object] = {}
    if options.folder:
        told["articles_a_second"] = articles_a_second(options.folder)
    results = []
    for kind in options.kinds:
        with multiprocessing.get_context("spawn").Pool(1) as process:
            result = process.apply(grown, (kind, options.largest))
        results.append(result)
        times = "  ".join(f"{n / 1000:,.0f}K {s:.2f}s" for n, s in result.seconds.items())
        print(f"{kind:24} exponent {result.exponent:4.2f}  peak {result.peak:5.0f} MiB  {times}")
        sys.stdout.flush()
    told["growth"] = [
        {**result._asdict(), "exponent": round(result.exponent, 3)} for result in results
    ]
    if options.json:
        options.json.write_text(json.dumps(told, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

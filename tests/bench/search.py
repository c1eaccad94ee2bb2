"""How fast a query is answered among many quotes, and what the index costs.

    python -m tests.bench.search [--quotes 100000] [--shown 50]

For every kind of query: the median and the 95th percentile, in milliseconds, of reading
it, finding and ordering all its hits and working out where the words stand in the first
hits, those that a screen shows; no two of the queries measured are the same. Beside it
the yardstick, a plain scan: ``in`` over a list of the texts folded in advance. Then what
one letter after another takes while typing, words near one and what to ask instead
against the standard library's ``difflib``, and what the index takes to make and keep.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from itertools import islice, pairwise
from typing import NamedTuple

from tests.bench.generated import CYRILLIC, SPOKEN, TOPICS, generated
from tui.corpus import Corpus
from tui.folding import folded
from tui.search import answer, prepare
from tui.search.index import index_of
from tui.search.inverted_index import InvertedIndex

ROUNDS = 40


def timed(run: Callable[[], object]) -> float:
    """Milliseconds of the processor, so that a busy machine does not count."""
    begun = time.process_time()
    run()
    return (time.process_time() - begun) * 1000


def middle_and_most(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    if len(times) < 2:
        return times[0], times[0]
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[-1]


def queries(corpus: Corpus) -> dict[str, list[tuple[str, bool]]]:
    """Queries of every kind, each with whether it is being typed."""
    chance = random.Random(2)
    texts = [quote.text for quote in chance.sample(corpus.quotes, 4 * ROUNDS)]
    spoken = [word for text in texts for word in text.split() if word.isalpha()]
    rare = list(dict.fromkeys(word for word in spoken if word not in SPOKEN))
    pairs = [" ".join(text.split()[5:7]) for text in texts]
    names = [corpus.name(quote.speakers[0]) for quote in chance.sample(corpus.quotes, ROUNDS)]
    letters = [chr(97 + n) for n in range(26)]

    def some(words: Sequence[str]) -> list[tuple[str, bool]]:
        return [(word, False) for word in dict.fromkeys(words)][:ROUNDS]

    return {
        "a frequent word": some(SPOKEN),
        "a rare word": some(rare),
        "a Cyrillic word": some(CYRILLIC),
        "two frequent words": some([f"{a} {b}" for a, b in zip(SPOKEN, SPOKEN[7:], strict=False)]),
        "two words": some([f"{a} {b}" for a, b in zip(spoken, spoken[9:], strict=False)]),
        "five words": some([" ".join(spoken[n : n + 5]) for n in range(0, len(spoken) - 5, 5)]),
        "a phrase": some([f'"{pair}"' for pair in pairs]),
        "a frequent phrase": some([f'"{a} {b}"' for a, b in pairwise(SPOKEN)]),
        "a mark inside": some(["46.7", "don’t", "46.7%", "don't vote", "46.7 the"]),
        "a mark alone": some(["%", "’", "–", "“.”", "…"]),
        "a word left out": some([f"{a} -{b}" for a, b in zip(rare, SPOKEN * 4, strict=False)]),
        "one or another": some([f"{a} OR {b}" for a, b in zip(rare, SPOKEN * 4, strict=False)]),
        "one letter, typing": [(letter, True) for letter in letters],
        "two letters, typing": [(a + b, True) for a in "bdkmprstvn" for b in "aeio"],
        "word*": some([f"{word[:4]}*" for word in rare]),
        "word~": some([f"{word[:-1]}x~" for word in rare if len(word) > 4]),
        "speaker:": some([f'speaker:"{name}"' for name in names]),
        "speaker: and a word": some(
            [f"speaker:{n.split()[0]} {w}" for n, w in zip(names, rare, strict=False)]
        ),
        "party:": some(["party:hap", "party:river", 'party:"meadow party"', "party:uniom~"]),
        "source:": some(["source:river", "source:lowland", "source:gazette", "source:00012*"]),
        "date:": some([f"date:2023-{n:02}" for n in range(1, 13)] + ["date:2023-12-17.."]),
        "kind:": some(["kind:direct", "kind:mixed", "kind:reported", "kind:sign"]),
        "topic:": some([f'topic:"{topic}"' for topic in TOPICS]),
        "sure:": some(["sure:>0.8", "sure:<0.6", "sure:0.5..0.8", "sure:97%"]),
        "rule:": some(["rule:direct-before", "rule:inherited", "rule:indirect*"]),
        "nothing asked": [("", False)],
        "nothing found": some([f"{word}qq" for word in rare]),
    }


def scan(texts: Sequence[str], query: str) -> list[int]:
    """The yardstick: every text that has every word of a query somewhere."""
    words = folded(query).replace('"', "").split()
    return [number for number, text in enumerate(texts) if all(word in text for word in words)]


class OfKind(NamedTuple):
    """What queries of a kind take, in milliseconds each."""

    kind: str
    hits: float
    times: list[float]
    scanned: float | None
    """The median of the plain scan, where one can answer the same."""


def answered(corpus: Corpus, query: str, typing: bool, shown: int) -> None:
    """Answer a query as a screen does, with where the words stand in the first hits."""
    for hit in islice(answer(corpus, query, typing=typing).hits, shown):
        _ = hit.spans


def of_each_kind(corpus: Corpus, texts: Sequence[str], shown: int) -> Iterator[OfKind]:
    """Ask the queries of every kind."""
    for kind, asked in queries(corpus).items():
        times = [timed(lambda q=q, t=t: answered(corpus, q, t, shown)) for q, t in asked]  # type: ignore[misc]
        hits = statistics.median(answer(corpus, q, typing=t).total for q, t in asked)
        plain = ":" not in kind and not any(mark in asked[0][0] for mark in "*~-")
        scanned = None
        if plain and "OR" not in asked[0][0]:
            scanned = statistics.median(timed(lambda q=q: scan(texts, q)) for q, _ in asked[:8])  # type: ignore[misc]
        yield OfKind(kind, hits, times, scanned)


def near_ones(texts: InvertedIndex) -> tuple[float, float, float]:
    """The words near misspelt ones: median and 95th percentile, and difflib's median."""
    words = list(texts.vocabulary)
    misspelt = [word[:-1] + "x" for word in words[500::2000] if len(word) > 5]
    ours = [timed(lambda w=w: texts.spellings.near(w, 2)) for w in misspelt]  # type: ignore[misc]
    library = [timed(lambda w=w: get_close_matches(w, words)) for w in misspelt[:5]]  # type: ignore[misc]
    return *middle_and_most(ours), statistics.median(library)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quotes", type=int, default=100_000)
    parser.add_argument("--shown", type=int, default=50)
    options = parser.parse_args(argv)
    corpus = generated(options.quotes)
    size = sum(len(quote.text.encode()) for quote in corpus.quotes)
    print(f"{len(corpus.quotes):,} quotes, {size / 1e6:.1f} MB of text")
    texts: list[str] = []
    folding = timed(lambda: texts.extend(folded(quote.text) for quote in corpus.quotes))
    gc.collect()
    seconds = timed(lambda: prepare(corpus, "quote")) / 1000
    index = index_of(corpus, "quote")
    distinct = len(index.said.vocabulary)
    print(f"index made in {seconds:.2f} s ({folding / 1000:.2f} s to fold), {distinct:,} words")

    every: list[float] = []
    print(f"\n{'ms a query':24}{'hits':>8}{'median':>9}{'p95':>9}{'scan':>9}")
    for found in of_each_kind(corpus, texts, options.shown):
        every += found.times
        middle, most = middle_and_most(found.times)
        line = f"{found.kind:24}{found.hits:8.0f}{middle:9.2f}{most:9.2f}"
        print(line if found.scanned is None else f"{line}{found.scanned:9.2f}")
    middle, most = middle_and_most(every)
    print(f"{'all of these':32}{middle:9.2f}{most:9.2f}")

    typed = 'speaker:ana "vote is" theft'
    times = [
        timed(lambda n=n: answered(corpus, typed[:n], True, options.shown))  # type: ignore[misc]
        for n in range(1, len(typed) + 1)
    ]
    middle, most = middle_and_most(times)
    print(f"{'letter by letter':32}{middle:9.2f}{most:9.2f}")
    instead = [f"{word}{word} {SPOKEN[at]}" for at, word in enumerate(SPOKEN[12:32])]
    times = [timed(lambda q=q: answer(corpus, q).lines()) for q in instead]  # type: ignore[misc]
    middle, most = middle_and_most(times)
    print(f"{'what to ask instead':32}{middle:9.2f}{most:9.2f}")

    middle, most, library = near_ones(index.said)
    print(f"\n{'words near one':32}{middle:9.2f}{most:9.2f}")
    print(f"{'the same by difflib':32}{library:9.2f}")

    again = generated(options.quotes)
    gc.collect()
    tracemalloc.start()
    prepare(again, "quote")
    gc.collect()
    kept, peak = tracemalloc.get_traced_memory()
    print(f"\nindex: {kept / 1e6:.1f} MB, {kept / size:.2f} bytes a byte of text", end="")
    print(f" (while it is made {peak / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

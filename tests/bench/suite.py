"""The benchmarks as six suites, each a function from a run to what it finds.

What two suites need is measured once in a run: the probe's rounds serve start-up, keys and
memory, and the builds of every size serve build, store and memory.
"""

from __future__ import annotations

import multiprocessing
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench import growth, launch, pipeline, search
from tests.bench import keys as letters
from tests.bench.findings import Finding, Goal, at_least, at_most, exponent, number
from tests.bench.generated import generated
from tests.bench.launch import FIRST, FIVE, YARDSTICK, Place, figure, keys
from tui.folding import folded
from tui.search import prepare

QUOTES_AN_ARTICLE = 10
SHOWN = 50
"""Hits that a screen shows."""
CROWDED = 1_000
"""Articles with which one process is compared with two."""
BOTH_CORES = "articles a wall second, two processes ÷ one"


class Options(NamedTuple):
    """What is measured, and where that is which is no part of this repository."""

    sizes: tuple[int, ...]
    rounds: int
    probe: Path
    yardstick: Path
    polnear: Path
    spacy: Path | None
    scratch: Path


class Run:
    """One run of the benchmarks: what was measured so far, and what could not be."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.left_out: list[str] = []
        self.raw: dict[str, Any] = {}

    def leave_out(self, what: str) -> None:
        """Say loudly, now and in the end, that something is not measured."""
        if what not in self.left_out:
            self.left_out.append(what)
            print(f"LEFT OUT: {what}", file=sys.stderr, flush=True)

    @property
    def largest(self) -> int:
        return self.options.sizes[-1]

    def at_full_size(self, goal: Goal) -> Goal | None:
        """A goal that is set for the largest size of all, which a quick run does not reach."""
        return goal if self.largest >= growth.SIZES[-1] else None

    @cached_property
    def grown(self) -> list[dict[str, Any]]:
        """Builds of every size, opened and built again."""
        told = []
        for size in self.options.sizes:
            say(f"building {size:,} articles")
            folder, store = self._place(size)
            told.append(growth.one_size(folder, store, size))
        self.raw["growth"] = told
        return told

    def _place(self, articles: int) -> Place:
        scratch = self.options.scratch
        return Place(scratch / f"news-{articles}", scratch / f"{articles}.json")

    def of_size(self, articles: int) -> Place:
        """A folder of so many articles with its store, where it has been built already."""
        place = self._place(articles)
        if not place.store.exists():
            say(f"building {articles:,} articles")
            return launch.published(self.options.scratch, articles)
        return place

    @cached_property
    def launches(self) -> list[launch.Run]:
        """Every round of the probe; none where it or the yardstick is not there."""
        options = self.options
        for program in (options.probe, options.yardstick):
            if not program.is_file():
                self.leave_out(f"start-up, keys and idle memory: {program} is not there")
                return []
        large = {size: self.of_size(size) for size in options.sizes if size > growth.SIZES[0]}
        told = launch.programs(options.scratch, options.yardstick, large)
        say(f"launching {len(told)} programs, {options.rounds} rounds")
        try:
            result = launch.probed(options.probe, told, options.rounds)
        except subprocess.CalledProcessError:
            self.leave_out(f"start-up, keys and idle memory: {options.probe} failed")
            return []
        self.raw["launch"] = result
        runs: list[launch.Run] = result["runs"]
        return runs

    @property
    def explored(self) -> dict[str, str]:
        """The explorers that were launched with a store, by how they are told."""
        names = {run["name"] for run in self.launches}
        large = {launch.name_of(size): launch.name_of(size) for size in self.options.sizes}
        named = {FIVE: "5 articles", **large}
        return {name: told for name, told in named.items() if name in names}


def say(line: str) -> None:
    print(f"… {line}", file=sys.stderr, flush=True)


def _beside(run: Run, key: launch.Figure, unit: str, digits: int = 2) -> str:
    """What the yardstick took."""
    took = launch.median(run.launches, YARDSTICK, key)
    return f"an empty app: {took:.{digits}f} {unit}"


def start_up(run: Run) -> Iterator[Finding]:
    """From the command to the first full frame."""
    finding = partial(Finding, "start-up")
    ratio = partial(launch.against, run.launches)
    ready, cpu, first = figure("t_ready"), figure("cpu_ready"), figure("t_first")
    for name, told in run.explored.items():
        goal = at_most(1.25) if name == FIVE else None
        beside = _beside(run, ready, "s")
        yield finding(
            f"launch to the Overview's rows, {told}",
            ratio(name, YARDSTICK, ready),
            "×",
            goal,
            beside,
        )
    if not run.explored:
        return
    beside = _beside(run, cpu, "s")
    yield finding(
        "launch in processor time, 5 articles", ratio(FIVE, YARDSTICK, cpu), "×", None, beside
    )
    for key, what, goal in (
        (ready, "first launch ever, five articles: added to launch", at_most(0.3)),
        (cpu, "first launch ever in processor time: added", None),
    ):
        added = ratio(FIRST, FIVE, key, by=lambda one, other: one - other)
        launched = launch.median(run.launches, FIVE, key)
        yield finding(what, added, "s", goal, f"with the store: {launched:.2f} s")
    largest = launch.name_of(run.largest)
    if largest in run.explored:
        goal = run.at_full_size(at_most(1.5))
        for key, what in ((first, "first frame"), (ready, "rows")):
            took = launch.median(run.launches, FIVE, key)
            measured = ratio(largest, FIVE, key)
            yield finding(
                f"launch with {largest}: {what}", measured, "×", goal, f"with five: {took:.2f} s"
            )
            goal = None


SORTS = {"cursor": "moving", "tab": "to a tab", "passage": "to a passage, a mark, and back"}


def keystrokes(run: Run) -> Iterator[Finding]:
    """From a key to what is painted for it."""
    finding = partial(Finding, "keys")
    painted = figure("key_visible")
    for name, told in run.explored.items():
        goal = at_most(2) if name == FIVE else None
        ratio = launch.against(run.launches, name, YARDSTICK, painted)
        beside = _beside(run, painted, "ms", 1)
        yield finding(f"key to paint, {told}: all keys", ratio, "×", goal, beside)
        for sort, pressed in launch.SORTS_OF_KEY.items():
            # The yardstick has no passages; to open one changes the view, as a tab does.
            same = keys("down", "up") if sort == "cursor" else keys("n")
            ratio = launch.against(run.launches, name, YARDSTICK, keys(*pressed), same)
            took = launch.median(run.launches, YARDSTICK, same)
            beside = f"its {'cursor' if sort == 'cursor' else 'tabs'}: {took:.1f} ms"
            yield finding(f"key to paint, {told}: {SORTS[sort]}", ratio, "×", goal, beside)
        slowest, key = launch.slowest_key(run.launches, name)
        goal = at_most(100) if name == FIVE else None
        yard, _ = launch.slowest_key(run.launches, YARDSTICK)
        beside = f"its slowest: {yard:.0f} ms"
        yield finding(f"the slowest key, {told}: {key}", slowest, "ms", goal, beside)


def _searched(quotes: int) -> dict[str, Any]:
    """What queries take among so many quotes, in a process of their own."""
    corpus = generated(quotes)
    texts = [folded(quote.text) for quote in corpus.quotes]
    making = search.timed(lambda: prepare(corpus, "quote"))
    kinds = [kind._asdict() for kind in search.of_each_kind(corpus, texts, SHOWN)]
    return {"quotes": quotes, "index": making / 1000, "kinds": kinds}


def searching(run: Run) -> Iterator[Finding]:
    """Queries of every kind, and what is typed."""
    finding = partial(Finding, "search")
    told = []
    largest = run.largest * QUOTES_AN_ARTICLE
    sizes = [size for size in run.options.sizes if size >= growth.FITTED_FROM]
    if not sizes:
        run.leave_out(f"search: fewer than {growth.FITTED_FROM} articles have too few words")
        return
    for quotes in (size * QUOTES_AN_ARTICLE for size in sizes):
        say(f"searching {quotes:,} quotes")
        with multiprocessing.get_context("spawn").Pool(1) as process:
            found = process.apply(_searched, (quotes,))
        told.append(found)
        times = [time for kind in found["kinds"] for time in kind["times"]]
        scans = [kind["scanned"] for kind in found["kinds"] if kind["scanned"] is not None]
        scanned = f"a plain scan: {number(statistics.median(scans))} ms"
        middle, most = search.middle_and_most(times)
        last = quotes == largest
        goals = [run.at_full_size(at_most(bound)) if last else None for bound in (20, 50)]
        yield finding(f"query, {quotes:,} quotes: median", middle, "ms", goals[0], scanned)
        yield finding(f"query, {quotes:,} quotes: 95th percentile", most, "ms", goals[1], scanned)
    run.raw["search"] = told
    yield finding(f"index of {largest:,} quotes made", told[-1]["index"], "s")
    say(f"typing among {largest:,} quotes")
    try:
        pressed = letters.measured(largest)
    except AssertionError as error:
        run.leave_out(f"key to painted hits: {error}")
        return
    run.raw["typing"] = [key._asdict() for key in pressed]
    middle, most = search.middle_and_most([key.painted for key in pressed])
    yield finding(f"letter to painted hits, {largest:,} quotes: median", middle, "ms")
    what = f"letter to painted hits, {largest:,} quotes: 95th percentile"
    yield finding(what, most, "ms", run.at_full_size(at_most(100)))


def _cost(task: str, key: str) -> Callable[[dict[str, Any]], float]:
    return lambda told: float(told[task][key])


def _growing(run: Run, cost: Callable[[dict[str, Any]], float]) -> float:
    """The exponent of a cost from 100 articles on."""
    return exponent(
        (told["articles"], cost(told))
        for told in run.grown
        if told["articles"] >= growth.FITTED_FROM
    )


def building(run: Run) -> Iterator[Finding]:
    """Articles read, and a store made of them."""
    finding = partial(Finding, "build")
    yield from _against_spacy(run)
    cpu = _cost("one", "cpu")
    for told in run.grown:
        articles, seconds = told["articles"], cpu(told)
        pace = f"{articles / seconds:.0f} articles a second"
        yield finding(f"build, {articles:,} articles, one process", seconds, "s", None, pace)
    yield finding(
        "growth of build time: exponent", _growing(run, cpu), "", run.at_full_size(at_most(1.05))
    )
    for told in run.grown:
        if told["articles"] == min(CROWDED, run.largest):
            one, two = (told[task]["wall"] for task in ("one", "two"))
            beside = f"one: {one:.1f} s, two: {two:.1f} s"
            yield finding(f"{told['articles']:,} {BOTH_CORES}", one / two, "×", None, beside)
    last = run.grown[-1]
    again, whole = last["again"]["cpu"], cpu(last)
    what = f"one of {last['articles']:,} articles changed, built again"
    yield finding(what, again / whole, "×", None, f"the whole build: {whole:.1f} s")
    differ = sum(not growth.same(told) for told in run.grown)
    what = "sizes at which two processes, or a build of what changed, give other bytes"
    yield finding(what, differ, "", at_most(0))


def _against_spacy(run: Run) -> Iterator[Finding]:
    """Reading alone and the whole build against the yardstick, on the same articles."""
    texts = run.options.polnear / "dev" / "text"
    if not any(texts.glob("*.txt")):
        run.leave_out(f"real news: {texts} has no *.txt; invented news instead")
        texts = run.of_size(growth.FITTED_FROM).folder
    try:
        python = pipeline.environment(run.options.spacy)
        say(f"reading {texts} beside spaCy")
        paces = pipeline.paces(texts, python, min(run.options.rounds, 3))
    except pipeline.Absent as absent:
        run.leave_out(f"the build's yardstick: {absent}")
        return
    run.raw["pipeline"] = [pace._asdict() for pace in paces]
    ratio = statistics.median(pace.ours / pace.spacy for pace in paces)
    middle = statistics.median(pace.spacy for pace in paces)
    beside = f"spaCy {paces[0].version}: {middle:.1f} articles a second"
    yield Finding("build", "articles read a second", ratio, "×", at_least(100), beside)
    store = run.options.scratch / "polnear.json"
    build = growth.measured(growth.built, texts, store)
    ours = sum(1 for _ in texts.glob("*.txt")) / build["cpu"]
    yield Finding(
        "build",
        "the same with everything merged and the store written",
        ours / middle,
        "×",
        None,
        beside,
    )


def storing(run: Run) -> Iterator[Finding]:
    """Opening what is kept."""
    finding = partial(Finding, "store")
    opening, parsing = _cost("opened", "cpu"), _cost("parsed", "cpu")
    for told in run.grown:
        articles, megabytes = told["articles"], told["one"]["bytes"] / 1e6
        goal = at_most(2) if articles >= CROWDED else None
        beside = f"json.loads of its {megabytes:.2g} MB: {parsing(told) * 1000:.1f} ms"
        ratio = opening(told) / parsing(told)
        yield finding(f"open a store of {articles:,} articles", ratio, "×", goal, beside)
    slope = _growing(run, opening)
    yield finding("growth of opening time: exponent", slope, "", run.at_full_size(at_most(1.05)))


def memory(run: Run) -> Iterator[Finding]:
    """What is held when idle, and while building."""
    finding = partial(Finding, "memory")
    held, busy, written = figure("rss_idle"), figure("cpu_idle"), figure("idle_bytes")
    for name, told in run.explored.items():
        ratio = launch.against(run.launches, name, YARDSTICK, held)
        goal = at_most(1.3) if name == FIVE else None
        beside = _beside(run, held, "MB", 1)
        yield finding(f"idle memory, {told}", ratio, "×", goal, beside)
    if run.explored:
        bytes_written = launch.median(run.launches, FIVE, written)
        yield finding("bytes written when idle", bytes_written, "", at_most(0))
        idle = launch.median(run.launches, FIVE, busy)
        # A tenth of a hundredth of a core is less than the rounds of one program differ by.
        bound = round(launch.median(run.launches, YARDSTICK, busy) + 0.1, 2)
        beside = _beside(run, busy, "% of a core")
        yield finding("processor when idle", idle, "% of a core", at_most(bound), beside)
    peak = _cost("one", "peak")
    for built in run.grown:
        yield finding(f"peak of a build, {built['articles']:,} articles", peak(built), "MiB")
    slope = _growing(run, peak)
    yield finding(
        "growth of a build's memory: exponent", slope, "", run.at_full_size(at_most(1.05))
    )


SUITES: dict[str, Callable[[Run], Iterator[Finding]]] = {
    "build": building,
    "store": storing,
    "start-up": start_up,
    "keys": keystrokes,
    "memory": memory,
    "search": searching,
}
"""Builds come first: what they leave behind is what the others launch."""

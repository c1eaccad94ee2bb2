"""What a corpus costs as it grows: to build, to keep, to open, and to build again.

    python -m tests.bench.growth [--sizes 5 100 1000 10000] [--json FILE]

Invented news (see ``tests.bench.newsroom``), so many articles at a time. Each number is had in
a process of its own, and is processor time of all processes together unless it says "wall",
so that a busy machine does not count. The memory of a build is the most that its processes
held at once, looked at every tenth of a second. An exponent is the slope of cost over
articles, both as logarithms, from 100 articles on: 1 is linear.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import math
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import Executor
from pathlib import Path
from threading import Event, Thread
from typing import Any

from tests.bench.newsroom import article, publish
from tui import store
from tui.build import build
from tui.orders import ORDERS
from tui.overview import overview
from tui.search import KINDS, answer
from tui.store.derived import with_columns
from tui.tables.kept_files import DOCUMENTS, FINDINGS, READINGS, beside

SIZES = (5, 100, 1_000, 10_000)
FITTED_FROM = 100
COMPARED = 1_000
"""Articles up to which a build of what has changed is held against a whole one."""
ROUNDS = 3
ENOUGH = 1.0
"""Seconds of rounds after which no further one is needed."""
SHOWN = 50
"""Records of a list, and hits, that are made to be shown."""
MIB = 1024.0

Told = dict[str, float | str]


def seconds() -> float:
    """Processor time of this process and of those that it has waited for."""
    own, others = (resource.getrusage(who) for who in _WHO)
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


class Watch(Thread):
    """The most MiB that this process and those that it began have held at once."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak = 0.0
        self.ended = Event()

    def run(self) -> None:
        while not self.ended.wait(0.1):
            self.look()

    def look(self) -> float:
        others = [child.pid for child in multiprocessing.active_children() if child.pid]
        self.peak = max(self.peak, sum(map(held, [os.getpid(), *others])))
        return self.peak


def held(process: int) -> float:
    """MiB that a process holds now; 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / MIB**2


def built(folder: Path, place: Path, processes: int, executor: Executor | None = None) -> Told:
    """A build with its store written; the first one where no reading is kept yet."""
    watch = Watch()
    watch.start()
    begun, wall = seconds(), time.perf_counter()
    made = build(folder, place=place, processes=processes, executor=executor)
    store.save(made.corpus, place, made.digests)
    watch.ended.set()
    return {
        "cpu": seconds() - begun,
        "wall": time.perf_counter() - wall,
        "peak": watch.look(),
        "bytes": place.stat().st_size,
        "digest": hashlib.sha256(place.read_bytes()).hexdigest(),
        "records": sum(len(made.corpus.of(kind[:-1])) for kind in store.TABLES),
    }


def clustered(folder: Path, place: Path, workers: int) -> Told:
    """The same by a Dask cluster of this machine that runs already; nothing where the extra
    is missing. Of its processor time only what this process takes is counted."""
    try:
        from distributed import LocalCluster
    except ModuleNotFoundError:
        return {}
    from tui.dask_cluster import connected

    with (
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            silence_logs=logging.CRITICAL,
        ) as cluster,
        connected(cluster.scheduler_address) as executor,
    ):
        return built(folder, place, workers, executor)


def plainly(folder: Path, _place: Path, _processes: int) -> Told:
    """The yardstick of reading: the bytes of every article, and nothing done with them."""
    return {"cpu": least(lambda: sum(len(each.read_bytes()) for each in folder.glob("*.txt")))}


def least(run: Callable[[], object]) -> float:
    """Processor time of the fastest of many rounds, after one that nobody counts: what
    takes a few milliseconds is measured as often as it needs to be."""
    run()
    times: list[float] = []
    while len(times) < ROUNDS or sum(times) < ENOUGH:
        begun = time.process_time()
        run()
        times.append(time.process_time() - begun)
    return min(times)


def opened(_folder: Path, place: Path, _processes: int) -> Told:
    """Opening the store; then what is shown first: the Overview and the head of every list; and
    then the first answers of the search."""
    with_columns(store.load(place))
    before = held(os.getpid())
    corpus = with_columns(store.load(place))
    memory = held(os.getpid()) - before
    opening = least(lambda: store.load(place))
    begun = time.process_time()
    overview(corpus)
    for (kind, _order), field in ORDERS.items():
        _ = corpus.chosen(kind, corpus.column(kind, field).places)[:SHOWN]
    first = time.process_time() - begun
    memory_first = held(os.getpid()) - before
    begun = time.process_time()
    for kind in KINDS:
        _ = [hit.spans for hit in answer(corpus, "the", kind).hits[:SHOWN]]
    return {
        "cpu": opening,
        "memory": memory,
        "first rows": first,
        "first rows memory": memory_first,
        "events": len(corpus.events),
        "search": time.process_time() - begun,
    }


def parsed(_folder: Path, place: Path, _processes: int) -> Told:
    """The yardstick: ``json.loads`` of the same bytes."""
    data = place.read_bytes()
    return {"cpu": least(lambda: json.loads(data))}


TASKS: dict[str, Callable[[Path, Path, int], Told]] = {
    task.__name__: task for task in (built, clustered, opened, parsed, plainly)
}


def measured(task: Callable[..., Told], folder: Path, place: Path, processes: int = 1) -> Any:
    command = [sys.executable, "-m", "tests.bench.growth", "--task", task.__name__]
    command += [str(folder), str(place), str(processes)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def forget(place: Path) -> None:
    """Take away what a build beside the store of a place keeps for the next."""
    for ending in (READINGS, DOCUMENTS, FINDINGS):
        beside(place, ending).unlink(missing_ok=True)


def one_size(folder: Path, place: Path, articles: int) -> dict[str, Any]:
    publish(folder, articles)
    told: dict[str, Any] = {"articles": articles, "one": measured(built, folder, place)}
    forget(place)
    told["two"] = measured(built, folder, place, 2)
    forget(place)
    told["dask"] = measured(clustered, folder, place, 2)
    told["plain"] = measured(plainly, folder, place)
    told["opened"] = measured(opened, folder, place)
    told["parsed"] = measured(parsed, folder, place)
    (folder / f"{articles // 2:06}.txt").write_bytes(article(articles).encode())
    told["again"] = measured(built, folder, place)
    if articles <= COMPARED:
        forget(place)
        told["whole"] = measured(built, folder, place)["digest"]
    return told


def same(told: dict[str, Any]) -> bool:
    """Whether two processes, a cluster, and a build of what has changed, give the bytes of the
    other."""
    digest = told["one"]["digest"]
    whole: bool = digest == told["two"]["digest"] == told["dask"].get("digest", digest)
    return whole and told.get("whole") in (None, told["again"]["digest"])


COLUMNS: dict[str, Callable[[dict[str, Any]], float]] = {
    "build s": lambda told: told["one"]["cpu"],
    "2 proc. s": lambda told: told["two"]["cpu"],
    "wall 1": lambda told: told["one"]["wall"],
    "wall 2": lambda told: told["two"]["wall"],
    "wall Dask": lambda told: told["dask"].get("wall", math.nan),
    "/plain": lambda told: told["one"]["cpu"] / told["plain"]["cpu"],
    "peak MiB": lambda told: told["one"]["peak"],
    "peak 2": lambda told: told["two"]["peak"],
    "store MB": lambda told: told["one"]["bytes"] / 1e6,
    "1 changed s": lambda told: told["again"]["cpu"],
    "open s": lambda told: told["opened"]["cpu"],
    "/json.loads": lambda told: told["opened"]["cpu"] / told["parsed"]["cpu"],
    "open MiB": lambda told: told["opened"]["memory"],
    "first rows s": lambda told: told["opened"]["first rows"],
    "first MiB": lambda told: told["opened"]["first rows memory"],
    "search s": lambda told: told["opened"]["search"],
}


def exponent(results: list[dict[str, Any]], cost: Callable[[dict[str, Any]], float]) -> float:
    points = [
        (math.log(told["articles"]), math.log(max(cost(told), 1e-9)))
        for told in results
        if told["articles"] >= FITTED_FROM
    ]
    if len(points) < 2:
        return math.nan
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--task", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    if options.task:
        task, folder, place, processes = options.task
        print(json.dumps(TASKS[task](Path(folder), Path(place), int(processes))))
        return 0
    print(f"{'articles':>11}", *(f"{name:>11}" for name in COLUMNS))
    results = []
    with tempfile.TemporaryDirectory() as made:
        for size in options.sizes:
            told = one_size(Path(made, f"news-{size}"), Path(made, f"{size}.json"), size)
            results.append(told)
            row = (f"{cost(told):11.3f}" for cost in COLUMNS.values())
            print(f"{size:11,}", *row, "" if same(told) else " THE BYTES DIFFER", flush=True)
    exponents = {name: exponent(results, cost) for name, cost in COLUMNS.items()}
    print(f"{'exponent':>11}", *(f"{slope:11.2f}" for slope in exponents.values()))
    if options.json:
        options.json.write_text(json.dumps({"sizes": results, "exponents": exponents}, indent=2))
    return 0 if all(map(same, results)) else 1


if __name__ == "__main__":
    raise SystemExit(main())

"""Many articles: read by several processes, only what is new, and always to the same bytes."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.batch.invented import ARTICLES, bytes_of, few, names
from tests.bench.newsroom import article, publish
from tui import batch, executors, extract, store
from tui.batch import Bound
from tui.build import build, seeds
from tui.model import Extraction, Hints


class TestALargeCorpus:
    @pytest.mark.parametrize("processes", [1, 2])
    def test_is_the_same_as_a_small_one(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, processes: int
    ) -> None:
        built = build(folder, place=place, processes=processes)
        small = few(folder, monkeypatch)
        assert bytes_of(built) == bytes_of(small)
        assert built.corpus == small.corpus
        assert built.report == small.report

    def test_is_the_same_by_any_executor(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(batch, "BATCH", 2)
        with ThreadPoolExecutor(3) as threads:
            built = build(folder, place=place, executor=threads)
            small = few(folder, monkeypatch)
            assert bytes_of(built) == bytes_of(small)
            assert built.report == small.report
            # Whoever lends an executor has it back.
            assert threads.submit(int).result() == 0

    def test_is_read_here_where_an_executor_takes_or_gives_nothing(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(batch, "BATCH", 2)
        small = few(folder, monkeypatch)
        ended, losing = ThreadPoolExecutor(1), Losing()
        ended.shutdown()
        for executor in (ended, losing):
            built = build(folder, executor=executor)
            assert bytes_of(built) == bytes_of(small)
            (remark,) = built.report.remarks
            assert remark.file == f"{ARTICLES} articles"
            assert remark.remark == "read by this process: whoever had them has died"

    def test_gives_away_no_more_than_is_worked_on(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(batch, "BATCH", 1)
        monkeypatch.setattr(batch, "LONG_BATCH", 0)
        monkeypatch.setattr(executors, "AHEAD", 2)
        losing = Losing()
        told: list[int] = []
        build(folder, lambda done, _: told.append(losing.given - done), executor=losing)
        assert max(told) == 2

    def test_counts_every_article_once(self, folder: Path) -> None:
        told: list[tuple[int, int]] = []
        build(folder, lambda done, total: told.append((done, total)), processes=1)
        assert told == [(done, ARTICLES) for done in range(ARTICLES + 1)]

    def test_takes_curated_entries(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "topics.toml").write_text(
            '[[topic]]\nid = "count"\nname = "the count"\nwords = ["ballots"]\nwhy = "asked for"\n'
        )
        built = build(folder, processes=1)
        assert any(quote.topics for quote in built.corpus.quotes)
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_takes_every_kind_of_curated_entry(self, monkeypatch: pytest.MonkeyPatch) -> None:
        built = build(seeds(), processes=1)
        small = few(seeds(), monkeypatch)
        assert bytes_of(built) == bytes_of(small)
        assert built.corpus == small.corpus
        assert built.report == small.report

    def test_finds_where_articles_disagree(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (folder / "one.txt").write_text(
            "The Count Begins\n\nJovanka Petrovic, a populist leader, said the count was fair.\n"
        )
        (folder / "two.txt").write_text(
            "The Count Ends\n\nJovanka Petrovic, a right-wing leader, met Jovanka Petrovitz."
            "\n\n“Jovanka Petrovic, a liberal leader, has lost,” Ivan Kos said.\n"
        )
        built = build(folder, processes=1)
        assert built.corpus.disagreements
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_is_built_without_an_article_on_which_a_rule_fails(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        really = extract.read

        def failing(file: str, text: str, known: Hints) -> Extraction:
            if file == "000002.txt":
                raise KeyError("x")
            return really(file, text, known)

        monkeypatch.setattr(extract, "read", failing)
        report = build(folder, place=place, processes=1).report
        assert report.articles == ARTICLES - 1
        assert report.skipped == (("000002.txt", "an error of the program: KeyError: 'x'"),)
        monkeypatch.undo()
        assert build(folder, place=place).report.articles == ARTICLES

    def test_is_opened_from_its_store_as_it_was_built(self, folder: Path, place: Path) -> None:
        built = build(folder, place=place, processes=1)
        store.save(built.corpus, place, built.digests)
        assert store.load(place, built.digests) == built.corpus


class Losing(Executor):
    """Takes whatever it is given, and never does it."""

    def __init__(self) -> None:
        self.given = 0

    def submit(self, _work: Any, /, *_given: Any, **_named: Any) -> Future[Any]:
        self.given += 1
        future: Future[Any] = Future()
        future.set_exception(KeyError("its worker"))
        return future


class TestProcesses:
    def test_that_die_leave_their_work_to_this_one(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(executors, "exit_with_parent", os.abort)
        built = build(folder, processes=2)
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_end_when_the_build_is_interrupted(self, folder: Path, place: Path) -> None:
        def interrupted(done: int, total: int) -> None:
            if done == 1:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            build(folder, interrupted, place=place, processes=2)
        assert multiprocessing.active_children() == []
        assert names(place.parent) == ["store.documents"]  # No reading is half written.

    def test_and_files_are_gone_when_the_program_ends_before_the_build(
        self, folder: Path, place: Path
    ) -> None:
        publish(folder, 200)
        place.parent.mkdir()
        begun = subprocess.run(
            [sys.executable, "-c", LEAVING, str(folder), str(place)],
            check=True,
            capture_output=True,
            text=True,
        )
        others = [int(process) for process in begun.stdout.split()]
        assert others
        assert names(place.parent) == []
        for process in others:
            with pytest.raises(ProcessLookupError):
                os.kill(process, 0)


LEAVING = """
import contextlib, multiprocessing, sys
from pathlib import Path
from threading import Event, Thread
from tui.build import build
begun = Event()
def progress(done, total):
    if done:
        begun.set()
def work():
    # No process takes anything any more when the program ends.
    with contextlib.suppress(RuntimeError):
        build(Path(sys.argv[1]), progress, Path(sys.argv[2]), processes=2)
if __name__ == "__main__":
    Thread(target=work, daemon=True).start()
    begun.wait()
    print(*(each.pid for each in multiprocessing.active_children()))
"""
"""Leaves while a thread builds that nobody waits for."""


LONG = "long.txt"


class TestAnArticleThatTakesTooLong:
    """It is named and left out, and the others are read, whoever reads them."""

    LEFT_OUT = ((LONG, "reading it takes more than 1 s of computing"),)

    @pytest.fixture(autouse=True)
    def _a_short_bound(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        build(folder, processes=1)  # what the first reading imports and remembers
        monkeypatch.setattr(batch, "BOUND", Bound(any=1, million=0))
        (folder / LONG).write_text("\n\n".join(map(article, range(100))))

    def report(self, folder: Path, **how: Any) -> tuple[int, tuple[tuple[str, str], ...]]:
        report = build(folder, **how).report
        return report.articles, report.skipped

    @pytest.mark.parametrize("many", [2, 1000], ids=["many articles", "few articles"])
    def test_in_a_command(self, folder: Path, monkeypatch: pytest.MonkeyPatch, many: int) -> None:
        monkeypatch.setattr(batch, "MANY", many)
        assert self.report(folder, processes=1) == (ARTICLES, self.LEFT_OUT)

    def test_in_a_thread_of_the_explorer(self, folder: Path) -> None:
        with ThreadPoolExecutor(1) as threads:
            report = threads.submit(self.report, folder, processes=1).result()
        assert report == (ARTICLES, self.LEFT_OUT)

    def test_in_a_process_of_several(self, folder: Path) -> None:
        assert self.report(folder, processes=2) == (ARTICLES, self.LEFT_OUT)

    def test_is_read_when_it_has_the_time(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch, read: list[str]
    ) -> None:
        build(folder, place=place, processes=1)
        monkeypatch.setattr(batch, "BOUND", Bound())
        read.clear()
        assert self.report(folder, place=place, processes=1) == (ARTICLES + 1, ())
        assert read == [LONG]


def test_a_long_article_has_more_time_than_a_short_one() -> None:
    # A million characters take some 3 s on a slow machine.
    assert Bound().of("") >= 10
    assert Bound().of("x" * 20_000_000) >= 10 * 3 * 20

"""Many articles: read by several processes, only what is new, and always to the same bytes."""

from __future__ import annotations

import multiprocessing
import os
import random
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.bench.newsroom import article, publish
from tests.disagreements import corpora
from tui import batch, executors, extract, files, inputs, near_copies, parsed_files, store
from tui.batch import Bound
from tui.build import BuildError, Built, build, seeds
from tui.curate import linking, merge
from tui.model import Extraction, Hints

ARTICLES = 5


@pytest.fixture(autouse=True)
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few articles are many here, and a file has not just changed."""
    monkeypatch.setattr(batch, "MANY", 2)
    monkeypatch.setattr(parsed_files, "MANY", 2)
    monkeypatch.setattr(parsed_files, "TICK", 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path / "news", ARTICLES)
    return tmp_path / "news"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "store.json"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read, as they are."""
    files: list[str] = []
    really = extract.read

    def noted(file: str, text: str, known: Hints) -> Extraction:
        files.append(file)
        return really(file, text, known)

    monkeypatch.setattr(extract, "read", noted)
    return files


def bytes_of(built: Built) -> bytes:
    return store.packed(built.corpus, built.digests)


def few(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    """The corpus as a small one is built: nothing kept, all in memory."""
    with monkeypatch.context() as patch:
        patch.setattr(batch, "MANY", 1000)
        return build(folder)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


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


class TestTheNextBuild:
    def test_reads_what_has_changed_and_no_more(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        assert read == names(folder)
        (folder / "000003.txt").write_text(article(77))
        (folder / "000001.txt").unlink()
        (folder / "extra.txt").write_text(article(78))
        read.clear()
        built = build(folder, place=place, processes=1)
        assert read == ["000003.txt", "extra.txt"]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
        assert names(place.parent) == [
            f"store.{end}" for end in ("documents", "findings", "readings")
        ]

    def test_gives_the_bytes_of_a_whole_one_whatever_has_changed(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Articles come, change and go: reports that disagree in many ways, copies, and one of
        which somebody says what is right."""
        chance, rules = random.Random(21), set[str]()
        invented = map(corpora.read, sorted(corpora.FOLDER.iterdir()))
        pool = [text for each in invented for text in each.articles.values()]
        for each in (*seeds().glob("*.txt"), seeds() / "actors.toml"):
            (folder / each.name).write_bytes(each.read_bytes())
        for changes in (30, 1, 5, 1, 9):
            for _ in range(changes):
                path = folder / f"{chance.randrange(40)}.txt"
                if path.exists() and chance.random() < 0.4:
                    path.unlink()
                elif path.exists() and chance.random() < 0.2:
                    path.rename(folder / f"{path.stem} moved.txt")
                else:
                    path.write_text(chance.choice(pool) + "\nA copy.\n" * chance.randrange(2))
            entry = f'file = "000001.txt"\ntitle = "Ours"\nlanguage = "sr"\nwhy = "{changes}"\n'
            (folder / "articles.toml").write_text(f"[[article]]\n{entry}" * (changes != 5))
            actors = (seeds() / "actors.toml").read_bytes()
            (folder / "actors.toml").write_bytes(actors if changes > 1 else b"")
            built = build(folder, place=place, processes=1)
            assert bytes_of(built) == bytes_of(few(folder, monkeypatch))
            rules.update(each.rule for each in built.corpus.disagreements)
        assert {"one name in two spellings", "one actor under different labels"} < rules

    def test_opens_no_text_that_has_not_changed(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened: list[str] = []
        really = files.read_file

        def noted(folder: Path, name: str, largest: int) -> bytes:
            opened.append(name)
            return really(folder, name, largest)

        monkeypatch.setattr(inputs, "read_file", noted)
        build(folder, place=place, processes=1)
        before = (folder / "000003.txt").read_text()
        (folder / "000003.txt").write_text(before.replace("e", "o"))
        (folder / "000001.txt").rename(folder / "moved.txt")
        opened.clear()
        changed = inputs.digests_of(folder, beside=place)
        built = build(folder, place=place, processes=1)
        assert opened == 2 * ["000003.txt", "moved.txt"]
        assert changed == built.digests == inputs.digests_of(folder)
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_takes_no_text_that_changes_behind_its_back(self, folder: Path, place: Path) -> None:
        build(folder, place=place, processes=1)
        found = inputs.inputs(folder, beside=place).documents
        (folder / "000003.txt").write_text("Something else.")
        assert found["000002.txt"].text == article(2)
        with pytest.raises(BuildError, match=r"000003\.txt: changes while it is read"):
            _ = found["000003.txt"]
        (folder / "000002.txt").unlink()
        assert found["000002.txt"].text == article(2)  # It is read once.

    def test_leaves_out_one_that_changes_while_others_are_read(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        place.with_suffix(".readings").unlink()
        noted = extract.read

        def changing(file: str, text: str, known: Hints) -> Extraction:
            (folder / "000003.txt").write_text(article(77))
            return noted(file, text, known)

        with monkeypatch.context() as patch:
            patch.setattr(extract, "read", changing)
            told = build(folder, place=place, processes=1).report
        assert told.skipped == (("000003.txt", "changes while it is read: build once more"),)
        assert told.articles == ARTICLES - 1
        read.clear()
        built = build(folder, place=place, processes=1)
        assert read == ["000003.txt"]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_keeps_nothing_where_few_are_left_but_somebodys_own(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        place.with_suffix(".findings").write_text("What I found out.")
        monkeypatch.setattr(batch, "MANY", 1000)
        monkeypatch.setattr(parsed_files, "MANY", 1000)
        build(folder, place=place)
        assert names(place.parent) == ["store.findings"]

    def test_works_nothing_out_again_that_is_kept_whole(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        worked: list[str] = []

        def noted(name: str, really: Callable[..., Any]) -> Callable[..., Any]:
            def work(*given: Any) -> Any:
                worked.append(name)
                return really(*given)

            return work

        marked = ((near_copies, "_first_alike"), (linking, "_clusters"), (merge, "_actor"))
        for module, name in marked:
            monkeypatch.setattr(module, name, noted(name, getattr(module, name)))
        for number in range(2):
            (folder / f"copy{number}.txt").write_text(article(number) + "\nA copy.\n")
        whole = bytes_of(build(folder, place=place, processes=1))
        assert {*worked} == {"_first_alike", "_clusters", "_actor"}
        worked.clear()
        assert bytes_of(build(folder, place=place, processes=1)) == whole
        assert worked == []

        kept = batch.findings_beside(place)
        kept.write_bytes(kept.read_bytes().replace(b"null", b"0   ").replace(b"person", b"state "))
        assert bytes_of(build(folder, place=place, processes=1)) == whole
        assert {*worked} >= {"_actor"}

    def test_reads_nothing_when_nothing_has_changed(
        self, folder: Path, place: Path, read: list[str]
    ) -> None:
        before = bytes_of(build(folder, place=place, processes=1))
        read.clear()
        assert bytes_of(build(folder, place=place, processes=1)) == before
        assert read == []

    def test_reads_again_what_is_told_something_else_beforehand(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        read.clear()
        (folder / "articles.toml").write_text(
            '[[article]]\nfile = "000004.txt"\ntitle = "Another title"\nwhy = "a better one"\n'
        )
        built = build(folder, place=place, processes=1)
        assert read == ["000004.txt"]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_reads_all_again_by_other_rules(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        read.clear()
        monkeypatch.setattr(batch, "digest_of", lambda _: "others")
        build(folder, place=place, processes=1)
        assert read == names(folder)

    def test_reads_again_whatever_of_the_kept_is_damaged(
        self, folder: Path, place: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        build(folder, place=place, processes=1)
        kept = batch.place_beside(place)
        lines = kept.read_bytes().splitlines(keepends=True)
        lines[1] = lines[1].replace(b'"direct"', b'"mixed"', 1)
        lines[2] = lines[2][:-9]
        kept.write_bytes(b"".join(lines[:4]) + b"\xff\n")
        read.clear()
        built = build(folder, place=place, processes=1)
        # The third and the fourth have become one line.
        assert read == [f"00000{n}.txt" for n in (1, 2, 3, 4)]
        assert bytes_of(built) == bytes_of(few(folder, monkeypatch))

    def test_does_without_a_place_to_keep_anything(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        built = build(folder, place=tmp_path / "file" / "store.json", processes=1)
        assert bytes_of(built) == bytes_of(build(folder, processes=1))

    def test_keeps_nothing_of_a_small_corpus(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(batch, "MANY", ARTICLES + 1)
        monkeypatch.setattr(parsed_files, "MANY", ARTICLES + 1)
        build(folder, place=place)
        assert not place.parent.exists()


def test_a_file_that_has_changed_a_moment_ago_is_not_told_by_its_state(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(folder / "000001.txt")
    before = parsed_files.state_of(path)
    assert before
    (folder / "000001.txt").write_bytes(b"a" + (folder / "000001.txt").read_bytes()[1:])
    assert parsed_files.state_of(path) not in ("", before)
    monkeypatch.setattr(parsed_files, "TICK", 10**12)
    assert parsed_files.state_of(path) == ""
    (folder / "link.txt").symlink_to(path)
    assert parsed_files.state_of(str(folder / "link.txt")) == ""

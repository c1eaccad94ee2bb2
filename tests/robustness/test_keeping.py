"""The old store stands until the new one is whole, and nothing else is written over."""

from __future__ import annotations

import errno
import fcntl
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.samples import TEXTS, sample_corpus
from tui import files, store
from tui.adding import add
from tui.build import build, digests_of, open_or_build
from tui.files import ABANDONED, write_file
from tui.store import StoreProblem

KILLS = 6


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the three invented articles."""
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, "utf-8")
    return made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "store.json"


def command(folder: Path, place: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "tui", "--corpus", str(folder), "--store", str(place), *words]


def environment(home: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[2])}


def ran(
    folder: Path,
    place: Path,
    *words: str,
    before: Callable[[], None] | None = None,
    patience: float = 120,
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(folder, place, *words),
        env=environment(folder.parent),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
        preexec_fn=before,
    )


class TestABuildThatIsStopped:
    def test_leaves_a_store_that_opens_whenever_it_is_killed(
        self, folder: Path, place: Path
    ) -> None:
        begun = time.monotonic()
        assert ran(folder, place, "build").returncode == 0
        lasts = time.monotonic() - begun
        chance = random.Random(7)
        for number in range(KILLS):
            (folder / "radio.txt").write_text(f"The crowd of day {number} went home.\n")
            started = subprocess.Popen(
                command(folder, place, "build"),
                env=environment(folder.parent),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            # Most of it is reading; the store is written at the end.
            time.sleep(chance.uniform(lasts * 0.5, lasts))
            started.kill()
            started.wait()
            assert store.load(place).articles
        corpus, _ = open_or_build(folder, place, print)
        assert len(corpus.articles) == 3

    def test_is_killed_between_writing_and_putting_in_place(
        self, folder: Path, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        store.save(sample_corpus(), place, {})
        whole = place.read_bytes()
        child = os.fork()
        if child == 0:
            # The last moment at which the old one stands: all is written but the name.
            os.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
            Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment,method-assign]
            store.save(build(folder).corpus, place, {})
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        assert place.read_bytes() == whole
        (left,) = [each for each in place.parent.iterdir() if each != place]
        assert left.name.startswith(".store.json.")
        # What it left is removed by the next one.
        store.save(sample_corpus(), place, {})
        assert list(place.parent.iterdir()) == [place]

    def test_beside_another_build_spoils_nothing(self, folder: Path, place: Path) -> None:
        builds = [
            subprocess.Popen(
                command(folder, place, "build"),
                env=environment(folder.parent),
                stdout=subprocess.DEVNULL,
            )
            for _ in range(3)
        ]
        assert [each.wait(timeout=120) for each in builds] == [0, 0, 0]
        assert len(store.load(place, digests_of(folder)).articles) == 3
        assert list(place.parent.iterdir()) == [place]


class TestWhereThereIsNoRoom:
    def test_the_old_store_stands_and_the_reason_is_said(self, folder: Path, place: Path) -> None:
        store.save(sample_corpus(), place, {})
        whole = place.read_bytes()

        def little() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

        done = ran(folder, place, "build", before=little)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"serbia-tui: {place}: File too large\n"
        assert place.read_bytes() == whole
        assert list(place.parent.iterdir()) == [place]
        # To search it is enough that the articles are there.
        done = ran(folder, place, "search", "square", before=little)
        assert done.returncode == 0
        assert "the store cannot be kept: File too large" in done.stderr
        assert "square" in done.stdout

    def test_as_on_a_full_disk(self, folder: Path, place: Path) -> None:
        disk = place.parent
        disk.mkdir()
        inside = (
            f"mount -t tmpfs -o size=8k tmpfs {disk} || exit 99; "
            f"printf old > {disk}/old.txt; "
            f"{' '.join(command(folder, place, 'build'))}; code=$?; ls -A {disk}; exit $code"
        )
        done = (
            subprocess.run(
                ["unshare", "--mount", "--map-root-user", "bash", "-c", inside],
                env=environment(folder.parent),
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            if shutil.which("unshare")
            else None
        )
        if done is None or done.returncode == 99 or "unshare" in done.stderr:
            pytest.skip("a small disk needs unshare and mount, which are not allowed here")
        assert done.returncode == 1
        assert done.stderr == f"serbia-tui: {place}: No space left on device\n"
        assert done.stdout == "old.txt\n"

    def test_a_folder_that_may_not_be_written_is_said(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("no folder")
        done = ran(folder, tmp_path / "file" / "store.json", "build")
        assert done.returncode == 1
        assert done.stderr.endswith("File exists\n")


class TestInTheStoresPlace:
    @pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
    def test_what_never_ends_is_not_waited_for(
        self, folder: Path, place: Path, make: Callable[[Path], None]
    ) -> None:
        place.parent.mkdir()
        make(place)
        with pytest.raises(StoreProblem, match="not a regular file"):
            store.load(place)
        said: list[str] = []
        corpus, _ = open_or_build(folder, place, said.append)
        assert len(corpus.articles) == 3
        assert said[-1] == "the store cannot be kept: no regular file, and not replaced by one"
        assert not place.is_file()

    def test_a_folder_is_left_as_it_is(self, folder: Path, place: Path) -> None:
        (place / "inside").mkdir(parents=True)
        done = ran(folder, place, "build")
        assert (done.returncode, done.stderr) == (1, f"serbia-tui: {place}: Is a directory\n")
        assert (place / "inside").is_dir()

    def test_somebodys_file_is_kept_under_another_name(self, folder: Path, place: Path) -> None:
        place.parent.mkdir()
        for number, name in enumerate(["store.json.kept", "store.json.kept-2"]):
            place.write_text(f"a thesis, chapter {number}")
            done = ran(folder, place, "search", "square")
            assert done.returncode == 0
            assert f"what stood in the store's place is kept: {place.parent / name}" in done.stderr
            assert (place.parent / name).read_text() == f"a thesis, chapter {number}"
            assert store.load(place, digests_of(folder)).articles

    def test_a_damaged_store_is_replaced_and_not_kept(self, folder: Path, place: Path) -> None:
        open_or_build(folder, place, print)
        whole = place.read_bytes()
        for damage in (b"", whole[: len(whole) // 2], bytes(len(whole))):
            place.write_bytes(damage)
            open_or_build(folder, place, print)
            assert place.read_bytes() == whole
            assert list(place.parent.iterdir()) == [place]

    def test_a_file_is_not_made_room_for_before_it_is_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "grown").write_bytes(b"x" * 3000)
        monkeypatch.setattr(files, "_PART", 1000)
        assert files.read_regular(tmp_path / "grown", 3000) == b"x" * 3000
        with pytest.raises(files.Refused, match="larger than"):
            files.read_regular(tmp_path / "grown", 2999)


def killed_after(module: Any, name: str) -> None:
    """Kill this process as soon as a function has been called."""
    really = getattr(module, name)

    def called(*arguments: Any, **options: Any) -> None:
        really(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(module, name, called)


class TestSweeping:
    def test_takes_only_what_nobody_writes_and_nobody_named(self, tmp_path: Path) -> None:
        names = [".draft.new", ".a.txt.0123456789abcdef.new", "post.serbia-tui.new", "post.txt"]
        left = ".a.txt.0123456789abcdef.serbia-tui.new"
        for name in (*names, left):
            (tmp_path / name).write_text("words")
        os.utime(tmp_path / ".draft.new", (0, 0))
        files.sweep(tmp_path)
        assert sorted(each.name for each in tmp_path.iterdir()) == sorted(names)

    def test_goes_by_age_where_there_are_no_locks(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def no_locks(*_: object) -> None:
            raise OSError(errno.ENOLCK, "No locks available")

        monkeypatch.setattr(fcntl, "flock", no_locks)
        left = tmp_path / ".a.txt.0123456789abcdef.serbia-tui.new"
        left.touch()
        files.sweep(tmp_path)
        assert left.exists()
        os.utime(left, (time.time() - ABANDONED - 60,) * 2)
        files.sweep(tmp_path)
        assert not left.exists()
        write_file(tmp_path / "file", b"words")
        assert [each.name for each in tmp_path.iterdir()] == ["file"]

    def test_is_done_by_a_command_that_only_opens_the_store(
        self, folder: Path, place: Path
    ) -> None:
        open_or_build(folder, place, print)
        left = place.with_name(".store.json.0123456789abcdef.serbia-tui.new")
        left.touch()
        open_or_build(folder, place, print)
        assert not left.exists()


@pytest.mark.parametrize("nameless", [True, False])
class TestAFileThatIsWritten:
    """Where the system knows files without a name, and where it does not."""

    @pytest.fixture(autouse=True)
    def _system(self, nameless: bool, monkeypatch: pytest.MonkeyPatch) -> None:
        if not nameless:
            monkeypatch.delattr(os, "O_TMPFILE", raising=False)

    def test_stands_alone_in_its_place(self, tmp_path: Path) -> None:
        for words in (b"one", b"two"):
            write_file(tmp_path / "file", words)
            assert (tmp_path / "file").read_bytes() == words
        files.new_file(tmp_path / "new", b"three")
        with pytest.raises(FileExistsError):
            files.new_file(tmp_path / "new", b"four")
        assert (tmp_path / "new").read_bytes() == b"three"
        assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "new"]

    def test_is_seen_by_nobody_before_it_is_whole(self, tmp_path: Path, nameless: bool) -> None:
        (tmp_path / "file").write_bytes(b"old")
        with files.in_place_of(tmp_path / "file") as file:
            file.write(b"new")
            beside = [each.name for each in tmp_path.iterdir() if each.name != "file"]
            assert len(beside) == (0 if nameless and hasattr(os, "O_TMPFILE") else 1)
            assert all(name.startswith(".file.") and name.endswith(".new") for name in beside)
            assert (tmp_path / "file").read_bytes() == b"old"
        file.seek(0)
        assert file.read() == b"new" == (tmp_path / "file").read_bytes()
        file.close()

    @pytest.mark.parametrize("step", ["fsync", "link"])
    def test_that_is_new_and_fails_on_the_way_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, nameless: bool
    ) -> None:
        def fails(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, step, fails)
        if step == "fsync" or (nameless and hasattr(os, "O_TMPFILE")):
            with pytest.raises(OSError, match="No space"):
                files.new_file(tmp_path / "file", b"new")
            assert list(tmp_path.iterdir()) == []
        else:
            # A file system without hard links.
            files.new_file(tmp_path / "file", b"new")
            with pytest.raises(FileExistsError):
                files.new_file(tmp_path / "file", b"other")
            assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [
                ("file", b"new")
            ]

    @pytest.mark.parametrize("moment", ["fsync", "link", "unlink"])
    def test_by_an_add_that_is_killed_is_whole_or_gone(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, nameless: bool
    ) -> None:
        folder, given = tmp_path / "articles", tmp_path / "post.txt"
        given.write_text(TEXTS["post.txt"], "utf-8")
        child = os.fork()
        if child == 0:
            killed_after(Path if moment == "unlink" else os, moment)
            list(add(folder, [given]))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        assert moment == "unlink" or os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        if nameless and hasattr(os, "O_TMPFILE"):
            assert {each.name for each in folder.iterdir()} <= {"post.txt"}
        list(add(folder, [given]))
        assert [each.name for each in folder.iterdir()] == ["post.txt"]
        assert (folder / "post.txt").read_bytes() == given.read_bytes()

    def test_is_not_swept_away_while_it_is_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with files.in_place_of(tmp_path / "file") as file:
            file.write(b"words")
            files.sweep(tmp_path)
        file.close()
        assert (tmp_path / "file").read_bytes() == b"words"

    @pytest.mark.parametrize("step", ["fsync", "replace", "link"])
    def test_that_fails_on_the_way_leaves_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        (tmp_path / "file").write_bytes(b"old")

        def fails(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path if step == "replace" else os, step, fails)
        if step != "link" or hasattr(os, "O_TMPFILE"):
            with pytest.raises(OSError, match="No space"):
                write_file(tmp_path / "file", b"new")
            assert (tmp_path / "file").read_bytes() == b"old"
        assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        files.make_folder(tmp_path / "one" / "two")
        write_file(tmp_path / "one" / "two" / "file", b"words")
        files.new_file(tmp_path / "one" / "two" / "new", b"words")
    finally:
        os.umask(before)
    made = [tmp_path / "one", *(tmp_path / "one").rglob("*")]
    modes = {each.name: oct(each.stat().st_mode & 0o777) for each in made}
    assert modes == {"one": "0o700", "two": "0o700", "file": "0o600", "new": "0o600"}

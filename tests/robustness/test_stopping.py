"""A build by several processes that is stopped leaves nothing, and the old store as it was."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pty.window import LEAVE_SCREEN, Terminal
from tests.robustness.crew import left_in, living, much_to_read, wait_for_helpers, wait_for_none
from tests.robustness.test_keeping import command, environment
from tests.samples import sample_corpus
from tui import store
from tui.executors import cores

pytestmark = [
    pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are seen in /proc"),
    pytest.mark.skipif(cores() < 2, reason="one core is helped by no process"),
]

ENDED = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


class Place:
    """A store that is older than the articles, alone in its folder; or the place for one."""

    def __init__(self, folder: Path, *, empty: bool = False) -> None:
        self.path = folder / "kept" / "store.json"
        self.path.parent.mkdir(parents=True)
        if not empty:
            store.save(sample_corpus(), self.path, {})
        self._before = self._now()

    def _now(self) -> list[tuple[str, bytes]]:
        found = {name: self.path.parent / name for name in left_in(self.path.parent)}
        # What is known of the files is kept whole, before any of them is read as an article.
        found.pop("store.documents", None)
        return [(name, path.read_bytes()) for name, path in found.items()]

    def is_as_it_was(self) -> bool:
        """Whether what was there stands, and nothing of a build beside it."""
        return self._now() == self._before


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return much_to_read(tmp_path_factory.mktemp("much") / "articles")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


@pytest.fixture
def spare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs put what they keep for a moment."""
    made = tmp_path / "spare"
    made.mkdir()
    monkeypatch.setenv("TMPDIR", str(made))
    return made


@pytest.fixture
def begun(spare: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Begin a build, until the articles are being read."""
    builds: list[subprocess.Popen[bytes]] = []

    def begin(folder: Path, place: Place) -> subprocess.Popen[bytes]:
        building = subprocess.Popen(
            command(folder, place.path, "build"),
            env=environment(folder.parent),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        builds.append(building)
        wait_for_helpers(building.pid)
        return building

    yield begin
    for each in builds:
        each.kill()


@pytest.fixture
def first_place(tmp_path: Path) -> Place:
    return Place(tmp_path / "first", empty=True)


@pytest.fixture
def opened(tmp_path: Path, folder: Path) -> Iterator[Callable[[Place], Terminal]]:
    """Explore the folder in a window, until it is being read."""
    terminals: list[Terminal] = []

    def make(place: Place) -> Terminal:
        places = ["--corpus", str(folder), "--store", str(place.path)]
        terminals.append(Terminal(tmp_path, *places))
        terminals[-1].wait_for("eading ")
        wait_for_helpers(terminals[-1].pid)
        return terminals[-1]

    yield make
    for terminal in terminals:
        terminal.close()


@pytest.mark.parametrize(
    ("send", "number"),
    [
        (os.killpg, signal.SIGINT),
        (os.killpg, signal.SIGHUP),
        (os.killpg, signal.SIGTERM),
        (os.kill, signal.SIGTERM),
    ],
    ids=["Ctrl+C", "the window closed", "all told to end", "told to end"],
)
def test_a_build_that_is_told_to_end(
    folder: Path,
    place: Place,
    spare: Path,
    begun: Callable[..., subprocess.Popen[bytes]],
    send: Callable[[int, int], None],
    number: signal.Signals,
) -> None:
    building = begun(folder, place)
    send(building.pid, number)
    said, _ = building.communicate(timeout=60)
    assert (building.returncode, said) == (ENDED[number], b"")
    wait_for_none(building.pid)
    assert place.is_as_it_was()
    assert left_in(spare) == []


def test_a_build_that_is_killed(
    folder: Path, place: Place, spare: Path, begun: Callable[..., subprocess.Popen[bytes]]
) -> None:
    building = begun(folder, place)
    building.kill()
    building.communicate(timeout=60)
    wait_for_none(building.pid)
    if hasattr(os, "O_TMPFILE"):
        assert place.is_as_it_was()
    assert store.load(place.path).articles
    assert left_in(spare) == []


@pytest.mark.parametrize(
    ("leave", "code", "first"),
    [
        (lambda window: window.type("q"), 0, False),
        (lambda window: os.kill(window.pid, signal.SIGINT), 0, True),
        (lambda window: os.kill(window.pid, signal.SIGTERM), 143, False),
    ],
    ids=["q, an old store", "SIGINT, no store yet", "SIGTERM, an old store"],
)
def test_an_explorer_that_is_left_while_it_reads(
    spare: Path,
    opened: Callable[[Place], Terminal],
    place: Place,
    first_place: Place,
    leave: Callable[[Terminal], None],
    code: int,
    first: bool,
) -> None:
    place = first_place if first else place
    window = opened(place)
    session = window.pid
    leave(window)
    assert window.wait_for_end() == code
    assert window.is_given_back()
    # Nothing is said behind the screen that was given back.
    said = window.written.rpartition(LEAVE_SCREEN)[2]
    assert re.sub(rb"\x1b\[[^a-z]*[a-z]", b"", said).strip() == b""
    wait_for_none(session)
    assert living(session) == []
    assert place.is_as_it_was()
    assert left_in(spare) == []


def test_an_explorer_that_is_killed_while_its_first_store_is_made(
    spare: Path, opened: Callable[[Place], Terminal], first_place: Place
) -> None:
    window = opened(first_place)
    session = window.pid
    os.kill(session, signal.SIGKILL)
    assert window.wait_for_end() == -signal.SIGKILL
    wait_for_none(session)
    if hasattr(os, "O_TMPFILE"):
        assert first_place.is_as_it_was()
    assert left_in(spare) == []


@pytest.mark.parametrize(
    ("first", "killed"), [(False, False), (True, True)], ids=["an old store", "no store yet"]
)
def test_an_explorer_that_is_gone_while_it_reads_a_page(
    tmp_path: Path, spare: Path, place: Place, first_place: Place, first: bool, killed: bool
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    # The library needs minutes for it, in a single call.
    people = '"@type":"Person",' * 100_000
    page = f'<script type="application/ld+json">{people}</script><p>The mayor said no.</p>'
    (folder / "page.html").write_text(page)
    place = first_place if first else place
    window = Terminal(tmp_path, "--corpus", str(folder), "--store", str(place.path))
    session = window.pid
    try:
        window.wait_for("eading ")
        wait_for_helpers(session, 2 + first)
        window.read_for(0.5)
        if killed:
            os.kill(session, signal.SIGKILL)
        else:
            window.type("q")
        assert window.wait_for_end() == (-signal.SIGKILL if killed else 0)
        wait_for_none(session)
    finally:
        window.close()
    assert place.is_as_it_was()
    assert left_in(spare) == []

"""Quiet and private: no connection is opened, and nothing is written but what was asked for."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.journey import exploring
from tests.samples import TEXTS
from tui.build import open_or_build
from tui.cli import main

CONNECTING = {
    "socket.connect",
    "socket.bind",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostbyname",
}
RUNNING = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}
"""Other programs might do what this one does not."""

WATCHED: list[list[tuple[str, Any]]] = []


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if WATCHED and (
        event in CONNECTING
        or event in RUNNING
        or (event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3)
        or event in ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove")
    ):
        WATCHED[-1].append((event, arguments))


sys.addaudithook(_watch)


@pytest.fixture
def events() -> Iterator[list[tuple[str, Any]]]:
    """What Python itself reports: connections, programs that are run, files that are written."""
    WATCHED.append([])
    yield WATCHED[-1]
    WATCHED.pop()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, and a folder with the invented articles in it."""
    made = tmp_path / "home"
    (made / "articles").mkdir(parents=True)
    for name, text in TEXTS.items():
        (made / "articles" / name).write_text(text, "utf-8")
    monkeypatch.setenv("HOME", str(made))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(made / name.lower()))
    monkeypatch.chdir(made)
    return made


def connections(events: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [(event, of) for event, of in events if event in CONNECTING | RUNNING]


def written(home: Path) -> set[str]:
    """The files there are in the home, but for the articles."""
    return {
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and path.parent.name != "articles"
    }


def test_the_watch_sees_a_connection(events: list[tuple[str, Any]]) -> None:
    with socket.socket() as found, pytest.raises(ConnectionError):
        found.connect(("127.0.0.1", 1))
    assert [event for event, _ in connections(events)] == ["socket.connect"]


@pytest.mark.parametrize(
    ("arguments", "made"),
    [
        (["build"], {"data/serbia-tui/corpus.json"}),
        (["build", "--store", "here.json"], {"here.json"}),
        (["search", "square"], {"data/serbia-tui/corpus.json"}),
        (["show", "clean-hands"], {"data/serbia-tui/corpus.json"}),
        (["export", "quotes"], {"data/serbia-tui/corpus.json"}),
        (["export", "quotes", "-o", "out.jsonl"], {"data/serbia-tui/corpus.json", "out.jsonl"}),
        (["check"], set()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_connects_to_nothing_and_writes_only_what_it_should(
    home: Path,
    events: list[tuple[str, Any]],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    made: set[str],
) -> None:
    assert main([*arguments, "--corpus", "articles"]) == 0
    assert "Traceback" not in capsys.readouterr().err
    assert connections(events) == []
    # A store's name says which folder it is of.
    names = {
        name if "/corpus-" not in name else "data/serbia-tui/corpus.json" for name in written(home)
    }
    assert names == made
    modes = {oct((home / name).stat().st_mode & 0o777) for name in written(home)}
    assert modes <= {"0o600"}
    assert {
        oct(each.stat().st_mode & 0o777) for each in home.glob("data/**/") if each.is_dir()
    } <= {"0o700"}


async def test_the_explorer_connects_to_nothing_and_writes_what_is_copied(
    home: Path, events: list[tuple[str, Any]]
) -> None:
    corpus, _ = open_or_build(home / "articles", home / "store.json", print)
    before = written(home)
    events.clear()
    async with exploring(corpus) as journey:
        await journey.press("2", "3", "4", "5", "enter", "n", "escape", "4", "slash")
        await journey.type("square")
        await journey.press("enter", "y", "?")
        assert journey.app.is_running
    assert connections(events) == []
    # What was copied, since nothing says whether the terminal took it.
    assert written(home) == before | {"data/serbia-tui/copied.txt"}


def test_no_folder_is_written_to_but_the_users_own(
    home: Path, events: list[tuple[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--corpus", "articles"]) == 0
    paths = [str(part) for _, of in events for part in of if isinstance(part, str | Path)]
    # Python's own compiled files are not the program's.
    ours = [path for path in paths if path.startswith("/") and "__pycache__" not in path]
    assert ours
    assert [path for path in ours if not path.startswith((str(home), "/dev/null"))] == []
    assert capsys.readouterr().out

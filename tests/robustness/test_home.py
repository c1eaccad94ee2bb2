"""A home that cannot be used: what was there stands, and one line says what is amiss."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.pty.window import Terminal
from tests.samples import TEXTS, sample_corpus
from tui import store

OTHER_USER = 54321
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2


def as_anybody() -> None:
    """Be held to the permissions of files, as the superuser is not."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            if ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                os._exit(99)


class Ran(NamedTuple):
    code: int
    out: str
    lines: list[str]


class Home:
    """A home with articles in it; what is kept goes into ``data``, or where it would by
    itself."""

    def __init__(self, path: Path) -> None:
        self.articles = path / "articles"
        self.articles.mkdir()
        for name, text in TEXTS.items():
            (self.articles / name).write_text(text, "utf-8")
        self.data = path / "data"
        self.own = ("--corpus", str(self.articles))

    def settings(self, **others: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key != "XDG_DATA_HOME"}
        root = str(Path(__file__).parents[2])
        return {**kept, "XDG_DATA_HOME": str(self.data), "PYTHONPATH": root, **others}

    def run(
        self, *words: str, settings: Mapping[str, str] | None = None, little: bool = False
    ) -> Ran:
        """Run a command as anybody, perhaps where there is little room for a file."""

        def begin() -> None:
            as_anybody()
            if little:
                resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

        ran = subprocess.run(
            [sys.executable, "-m", "tui", *words],
            env=self.settings(**(settings or {})),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            preexec_fn=begin,
        )
        if ran.returncode == 99:
            pytest.skip("permissions cannot be tried by this user")
        assert "Traceback" not in ran.stderr
        return Ran(ran.returncode, ran.stdout, ran.stderr.splitlines())

    def build(self) -> Ran:
        return self.run("build", *self.own)

    def search(self, **settings: str) -> Ran:
        return self.run("search", "square", *self.own, settings=settings)

    def kept(self) -> dict[str, bytes]:
        return {
            str(each.relative_to(self.data)): each.read_bytes()
            for each in self.data.rglob("*")
            if each.is_file()
        }


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


@pytest.fixture
def closed(home: Home) -> Iterator[Path]:
    """The data directory, which may not be written in, with an old store."""
    folder = home.data / "serbia-tui"
    store.save(sample_corpus(), folder / store.default_path(home.articles).name, {})
    folder.chmod(0o500)
    yield folder
    folder.chmod(0o700)


class TestAHomeThatMayNotBeWritten:
    def test_is_said_by_a_build_and_the_old_store_stands(self, home: Home, closed: Path) -> None:
        before = home.kept()
        ran = home.build()
        (place,) = closed.iterdir()
        assert (ran.code, ran.out) == (1, "")
        assert ran.lines == [f"serbia-tui: {place}: Permission denied"]
        assert home.kept() == before

    def test_is_searched_without_a_store(self, home: Home, closed: Path) -> None:
        before = home.kept()
        ran = home.search()
        assert ran.code == 0
        assert "square" in ran.out
        assert "serbia-tui: the store cannot be kept: Permission denied" in ran.lines
        assert home.kept() == before

    def test_takes_no_article_and_says_so(self, home: Home, closed: Path) -> None:
        ran = home.run("add", str(home.articles / "post.txt"))
        assert (ran.code, ran.out) == (1, "")
        assert ran.lines == [f"serbia-tui: {closed / 'articles'}: Permission denied"]

    def test_is_explored(self, home: Home, closed: Path) -> None:
        code = (
            "import os, sys; from tests.robustness.test_home import as_anybody; as_anybody();"
            "os.execv(sys.executable, [sys.executable, '-m', 'tui', *sys.argv[1:]])"
        )
        window = Terminal(
            home.data,
            *(*home.own, "--tab", "quotes"),
            program=("-c", code),
            **home.settings(),
        )
        try:
            window.wait_for("square")
            window.type("/square\r")
            window.wait_for("notebook cannot be written")
            window.type("q")
            assert window.wait_for_end() == 0
        finally:
            window.close()
        assert window.is_given_back()


def test_a_home_that_is_not_there_and_cannot_be_made_is_said(home: Home) -> None:
    # In /proc nobody makes a folder.
    nowhere = {"XDG_DATA_HOME": "", "HOME": "/proc/nobody"}
    built, found = home.run("build", *home.own, settings=nowhere), home.search(**nowhere)
    assert (built.code, built.out) == (1, "")
    assert [line.rpartition(": ")[2] for line in built.lines] == ["No such file or directory"]
    assert found.code == 0
    assert "square" in found.out
    assert "serbia-tui: the store cannot be kept: No such file or directory" in found.lines


@pytest.fixture
def others(home: Home) -> Iterator[Path]:
    """A store that is whole, and that another user alone may read and write."""
    assert home.build().code == 0
    (place,) = (home.data / "serbia-tui").iterdir()
    if os.geteuid() == 0:
        os.chown(place, OTHER_USER, OTHER_USER)
        place.chmod(0o600)
    else:
        place.chmod(0)
    yield place
    place.chmod(0o600)


class TestAStoreOfAnotherUser:
    def test_in_a_folder_of_ones_own_is_replaced(self, home: Home, others: Path) -> None:
        ran = home.search()
        assert ran.code == 0
        assert ran.lines[0] == (
            "serbia-tui: reading the articles: the store cannot be read: Permission denied"
        )
        assert "square" in ran.out

    def test_in_their_folder_stands(self, home: Home, others: Path) -> None:
        before = home.kept()
        folder = others.parent
        if os.geteuid() == 0:
            os.chown(folder, OTHER_USER, OTHER_USER)
        folder.chmod(0o700 if os.geteuid() == 0 else 0)
        ran, built = home.search(), home.build()
        folder.chmod(0o700)
        assert ran.code == 0
        assert "square" in ran.out
        assert ran.lines[:2] == [
            "serbia-tui: reading the articles: the store cannot be read: Permission denied",
            "serbia-tui: the store cannot be kept: Permission denied",
        ]
        assert (built.code, built.out) == (1, "")
        assert built.lines == [f"serbia-tui: {others}: Permission denied"]
        others.chmod(0o600)
        assert home.kept() == before


class TestADiskThatIsFull:
    def test_takes_no_part_of_an_article(self, home: Home, tmp_path: Path) -> None:
        given = tmp_path / "long.txt"
        given.write_text("The Talk\n\n" + "Ana Weaver said that the dam had broken.\n" * 99)
        before = sorted(home.articles.iterdir())

        ran = home.run("add", str(given), *home.own, little=True)
        assert (ran.code, ran.out) == (1, "")
        assert ran.lines == [f"serbia-tui: {home.articles}: File too large"]
        assert sorted(home.articles.iterdir()) == before

"""What a command does not need, it does not load."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.inherited import WARNINGS

EXTRAS = {
    "aiohttp": "aiohttp",
    "citeproc-py": "citeproc",
    "distributed": "distributed",
    "feedparser": "feedparser",
    "lxml_html_clean": "lxml_html_clean",
    "mammoth": "mammoth",
    "pypdf": "pypdf",
    "striprtf": "striprtf",
    "textual-serve": "textual_serve",
    "trafilatura": "trafilatura",
    "warcio": "warcio",
}
"""The libraries of the extras, and what is imported of them where it is met."""

WATCHED = ("textual", "rich", "tinydb", "edtf", "subprocess", "dask", "lxml", *EXTRAS.values())

LATE = (
    # Another tab, or the reader.
    "tui.app.panes.timeline",
    "tui.app.panes.actors",
    "tui.app.panes.results",
    "tui.app.panes.quotes",
    "tui.app.panes.sources",
    "tui.app.panes.reader",
    "tui.app.panes.compared",
    "tui.app.panes.context",
    "tui.charts.timeline",
    "tui.charts.strip",
    # A record's card.
    "tui.app.cards.event",
    "tui.app.cards.actor",
    "tui.app.cards.article",
    "tui.app.cards.contest",
    "tui.app.cards.disagreement",
    "tui.app.cards.figure",
    "tui.app.cards.quote",
    "tui.charts.actors",
    "tui.charts.cooccurrence",
    "tui.charts.results",
    "tui.charts.hemicycle",
    "tui.plausibility",
    # A search, a comparison, an export.
    "tui.search",
    "tui.comparison",
    "tui.export",
    # What is found again and corrected, where nothing is added.
    "tui.annotated",
    "tui.app.suggesting",
    "tui.app.widgets.search_box",
    "tui.app.widgets.grid",
    "tui.app.widgets.article_view",
    "tui.app.widgets.periods",
    # The palette, and whatever else is opened over the screen.
    "tui.app.commands",
    "tui.app.key_help",
    "tui.app.dialogs",
    # Reading articles.
    "tui.extract",
    "tui.curate",
    "tui.batch",
    "tui.bounds",
    "tui.bounded_process",
    "edtf",
    "cyrtranslit",
    *EXTRAS.values(),
    # What others have found to be slow.
    "html.entities",
    "importlib.metadata",
    "urllib.request",
    "multiprocessing",
    "rich.markdown",
    "rich.syntax",
    "textual.widgets._markdown",
    "textual.widgets._text_area",
    "textual.widgets._data_table",
)
"""What the first frame does not need, with the store built."""

FIRST_FRAME = """
import sys
from tui.app import run

def load(say):
    from tui.app.main_screen import MainScreen
    from tui.build import open_or_build

    def shown(screen):
        # What goes on beside the first frame would begin here.
        print(*sorted(sys.modules), file=open("loaded.txt", "w"))
        screen.app.exit()

    MainScreen._prepare = shown
    return open_or_build(None, None, say)[0]

run(load)
"""

SCRIPT = """
import sys
from tui.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*[name for name in {watched!r} if name in sys.modules], file=sys.stderr)
"""


def python(
    home: Path, script: str, *arguments: str, **also: str
) -> subprocess.CompletedProcess[str]:
    """Run a script where nothing is kept but in a home of its own."""
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env={
            "HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "PYTHONPATH": str(Path(__file__).parents[1]),
            "PYTHONWARNINGS": WARNINGS,
            **also,
        },
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def loaded(home: Path, *arguments: str, watched: Sequence[str] = WATCHED) -> set[str]:
    """Which of the watched libraries a command loads."""
    ran = python(home, SCRIPT.format(watched=tuple(watched)), *arguments)
    return set(ran.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["search", "theft"],
        ["search", "theft", "--format", "jsonl"],
        ["export", "quotes"],
        ["show", "nobody"],
        ["compare", "tepic", "--about", "theft"],
        ["chart", "timeline"],
        ["tab", "results"],
        ["check"],
    ],
    ids=" ".join,
)
def test_a_command_never_loads_the_screen(tmp_path: Path, arguments: list[str]) -> None:
    assert not loaded(tmp_path, *arguments) & {"textual", "rich"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing(tmp_path: Path, option: str) -> None:
    # To make the classes of records takes as long as all the rest.
    watched = (*WATCHED, "dataclasses", "tui.model")
    assert loaded(tmp_path, option, watched=watched) == set()


def test_opening_the_store_needs_no_date_library(tmp_path: Path) -> None:
    loaded(tmp_path, "build")
    assert loaded(tmp_path, "search", "theft") == {"tinydb"}


def test_the_first_frame_loads_no_more_than_it_shows(tmp_path: Path) -> None:
    loaded(tmp_path, "build")
    ran = python(
        tmp_path, FIRST_FRAME, TEXTUAL_DRIVER="textual.drivers.headless_driver:HeadlessDriver"
    )
    modules = (tmp_path / "loaded.txt").read_text("utf-8").split()
    assert "tui.app.panes.overview" in modules, ran.stderr
    assert [name for name in LATE if name in modules] == []


def test_whoever_looks_at_all_tabs_of_a_few_articles_loads_no_search(tmp_path: Path) -> None:
    loaded(tmp_path, "build")
    script = """
import asyncio
import sys
from tests.app.journey import exploring
from tui.build import open_or_build

async def look():
    corpus, _report = open_or_build(None, None, print)
    async with exploring(corpus, goes_on=True, makes_ready=True) as journey:
        await journey.press(*"1234567", "4", "enter")
        print(*sorted(sys.modules))
        await journey.press("slash", "v")
        assert "tui.search" in sys.modules

asyncio.run(look())
"""
    modules = python(tmp_path, script).stdout.split()
    assert {"tui.app.panes.notebook", "tui.app.panes.reader"} <= {*modules}
    assert [name for name in modules if name.startswith(("tui.search.", "tui.comparison"))] == []


def test_the_libraries_of_all_extras_are_known_here_and_none_is_needed() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    named = {
        re.split(r"[<>=\[]", each)[0]
        for extra, libraries in extras.items()
        if extra not in ("all", "test", "mutation")
        for each in libraries
    }
    assert named == set(EXTRAS)
    needed = {re.split(r"[<>=\[]", each)[0] for each in project["project"]["dependencies"]}
    assert not needed & named


def test_only_a_page_begins_the_process_that_reads_pages(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A report of the day.\n")
    assert "subprocess" not in loaded(tmp_path, "build", "--corpus", str(tmp_path))
    (tmp_path / "b.html").write_text("<p>Another report, of another day, as long as this.</p>")
    assert "subprocess" in loaded(tmp_path, "build", "--corpus", str(tmp_path))
    assert "subprocess" not in loaded(tmp_path, "search", "--corpus", str(tmp_path))


def test_no_command_loads_the_library_that_reads_pages(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>A report of the day, said to be as long as this.</p>")
    assert "trafilatura" not in loaded(tmp_path, "build", "--corpus", str(tmp_path))


def test_two_threads_may_import_the_search_at_once() -> None:
    # One that has a module and waits for the package, and one that has the package and waits
    # for the module: Python gives one of them what is half imported.
    inside = Path(__file__).parents[1] / "tui" / "search"
    asking = [
        each.name
        for each in inside.glob("*.py")
        if "\nfrom tui.search import" in each.read_text("utf-8")
    ]
    assert asking == []
    package = inside.parent
    reaching_in = [
        str(each.relative_to(package))
        for each in package.rglob("*.py")
        if inside not in each.parents
        and re.search(r"(?:from|import) tui\.search\.", each.read_text("utf-8"))
    ]
    assert reaching_in == []

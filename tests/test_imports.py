"""What a command does not need, it does not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = ("textual", "rich", "tinydb", "edtf", "trafilatura")

SCRIPT = """
import sys
from tui.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*[name for name in {watched!r} if name in sys.modules], file=sys.stderr)
"""


def loaded(home: Path, *arguments: str) -> set[str]:
    """Which of the watched libraries a command loads."""
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(watched=WATCHED), *arguments],
        env={
            "HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "PYTHONPATH": str(Path(__file__).parents[1]),
        },
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
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
        ["check"],
    ],
    ids=" ".join,
)
def test_a_command_never_loads_the_screen(tmp_path: Path, arguments: list[str]) -> None:
    assert not loaded(tmp_path, *arguments) & {"textual", "rich"}


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing(tmp_path: Path, option: str) -> None:
    assert loaded(tmp_path, option) == set()


def test_opening_the_store_needs_no_date_library(tmp_path: Path) -> None:
    loaded(tmp_path, "build")
    assert loaded(tmp_path, "search", "theft") == {"tinydb"}


def test_only_a_page_needs_the_library_that_reads_pages(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("A report of the day.\n")
    assert "trafilatura" not in loaded(tmp_path, "build", "--corpus", str(tmp_path))
    (tmp_path / "b.html").write_text("<p>Another report, of another day, as long as this.</p>")
    assert "trafilatura" in loaded(tmp_path, "build", "--corpus", str(tmp_path))
    assert "trafilatura" not in loaded(tmp_path, "search", "--corpus", str(tmp_path))

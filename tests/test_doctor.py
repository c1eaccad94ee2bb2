"""``serbia-tui doctor``: what a report of a fault needs, whatever the machine is like."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.documentation import ROOT
from tui.documents import READERS


def doctor(home: Path, *options: str, **settings: str) -> dict[str, str]:
    """What it says in an empty home, by its labels."""
    told = subprocess.run(
        [sys.executable, "-m", "tui", *options, "doctor"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "XDG_DATA_HOME": str(home / "data"), **settings},
    )
    assert told.stderr == ""
    return dict(line.split(":", 1) for line in told.stdout.splitlines())


def test_it_says_where_things_are_and_writes_nothing(tmp_path: Path) -> None:
    told = doctor(tmp_path)
    assert str(tmp_path / "data") in told["store"]
    assert told["store"].endswith("does not exist yet")
    assert told["notebook"].endswith("not there yet")
    assert told["is a terminal"].strip().startswith("no")
    assert list(tmp_path.iterdir()) == []


def test_it_tells_every_extra(tmp_path: Path) -> None:
    told = doctor(tmp_path)
    assert {f"extra {each.extra}" for each in READERS if each.extra} <= set(told)


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    place = tmp_path / "store.json"
    place.write_text("{}")
    assert "damaged" in doctor(tmp_path, "--store", str(place))["store"]


def test_what_the_machine_says_of_itself_acts_on_no_terminal(tmp_path: Path) -> None:
    told = doctor(tmp_path, TERM="x\x1b]0;y\x07")
    assert "\x1b" not in told["terminal"]

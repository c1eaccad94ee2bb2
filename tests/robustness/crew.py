"""A build by several processes, and what there is of it."""

from __future__ import annotations

import time
from pathlib import Path

from tui.batch import MANY

PATIENCE = 60.0
"""Seconds after which something has gone wrong; nothing waits for so long."""

SAID = "The mayor Ana Weaver said on Monday that “it is {} per cent” of the vote in Brodica. "


def much_to_read(folder: Path) -> Path:
    """A folder that several processes read, for minutes: longer than anything waits here."""
    folder.mkdir()
    for number in range(MANY):
        told = "".join(SAID.format(number + n) for n in range(2000))
        (folder / f"{number:03}.txt").write_text(f"Report {number}\n\n{told}\n", "utf-8")
    return folder


def living(session: int) -> list[int]:
    """The processes of a session that have not ended."""
    found = []
    for about in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, _group, of = about.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):  # it has ended meanwhile
            continue
        if int(of) == session and state != "Z":
            found.append(int(about.parent.name))
    return found


def wait_for_helpers(session: int, processes: int = 4) -> None:
    """Wait until a program has begun processes that help it, and has them working."""
    until = time.monotonic() + PATIENCE
    # Itself, what keeps its semaphores, and two at least that read.
    while len(living(session)) < processes:
        assert time.monotonic() < until, "no process helps"
        time.sleep(0.05)


def wait_for_none(session: int) -> None:
    """Wait until nothing of a session is there."""
    until = time.monotonic() + PATIENCE
    while there := living(session):
        assert time.monotonic() < until, f"{there} go on"
        time.sleep(0.05)


def left_in(folder: Path) -> list[str]:
    """The names of everything in a folder, hidden or not."""
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))

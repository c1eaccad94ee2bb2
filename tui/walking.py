"""The names of all files in a folder and its sub-folders."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

DEEPEST = 20
"""Folders within folders that are looked into."""

MOST_FILES = 200_000
"""Names of files that are taken from one folder."""

_BESIDE_A_PAGE = re.compile(r"(.+)(?:_files|-Dateien|_fichiers|_archivos|_datoteke|_fajlovi)")
"""The names of folders in which browsers put what belongs to a page that they save."""


def beside_a_page(folder: str) -> str:
    """The name of the page whose pictures and scripts a folder of this name holds, if any."""
    found = _BESIDE_A_PAGE.fullmatch(folder)
    return found[1] if found else ""


def files_below(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    """The names of the files in a folder and its sub-folders, in the order of their
    characters; and the folders that are not looked into, each with the reason.

    Hidden names are left out, and links to folders are not followed. OSError where the
    folder itself cannot be read.
    """
    names: list[str] = []
    passed_over: list[tuple[str, str]] = []
    waiting = [("", 0)]
    while waiting:
        below, depth = waiting.pop()
        try:
            entries = _entries(folder, below)
        except OSError as error:
            if not below:
                raise
            passed_over.append((below[:-1], f"cannot be read: {error.strerror or error}"))
            continue
        there = {name for name, _ in entries}
        for name, is_folder in entries:
            path = f"{below}{name}"
            page = beside_a_page(name)
            if not is_folder:
                names.append(path)
            elif is_folder is _LINK:
                passed_over.append((path, "a link to a folder"))
            elif page and {f"{page}.html", f"{page}.htm"} & there:
                passed_over.append((path, "belongs to a saved page beside it"))
            elif depth == DEEPEST:
                passed_over.append((path, f"a folder below {DEEPEST} others"))
            else:
                waiting.append((f"{path}/", depth + 1))
        if len(names) > MOST_FILES:
            passed_over.append(("", f"more than {MOST_FILES:,} files: the others are not read"))
            del names[MOST_FILES:]
            break
    return sorted(names), sorted(passed_over)


_LINK = "a link"


def _entries(folder: Path, below: str) -> list[tuple[str, bool | str]]:
    """The names in a folder, and whether each is a folder, or a link to one."""
    found: list[tuple[str, bool | str]] = []
    with os.scandir(os.path.join(folder, below)) as entries:  # noqa: PTH118 - of a large folder a path each takes a while
        for entry in entries:
            if entry.name[0] != ".":
                is_folder: bool | str = entry.is_dir(follow_symlinks=False)
                if entry.is_symlink():
                    # A link that leads in a circle leads to no folder.
                    with contextlib.suppress(OSError):
                        is_folder = _LINK if entry.is_dir() else False
                found.append((entry.name, is_folder))
    return found

"""Copying, with a line that says what truly happened.

A program of the system's clipboard, where there is one, says whether it took the words.
A terminal that is asked for it (OSC 52) answers nothing, and many do not do it: then the
words are put in a file as well, and the line says where.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import which
from typing import NamedTuple

from textual.app import App

from tui.files import make_folder, write_file

PATIENCE = 2
"""Seconds that a program has to take the words."""


class Way(NamedTuple):
    """A program that takes words, and what is said when it has."""

    command: tuple[str, ...]
    said: str


def ways(given: Mapping[str, str], platform: str) -> Iterator[Way]:
    """The programs that may take words here, the likeliest first."""
    if platform == "darwin":
        yield Way(("pbcopy",), "copied to the clipboard (pbcopy)")
    if "WSL_DISTRO_NAME" in given:
        yield Way(("clip.exe",), "copied to the clipboard (clip.exe)")
    if given.get("WAYLAND_DISPLAY"):
        yield Way(("wl-copy",), "copied to the clipboard (wl-copy)")
    if given.get("DISPLAY"):
        yield Way(("xclip", "-selection", "clipboard"), "copied to the clipboard (xclip)")
        yield Way(("xsel", "--clipboard", "--input"), "copied to the clipboard (xsel)")
    if given.get("TMUX"):
        yield Way(
            ("tmux", "load-buffer", "-w", "-"), "copied to tmux's buffer (prefix ] pastes it)"
        )
        yield Way(("tmux", "load-buffer", "-"), "copied to tmux's buffer (prefix ] pastes it)")


def copy(app: App[object], text: str, place: Path) -> str:
    """Copy words, and say what became of them: the end of a sentence."""
    for way in ways(os.environ, sys.platform):
        if _takes(way, text):
            return way.said
    app.copy_to_clipboard(text)
    asked = "sent to the terminal, which may not take it"
    try:
        make_folder(place.parent)
        write_file(place, text.encode("utf-8", "backslashreplace") + b"\n")
    except OSError as error:
        return f"{asked}; nor can it be written: {place}: {error.strerror or error}"
    return f"{asked}; it is also in {place}"


def _takes(way: Way, text: str) -> bool:
    """Whether a program takes the words."""
    program, *options = way.command
    found = which(program)
    if found is None:
        return False
    # What is read from Windows has another form than what is read here.
    encoding = "utf-16-le" if program == "clip.exe" else "utf-8"
    try:
        done = subprocess.run(  # noqa: S603 - one of the programs above, with no words of a source
            [found, *options],
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0

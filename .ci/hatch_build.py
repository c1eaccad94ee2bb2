"""What the wheel has beside the program: a manual page and completions, made from its parser."""

from __future__ import annotations

import argparse
import atexit
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PLACES = {
    "man": "share/man/man1/serbia-tui.1",
    "bash": "share/bash-completion/completions/serbia-tui",
    "zsh": "share/zsh/site-functions/_serbia-tui",
    "fish": "share/fish/vendor_completions.d/serbia-tui.fish",
}
"""Where each stands below the prefix that the wheel is installed into."""


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the manual page and the completions to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write them into a folder of their own, from which the wheel takes them."""
        if self.target_name != "wheel" or version == "editable":
            return
        made = texts(Path(self.root))
        self._folder = tempfile.TemporaryDirectory()
        # A build that fails further on never comes to its end.
        atexit.register(self._folder.cleanup)
        for name, text in made.items():
            file = Path(self._folder.name) / name
            file.write_text(text, encoding="utf-8")
            build_data["shared_data"][str(file)] = PLACES[name]

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def texts(root: Path) -> dict[str, str]:
    """The manual page, and the completion for each shell."""
    import shtab
    from argparse_manpage.manpage import Manpage

    parser = _parser(root)
    page = Manpage(parser)
    page.date = ""  # The same sources make the same page on any day.
    page.manual = "serbia-tui"
    shells = (each for each in PLACES if each != "man")
    return {"man": str(page), **{shell: shtab.complete(parser, shell) for shell in shells}}


def _parser(root: Path) -> argparse.ArgumentParser:
    """The parser of the command line, with what can complete each argument."""
    import shtab

    sys.path.insert(0, str(root))
    try:
        from tui import command_line
        from tui.help_topics import HELP_TOPICS
    finally:
        sys.path.remove(str(root))
    parser = command_line.make_parser()
    for each in _all_parsers(parser):
        for action in each._actions:
            if action.metavar in ("FILE", "DIR"):
                action.complete = shtab.FILE if action.metavar == "FILE" else shtab.DIRECTORY  # type: ignore[attr-defined]
            if action.dest == "topic":
                action.choices = (*HELP_TOPICS, *command_line.COMMANDS)
    return parser


def _all_parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """A parser, and those of its commands."""
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            found += action.choices.values()
    return found

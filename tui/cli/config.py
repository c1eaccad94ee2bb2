"""``config``: every setting, what it is and what it is for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from tui.cli.output import COULD_NOT, DONE, say, write
from tui.settings import SETTINGS, UserSettings, as_toml, place, read


def run(given: argparse.Namespace) -> int:
    """The settings as the file has them, those that are not set behind a comment sign; what is
    wrong in the file goes beside."""
    path = place()
    settings = read(path)
    write(given, (f"{line}\n" for line in _lines(settings, path.exists())))
    problems = [*settings.problems, *_no_theme(settings)]
    for problem in problems:
        say(problem)
    return COULD_NOT if problems else DONE


def _lines(settings: UserSettings, there: bool) -> Iterator[str]:
    yield f"# {place()}{'' if there else ' (not there yet)'}"
    for each in SETTINGS:
        yield ""
        choices = f": {', '.join(each.choices)}" if each.choices else ""
        yield f"# {each.told}{choices}"
        if each.name in settings.given:
            yield f"{each.name} = {as_toml(settings.given[each.name])}"
        else:
            yield f"# {each.name} = {as_toml(each.default)}"


def _no_theme(settings: UserSettings) -> Iterator[str]:
    """Themes are the screen's, which only this command asks for them."""
    if theme := settings.text("theme"):
        from tui.app.themes import names

        if theme not in names():
            yield f"{place()}: theme: no such theme; there are {', '.join(names())}"

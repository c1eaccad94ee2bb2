"""``config``: every setting, what it is and what it is for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping

from tui.cli.output import COULD_NOT, DONE, say, write
from tui.settings import KEYS, SETTINGS, UserSettings, as_toml, place, read


def run(given: argparse.Namespace) -> int:
    """The settings as the file has them, those that are not set behind a comment sign; what is
    wrong in the file goes beside."""
    path = place()
    settings = read(path)
    write(given, (f"{line}\n" for line in _lines(settings, path.exists())))
    problems = [*settings.problems, *_no_theme(settings), *_no_keys(settings)]
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

    yield from _key_lines({each.id: each.keys for each in settings.keys})


def _key_lines(chosen: Mapping[str, str]) -> Iterator[str]:
    """All keys that can be set, each with what it does. The table is the last: in TOML all
    that follows a table's head belongs to it."""
    from tui.app.keymap import named_keys
    from tui.app.keys import key_written

    known = named_keys()
    yield ""
    yield "# the keys of the explorer by name; commas between several"
    yield f"[{KEYS}]"
    title = ""
    for id, of in known.items():
        if of.groups[0] != title:
            title = of.groups[0]
            yield f"# {title}"
        told = f"  # {'; '.join(of.told)}"
        if id in chosen:
            yield f"{id} = {as_toml(chosen[id])}{told}"
        else:
            yield f"# {id} = {as_toml(', '.join(map(key_written, of.keys)))}{told}"
    for id in chosen.keys() - known.keys():
        yield f"{as_toml(id)} = {as_toml(chosen[id])}"


def _no_keys(settings: UserSettings) -> Iterator[str]:
    """What is wrong with the keys that are set."""
    from tui.app.keymap import checked

    wrong = checked({each.id: each.keys for each in settings.keys})[1]
    for each in settings.keys:
        if each.id in wrong:
            yield f"{each.where}: {wrong[each.id]}"


def _no_theme(settings: UserSettings) -> Iterator[str]:
    """Themes are the screen's, which only this command asks for them."""
    if theme := settings.text("theme"):
        from tui.app.themes import names

        if theme not in names():
            yield f"{place()}: theme: no such theme; there are {', '.join(names())}"

"""The keys that a reader has set: which can be set, what is wrong with them, and what Textual
is told of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from textual.binding import Binding

from tui.app.key_help import near, sections
from tui.app.keys import each_key, key_name
from tui.app.panes.registry import PLACES

EVERYWHERE = ("Everywhere", "What you add")
"""The groups of keys that hold in every view."""


@dataclass
class NamedKey:
    """A key that can be set: its keys where nobody sets it, what it does, and the groups of
    the help in which it stands."""

    keys: tuple[str, ...]
    told: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


def named_keys() -> dict[str, NamedKey]:
    """All keys that can be set, by id, in the order of the help."""
    found: dict[str, NamedKey] = {}
    for group in sections():
        for binding in group.bindings:
            if isinstance(binding, Binding) and binding.id:
                of = found.setdefault(binding.id, NamedKey(tuple(each_key(binding.key))))
                if binding.tooltip not in of.told:
                    of.told.append(binding.tooltip)
                of.groups.append(group.title)
    return found


def checked(chosen: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The keys that can be set as they are chosen; and what is wrong with the others, by id."""
    known = named_keys()
    good: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for id, written in chosen.items():
        keys = list(each_key(written))
        if id not in known:
            close = get_close_matches(id, known, n=1)
            wrong[id] = "no such key" + (f"; did you mean {close[0]}?" if close else "")
        elif not all(keys):
            wrong[id] = f"{written!r} is no key; write for example x, F5, Ctrl+X or Space"
        else:
            good[id] = ",".join(keys)
    while clash := _clash(known, good):
        id, other, key = clash
        wrong[id] = f"{key_name(key)} is the key of {other} too ({known[other].told[0]})"
        del good[id]
    return good, wrong


def _clash(known: Mapping[str, NamedKey], good: Mapping[str, str]) -> tuple[str, str, str] | None:
    """A key that is set and does two things in one place: its id, the other's, the key."""
    for id, keys in reversed(list(good.items())):
        for other, of in known.items():
            if other == id or not _meet(known[id].groups, of.groups):
                continue
            theirs = good[other].split(",") if other in good else of.keys
            shared = [key for key in keys.split(",") if key in theirs]
            # What shares a key by default is told apart by what is shown.
            mine = known[id].keys
            for key in shared:
                if not (key in mine and key in of.keys):
                    return id, other, key
    return None


def _meet(groups: Sequence[str], others: Sequence[str]) -> bool:
    """Whether keys of two places hold at once somewhere."""
    if set(groups) & set(others):
        return True
    for view in (*PLACES, "reader", "compared"):
        there = {*EVERYWHERE, *near(view)}
        if there & set(groups) and there & set(others):
            return True
    return False


def textual_keymap(good: Mapping[str, str]) -> dict[str, str]:
    """What Textual is told. It takes away all that stands on the old key of what is set:
    whatever shares that key is set to the keys that it has."""
    known = named_keys()
    told = dict(good)
    more = True
    while more:
        old = {key for id in told for key in known[id].keys}
        peers = [id for id, of in known.items() if id not in told and old & set(of.keys)]
        told |= {id: ",".join(known[id].keys) for id in peers}
        more = bool(peers)
    return told

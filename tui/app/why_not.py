"""Why a key does nothing here, in a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.binding import Binding

from tui.app.key_help import KeyGroup, near, sections
from tui.app.keys import key_name, keys_of, with_keys

REASONS = {
    "add": "This collection takes no articles",
    "back": "This is the first place you were at",
    "bookmark": "Nothing is chosen to bookmark",
    "browse": "No address: choose an article that has one, in Sources",
    "choose": "Nothing to open here",
    "compare": "Nobody to compare: choose somebody who is quoted, or a quote",
    "copy": "Nothing is chosen to copy",
    "copy_as": "Nothing is chosen to copy",
    "correct": "Nothing is chosen to correct",
    "filter": "This list has no filter",
    "forward": "This is the last place you were at",
    "in_words": "No chart here: choose a contest",
    "lanes": "The chart of time is hidden: {hide-chart} shows it",
    "look": "Choose a contest, or a figure of one",
    "look('coalition')": "No coalition here: choose a contest whose seats are reported",
    "neighbours": "Nobody is chosen",
    "next": "No hits to step through: search with {search} first",
    "note": "Nothing is chosen to write a note on",
    "only": "Nothing to narrow to: this belongs to no actor, article or day",
    "redo": "Nothing was undone in these articles",
    "reload": "No file of an article has changed since it was read",
    "remove": "Nothing to take away: what you have added is in Notes",
    "review": "Nothing is chosen to review",
    "save": "No search to save: search with {search} first",
    "sort": "This list has one order",
    "tag": "Nothing is chosen to tag",
    "undo": "Nothing to undo in these articles",
    "zoom": "The chart of time is hidden: {hide-chart} shows it",
}
"""What is missing for an action, where it cannot be done."""

ALWAYS = ("Everywhere", "What you add")
"""The groups of keys that hold wherever one is."""

DIALOGS = ("While searching", "While adding articles", "In the filter", "Among neighbours")
"""The groups of keys that hold where no other key does."""

QUIET = ("escape",)
"""Keys that are pressed to be sure that nothing is open."""


def why_not(key: str, view: str, keys_set: Mapping[str, str]) -> str:
    """What a key that can do nothing in a view is for; "" where it is for nothing at all.
    ``keys_set`` are the keys that the reader has set, by id."""
    if key in QUIET:
        return ""
    groups = [group for group in sections(view) if group.title not in DIALOGS]
    here = (*near(view), *ALWAYS)
    bound = [(group, binding) for group in groups for binding in _bound(group, key, keys_set)]
    for group, binding in bound:
        if group.title in here:
            action = binding.action.partition("(")[0]
            why = REASONS.get(binding.action) or REASONS.get(action, "")
            return with_keys(why, keys_set)
    if not bound:
        return ""
    titles = dict.fromkeys(group.title for group, _binding in bound)
    places = ", ".join(f"{title[:1].lower()}{title[1:]}" for title in titles)
    (_group, binding), *others = bound
    told = "" if others else f": {binding.tooltip[:1].lower()}{binding.tooltip[1:]}"
    return f"{key_name(key)} works {places}{told}"


def _bound(group: KeyGroup, key: str, keys_set: Mapping[str, str]) -> Iterator[Binding]:
    """What a key is bound to in a group."""
    for binding in group.bindings:
        if isinstance(binding, Binding) and key in keys_of(binding, keys_set):
            yield binding

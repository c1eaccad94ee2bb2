"""Html that cannot be made of a source's words by accident.

Text is escaped wherever it enters; what is markup already is a :class:`Html`, and nothing
but this module and what it is told to trust makes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from tui.terminal_text import sanitized

VOID = frozenset({"meta", "input"})
"""Elements that have nothing inside,"""
DRAWN = frozenset({"rect", "circle", "line"})
"""and those of a drawing, which end themselves."""


class Html(str):
    """Text that a browser reads as markup."""

    __slots__ = ()


NOTHING = Html("")


def element(name: str, /, *children: str, **attributes: str | bool | None) -> Html:
    """An element. Children that are no markup are text. An attribute is named as Python allows
    (``class_``, ``data_find``); True stands alone, None and False are left out."""
    begin = f"<{name}{''.join(_attribute(*each) for each in attributes.items())}"
    if name in VOID or name in DRAWN:
        return Html(f"{begin}/>" if name in DRAWN else f"{begin}>")
    return Html(f"{begin}>{joined(children)}</{name}>")


def joined(children: Iterable[str], by: str = "") -> Html:
    """Several in a row; an empty one leaves no gap."""
    return Html(text(by).join(text(each) for each in children if each))


def text(words: str) -> Html:
    """Words as they are shown, without any character that acts."""
    return words if isinstance(words, Html) else Html(escape(sanitized(words)))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    shown = name.rstrip("_").replace("_", "-")
    return f" {shown}" if value is True else f' {shown}="{escape(sanitized(str(value)))}"'

"""Themes of the explorer's own: ink by night, paper by day, both for terminals of 256 colours
too, and one for sixteen."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

NIGHT = Theme(
    name="serbia-night",
    primary="#7fb0e6",
    secondary="#b9a0e0",
    accent="#e9b872",
    warning="#e9b872",
    error="#ef8a80",
    success="#93c9a1",
    foreground="#dfe3ea",
    background="#12151c",
    surface="#181c25",
    panel="#1f2530",
    dark=True,
    variables={
        "foreground-muted": "#8d97a8",
        "footer-background": "#12151c",
        "input-selection-background": "#7fb0e6 35%",
        "scrollbar": "#2c3443",
        "scrollbar-hover": "#47536a",
        "scrollbar-active": "#7fb0e6",
        "scrollbar-background": "#12151c",
        "scrollbar-background-hover": "#12151c",
        "scrollbar-background-active": "#12151c",
    },
)

DAY = Theme(
    name="serbia-day",
    primary="#1d5aa6",
    secondary="#6a3fa0",
    accent="#9a4a00",
    warning="#9a4a00",
    error="#b3261e",
    success="#1f6b3a",
    foreground="#20242c",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e9e6df",
    dark=False,
    variables={
        "foreground-muted": "#5f6672",
        "footer-background": "#fbfaf7",
        "input-selection-background": "#1d5aa6 25%",
        "scrollbar": "#d5d1c7",
        "scrollbar-hover": "#b4afa3",
        "scrollbar-active": "#1d5aa6",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
    },
)

INDEXED_NIGHT = replace(
    NIGHT,
    name="serbia-256",
    primary="#87afd7",
    secondary="#af87d7",
    accent="#d7af5f",
    warning="#d7af5f",
    error="#ff8787",
    success="#87af87",
    foreground="#dadada",
    background="#121212",
    surface="#1c1c1c",
    panel="#262626",
    variables={
        **NIGHT.variables,
        "foreground-muted": "#949494",
        "footer-background": "#121212",
        "input-selection-background": "#5f5f87",
        "scrollbar": "#3a3a3a",
        "scrollbar-hover": "#585858",
        "scrollbar-active": "#87afd7",
        "scrollbar-background": "#121212",
        "scrollbar-background-hover": "#121212",
        "scrollbar-background-active": "#121212",
    },
)

INDEXED_DAY = replace(
    DAY,
    name="serbia-256-light",
    primary="#005faf",
    secondary="#5f00af",
    accent="#875f00",
    warning="#875f00",
    error="#af0000",
    success="#005f00",
    foreground="#262626",
    background="#ffffff",
    surface="#eeeeee",
    panel="#e4e4e4",
    variables={
        **DAY.variables,
        "foreground-muted": "#626262",
        "footer-background": "#ffffff",
        "input-selection-background": "#afd7ff",
        "scrollbar": "#d0d0d0",
        "scrollbar-hover": "#b2b2b2",
        "scrollbar-active": "#005faf",
        "scrollbar-background": "#ffffff",
        "scrollbar-background-hover": "#ffffff",
        "scrollbar-background-active": "#ffffff",
    },
)
"""Each chosen by hand among the 256: the nearest one to a bluish grey is green or blue."""

SIXTEEN = replace(
    BUILTIN_THEMES["ansi-dark"],
    name="serbia-16",
    primary="ansi_cyan",
    secondary="ansi_magenta",
    accent="ansi_yellow",
    warning="ansi_yellow",
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        "scrollbar": "ansi_bright_black",
        "scrollbar-hover": "ansi_white",
        "scrollbar-active": "ansi_cyan",
    },
)
"""The terminal's own colours, each chosen by hand: the nearest of sixteen to any colour of the
others is a grey."""

THEMES = (NIGHT, DAY, INDEXED_NIGHT, INDEXED_DAY, SIXTEEN)

INDEXED = {NIGHT.name: INDEXED_NIGHT, DAY.name: INDEXED_DAY}


def fitting(theme: Theme, colours: str | None) -> Theme:
    """A theme, or what takes its place in a terminal that has sixteen colours (``standard``) or
    256."""
    if colours == "256":
        return INDEXED.get(theme.name, theme)
    if colours != "standard" or theme.ansi:
        return theme
    return SIXTEEN if theme.dark else BUILTIN_THEMES["ansi-light"]


def names() -> list[str]:
    """All themes by their names, Textual's own too."""
    return [*(each.name for each in THEMES), *sorted(BUILTIN_THEMES)]


WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
"""Below 100 cells the detail stands under the list; from 160 there is room for the article."""

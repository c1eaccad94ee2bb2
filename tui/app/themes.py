"""Two themes of the explorer's own: ink by night, and paper by day."""

from __future__ import annotations

from textual.theme import Theme

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

THEMES = (NIGHT, DAY)


def names() -> list[str]:
    """All themes by their names, Textual's own too."""
    from textual.theme import BUILTIN_THEMES

    return [*(each.name for each in THEMES), *sorted(BUILTIN_THEMES)]


WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
"""Below 100 cells the detail stands under the list; from 160 there is room for the article."""

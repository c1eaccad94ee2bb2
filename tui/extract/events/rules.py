"""The rules for events, in the order in which they may take a head."""

from __future__ import annotations

from collections.abc import Callable

from tui.extract.events.dated import dated
from tui.extract.events.sentence import Sentence
from tui.extract.events.telling import (
    attempts,
    claimed,
    demands,
    going_on,
    held,
    spoken,
    telling_verbs,
    upcoming,
    victims,
)

RULES: tuple[Callable[[Sentence], None], ...] = (
    dated,
    held,
    attempts,
    telling_verbs,
    claimed,
    demands,
    upcoming,
    going_on,
    victims,
    spoken,
)

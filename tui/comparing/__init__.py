"""What several speakers say, side by side: on a topic, on some words, or at all.

:func:`compare` makes a :class:`Comparison` of them, without a screen; :mod:`.written`
puts one into text and Markdown.
"""

from tui.comparing.comparison import (
    Asked,
    Cell,
    Comparison,
    Group,
    compare,
    filled_up,
    most_quoted,
    speakers_filtered,
    whoever_speaks,
)
from tui.comparing.speakers import NotKnown, speaker_called

__all__ = [
    "Asked",
    "Cell",
    "Comparison",
    "Group",
    "NotKnown",
    "compare",
    "filled_up",
    "most_quoted",
    "speaker_called",
    "speakers_filtered",
    "whoever_speaks",
]

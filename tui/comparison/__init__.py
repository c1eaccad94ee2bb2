"""What several speakers say, side by side: on a topic, on some words, or at all.

:func:`compare` makes a :class:`SpeakerComparison` of them, without a screen; :mod:`.written`
puts one into text and Markdown.
"""

from tui.comparison.comparison import (
    Cell,
    ComparedGroup,
    ComparisonQuestion,
    SpeakerComparison,
    compare,
    filled_up,
    most_quoted,
    speakers_filtered,
    whoever_speaks,
)
from tui.comparison.speakers import NotKnown, speaker_called

__all__ = [
    "Cell",
    "ComparedGroup",
    "ComparisonQuestion",
    "NotKnown",
    "SpeakerComparison",
    "compare",
    "filled_up",
    "most_quoted",
    "speaker_called",
    "speakers_filtered",
    "whoever_speaks",
]

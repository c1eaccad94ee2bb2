"""Article text to records, by small rules in a visible order.

``read`` is the whole way: the text's shape and what it says of itself, its time
expressions, its names, its quotation marks, its sentences with their attributions, who the
speakers are, and from these the quotes, figures and events. ``quotes`` goes as far as who
says what, and no further; ``times`` finds the expressions of time alone. Everything is a pure
function of the text and of what the curated files tell beforehand; articles never see one another.
"""

from tui.extract.pipeline import Quoted, quotes, read, times

__all__ = ["Quoted", "quotes", "read", "times"]

"""An explorer of news reports about the disputed Serbian elections of December 2023."""

__version__ = "0.1.0"

"""The signs with which the lines of a list begin."""

from __future__ import annotations

SIGNS = "•*·▪"
BULLETS = f"{SIGNS}\u2580-\u25ff"
"""As they stand in a class of characters: bullets, and the blocks and shapes of a legend."""

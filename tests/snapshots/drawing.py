"""A screen as a picture that can be kept: the same every time, and whole by itself."""

from __future__ import annotations

import re

from tests.app.journey import Journey


def drawn(journey: Journey) -> str:
    """The screen as SVG. The class names, which are a digest, are made the same for all, and
    the fonts that would be fetched from elsewhere are left out: any monospace font will do."""
    svg = re.sub(r"terminal-\d+", "terminal", journey.app.export_screenshot())
    return re.sub(r"\s*@font-face \{[^}]*\}", "", svg)

"""The documents that come with the program, each by its path from the root."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.help_topics import HELP_TOPICS

ROOT = Path(__file__).parents[1]


@cache
def documents() -> dict[str, str]:
    """The text of each."""
    topics = [f"tui/{topic.file}" for topic in HELP_TOPICS.values()]
    others = ("README.md", "tui/README.md", "tests/bench/README.md", "seeds/README.md")
    return {path: (ROOT / path).read_text("utf-8") for path in (*others, *topics)}

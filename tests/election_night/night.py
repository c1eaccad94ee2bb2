"""Twelve articles in Serbian and its like and eight in English about one election night.

All of them are invented, and so is everybody in them but the parties and bodies.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.build import build
from tui.corpus import Corpus
from tui.model import Article

ARTICLES = Path(__file__).parent / "articles"
PEROVIC = "ljubisa-perovic"


@cache
def corpus() -> Corpus:
    return build(ARTICLES, processes=1).corpus


def article(file: str) -> Article:
    """The article of a file, by how its name begins."""
    return next(each for each in corpus().articles if each.file.startswith(file))

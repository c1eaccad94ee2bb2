"""What the rules ask of the text of every report, told once, by whoever reads it."""

from __future__ import annotations

from itertools import chain

from tui.disagreements.answers import answers_in
from tui.disagreements.negations import own_denials
from tui.disagreements.stories import names_in
from tui.disagreements.words import words_of
from tui.model import Article
from tui.near_copies import sketch
from tui.summary import ReportFacts


def facts_of(article: Article, text: str) -> ReportFacts:
    """What the text of an article tells to whoever compares it with others."""
    words = words_of(article.language)
    denials = own_denials(article.id, text, words)
    return ReportFacts(
        article.language,
        sketch(text),
        *names_in(text, words),
        sorted(answers_in(text, words)),
        [[*chain.from_iterable(each[1:] for each in found if each)] for found in denials],
    )

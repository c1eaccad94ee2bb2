"""What can be read about the program: documents that stand beside the code that they are about."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parent


_PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*\)\n+", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\((?!https?:)[^)]*\)")


class HelpTopic(NamedTuple):
    """A document: what it is about, in a line, and its file in the package."""

    about: str
    file: str

    @property
    def text(self) -> str:
        """The whole document, in Markdown."""
        return (PACKAGE / self.file).read_text("utf-8")

    @property
    def shown(self) -> str:
        """The document as a terminal shows it: without pictures, and with the words alone of
        links to other files."""
        return _LINK.sub(r"\1", _PICTURE.sub("", self.text))


HELP_TOPICS = {
    "screen": HelpTopic("the tabs of the explorer and its keys", "app/SCREEN.md"),
    "notebook": HelpTopic("bookmarks, notes, tags, corrections", "annotated/NOTEBOOK.md"),
    "search": HelpTopic("words, fields and signs of a query", "search/SEARCH.md"),
    "disagreements": HelpTopic(
        "how figures are compared, majorities, disagreements", "disagreements/DISAGREEMENTS.md"
    ),
    "shell": HelpTopic("every command, with examples", "cli/SHELL.md"),
    "forms": HelpTopic("forms of export, and the fields of the records", "export/FORMS.md"),
    "articles": HelpTopic("kinds of files that are read, and their facts", "documents/ARTICLES.md"),
    "browser": HelpTopic("the explorer in a browser", "serve/BROWSER.md"),
    "accuracy": HelpTopic(
        "what is read from an article, how well, and what is not", "extract/ACCURACY.md"
    ),
    "guarantees": HelpTopic("what can be relied on, and where things are kept", "GUARANTEES.md"),
}

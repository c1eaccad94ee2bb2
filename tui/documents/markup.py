"""HTML as plain text, by Python's own parser: what a reader of it sees, a block a paragraph.

For messages, chapters and items of feeds, which are all report. A page of a site, of which
the report is a part, is read by ``pages``.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple

_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot
    th thead title tr ul""".split()
)
_HEADINGS = frozenset("h1 h2 h3".split())
_UNSEEN = frozenset(
    "audio canvas head iframe math noscript object script select style svg template video".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without an end."""

_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|font-size)\s*:\s*0",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")

DEEPEST = 10_000
"""Elements within elements that are told apart."""


class Markup(NamedTuple):
    """The text of a page, and its first heading or else its title."""

    text: str
    title: str


def is_markup(text: str) -> bool:
    """Whether a text holds elements of HTML."""
    return (
        re.search(r"</(?:p|div|span|a|b|i|em|strong|li|h[1-6])\s*>|<br\s*/?>", text, re.I)
        is not None
    )


def plain_text(html: str) -> Markup:
    """What a reader sees of a page or a piece of one."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return Markup(parser.text(), parser.title)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._hidden_from: int | None = None
        """How many elements were open where one began that nobody sees."""
        self._heading: list[str] | None = None
        self._titled: list[str] | None = None
        self._first_heading = self._page_title = ""

    @property
    def title(self) -> str:
        return self._first_heading or self._page_title

    def text(self) -> str:
        """The text, paragraphs apart by an empty line."""
        blocks = "".join(self._pieces).split("\0")
        made = (_LINES.sub("\n", _SPACE.sub(" ", block)).strip() for block in blocks)
        return "\n\n".join(filter(None, made))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._titled = []
        if tag == "br":
            self._add("\n")
        elif tag in _BLOCKS:
            self._add("\0")
        elif tag == "q":
            self._add("“")
        if tag in _EMPTY or len(self._open) >= DEEPEST:
            return
        if self._hidden_from is None and (tag in _UNSEEN or _is_hidden(attrs)):
            self._hidden_from = len(self._open)
        self._open.append(tag)
        if tag in _HEADINGS and not self._first_heading and self._hidden_from is None:
            self._heading = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title" and self._titled is not None:
            self._page_title = self._page_title or " ".join("".join(self._titled).split())
            self._titled = None
        if tag in _HEADINGS and self._heading is not None:
            self._first_heading = " ".join("".join(self._heading).split())
            self._heading = None
        # An element that was never opened ends none; one that was ends those within it.
        if tag in self._open[-50:]:
            while self._open.pop() != tag:
                pass
            if self._hidden_from is not None and len(self._open) <= self._hidden_from:
                self._hidden_from = None
        if tag in _BLOCKS:
            self._add("\0")
        elif tag == "q":
            self._add("”")

    def handle_data(self, data: str) -> None:
        if self._titled is not None:
            self._titled.append(data)
        if self._hidden_from is None:
            words = data.replace("\0", "")
            if "pre" not in self._open[-3:]:
                words = words.replace("\n", " ")
            self._add(words)

    def _add(self, words: str) -> None:
        if self._hidden_from is None:
            self._pieces.append(words)
            if self._heading is not None:
                self._heading.append(words.replace("\0", " "))


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    given = dict(attrs)
    return "hidden" in given or _HIDDEN.search(given.get("style") or "") is not None

"""Markdown: which characters are marks, and which are the report.

Only what stands in news texts and in the notes of web clippers is known: headings, emphasis,
links, pictures, quoted lines, bullets, comments, fences, rules, tags, footnotes, HTML's
elements. The marks stay in the file's text, where anchors count
them; the rules read what is left between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.documents import frontmatter
from tui.documents.document import Document
from tui.model import Told

_HEADING = re.compile(r"^[ ]{0,3}#[ \t]{1,9}(?P<words>[^\s#][^\r\n]{0,400})", re.MULTILINE)

_MARKS = re.compile(
    r"(?P<line>^[ ]{0,3}(?:\#{1,6}[ \t]{1,9}|(?:>[ ]?)+|[-*+][ \t]{1,9}(?=\S)"
    r"|(?:`{3}|~{3})[^\r\n]*|[-*_=](?:[ \t]{0,9}[-*_=]){2,}[ \t]{0,9}(?=[\r\n]|\Z)"
    r"|\[[^\]\r\n]{1,80}\]:[ \t][^\r\n]*))"
    r"|(?P<close>[ \t]\#{1,6}[ \t]{0,9}(?=[\r\n]|\Z))"
    r"|(?P<embedded>!\[\[[^\[\]\r\n]{1,300}\]\]|%%[^%\r\n]{0,500}%%)"
    r"|\[\[(?:[^\[\]|\r\n]{1,200}\|)?(?P<page>[^\[\]|\r\n]{1,200})\]\]"
    r"|(?P<note>\[\^[^\]\s]{1,30}\](?!:)|\[![\w-]{1,20}\][+-]?[ \t]{0,9})"
    r"|(?P<tags>(?:(?:^|[ \t])\#[^\W\d][\w/-]{0,60}){1,20}(?:[ \t]\^[\w-]{1,40})?[ \t]{0,9}"
    r"(?=[\r\n]|\Z)"
    r"|[ \t]\^[\w-]{1,40}[ \t]{0,9}(?=[\r\n]|\Z))"
    r"|(?P<element></?(?:p|br|div|span|em|strong|b|i|u|a|h[1-6]|ul|ol|li|blockquote|sup|sub|figure"
    r"|figcaption|img|hr|small)\b[^<>\r\n]{0,500}>)"
    r"|(?P<picture>!\[[^\]\r\n]{0,300}\]\([^()\r\n]{0,2000}\))"
    r"|\[(?P<link>[^\[\]\r\n]{1,300})\](?:\([^()\r\n]{0,2000}\)|\[[^\]\r\n]{0,80}\])"
    r"|<(?P<address>https?://[^<>\s]{1,2000})>"
    r"|(?P<lit>==(?=\S)|(?<=\S)==)"
    r"|(?P<strong>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])",
    re.MULTILINE,
)
"""Marks; no part of one is without a bound, so that the time grows with the text alone."""

_KEPT = ("link", "page", "address", "escaped")
"""The groups whose words are the report's; all else that is matched is a mark."""


def read(text: str, encoding: str) -> Document:
    """The text of a Markdown file, its marks and front matter set aside."""
    matter = frontmatter.read(text)
    start = matter.end if matter else 1 if text.startswith("\ufeff") else 0
    kept: list[tuple[int, int]] = []
    for begin, end in _outside_comments(text, start):
        at = begin
        for mark in _MARKS.finditer(text, begin, end):
            opens, closes = mark.span()
            if mark["strong"] and _stands_alone(text, opens, closes):
                continue
            inner = next((mark.span(name) for name in _KEPT if mark[name]), (closes, closes))
            kept += [(at, opens), inner]
            at = closes
        kept.append((at, end))
    told = dict(matter.told) if matter else {}
    heading = _HEADING.search(text, start, start + 5_000)
    if "title" not in told and heading:
        words = " ".join(_MARKS.sub("", heading["words"]).split())
        if words:
            told["title"] = Told(words, "heading", heading.span("words"))
    return Document(text, encoding, _joined(kept), told, matter.remarks if matter else ())


def _outside_comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The stretches of a text between its comments; one that never ends is none."""
    while (opens := text.find("<!--", start)) >= 0:
        closes = text.find("-->", opens)
        if closes < 0:
            break
        yield start, opens
        start = closes + 3
    yield start, len(text)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a star is itself: with space on both sides, as in 3 * 4."""
    return text[max(0, start - 1) : start].isspace() and text[end : end + 1].isspace()


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans without empty ones, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = joined[-1][0], end
        elif start < end:
            joined.append((start, end))
    return tuple(joined)

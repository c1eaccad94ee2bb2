"""What a text says about itself: the role of each paragraph, its title, byline and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import filterfalse

from tui.extract.languages.en.times import published_in
from tui.extract.text.document import Document, Paragraph, Role, Span, lines

FURNITURE = re.compile(
    r"^(?:related (?:topics|articles|stories|news)|read (?:the rest|more|also|next)\b.*"
    r"|see also\b.*"
    r"|share (?:this|on)\b.*|sign up\b.*|subscribe\b.*|follow us\b.*|advertisement|comments?"
    r"|all rights reserved.*|copyright\b.*|©.*|most (?:read|popular)\b.*|click here\b.*"
    r"|this (?:material|article|story) may not be (?:published|reproduced).*|newsletter.*"
    r"|photo(?:s)? by\b.*|story continues below.*|continue reading.*|loading.*)$",
    re.IGNORECASE,
)
"""Lines that a site puts around its articles."""
_FURNITURE = tuple(
    """related read see share sign subscribe follow advertisement comment all copyright © most
    click this newsletter photo story continue loading""".split()
)
"""How they begin; most paragraphs begin otherwise."""
SITES_WORDS = re.compile(
    r"^.*\b(?:website contains only|please contact us for|subscription options)\b.*$",
    re.IGNORECASE,
)
_SITES_WORDS = ("website contains only", "please contact us for", "subscription options")
"""The same, by words anywhere in the text; a search for these alone is over at once."""

BYLINE = re.compile(
    r"^(?:by\s+)(?P<by>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4})"
    r"(?:\s*(?:,|and|\||for)\b.*)?$",
    re.IGNORECASE,
)
DATED_BYLINE = re.compile(
    r"^(?P<by>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,3})\s*[|•·–—-]\s*(?=.*\d{4})"
)
CREDIT = re.compile(
    r"\((?:(?:AP |Reuters |AFP )?Photo\b[^()]*|[^()/]{2,60}/\s*(?P<agency>[A-Z][\w. ]{1,30})"
    r"(?:\s+via\s+[\w ]+)?)\)\s*$"
)
"""The photographer and agency that close a caption: ``(Darko Vojinovic/AP)``."""

CAPTION_OPENS = re.compile(r"^(?:(?:file|pictured|photo|image)\b.{0,20}[:\-–—])", re.IGNORECASE)
DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,30}(?:\s*\([A-Z][A-Za-z ]+\))?$")
AGENCY_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][a-z.]+(?: \d{1,2})?)?\s*\((?P<agency>AP|AFP|Reuters|UPI|DPA"
    r"|TASS|Tanjug|Beta|FoNet|Xinhua|RFE/RL|BIRN)\)\s*[-–—]"
)
ENGLISH = frozenset(
    "the of and to in a is that for on was with as it by at from be are has have said not".split()
)
KNOWN_AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "AA": "Anadolu Agency",
    "UPI": "United Press International",
    "DPA": "Deutsche Presse-Agentur",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text itself tells; spans are None where it does not."""

    title: Span | None
    author: Span | None
    published: tuple[Span, str] | None
    agency: tuple[Span, str] | None
    spoken: bool
    """Whether the text is a broadcast transcript."""
    document: Document

    @property
    def language(self) -> str:
        """ "en", or "" where the report is in another language. Its reader alone asks."""
        paragraphs = self.document.paragraphs
        text = self.document.text
        body = " ".join([text[p.start : p.end] for p in paragraphs if p.role == "body"])
        return "en" if _english(body[:20_000]) >= 0.12 else ""


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: lines, or blocks of lines where the text is wrapped by hand."""
    found = lines(text)
    if len(found) < 6:
        return found
    lengths = sorted(span.end - span.start for span in found)
    # The median: ``statistics`` is long in importing.
    inner = lengths[(len(lengths) - 1) // 2 : len(lengths) // 2 + 1]
    if lengths[-1] > 120 or not 40 <= sum(inner) / len(inner) <= 90:
        return found
    open_ends = sum(not _ends(text[max(s.start, s.end - 4) : s.end]) for s in found)
    if open_ends <= len(found) / 2:
        return found
    blocks: list[Span] = []
    for span in found:
        if blocks and text.count("\n", blocks[-1].end, span.start) == 1:
            blocks[-1] = Span(blocks[-1].start, span.end)
        else:
            blocks.append(span)
    return blocks


def _ends(words: str) -> bool:
    """Whether words end as a sentence does, marks that close behind its stop."""
    return words.rstrip("\"'”’)]»")[-1:] in _STOPS


_LETTERS = re.compile(r"[^\W\d_]++")
_STOPS = frozenset(".!?…:;")


def read(text: str) -> tuple[Document, Metadata]:
    """The document of a text and what it says about itself."""
    spans = paragraphs(text)
    of_the_site = _of_the_site(text)
    dated = published_in(text)
    roles: list[Paragraph] = []
    title: Span | None = None
    author: Span | None = None
    agency: tuple[Span, str] | None = None
    spoken = False
    body_seen = False
    body_started = False
    for index, span in enumerate(spans):
        words = text[span.start : span.end]
        if dated and span.start <= dated[0].start <= span.start + 6 and dated[0].end < span.end:
            # A date run into the lead: the paragraph begins behind it.
            span = _after(text, span, dated[0].end)
            words = text[span.start : span.end]
        role = _role(words, body_started)
        if of_the_site and SITES_WORDS.match(words):
            role = "furniture"
        if role == "body" and not body_started and title is None and _is_title(words, spans, index):
            role = "title"
        elif role == "body" and not body_started and title and _is_subtitle(words):
            role = "lead-title"
        if role == "label" and words.strip().upper().startswith("TRANSCRIPT"):
            spoken = True
        if role == "byline" and author is None:
            found = BYLINE.match(words) or DATED_BYLINE.match(words)
            if found:
                author = Span(span.start + found.start("by"), span.start + found.end("by"))
        if role == "title" and title is None:
            title = span
        elif title and role == "body" and not body_seen:
            repeated = text[title.start : title.end]
            if words.startswith(repeated) and len(words) > len(repeated) + 20:
                # The headline again, run into the caption of the picture below it.
                roles.append(Paragraph(span.start, span.start + len(repeated), "title"))
                span = _after(text, span, span.start + len(repeated))
                roles.append(Paragraph(span.start, span.end, "caption"))
                continue
        credit = CREDIT.search(words) if words.endswith(")") else None
        if role == "body" and credit:
            role = "caption"
        source = (credit if credit and credit["agency"] else None) or AGENCY_DATELINE.match(words)
        if source and agency is None:
            at = Span(span.start + source.start("agency"), span.start + source.end("agency"))
            agency = at, KNOWN_AGENCIES.get(source["agency"], source["agency"])
        if role == "body" and (len(words) > 120 or _ends(words)):
            body_started = body_seen = True
        if role == "body" and source and source.re is AGENCY_DATELINE:
            # Where it was written, and for whom, is no part of what the lead tells.
            roles.append(Paragraph(span.start, span.start + source.end(), "dateline"))
            span = _after(text, span, span.start + source.end())
        if credit and role == "caption":
            # The photographer is no part of what the caption tells.
            cut = span.start + credit.start()
            roles.append(Paragraph(span.start, _before(text, cut), role))
            span, role = Span(cut, span.end), "furniture"
        if span.end > span.start:
            roles.append(Paragraph(span.start, span.end, role))
    _mark_foreign_tail(text, roles)
    document = Document(text, tuple(roles))
    return document, Metadata(title, author, dated, agency, spoken, document)


def _after(text: str, span: Span, position: int) -> Span:
    while position < span.end and text[position].isspace():
        position += 1
    return Span(position, span.end)


def _before(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def _role(words: str, body_started: bool) -> Role:
    opening = words[:20].casefold()
    if opening.startswith(_FURNITURE) and FURNITURE.match(words):
        return "furniture"
    if len(words) > 90:
        return "caption" if CAPTION_OPENS.match(words) else "body"
    if BYLINE.match(words) or DATED_BYLINE.match(words):
        return "byline" if not body_started else "body"
    if DATELINE.match(words) and not body_started:
        return "label" if words.strip().upper() == "TRANSCRIPT" else "dateline"
    if not body_started and len(words.split()) <= 2 and not _ends(words):
        return "label"
    return "body"


def _of_the_site(text: str) -> bool:
    lower = text.lower()
    return any(each in lower for each in _SITES_WORDS)


def _is_title(words: str, spans: list[Span], index: int) -> bool:
    if len(words) > 140 or index > 3 or len(spans) < 2:
        return False
    tokens = [word for word in _LETTERS.findall(words) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in tokens)
    title_case = len(tokens) >= 3 and capitals >= 0.75 * len(tokens)
    return title_case or not _ends(words)


def _is_subtitle(words: str) -> bool:
    return len(words) <= 200 and not _ends(words)


def _english(words: str) -> float:
    # What stands between spaces is mostly a word already; the rest is searched for words.
    chunks = words.lower().split()
    plain = list(filter(str.isalpha, chunks))
    rest = _LETTERS.findall(" ".join(filterfalse(str.isalpha, chunks)))
    known = sum(map(ENGLISH.__contains__, plain)) + sum(map(ENGLISH.__contains__, rest))
    return known / max(1, len(plain) + len(rest))


def _mark_foreign_tail(text: str, roles: list[Paragraph]) -> None:
    """Short lines after the last full sentence are the site's, not the article's."""
    for index in range(len(roles) - 1, 0, -1):
        words = text[roles[index].start : roles[index].end]
        if roles[index].role == "furniture":
            continue
        if len(words) < 60 and not _ends(words) and roles[index].role == "body":
            roles[index] = replace(roles[index], role="furniture")
        else:
            break

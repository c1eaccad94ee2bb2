"""What a text says about itself: the role of each paragraph, its title, byline and date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tui.extract.text.document import Document, Paragraph, Role, Span, lines


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRules:
    """How a language words what stands around a report: bylines, datelines, credits, and
    the site's own lines. A pattern of what it does not have matches nothing."""

    furniture: re.Pattern[str] = re.compile(r"©.*|https?://\S*$")
    """A whole paragraph that a site puts around its articles."""
    furniture_opens: tuple[str, ...] = ("©", "http")
    """How such paragraphs begin, in small letters: most others are soon told apart."""
    site: re.Pattern[str] = re.compile(r"(?!)")
    """A paragraph that is the site's by words anywhere in it."""
    site_words: tuple[str, ...] = ()
    """Those words, in small letters."""
    bylines: Sequence[re.Pattern[str]] = ()
    """A paragraph that names the author as its group ``by``."""
    source: re.Pattern[str] = re.compile(r"(?!)")
    """A paragraph that names the outlet as its group ``source``."""
    lone_name: re.Pattern[str] = re.compile(r"(?!)")
    """A paragraph that may be a name alone."""
    credit: re.Pattern[str] = re.compile(r"(?!)")
    """What closes a caption: the photographer, and the group ``agency``."""
    caption_opens: re.Pattern[str] = re.compile(r"(?!)")
    dateline: re.Pattern[str] = re.compile(r"(?!)")
    agency_dateline: re.Pattern[str] = re.compile(r"(?!)")
    """What opens a lead: the place, and the group ``agency``."""
    agencies: Mapping[str, str] = field(default_factory=dict)
    """The names of agencies by what datelines and credits call them."""
    transcript: str = "TRANSCRIPT"
    """What a label says, in capitals, where a broadcast is written down."""
    published_in: Callable[[str], tuple[Span, str] | None] = lambda _text: None
    """Where the head of a text dates itself, and the day in ISO form."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text itself tells; spans are None where it does not."""

    title: Span | None
    author: Span | None
    published: tuple[Span, str] | None
    agency: tuple[Span, str] | None
    publisher: Span | None
    spoken: bool
    """Whether the text is a broadcast transcript."""
    document: Document


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


def read(text: str, rules: FurnitureRules) -> tuple[Document, Metadata]:
    """The document of a text and what it says about itself."""
    spans = paragraphs(text)
    of_the_site = _of_the_site(text, rules)
    dated = rules.published_in(text)
    roles: list[Paragraph] = []
    title: Span | None = None
    author: Span | None = None
    agency: tuple[Span, str] | None = None
    publisher: Span | None = None
    spoken = False
    body_seen = False
    body_started = False
    for index, span in enumerate(spans):
        words = text[span.start : span.end]
        if dated and span.start <= dated[0].start <= span.start + 6 and dated[0].end < span.end:
            # A date run into the lead: the paragraph begins behind it.
            span = _after(text, span, dated[0].end)
            words = text[span.start : span.end]
        role = _role(words, body_started, rules)
        if of_the_site and rules.site.match(words):
            role = "furniture"
        if role == "body" and not body_started and title is None and _is_title(words, spans, index):
            role = "title"
        elif role == "body" and not body_started and title and _is_subtitle(words):
            role = "lead-title"
        if publisher is None and not body_started and (outlet := rules.source.match(words)):
            publisher = Span(span.start + outlet.start("source"), span.start + outlet.end("source"))
            role = "byline"
        if (
            author is None
            and title is not None
            and role in ("label", "lead-title")
            and rules.lone_name.match(words)
            and _signs(text, spans, index, dated, rules)
        ):
            author, role = span, "byline"
        if role == "label" and words.strip().upper().startswith(rules.transcript):
            spoken = True
        if role == "byline" and author is None:
            found = _byline(words, rules)
            if found:
                if publisher is None and "source" in found.re.groupindex:
                    publisher = Span(
                        span.start + found.start("source"), span.start + found.end("source")
                    )
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
        credit = rules.credit.search(words) if words.endswith(")") else None
        if role == "body" and credit:
            role = "caption"
        source = (credit if credit and credit["agency"] else None) or rules.agency_dateline.match(
            words
        )
        if source and agency is None:
            at = Span(span.start + source.start("agency"), span.start + source.end("agency"))
            agency = at, rules.agencies.get(source["agency"], source["agency"])
        if role == "body" and (len(words) > 120 or _ends(words)):
            body_started = body_seen = True
        if role == "body" and source and source.re is rules.agency_dateline:
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
    if author and publisher and _same(text, author, publisher):
        author = None  # An outlet that signs for itself.
    _mark_foreign_tail(text, roles)
    document = Document(text, tuple(roles))
    return document, Metadata(title, author, dated, agency, publisher, spoken, document)


def _same(text: str, one: Span, other: Span) -> bool:
    return text[slice(*one)].casefold() == text[slice(*other)].casefold()


def _signs(
    text: str,
    spans: Sequence[Span],
    index: int,
    dated: tuple[Span, str] | None,
    rules: FurnitureRules,
) -> bool:
    """Whether the date of the report or its outlet follows a line within the next two, so that
    the line is a byline."""
    for span in spans[index + 1 : index + 3]:
        if dated is not None and span.start <= dated[0].start < span.end:
            return True
        if rules.source.match(text, span.start, span.end):
            return True
    return False


def _after(text: str, span: Span, position: int) -> Span:
    while position < span.end and text[position].isspace():
        position += 1
    return Span(position, span.end)


def _before(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position


def _byline(words: str, rules: FurnitureRules) -> re.Match[str] | None:
    return next((found for each in rules.bylines if (found := each.match(words))), None)


def _role(words: str, body_started: bool, rules: FurnitureRules) -> Role:
    opening = words[:20].casefold()
    if opening.startswith(rules.furniture_opens) and rules.furniture.match(words):
        return "furniture"
    if len(words) > 90:
        return "caption" if rules.caption_opens.match(words) else "body"
    if _byline(words, rules):
        return "byline" if not body_started else "body"
    if rules.dateline.match(words) and not body_started:
        return "label" if words.strip().upper() == rules.transcript else "dateline"
    if not body_started and len(words.split()) <= 2 and not _ends(words):
        return "label"
    return "body"


def _of_the_site(text: str, rules: FurnitureRules) -> bool:
    lower = text.lower()
    return any(each in lower for each in rules.site_words)


_DATE_LINE = re.compile(r"\W*\d{1,2}\.?\s?[^\W\d_]{3,12}\.?,?\s\d{4}\b[\s,\d:.h|]*$")


def _is_title(words: str, spans: list[Span], index: int) -> bool:
    if _DATE_LINE.match(words):
        return False
    if len(words) > 140 or index > 3 or len(spans) < 2:
        return False
    tokens = [word for word in _LETTERS.findall(words) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in tokens)
    title_case = len(tokens) >= 3 and capitals >= 0.75 * len(tokens)
    return title_case or not _ends(words)


def _is_subtitle(words: str) -> bool:
    return len(words) <= 200 and not _ends(words)


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

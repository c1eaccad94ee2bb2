"""What a text says about itself: the role of each paragraph, its title, byline and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui.extract.stages.furniture import FurnitureRules
from tui.extract.stages.paragraphs import after, before, ends, hours_of_posts, paragraphs
from tui.extract.text.document import Document, Paragraph, Role, Span


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


_LETTERS = re.compile(r"[^\W\d_]++")


def read(text: str, rules: FurnitureRules) -> tuple[Document, Metadata]:
    """The document of a text and what it says about itself."""
    reader = _Reader(text, rules)
    for index in range(len(reader.spans)):
        reader.take(index)
    names = [text[slice(*each)].casefold() for each in (reader.author, reader.publisher) if each]
    if len(names) > len(set(names)):
        reader.author = None  # An outlet that signs for itself.
    _mark_foreign_tail(text, reader.roles)
    reader.sign_off()
    document = Document(text, tuple(reader.roles), rules.stops)
    told = reader.title, reader.author, reader.dated, reader.agency, reader.publisher
    return document, Metadata(*told, reader.spoken, document)


class _Reader:
    """Goes through the paragraphs once: gives each its role, and keeps what they tell."""

    def __init__(self, text: str, rules: FurnitureRules) -> None:
        self.text = text
        self.rules = rules
        self.spans = paragraphs(text)
        self.of_the_site = _of_the_site(text, rules)
        self.dated = rules.published_in(text)
        self.roles: list[Paragraph] = []
        self.title: Span | None = None
        self.author: Span | None = None
        self.agency: tuple[Span, str] | None = None
        self.publisher: Span | None = None
        self.spoken = False
        self.body_started = False
        self.hours = hours_of_posts(text, self.spans)

    def take(self, index: int) -> None:
        """One paragraph, or the part of it that stands behind the date of the report."""
        span = self.spans[index]
        if hour := self.hours.get(span.start):
            self.roles.append(Paragraph(span.start, hour, "furniture"))
            span = after(self.text, span, hour)
        if self._opens_with_date(span):
            # A date run into the lead: the paragraph begins behind it.
            span = after(self.text, span, self.dated[0].end) if self.dated else span
        words = self.text[span.start : span.end]
        role = self._signed(index, span, words, self._role(index, span, words))
        if role == "title" and self.title is None:
            self.title = span
        elif self.title and role == "body" and not self.body_started:
            repeated = self.text[self.title.start : self.title.end]
            if words.startswith(repeated) and len(words) > len(repeated) + 20:
                # The headline again, run into the caption of the picture below it.
                cut = span.start + len(repeated)
                self.roles.append(Paragraph(span.start, cut, "title"))
                span = after(self.text, span, cut)
                self.roles.append(Paragraph(span.start, span.end, "caption"))
                return
        self._keep(span, words, role)

    def _role(self, index: int, span: Span, words: str) -> Role:
        """What a paragraph is, before it is asked who signs it."""
        rules = self.rules
        role = _role(words, self.body_started, rules)
        if self.of_the_site and rules.site.match(words):
            role = "furniture"
        if role != "body" or (self.body_started and not self._heads(index, span)):
            return role
        if self._holds_date(span):
            beside = self._beside_date(span) if index > 0 and not ends(words[-4:]) else []
            if self._only_dates(span) and not any(map(self._tells, beside)):
                return "lead-title" if self.title else "byline"
            if beside:
                return "byline"
        if words.count(" | ") > 1:
            return "label"  # The way to the report through its site.
        if self.title is None and _is_title(words, self.spans, index):
            return "title"
        return "lead-title" if self.title and _is_subtitle(words) else "body"

    def _heads(self, index: int, span: Span) -> bool:
        """Whether a line with the date stands behind a long summary, and above the report."""
        return index <= _HEAD < len(self.spans) - 2 and self._holds_date(span)

    def _opens_with_date(self, span: Span) -> bool:
        """Whether the date of the report opens a paragraph that goes on behind it."""
        if self.dated is None or not span.start <= self.dated[0].start <= span.start + 6:
            return False
        if self.dated[0].end >= span.end or self._only_dates(span):
            return False
        return not any(map(self._tells, self._beside_date(span)))

    def _holds_date(self, span: Span) -> bool:
        """Whether the date of the report stands in a line."""
        return self.dated is not None and span.start <= self.dated[0].start < span.end

    def _only_dates(self, span: Span) -> bool:
        """Whether a line dates the report and says little else."""
        if self.dated is None or not self._holds_date(span):
            return False
        beside = (
            self.text[span.start : self.dated[0].start] + self.text[self.dated[0].end : span.end]
        )
        return sum(map(len, _LETTERS.findall(beside[:200]))) <= _BESIDE_A_DATE

    def _beside_date(self, span: Span) -> list[Span]:
        """What stands beside the date of the report in its line, part by part."""
        if self.dated is None or span.end - span.start > _LONGEST_HEAD:
            return []
        parts = []
        date, _ = self.dated
        for start, end in ((span.start, date.start), (date.end, span.end)):
            at = start
            for mark in (*_SEPARATOR.finditer(self.text, start, max(start, end)), None):
                stop = mark.start() if mark else end
                words = self.text[at:stop]
                inner = words.strip(" \t,()")
                if inner:
                    begin = at + words.index(inner)
                    parts.append(Span(begin, begin + len(inner)))
                at = mark.end() if mark else end
        return parts

    def _signed(self, index: int, span: Span, words: str, role: Role) -> Role:
        """What a paragraph of the head tells of who wrote the report, and for whom."""
        rules = self.rules
        if self.publisher is None and not self.body_started and (by := rules.source.match(words)):
            self._take_names(span.start, by)
            return "byline"
        label = self.spans[index - 1] if index and not self.body_started else None
        if label and rules.byline_label.fullmatch(self.text, *label) and self._is_name(span):
            self.author = self.author or span
            return "byline"
        near = self.title is not None and not self.body_started and self._near_date(index)
        outlet = role in ("label", "lead-title") or (role == "dateline" and words in rules.agencies)
        if near and outlet and self._takes_outlet(span):
            return "byline"
        if near and role in ("label", "lead-title"):
            signs = _signs(self.text, self.spans, index, self.dated, rules)
            if self.author is None and self._is_name(span, sure=not signs or "," in words):
                self.author = span
                return "byline"
        if role == "label" and words.strip().upper().startswith(rules.transcript):
            self.spoken = True
        if role == "byline" and (found := _byline(words, rules)):
            self._take_names(span.start, found)
        elif role == "byline" and self._holds_date(span):
            for part in self._beside_date(span):
                self._take_part(part)
        return role

    def _near_date(self, index: int) -> bool:
        """Whether the date of the report stands within two lines of this one, or who writes or
        for whom is told beside it."""
        near = self.spans[max(0, index - 2) : index + 3]
        return self.author is not None or any(
            self._holds_date(span) or self.rules.source.match(self.text, span.start, span.end)
            for span in near
        )

    def _is_name(self, span: Span, *, sure: bool = False) -> bool:
        """Whether words are a name or several; ``sure`` asks for a given name to begin them."""
        words, rules = self.text[span.start : span.end], self.rules
        return (
            rules.lone_name.match(words) is not None
            and not rules.outlet.fullmatch(words)
            and not rules.section.fullmatch(words)
            and (not sure or rules.given_name(words))
        )

    def _is_outlet(self, span: Span) -> bool:
        """Whether words name an agency or an outlet."""
        words = self.text[slice(*span)]
        return words in self.rules.agencies or self.rules.outlet.fullmatch(words) is not None

    def _outlets(self, part: Span) -> list[Span]:
        """The outlets and agencies of which a part of a line names nothing else."""
        found = [Span(*each.span()) for each in _LISTED.finditer(self.text, *part)]
        return found if all(map(self._is_outlet, found)) else []

    def _takes_outlet(self, span: Span) -> bool:
        """Whether a line is an outlet's name, perhaps with a place behind it."""
        end = self.text.find(",", span.start, span.end)
        named = Span(span.start, end if end >= 0 else span.end)
        if self.rules.section.fullmatch(self.text, *named) or not self._is_outlet(named):
            return False
        self._take_outlet(named)
        return True

    def _tells(self, part: Span) -> bool:
        """Whether a part of a line with the date names a writer, an outlet or an agency."""
        by = _byline(self.text[slice(*part)], self.rules)
        return by is not None or self._is_outlet(part) or self._is_name(part)

    def _take_part(self, part: Span) -> None:
        """What one part of a line with the date says."""
        words = self.text[slice(*part)]
        if found := _byline(words, self.rules):
            self._take_names(part.start, found)
        elif outlets := self._outlets(part):
            for outlet in outlets:
                if not self.rules.section.fullmatch(self.text, *outlet):
                    self._take_outlet(outlet)
        elif self.author is None and self._is_name(part, sure=self.text[part.end] in ",("):
            self.author = part

    def _take_outlet(self, named: Span) -> None:
        words = self.text[slice(*named)]
        if words in self.rules.agencies:
            self.agency = self.agency or (named, self.rules.agencies[words])
        else:
            self.publisher = self.publisher or named

    def _take_names(self, start: int, found: re.Match[str]) -> None:
        """The author, outlet and agency that a line names, each where none is known yet."""
        rules = self.rules
        named = {
            name: Span(start + found.start(name), start + found.end(name))
            for name in found.re.groupindex
            if found[name]
        }
        by = named.pop("by", None)
        if by and (self._is_outlet(by)):
            named.setdefault("source", by)
        elif by:
            self.author = self.author or by
        if "agency" in named and self.agency is None:
            words = self.text[slice(*named["agency"])]
            self.agency = named["agency"], rules.agencies.get(words, words)
        if "source" in named:
            self._take_outlet(named["source"])

    def _keep(self, span: Span, words: str, role: Role) -> None:
        """A paragraph with its role, without the dateline before it and the credit behind it."""
        rules = self.rules
        credit = rules.credit.search(words) if words.endswith(")") else None
        if role in ("body", "lead-title") and credit:
            role = "caption"
        source = (credit if credit and credit["agency"] else None) or rules.agency_dateline.match(
            words
        )
        if source:
            self._take_names(span.start, source)
        if role == "body" and (len(words) > 120 or ends(words)):
            self.body_started = True
        if role == "body" and source and source.re is rules.agency_dateline:
            # Where it was written, and for whom, is no part of what the lead tells.
            self.roles.append(Paragraph(span.start, span.start + source.end(), "dateline"))
            span = after(self.text, span, span.start + source.end())
        if credit and role == "caption":
            # The photographer is no part of what the caption tells.
            cut = span.start + credit.start()
            self.roles.append(Paragraph(span.start, before(self.text, cut), role))
            span, role = Span(cut, span.end), "furniture"
        if span.end > span.start:
            self.roles.append(Paragraph(span.start, span.end, role))

    def sign_off(self) -> None:
        """What the last paragraphs tell of who wrote the report, and for whom."""
        for at in range(max(0, len(self.roles) - _CLOSING), len(self.roles)):
            start, end, role = self.roles[at].start, self.roles[at].end, self.roles[at].role
            if end - start > _LONGEST_SIGN_OFF:
                start = end - _LONGEST_SIGN_OFF
            if self.author is None and at + 1 < len(self.roles):
                span, behind = (
                    Span(start, end),
                    Span(self.roles[at + 1].start, self.roles[at + 1].end),
                )
                if self._holds_date(behind) and self._is_name(span, sure=True):
                    self.author = span
            for rule in self.rules.sign_offs:
                found = rule.search(self.text[start:end])
                if found is None:
                    continue
                self._take_names(start, found)
                if start + found.start() == self.roles[at].start and role == "body" and at:
                    self.roles[at] = replace(self.roles[at], role="byline")
        if self.publisher or self.agency:
            return
        if found := self.rules.names_itself.search(self.text, 0, _OPENING):
            self._take_names(0, found)


_OPENING = 2_000
"""Characters in which a report may name its own outlet."""
_CLOSING = 6
"""Paragraphs at the end that may say who wrote a report."""
_LONGEST_SIGN_OFF = 200
_LONGEST_HEAD = 160
"""Characters of a line that dates a report among other things."""
_SEPARATOR = re.compile(r"\s*[|•·–—]\s*|\s[/-]\s")
_HEAD = 4
"""Paragraphs among which the line with the date may stand behind a long summary."""
_LISTED = re.compile(r"[^\s,][^,]*")
_BESIDE_A_DATE = 16
"""Letters beside the date of a line that dates the report, and names no more than a place."""


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


def _byline(words: str, rules: FurnitureRules) -> re.Match[str] | None:
    return next((found for each in rules.bylines if (found := each.match(words))), None)


def _role(words: str, body_started: bool, rules: FurnitureRules) -> Role:
    opening = words[:20].casefold()
    if not body_started and (rules.labels.fullmatch(words) or rules.byline_label.fullmatch(words)):
        return "label"
    if opening.startswith(rules.furniture_opens) and rules.furniture.match(words):
        return "furniture"
    if len(words) > 90:
        return "caption" if rules.caption_opens.match(words) else "body"
    if _byline(words, rules):
        return "byline" if not body_started else "body"
    if rules.dateline.match(words) and not body_started:
        return "label" if words.strip().upper() == rules.transcript else "dateline"
    if not body_started and len(words.split()) <= 2 and not ends(words):
        return "label"
    return "body"


def _of_the_site(text: str, rules: FurnitureRules) -> bool:
    lower = text.lower()
    return any(each in lower for each in rules.site_words)


def _is_title(words: str, spans: list[Span], index: int) -> bool:
    if len(words) > 140 or index > 3 or index == len(spans) - 1:
        return False
    tokens = [word for word in _LETTERS.findall(words) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in tokens)
    title_case = len(tokens) >= 3 and capitals >= 0.75 * len(tokens)
    # A headline may ask or exclaim, and still stands alone above a longer paragraph.
    asks = index == 0 and words[-1] in "?!…" and len(spans) > 2
    return title_case or asks or not ends(words)


def _is_subtitle(words: str) -> bool:
    return len(words) <= 200 and not ends(words)


_SHARE = re.compile(r"[0-9]\s?%")


def _mark_foreign_tail(text: str, roles: list[Paragraph]) -> None:
    """Short lines after the last full sentence are the site's, not the article's."""
    for index in range(len(roles) - 1, 0, -1):
        words = text[roles[index].start : roles[index].end]
        if roles[index].role == "furniture":
            continue
        if _SHARE.search(words):
            break  # A row of results is the article's.
        if len(words) < 60 and not ends(words) and roles[index].role == "body":
            roles[index] = replace(roles[index], role="furniture")
        else:
            break

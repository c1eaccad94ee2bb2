"""Who wrote a report and for whom: what the lines around it name, part by part.

A line of the head may name several at once, "Ana Weaver | Brod | LNA" or "Lake Radio/Beta": each
part is a writer, an outlet, an agency, or nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tui.extract.stages.furniture import FurnitureRules
from tui.extract.text.document import Span

_SLASHED = re.compile(r"/")
_DESCRIBED = re.compile(r",\s(?=[a-z])(?!and\b|de\b|von\b)")
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")
_FEW = re.compile(r"[^\W\d_]+(?:[\s-][^\W\d_]+){0,2}")
"""The name of a place: a few words and nothing else."""
_ADDRESS = re.compile(r"\s*https?://(?P<host>[^/\s]+)")
_AROUND = " \t,;:"
_OPENING = 2_000
"""Characters in which a report may name its own outlet."""
_LONGEST_LABEL = 120
"""Characters of a line in which its label ends."""
_OF_AGENCIES = ("agency", "before", "lone")
"""The groups of patterns in which an agency stands."""
ASKED = 2
"""Questions under one label that make it an outlet's where somebody is said to speak to it."""


class Signatures:
    """The author, outlet and agency of one text, as its lines are read. The first named stands."""

    def __init__(self, text: str, rules: FurnitureRules) -> None:
        self.text = text
        self.rules = rules
        self.author: Span | None = None
        self.agency: tuple[Span, str] | None = None
        self.publisher: Span | None = None
        self.pictured: Span | None = None
        """The agency of the pictures."""

    # ------------------------------------------------------------ what words are

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def byline(self, words: str) -> re.Match[str] | None:
        """Words that say who wrote a report."""
        return next((found for each in self.rules.bylines if (found := each.match(words))), None)

    def is_name(self, span: Span, *, sure: bool = False) -> bool:
        """Whether words are a name or several; ``sure`` asks for a given name to begin them."""
        words, rules = self.words(span), self.rules
        return (
            rules.lone_name.match(words) is not None
            and not any(map(str.isdigit, words))
            and not self.is_outlet(span)
            and not self.is_nobody(words)
            and not rules.section.fullmatch(words)
            and (rules.given_name(words) or not (sure or self._has_part(words)))
        )

    def _has_part(self, words: str) -> bool:
        """Whether one of several words is the name of a part of a site: "Lowland Press Desk"."""
        several = words.casefold().split()
        return len(several) > 2 and not self.rules.sections.isdisjoint(several)

    def is_nobody(self, words: str) -> bool:
        """Whether words name a part of a site, perhaps that of a year, or somebody without a name:
        "Elections 2023", "Staff writer"."""
        lower = words.casefold().rstrip(" 0123456789") or words
        return lower in self.rules.sections or lower in self.rules.nobody

    def is_outlet(self, span: Span) -> bool:
        """Whether words name an agency or an outlet."""
        words = self.words(span)
        return (
            words in self.rules.agencies
            or self.rules.known_outlet(words)
            or self.rules.outlet.fullmatch(words.title() if words.isupper() else words) is not None
            or self.rules.outlet.fullmatch(words) is not None
        )

    def is_of_site(self, span: Span) -> bool:
        """Whether words name an outlet or a part of a site, and cannot be a headline."""
        words = self.words(span)
        return (
            self.is_nobody(words) or self.is_known(span) or (" " in words and self.is_outlet(span))
        )

    def is_known(self, span: Span) -> bool:
        """Whether an outlet is known by these words."""
        return self.rules.known_outlet(self.words(span))

    def publishes(self, span: Span) -> bool:
        """Whether words name an outlet, or somebody else who publishes statements."""
        words = self.words(span)
        return not self.is_nobody(words) and (self.is_outlet(span) or self.rules.publisher(words))

    def outlets(self, part: Span) -> list[Span]:
        """The outlets and agencies of which a part of a line names nothing else."""
        found = self._items(part)
        named = [each for each in found if not self.is_nobody(self.words(each))]
        return named if named and all(map(self.is_outlet, named)) else []

    def tells(self, part: Span) -> bool:
        """Whether a part of a line with the date names a writer, an outlet or an agency."""
        words = self.words(part)
        by = self.byline(words) or self.rules.source.match(words)
        by = by or self.rules.dated_outlet.match(words)
        return by is not None or bool(self.outlets(part)) or self.is_name(part)

    # ------------------------------------------------------------ what lines tell

    def take_names(self, start: int, found: re.Match[str]) -> bool:
        """The author, outlet and agency that a line names, each where none is known yet; and
        whether it names anybody."""
        named = {
            name: Span(start + found.start(name), start + found.end(name))
            for name in ("by", "with", "agency", "before", "lone", "source", "itself", "outlet")
            if name in found.re.groupindex and found[name]
        }
        taken = False
        for name, each in named.items():
            if name in _OF_AGENCIES:
                self._take_agency(each)
            elif name in ("source", "itself"):
                if "by" not in named or self._is_sure(each):
                    self._take_source(each)
            elif name == "outlet":
                self._take_told(each)
                continue
            taken = name in (*_OF_AGENCIES, "source", "itself") or self.take_listed(each) or taken
        return taken

    def _is_sure(self, named: Span) -> bool:
        """Whether letters behind a writer's name are an outlet's, and no title: it has them in
        brackets elsewhere ("By Ana Weaver, LPD", "Brod (LPD) -")."""
        words = self.words(named)
        short = words.isupper() and words.isalpha() and not self.is_known(named)
        return not short or words in self.rules.agencies or f"({words})" in self.text

    def take_listed(self, part: Span) -> bool:
        """Everybody whom some words name: outlets and agencies by their names, and others as who
        wrote the report; and whether there is any."""
        if self.is_outlet(part):
            self.take_outlet(part)
            return True
        writers: list[Span] = []
        others = 0
        for item in self._items(part):
            words = self.words(item)
            if self.is_nobody(words):
                others += not writers
            elif self.is_outlet(item):
                others += 1
                self.take_outlet(item)
            elif not others and len(words) > 2 and words[0].isupper():
                writers.append(item)
        if writers and self.author is None:
            signed = self._trimmed(Span(writers[0].start, writers[-1].end))
            stop = _STOP.search(self.text, *signed)
            self.author = Span(signed.start, stop.start()) if stop else signed
        return bool(writers or others)

    def take_part(self, part: Span) -> None:
        """What one part of a line with the date says."""
        words = self.words(part)
        if found := self.byline(words) or self.rules.source.match(words):
            self.take_names(part.start, found)
        elif self._asks(words):
            self.take_outlet(part)
        elif outlets := self.outlets(part):
            for outlet in outlets:
                if self.is_known(outlet) or not self.rules.section.fullmatch(self.text, *outlet):
                    self.take_outlet(outlet)
        elif paper := self.rules.dated_outlet.match(words):
            self.take_outlet(Span(part.start, part.start + paper.end()))
        elif (items := self._items(part)) and len(items) > 1 and self._names_site(items[0]):
            self.take_outlet(items[0])  # "TV Lake, “The Evening”"
        elif " " in words and not self.is_nobody(words) and self.is_spoken_to(words):
            self.take_outlet(part)
        else:
            self.take_line(part, sure=self.text[part.end : part.end + 1] in (",", "("))

    def _names_site(self, span: Span) -> bool:
        """Whether words name the outlet of a site, and no part of it."""
        return self.is_of_site(span) and not self.is_nobody(self.words(span))

    def is_spoken_to(self, words: str) -> bool:
        """Whether a name of some words is that of an outlet to which people speak in the text, or
        which tells something: "Lake Crossing explains"."""
        named = words[:1].isupper() and not self.rules.given_name(words)
        told = self.rules.speaks_to(re.escape(words)) if named else None
        return told is not None and told.search(self.text) is not None

    def _asks(self, words: str) -> bool:
        """Whether turns of the text stand under a word in capitals: "MERIDIAN: When?"."""
        return " " not in words and self.text.count(f"\n{words.upper()}:") >= ASKED

    def take_line(self, span: Span, *, sure: bool = False) -> bool:
        """Whether a line is a writer's name, or several, perhaps with the outlet behind it."""
        if self.author is not None:
            return False
        span = self._trimmed(span)
        items = self._items(span)
        while len(items) > 1 and self.is_nobody(self.words(items[0])):
            span = Span(items[1].start, span.end)  # "ANALYSIS | Ana Weaver"
            del items[0]
        outlets: list[Span] = []
        named = next((at for at, each in enumerate(items) if at and self.is_outlet(each)), 0)
        if named:
            del items[named + 1 :]  # Behind the outlet, its place.
        while len(items) > 1:
            if self.is_outlet(items[-1]):
                outlets.append(items.pop())
            elif self.is_nobody(self.words(items[-1])):
                items.pop()
            else:
                break
            span = Span(span.start, items[-1].end)
            sure = True
        if len(items) == 2 and self._is_place_of(*items):
            span = items[0]
            sure = True
        if not items or not self.is_name(span, sure=sure):
            return False
        self.author = span
        for each in outlets:
            self.take_outlet(each)
        return True

    def _is_place_of(self, writer: Span, place: Span) -> bool:
        """Whether what stands behind a writer's name and a comma or bar is where they write:
        two who sign one report are joined by a word."""
        mark = self.text[writer.end : place.start].strip()
        words = self.words(place)
        few = _FEW.fullmatch(words) is not None
        return few and mark in (",", "|") and not self.rules.given_name(words)

    def takes_outlet(self, span: Span) -> bool:
        """Whether a line is an outlet's name, perhaps with a place behind it, or several."""
        end = self.text.find(",", span.start, span.end)
        named = Span(span.start, end if end >= 0 else span.end)
        if self.rules.section.fullmatch(self.text, *named) and not self.is_known(named):
            return False
        outlets = self.outlets(span) or ([named] if self.is_outlet(named) else [])
        for each in outlets:
            self.take_outlet(each)
        return bool(outlets)

    def take_credit(self, start: int, found: re.Match[str], *, above: bool) -> None:
        """The agency of a picture, which is the report's where nothing else names one; of one that
        made the picture itself only where it stands ``above``."""
        groups = ("first", "agency", "maker") if above else ("first", "agency")
        for name in groups:
            if name in found.re.groupindex and found[name] and self.pictured is None:
                self.pictured = Span(start + found.start(name), start + found.end(name))

    def take_closing(self, span: Span) -> bool:
        """Whether a line below a report is the name of who wrote it: "Ana Weaver, Lake Radio"."""
        words = self.words(span)
        bare = words.strip("()[] .–—-")
        at = span.start + words.index(bare) if bare else span.start
        span = Span(at, at + len(bare))
        initial = re.match(r"[^\W\d_]\.\s", bare) is not None
        return self.take_line(span, sure=not initial)

    def take_outlet(self, named: Span) -> None:
        """An outlet or an agency, whichever the name is."""
        if self._agency_of(named):
            self._take_agency(named)
        else:
            self.publisher = self.publisher or named

    def _agency_of(self, named: Span) -> str:
        """The agency that words name, in capitals or not; "" where they name none."""
        words, agencies = self.words(named), self.rules.agencies
        return agencies.get(words) or (agencies.get(words.title()) if words.isupper() else "") or ""

    def take_publisher(self, named: Span) -> None:
        """An outlet, though its name be that of an agency too: the paper's own masthead."""
        words = self.words(named)
        if words in self.rules.agencies and not self.rules.outlet.fullmatch(words):
            self._take_agency(named)
        else:
            self.publisher = self.publisher or named

    def close(self, spoken_to: bool = True) -> None:
        """What the text tells of its outlet where no line of its own names it."""
        if self.author and self.publisher:
            names = [self.words(each).casefold() for each in (self.author, self.publisher)]
            if names[0] == names[1]:
                self.author = None  # An outlet that signs for itself.
        if self.author and f": {self.words(self.author)} (" in self.text[:_OPENING]:
            self.author = None  # Who is in the picture: "Source: Ana Weaver (N1)".
        if self.publisher is None and self.agency is None and spoken_to:
            self.publisher = self._asker()
        pictured = self.pictured
        if pictured and self.agency is None and not self.rules.given_name(self.words(pictured)):
            self._take_agency(pictured)
        opening = self.text[:_OPENING]
        if any(each in opening for each in self.rules.names_itself_by):
            for found in self.rules.names_itself.finditer(opening):
                signs = "by" in found.re.groupindex and found["by"]
                if signs or not (self.publisher or self.agency):
                    self.take_names(0, found)

    def _asker(self) -> Span | None:
        """The outlet under whose name the questions of an interview stand."""
        first: dict[str, Span] = {}
        asked: dict[str, int] = {}
        for found in self._questions():
            label = found["source"]
            first.setdefault(label, Span(*found.span("source")))
            asked[label] = asked.get(label, 0) + 1
        site = _ADDRESS.match(self.text)
        for label, span in first.items():
            if site and label.casefold().replace(" ", "") not in site["host"].casefold():
                continue  # The page of an outlet that has the interview from another one.
            outlet = self.is_known(span) or (" " in label and self.is_outlet(span))
            if outlet and not self.rules.given_name(label):
                return span
            spoken = self.rules.speaks_to(re.escape(label)).search(self.text)
            if asked[label] >= ASKED and spoken and not self.rules.given_name(label):
                return span
        return None

    def _questions(self) -> Iterator[re.Match[str]]:
        """The lines in which a label asks something."""
        at = 0
        for line in self.text.split("\n"):
            if ":" in line[:_LONGEST_LABEL] and "?" in line[-2:]:
                found = self.rules.asks.match(self.text, at)
                if found is not None:
                    yield found
            at += len(line) + 1

    # ------------------------------------------------------------ pieces

    def _take_agency(self, named: Span) -> None:
        words = self.words(named)
        self.agency = self.agency or (named, self._agency_of(named) or words)

    def _take_source(self, part: Span) -> None:
        """Whom a line names as the outlet: it may be one that no word tells to be one."""
        part = Span(part.start, part.start + len(self.words(part).rstrip(". ")))
        items = [each for each in self._items(part) if not self.is_nobody(self.words(each))]
        outlets = [] if self.is_outlet(part) else [each for each in items if self.is_outlet(each)]
        for each in outlets or [part]:
            self.take_outlet(each)

    def _take_told(self, part: Span) -> None:
        """Whom a line below a report names, where the words tell that it is an outlet, or a
        writer."""
        items = [part] if self.is_outlet(part) else self._items(part)
        for each in items:
            words = self.words(each)
            if (
                words in self.rules.agencies
                or self.is_known(each)
                or (" " in words and self.is_outlet(each))
            ):
                self.take_outlet(each)
            elif self.author is None and self.is_name(each, sure=True):
                self.author = each

    def _trimmed(self, part: Span) -> Span:
        """A list of writers without what describes them behind a comma in small letters."""
        mark = _DESCRIBED.search(self.text, *part)
        return Span(part.start, mark.start()) if mark else part

    def _items(self, part: Span) -> list[Span]:
        """The names that a part of a line lists."""
        found: list[Span] = []
        for item in _between(self.text, part, self.rules.joins.finditer):
            if self.is_outlet(item) or "/" not in self.words(item):
                found.append(item)
            else:
                found += _between(self.text, item, _SLASHED.finditer)
        return found


def _between(
    text: str, part: Span, marks: Callable[[str, int, int], Iterator[re.Match[str]]]
) -> Iterator[Span]:
    """The stretches between marks, without what stands around them."""
    at = part.start
    for stop, behind in (*((m.start(), m.end()) for m in marks(text, *part)), (part.end, part.end)):
        words = text[at:stop]
        inner = words.strip(_AROUND)
        if inner[:1] in "([" and inner[-1:] in ")]":
            inner = inner[1:-1]
        if inner:
            begin = at + words.index(inner)
            yield Span(begin, begin + len(inner))
        at = behind

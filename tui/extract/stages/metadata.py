"""What a text says about itself: the role of each paragraph, its title, byline and date."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.extract.stages import dated_lines, headlines, mail
from tui.extract.stages.dated_lines import DatedLines
from tui.extract.stages.furniture import FurnitureRules
from tui.extract.stages.paragraph_roles import (
    SHORTEST_LEAD,
    is_menu,
    is_of_a_site,
    is_one_of_rows,
    is_sentence,
    is_stamp,
    leads,
    mark_foreign_tail,
    may_be_subtitle,
    plain_dateline,
    role_by_itself,
)
from tui.extract.stages.paragraphs import after, before, ends, hours_of_posts, paragraphs, parted
from tui.extract.stages.signatures import Signatures
from tui.extract.text import tables
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


def read(text: str, rules: FurnitureRules) -> tuple[Document, Metadata]:
    """The document of a text and what it says about itself."""
    reader = _Reader(text, rules)
    for index in range(len(reader.spans)):
        reader.take(index)
    reader.sign_off()
    mark_foreign_tail(text, reader.roles)
    document = Document(text, tuple(reader.roles), rules.stops, reader.tables)
    signed = reader.signed
    told = reader.title, signed.author, reader.dated, signed.agency, signed.publisher
    return document, Metadata(*told, reader.spoken, document)


class _Reader:
    """Goes through the paragraphs once: gives each its role, and keeps what they tell."""

    def __init__(self, text: str, rules: FurnitureRules) -> None:
        self.text = text
        self.rules = rules
        self.spans = parted(text, paragraphs(text), rules.run_head)
        self.of_the_site = is_of_a_site(text, rules)
        self.dated = rules.published_in(text)
        self.dates = DatedLines(text, self.dated[0] if self.dated else None)
        self.roles: list[Paragraph] = []
        self.tables = tables.find(text)
        # A search would try everywhere what begins with "^", and is a whole line.
        self.sign_offs = [
            (rule.match if (whole := rule.pattern.startswith("^")) else rule.search, whole)
            for rule in rules.sign_offs
        ]
        self.title: Span | None = None
        self.signed = Signatures(text, rules)
        self.spoken = False
        self.body_started = False
        self.hours = hours_of_posts(text, self.spans)
        self.mail = mail.headers(text, self.spans)
        self.head = self._last_of_head()
        """The last paragraph that is of the head: a summary above it begins no body."""

    def take(self, index: int) -> None:
        """One paragraph, or the part of it that stands behind the date of the report."""
        span = self.spans[index]
        if span.start in self.mail:
            self._take_mail(span, *self.mail[span.start])
            return
        if tables.in_table(self.tables, *span):
            self.roles.append(Paragraph(span.start, span.end, "body"))
            return
        if hour := self.hours.get(span.start):
            self.roles.append(Paragraph(span.start, hour, "furniture"))
            span = after(self.text, span, hour)
        opens = self.dates.opens(span) and not any(map(self.signed.tells, self.dates.beside(span)))
        if opens and self.dated and not leads(self.text[slice(*span)], self.rules):
            span = after(self.text, span, self.dated[0].end)  # a date run into the lead
        words = self.text[span.start : span.end]
        role = self._signed(index, span, words, self._role(index, span, words))
        if role == "title" and self.title is None:
            self._take_title(span)
            return
        if self.title and role == "body" and not self.body_started:
            repeated = self.signed.words(self.title)
            if words == repeated:
                role = "title"
            elif words.startswith(repeated) and len(words) > len(repeated) + 20:
                # The headline again, run into the caption of the picture below it.
                cut = span.start + len(repeated)
                self.roles.append(Paragraph(span.start, cut, "title"))
                span = after(self.text, span, cut)
                self.roles.append(Paragraph(span.start, span.end, "caption"))
                return
        self._keep(index, span, words, role)

    def _take_mail(self, span: Span, name: str, value: Span) -> None:
        """A line above a letter: its subject is the headline, and whoever sends it the outlet."""
        self.roles.append(Paragraph(span.start, before(self.text, value.start), "label"))
        if name == "Subject":
            self._take_title(value)
        else:
            self.roles.append(Paragraph(value.start, span.end, "furniture"))
        if name == "From":
            self.signed.take_publisher(value)

    def _take_title(self, span: Span) -> None:
        """The headline, and beside it the names of its section and its site."""
        self.title = title = headlines.trimmed(self.text, span, self.signed)
        parts: tuple[tuple[int, int, Role], ...] = (
            (span.start, before(self.text, title.start), "label"),
            (*title, "title"),
            (after(self.text, span, title.end).start, span.end, "label"),
        )
        self.roles += [Paragraph(*each) for each in parts if each[1] > each[0]]

    def _role(self, index: int, span: Span, words: str) -> Role:
        """What a paragraph is, before it is asked who signs it."""
        rules = self.rules
        role = role_by_itself(words, self.body_started, rules)
        if self.of_the_site and rules.site.match(words):
            role = "furniture"
        menu = not self.body_started and is_menu(words, self.signed.is_nobody)
        if (menu and not self.dates.holds(span)) or (not index and is_stamp(words, self.text)):
            return "furniture"
        if not index and role != "furniture" and self._is_masthead():
            self.signed.take_publisher(span)
            return "label"
        if role != "body" or (self.body_started and not self._heads(index, span)):
            return role
        if self.dates.holds(span):
            ended = ends(words[-4:]) and not self.dates.ends(span)
            beside = [] if ended else self.dates.beside(span)
            if not index and not all(map(self.signed.is_of_site, beside)):
                beside = []  # A headline may have a date in it.
            if self.dates.alone(span) and not any(map(self.signed.tells, beside)):
                return "lead-title" if self.title else "byline"
            if beside:
                return "byline"
        if not self.body_started and rules.date_label.match(words) and not ends(words):
            return "byline"
        next_title = self._headline_below(index) if self.title is None else ""
        below = bool(next_title)
        if headlines.is_way(self.text, span, self.signed, below):
            return "label"  # The way to the report through its site.
        if self.title is None and self._is_title(index):
            if below and words.count(" ") > 1 and self.signed.take_line(span, sure=True):
                return "byline"
            # A statement has its maker and its occasion in capitals above its headline.
            known = self.signed.publisher is not None and words.isupper()
            occasion = known and below and not next_title.isupper()
            masthead = occasion or (below and self.signed.is_nobody(words))
            masthead = masthead or headlines.is_masthead(self.text, span, self.signed, below)
            topic = words[-1:].isdigit()  # "Local elections 2025" tells what the report is on.
            return ("lead-title" if topic else "label") if masthead else "title"
        subtitle = (
            self.title
            and may_be_subtitle(words)
            and not is_one_of_rows(self.text, self.spans, index)
        )
        return "lead-title" if subtitle else "body"

    def _is_masthead(self) -> bool:
        """Whether the first line is the name of who publishes, by what stands below it: the label
        of a statement, or the date of the report below a name such as "The Meridian"."""
        words = self.signed.words(self.spans[0])
        if len(self.spans) < 3 or self.signed.is_nobody(words) or not self._headline_below(0):
            return False
        below = self.spans[1]
        if self.rules.statement.fullmatch(self.text, *below):
            return len(words) <= headlines.LONGEST_MASTHEAD
        named = self.rules.dated_outlet.fullmatch(words) or self.signed.is_spoken_to(words)
        return bool(named) and self.dates.alone(below)

    def _is_title(self, index: int) -> bool:
        words = self.signed.words(self.spans[index])
        first = all(each.role not in ("body", "lead-title") for each in self.roles)
        dated = words[-1:].isdigit() and self.rules.date_alone.fullmatch(words)
        return not dated and headlines.is_title(words, self.spans, index, first)

    def _headline_below(self, index: int) -> str:
        """The line that is more of a headline and follows before the report begins; "" for none."""
        for number in range(index + 1, min(index + 5, len(self.spans) - 1)):
            span = self.spans[number]
            words = self.signed.words(span)
            if len(words) > headlines.LONGEST or role_by_itself(words, False, self.rules) != "body":
                continue
            if self.dates.holds(span) or self.signed.publishes(span) or self.signed.is_name(span):
                continue
            return words if words.count(" ") > 2 and self._is_title(number) else ""
        return ""

    def _last_of_head(self) -> int:
        """The number of the last line among the first that tells who wrote the report, or when."""
        last = letters = 0
        said = [n for n, each in enumerate(self.spans) if is_sentence(self.text, each)][-1:]
        for index, span in enumerate(self.spans[:_LINES_OF_HEAD]):
            words = self.signed.words(span)
            letters += len(words)
            if letters > _LETTERS_OF_HEAD or span.start in self.hours:
                break
            if len(words) <= dated_lines.LONGEST and said and index < said[0]:
                dates = self.dates.holds(span) and self.dates.alone(span)
                if dates or (self.signed.byline(words) and not ends(words)):
                    last = index
        return last

    def _heads(self, index: int, span: Span) -> bool:
        """Whether a line with the date stands behind a long summary, and above the report."""
        return index <= _HEAD < len(self.spans) - 2 and self.dates.holds(span)

    def _signed(self, index: int, span: Span, words: str, role: Role) -> Role:
        """What a paragraph of the head tells of who wrote the report, and for whom."""
        rules, signed = self.rules, self.signed
        if self.body_started and index > _HEAD:
            return role
        if (by := rules.source.match(words)) and signed.publisher is None:
            signed.take_names(span.start, by)
            return "byline"
        if self.body_started:
            return role
        label = self.spans[index - 1] if index else None
        if label and rules.byline_label.fullmatch(self.text, *label) and signed.take_listed(span):
            return "byline"
        if role == "label" and words.strip().upper().startswith(rules.transcript):
            self.spoken = True
        if role in ("label", "lead-title", "dateline"):
            role = self._signs_alone(index, span, words, role)
        found = signed.byline(words) if role == "byline" else None
        if found:
            signed.take_names(span.start, found)
            self._take_short_title(index)
        if role == "byline" and self.dates.holds(span):
            for part in self.dates.beside(span):
                if not (found and signed.byline(signed.words(part))):
                    signed.take_part(part)
        elif role == "body" and self.title and index <= self.head + 1 and signed.author is None:
            found = rules.bio.match(words)
            if found:
                signed.take_names(span.start, found)
        return role

    def _take_short_title(self, index: int) -> None:
        """A headline of two words, above the line that tells who wrote the report."""
        last = self.roles[-1] if self.roles else None
        if last is None or last.role != "label" or self.title or self._headline_below(index):
            return
        span = Span(last.start, last.end)
        words = self.signed.words(span)
        if " " in words and not self.signed.is_of_site(span) and not self.rules.labels.match(words):
            self.roles.pop()
            self._take_title(span)

    def _signs_alone(self, index: int, span: Span, words: str, role: Role) -> Role:
        """A short line that nothing but its place makes a byline, or an outlet's name."""
        signed = self.signed
        if self.title is None:
            if role != "lead-title" and (self.rules.known_outlet(words) or " " in words):
                if signed.publisher is None and signed.publishes(span):
                    signed.take_publisher(span)
                elif index and self.dates.holds(self.spans[index - 1]):
                    return "byline" if signed.take_line(span, sure=True) else role
            return role
        if self._near_date(index):
            outlet = role != "dateline" or words in self.rules.agencies
            if outlet and signed.takes_outlet(span):
                return "byline"
            signs = any(map(self._tells_date_or_outlet, self.spans[index + 1 : index + 3]))
            if role != "dateline" and signed.take_line(span, sure=not signs or "," in words):
                return "byline"
        elif role == "label" and index + 1 < len(self.spans) and self.roles:
            following = self.spans[index + 1]
            lead = signed.words(following)
            opens = len(lead) > SHORTEST_LEAD and ends(lead)
            if opens and self.roles[-1].role == "title":
                outlet = self.rules.known_outlet(words) and signed.takes_outlet(span)
                if outlet or signed.take_line(span, sure=True):
                    return "byline"
        return role

    def _near_date(self, index: int) -> bool:
        """Whether the date of the report stands in the head within a few lines of this one, or
        who writes or for whom is told beside it."""
        if self.signed.author is not None:
            return True
        for number in range(max(0, index - 4), min(index + 5, len(self.spans))):
            span = self.spans[number]
            if number > index and span.end - span.start > dated_lines.LONGEST:
                return False
            if self._tells_date_or_outlet(span) or self.rules.ago.fullmatch(self.text, *span):
                return True
        return False

    def _tells_date_or_outlet(self, span: Span) -> bool:
        """Whether a line has the date of the report, or names its outlet."""
        words = self.signed.words(span)
        return self.dates.holds(span) or self.rules.source.match(words) is not None

    def _keep(self, index: int, span: Span, words: str, role: Role) -> None:
        """A paragraph with its role, without the dateline before it and the credit behind it."""
        rules = self.rules
        credit = None
        signs = ":|©" if not self.body_started else "|©"
        if words.endswith(")") or any(map(words[-_LONGEST_CREDIT:].__contains__, signs)):
            credit = rules.credit.search(words)
        if role in ("body", "lead-title") and credit:
            role = "caption"
        source = rules.agency_dateline.match(words)
        if source is None and role == "body" and not self.body_started:
            source = plain_dateline(self.text, self.spans, index, self.rules)
        if credit:
            self.signed.take_credit(span.start, credit, above=not self.body_started)
        elif source:
            self.signed.take_names(span.start, source)
        if role == "body" and (len(words) > 120 or ends(words)) and index >= self.head:
            self.body_started = True
        if role == "body" and source:
            # Where it was written, and for whom, is no part of what the lead tells.
            self.body_started = True
            self.roles.append(Paragraph(span.start, span.start + source.end(), "dateline"))
            span = after(self.text, span, span.start + source.end())
        if credit and role == "caption":  # The photographer is no part of what it tells.
            cut = span.start + credit.start()
            self.roles.append(Paragraph(span.start, before(self.text, cut), role))
            span, role = Span(cut, span.end), "furniture"
        if span.end > span.start:
            self.roles.append(Paragraph(span.start, span.end, role))

    def sign_off(self) -> None:
        """What the last paragraphs tell of who wrote the report, and for whom."""
        signed = self.signed
        closing = range(max(0, len(self.roles) - _CLOSING), len(self.roles))
        for at in closing:
            start, end, role = self.roles[at].start, self.roles[at].end, self.roles[at].role
            long = end - start > _LONGEST_SIGN_OFF
            if long:
                start = end - _LONGEST_SIGN_OFF
            if signed.author is None and self._closes(at) and signed.take_closing(Span(start, end)):
                self.roles[at] = replace(self.roles[at], role="byline")
                continue
            if signed.author is None and role == "body" and at > len(self.roles) // 2:
                bio = self.rules.bio.match(self.text[start:end])
                if bio and self.text.find(bio["by"].split()[-1], 0, start) < 0:
                    signed.take_names(start, bio)
                    self.roles[at] = replace(self.roles[at], role="byline")
            words = self.text[start:end]
            for find, whole in self.sign_offs:
                if long and whole:
                    continue  # What is a line of its own is no end of a long paragraph.
                found = find(words)
                if found is None:
                    continue
                signed.take_names(start, found)
                if start + found.start() == self.roles[at].start and role == "body" and at:
                    self.roles[at] = replace(self.roles[at], role="byline")
        signed.close()

    def _closes(self, at: int) -> bool:
        """Whether a short line stands where who wrote a report signs it: behind its last sentence,
        and before nothing but its date and the site's lines."""
        role = self.roles[at]
        if role.end - role.start > _LONGEST_SIGNATURE or role.role not in ("body", "byline"):
            return False
        last = self.roles[at - 1] if at else None
        if last is None or last.role != "body" or not ends(self.text[last.start : last.end]):
            return False
        return all(
            each.role in ("furniture", "byline")
            or self.dates.holds(Span(each.start, each.end))
            or any(find(self.text[each.start : each.end]) for find, _ in self.sign_offs)
            for each in self.roles[at + 1 :]
        )


_CLOSING = 6
"""Paragraphs at the end that may say who wrote a report."""
_LONGEST_SIGN_OFF = 200
_LONGEST_SIGNATURE = 70
_LONGEST_CREDIT = 90
_HEAD = 4
"""Paragraphs among which the line with the date may stand behind a long summary."""
_LINES_OF_HEAD, _LETTERS_OF_HEAD = 12, 700

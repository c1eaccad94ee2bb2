"""From any string to what it asks for.

The string is folded first (:mod:`tui.folding`), so that every kind of quotation mark is
one, and is then read from left to right by hand: a grammar whose every string is a
sentence needs no parser that can fail, and nothing of what is typed becomes a regular
expression. ``parse(str(query))`` is ``query`` again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from tui.folding import fold
from tui.search.query import (
    FIELDS,
    RUN,
    TEXT_FIELDS,
    WORD,
    Alternatives,
    Clause,
    InDates,
    InField,
    Query,
    Sure,
    Term,
    What,
    Words,
)

_FIELD = re.compile(r"([a-z]+):")
_NO_SPACE = re.compile(r"\S+")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_DATE_BEGUN = re.compile(r"\d{1,4}|\d{4}-\d?|\d{4}-\d\d(?:-\d{0,2})?", re.ASCII)
_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{0,8})?|\.\d{1,8})(%?)", re.ASCII)

LONGEST = 64
"""No date or bound is longer, and no more is looked at."""

_DATE_FORMS = "date: takes 2023, 2023-12, 2023-12-17 or a span, 2023-12-17..2023-12-25"
_SURE_FORMS = "sure: takes 0.8, >0.8, <0.6 or a span, 0.5..0.8"


def parse(text: str, *, typing: bool = False) -> Query:
    """The query that a string is; while typing its last word may go on."""
    return _Reader(text, typing=typing).query()


OR: Literal["OR"] = "OR"
LITERALLY: Literal["literally"] = "literally"
_THE_WORD_OR = Words((Term("or"),))


class _Reader:
    """Reads one string, once, from left to right."""

    def __init__(self, text: str, *, typing: bool) -> None:
        self.text = text
        self.folded = fold(text)
        self.letters = self.folded.text
        self.typing = typing
        self.at = 0
        self.items: list[tuple[Clause | Literal["OR"], tuple[int, int]]] = []
        self.hints: list[str] = []

    def query(self) -> Query:
        while self.at < len(self.letters):
            self._next()
        if not self.items and not RUN.search(self.letters):
            self._marks()
        parts = tuple(self._parts())
        return Query(parts, tuple(dict.fromkeys(self.hints)), self.text)

    # ------------------------------------------------------------- one clause at a time

    def _next(self) -> None:
        begin = self.at
        without = self._minus()
        self.at += without
        what = self._what()
        stretch = self.folded.span(begin, max(begin, self.at))
        if what == OR and not without:
            self.items.append((OR, stretch))
        elif what is not None:
            found = _THE_WORD_OR if what == OR else what
            self.items.append((Clause(found, without), stretch))

    def _what(self) -> What | Literal["OR"] | None:
        """What is asked for here; nothing where a mark or an empty field stands."""
        if self._here('"'):
            return self._phrase()
        word = WORD.match(self.letters, self.at)
        if not word:
            self._mark()
            return None
        field = _FIELD.match(self.letters, self.at)
        if field and field[1] not in FIELDS:
            self._unknown(field[1], field.end())
        elif field:
            self.at = field.end()
            value = self._text(field[1]) if field[1] in TEXT_FIELDS else self._span(field[1])
            if value != LITERALLY:
                return value
        self.at = word.end()
        if self._original(*word.span()) == OR and self._alone(*word.span()):
            return OR
        return Words((self._word(word.group()),))

    def _text(self, field: str) -> InField | None:
        """The words after the name of a field."""
        words: Words | None = None
        if self._here('"'):
            words = self._phrase()
        elif word := WORD.match(self.letters, self.at):
            self.at = word.end()
            words = Words((self._word(word.group()),))
        if words is None:
            self._empty(field)
            return None
        return InField(field, words)

    def _span(self, field: str) -> InDates | Sure | Literal["literally"] | None:
        """The days or the bounds after the name of a field."""
        quoted = self._here('"')
        begin = self.at + quoted
        found = _NO_SPACE.match(self.letters, begin, begin + LONGEST)
        value = found.group().partition('"')[0] if found else ""
        self.at += quoted + len(value)
        self.at += quoted and self._here('"')
        going_on = self.typing and self.at == len(self.letters)
        what = _dated(value, going_on) if field == "date" else _sure(value, going_on)
        if what is not None:
            return what
        if not value or (going_on and not value.strip("<>=.-")):
            self._empty(field)
            return None
        self.hints.append(_DATE_FORMS if field == "date" else _SURE_FORMS)
        return LITERALLY

    def _phrase(self) -> Words | None:
        """What stands between two marks, or after one to the end."""
        end = self.letters.find('"', self.at + 1)
        closed = end >= 0
        inner = self.letters[self.at + 1 : end if closed else None]
        self.at = end + 1 if closed else len(self.letters)
        words = WORD.findall(inner) or inner.split()
        if not words:
            return None
        goes_on = not closed and self.typing and inner.endswith(words[-1])
        last = self._signed(words[-1]) if closed else Term(words[-1], open=goes_on)
        return Words((*map(Term, words[:-1]), last))

    def _word(self, letters: str) -> Term:
        """A word, which goes on when it is the end of what is typed so far."""
        ends = self.at == len(self.letters) and not self.text[-1:].isspace()
        return Term(letters, open=True) if self.typing and ends else self._signed(letters)

    def _signed(self, letters: str) -> Term:
        """A word with the sign that may follow it."""
        sign = self.letters[self.at : self.at + 1]
        if not sign or sign not in "*~":
            return Term(letters)
        after = self.at
        while self._sign_at(after):
            after += 1
        if RUN.match(self.letters, after):
            self.hints.append(f"{sign} counts at the end of a word only")
            return Term(letters)
        self.at = after
        return Term(letters, open=sign == "*", near=sign == "~")

    def _sign_at(self, at: int) -> bool:
        return self.letters.startswith(("*", "~"), at)

    # ------------------------------------------------------------------ what is in between

    def _minus(self) -> bool:
        """Whether a clause that must not hold begins here. A dash is none: it stands in
        pasted text, before words that are meant."""
        if not (self._here("-") and self._original(self.at, self.at + 1) in ("-", "−")):
            return False
        if self.at and not self.letters[self.at - 1].isspace():
            return False
        after = self.letters[self.at + 1 : self.at + 2]
        return after == '"' or bool(RUN.match(after))

    def _mark(self) -> None:
        mark = self.letters[self.at]
        if mark in "*~-" and self._original(self.at, self.at + 1) == mark:
            if self._alone(self.at, self.at + 1):
                use = "-word leaves a word out" if mark == "-" else f"word{mark} takes one"
                self.hints.append(f"{mark} stands alone and is read as a mark; {use}")
            elif mark != "-" and (not self.at or self.letters[self.at - 1].isspace()):
                self.hints.append(f"{mark} counts at the end of a word only")
        self.at += 1

    def _marks(self) -> None:
        """A query of nothing but marks is asked for those."""
        for found in _NO_SPACE.finditer(self.letters):
            letters = found.group().replace('"', "")
            if letters:
                words = Words((Term(letters),))
                self.items.append((Clause(words), self.folded.span(*found.span())))

    def _parts(self) -> Iterable[Alternatives]:
        """The clauses, those that stand around an OR together."""
        either: list[Clause] = []
        stretches: list[tuple[int, int]] = []
        joined = False
        for at, (item, stretch) in enumerate(self.items):
            following = self.items[at + 1][0] if at + 1 < len(self.items) else None
            if item == OR:
                if either and not joined and following not in (OR, None):
                    joined = True
                    continue
                if following is None and self.typing:
                    break  # what it joins is still to come
                self.hints.append("OR stands between two words: here it is read as a word")
                item = Clause(_THE_WORD_OR)
            if either and not joined:
                yield Alternatives(tuple(either), tuple(stretches))
                either, stretches = [], []
            either.append(item)
            stretches.append(stretch)
            joined = False
        if either:
            yield Alternatives(tuple(either), tuple(stretches))

    def _unknown(self, name: str, end: int) -> None:
        """Say that there is no such field, where one seems to be meant."""
        after = self.letters[end : end + 1]
        if after == '"' or RUN.match(after):
            known = " ".join(f"{each}:" for each in FIELDS)
            self.hints.append(f"{_short(name)}: is no field and is read as it stands; {known}")

    def _empty(self, name: str) -> None:
        if not (self.typing and self.at >= len(self.letters)):
            self.hints.append(f"{name}: is followed by nothing and asks for nothing")

    def _here(self, mark: str) -> bool:
        return self.letters.startswith(mark, self.at)

    def _original(self, start: int, end: int) -> str:
        begin, after = self.folded.span(start, end)
        return self.text[begin:after]

    def _alone(self, start: int, end: int) -> bool:
        before = self.letters[start - 1 : start] if start else ""
        return not before.strip() and not self.letters[end : end + 1].strip()


def _short(text: str) -> str:
    return text if len(text) <= 24 else f"{text[:23]}…"


def _dated(value: str, going_on: bool) -> InDates | None:
    since, dots, until = value.partition("..")
    if going_on and not dots:
        since = since.removesuffix(".")
    begun = value.endswith("*") or going_on
    if not dots:
        if _is_date(since):
            return InDates(since, since)
        since = since.removesuffix("*")
        return InDates(since, since, open=True) if begun and _is_begun(since) else None
    if since and not _is_date(since):
        return None
    if not until:
        return InDates(since, "") if since else None
    if _is_date(until):
        made = InDates(since, until)
        return made if made.first <= made.last or not since else InDates(until, since)
    until = until.removesuffix("*")
    return InDates(since, until, open=True) if begun and _is_begun(until) else None


def _is_begun(text: str) -> bool:
    return bool(_DATE_BEGUN.fullmatch(text))


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "0001-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _sure(value: str, going_on: bool) -> Sure | None:
    value = value.replace("≥", ">=").replace("≤", "<=")
    least, dots, most = value.partition("..")
    if dots:
        low, high = _bound(least), _bound(most)
        given = [(least, low), (most, high)]
        if not (least or most) or any(text and bound is None for text, bound in given):
            return None
        return Sure(high, low) if low and high is not None and low > high else Sure(low, high)
    if going_on and value.count(".") > 1:
        value = value.removesuffix(".")
    sign, equal = value[:1], value[1:2] == "="
    if sign and sign in "<>":
        bound = _bound(value[1 + equal :])
        if bound is None:
            return None
        return Sure(bound, None, not equal) if sign == ">" else Sure(None, bound, not equal)
    bound = _bound(value)
    return None if bound is None else Sure(bound, bound)


def _bound(text: str) -> float | None:
    """A number from 0 to 1; one that is greater is taken for per cent."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    number = float(found[1])
    if found[2] or number > 1:
        number /= 100
    return round(number, 4) if number <= 1 else None

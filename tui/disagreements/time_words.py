"""What a language gives so that the times are compared that two reports tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from tui.disagreements.language_table import LanguageTable
from tui.disagreements.word_list import WordList


class TimeWords(LanguageTable):
    """The words of one language for lengths of time and hours."""

    def minutes(self, word: str) -> int:
        """The minutes of a unit of time; 0 of other words."""
        return next((int(many) for many, unit in self._lengths.items() if word in unit), 0)

    @cached_property
    def _lengths(self) -> Mapping[str, WordList]:
        return self._lists("lengths")

    @cached_property
    def one(self) -> WordList:
        """Words for one before a unit of time."""
        return self._list("statements", "one")

    @cached_property
    def lasting(self) -> WordList:
        """Words before a length of time behind which something lasts so long."""
        return self._list("statements", "lasting")

    @cached_property
    def of_what(self) -> WordList:
        """Words between a length of time and what lasts so long."""
        return self._list("statements", "of_what")

    @cached_property
    def about_so(self) -> WordList:
        """Words before a number that may be a little more or less."""
        return self._list("statements", "about_so")

    @cached_property
    def bounds(self) -> WordList:
        """The last words before a number that is the least or the most."""
        return self._list("statements", "bounds")

    @cached_property
    def weekdays(self) -> WordList:
        """The days of the week."""
        return self._list("hours", "weekdays")

    @cached_property
    def named_hours(self) -> Mapping[str, int]:
        """Hours that have a name."""
        return dict(self.table.get("hours", {}).get("named", {}))

    @cached_property
    def halves(self) -> Mapping[str, int]:
        """Words behind an hour, and which half of the day they say; other words say none."""
        return dict(self.table.get("hours", {}).get("halves", {}))

    @cached_property
    def hour(self) -> re.Pattern[str] | None:
        """An hour, behind words for when something happens."""
        table = self.table.get("hours", {})
        if not table:
            return None
        when = "|".join(table["when"].split())
        named = "|".join(map(re.escape, self.named_hours)) or "(?!)"
        half = self._behind_hours
        digits = rf"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?(?:\s?(?P<half>{half})(?!\w))?"
        return re.compile(
            rf"\b(?P<before>(?:(?:{when})\s)+)(?P<time>{digits}(?![\d%])|(?P<named>{named})\b)",
            re.IGNORECASE,
        )

    @property
    def _behind_hours(self) -> str:
        return "|".join(map(re.escape, self.table.get("hours", {}).get("behind", "").split()))

    def hours_in(self, text: str) -> frozenset[str]:
        """The hours in a text, for whatever they stand."""
        return frozenset(self._any_hour.findall(text))

    @cached_property
    def _any_hour(self) -> re.Pattern[str]:
        half = rf"|\d{{1,2}}(?=\s?(?:{self._behind_hours})(?!\w))" if self._behind_hours else ""
        return re.compile(rf"(?<![\d.,:])(?:\d{{1,2}}:\d{{2}}{half})(?!\d)")

    @cached_property
    def share(self) -> re.Pattern[str]:
        """A word or sign for a share."""
        words = self.table.get("statements", {}).get("share", "")
        return re.compile("|".join(["%", *words.split("|")]) if words else "%")

    @cached_property
    def share_alone(self) -> re.Pattern[str]:
        """The same right behind a number."""
        return re.compile(rf"\s?(?:{self.share.pattern})(?!\w|-)")

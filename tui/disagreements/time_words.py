"""What a language gives so that the times are compared that two reports tell."""

from __future__ import annotations

import re
from functools import cached_property

from tui.disagreements.language_table import LanguageTable, list_of, lists_of, numbers_of


class TimeWords(LanguageTable):
    """The words of one language for lengths of time and hours."""

    def minutes(self, word: str) -> int:
        """The minutes of a unit of time; 0 of other words."""
        return next((int(many) for many, unit in self._lengths.items() if word in unit), 0)

    _lengths = lists_of("lengths")

    one = list_of("statements", "one")
    """Words for one before a unit of time."""

    lasting = list_of("statements", "lasting")
    """Words before a length of time behind which something lasts so long."""

    of_what = list_of("statements", "of_what")
    """Words between a length of time and what lasts so long."""

    about_so = list_of("statements", "about_so")
    """Words before a number that may be a little more or less."""

    bounds = list_of("statements", "bounds")
    """The last words before a number that is the least or the most."""

    weekdays = list_of("hours", "weekdays")
    """The days of the week."""

    named_hours = numbers_of("hours", "named")
    """Hours that have a name."""

    halves = numbers_of("hours", "halves")
    """Words behind an hour, and which half of the day they say; other words say none."""

    @cached_property
    def hour(self) -> re.Pattern[str] | None:
        """An hour, behind words for when something happens."""
        when = "|".join(self.text("hours", "when").split())
        if not when:
            return None
        named = "|".join(map(re.escape, self.named_hours)) or "(?!)"
        half = self._behind_hours
        digits = rf"(?P<hour>\d{{1,2}})(?:[.:](?P<minute>\d{{2}}))?(?:\s?(?P<half>{half})(?!\w))?"
        return re.compile(
            rf"\b(?P<before>(?:(?:{when})\s)+)(?P<time>{digits}(?![\d%])|(?P<named>{named})\b)",
            re.IGNORECASE,
        )

    @property
    def _behind_hours(self) -> str:
        return "|".join(map(re.escape, self.text("hours", "behind").split()))

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
        words = self.text("statements", "share")
        return re.compile("|".join(["%", *words.split("|")]) if words else "%")

    @cached_property
    def share_alone(self) -> re.Pattern[str]:
        """The same right behind a number."""
        return re.compile(rf"\s?(?:{self.share.pattern})(?!\w|-)")

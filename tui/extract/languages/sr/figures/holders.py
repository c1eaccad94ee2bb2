"""Whose the shares, seats and votes of a sentence are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from tui.extract.findings import Mention
from tui.extract.languages.sr.figures.numbers import CountedNumber
from tui.extract.languages.sr.figures.words import told
from tui.extract.languages.sr.letters import cyrillic, key
from tui.extract.text.document import Sentence

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_REACH = 90
"""Characters between a party and its number."""
_BEHIND = 60
"""The same where the party stands behind."""
_ALSO = "odnosno|i|ili|to jest"
_TOGETHER = re.compile(
    r"\s?(?:[^\W\d]+\s){0,2}[^\W\d]*"
    rf"(?:,?\s(?:{_ALSO}|{cyrillic(_ALSO)})"
    r"|,\s(?:što|што)\s\w+\s(?:donosi|daje|доноси|даје)|,|\s\()\s?"
    r"(?:na osnovu\s|на основу\s|[^\W\d]+\s)?"
)
"""What stands between two numbers that are told in one breath."""
_LED = re.compile(
    r"(?:(?:koj|кој)\w+\s(?:\w+\s)?(?:predvod|vod|čin|podrž|предвод|вод|чин|подрж)\w*"
    r"|,\s(?:predvođen|предвођен)\w+(?:\s\w+)?|,\s(?:koj|кој)\w+\s[^\d,;:]{0,50})\s$"
)
"""What stands before the party that leads a list."""
_MEANT = re.compile(
    r"\b(?:[Tt]a|[Oo]va|[Nn]jihova|[Тт]а|[Оо]ва|[Њњ]ихова)\s(?:stranka|lista|koalicija|partija"
    r"|странка|листа|коалиција|партија)\b"
)
"""What stands for a party that was named before."""
_ANOTHER = re.compile(
    r"\b(?:koalicij|list|strank|partij|коалициј|лист|странк|партиј)[aа]\s[„“\"]?[^\W\da-zа-яšđčćžђјљњћџ]"
)
"""What stands before the name of another party or list, which no rule knows."""
_APPOSED = re.compile(r"^,\s[^,;:.\d]+,")
"""What tells right behind a party what it is: ", najveća stranka Srbije,"."""
_ACCORDING = re.compile(r",\s(?:prema|према)\s.{5,90}?,(?=\s)")
"""Whose numbers they are, between a party and what it has."""
_VOTED = re.compile(r"\b(?:glasal|гласал)")
_CLAUSE = re.compile(r",\s(?:dok|a|ali|te|i|što|док|а|али|те|и|што)\s")
_WITH = (" ", " – ", " - ", " s ", " sa ", " са ", " с ")
_BEFORE = 120
"""Characters before a person in which it is told that there is something to win."""
_DIGITS = re.compile(r"\d[\d.,]*")
_AND = re.compile(r"[“”\"’»]?\s(?:i|и)\s(?:[^\W\d]+\s)?[„“\"«]?")


class Holders:
    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.mentions = sorted(mentions)
        self._starts = [each.start for each in self.mentions]

    def of(self, number: CountedNumber, sentence: Sentence) -> tuple[str, ...]:
        """The party or list named last before in the sentence, or the person who is told to win
        them; with another number between nobody, unless the two are told in one breath ("12
        odsto glasova, odnosno 15 mandata"). Else the one behind, where a verb of winning stands
        between."""
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, number.at, first)
        return self._before(number, first, last) or self._behind(number, sentence, last)

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Who is named between two places."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end, first)]

    def is_for(self, number: CountedNumber, holders: Sequence[str]) -> bool:
        """Whether people voted "za" whoever has a share."""
        if not holders:
            return False
        at = bisect_left(self._starts, number.at) - 1
        return at >= 0 and self._is_for(self.mentions[at])

    def _is_for(self, mention: Mention) -> bool:
        return key(self.text[max(0, mention.start - 3) : mention.start].strip()) == "za"

    def _before(self, number: CountedNumber, first: int, last: int) -> tuple[str, ...]:
        # "Srbiji": where it is told of, not whose it is.
        while last > first and self.mentions[last - 1].type in ("state", "media", "institution"):
            last -= 1
        if last == first:
            return ()
        mention = self.mentions[last - 1]
        if (party := self._meant(number, first, last)) is not None:
            return (party,)
        between = _ACCORDING.sub("", self.text[mention.end : number.start])
        if len(between) > _REACH:
            return ()
        if not _undivided(between) or _ANOTHER.search(_APPOSED.sub("", between)):
            return ()
        numbers = list(_DIGITS.finditer(between))
        if mention.type in ("party", "coalition"):
            if self.text[mention.start - 1 : mention.start] in ("–", "-"):
                return ()  # "SPS–JS": of two together.
            parties = (e for e in reversed(self.mentions[first : last - 1]) if e.type != "person")
            before = next(parties, None)
            if before is not None and before.type in ("party", "coalition"):
                if _LED.search(self.text, before.end, mention.start):
                    return (before.actor,)
                joined = _AND.fullmatch(self.text, before.end, mention.start)
                each = key(between.split()[-1]) == "po" if between.split() else False
                if joined and each:
                    return before.actor, mention.actor
            return (mention.actor,)
        leads = self.mentions[last - 2] if last - first > 1 else mention
        dashed = self.text[leads.end : mention.start] in (" – ", " - ", " ", " i ", " и ")
        if dashed and leads.type in ("party", "coalition"):
            return (leads.actor,)  # „Most za sve – Ana Kos“
        if mention.type == "person" and self._is_for(mention) and _VOTED.search(between):
            return (mention.actor,)  # "Za Petra Kosa je, prema procenama, glasalo 37,9 odsto"
        told_first = between[: numbers[0].start()] if numbers else between
        if mention.type != "person" or re.search(r"[,;:]", told_first):
            return ()
        keys = [key(word) for word in _WORD.findall(between)]
        if between in _WITH:
            # "najviše glasova dobio je Petar Kos - 37,9 odsto"
            sentence = self.text[max(0, mention.start - _BEFORE) : mention.start]
            keys = [key(word) for word in _WORD.findall(sentence)]
        return (mention.actor,) if _wins(keys) else ()

    def _meant(self, number: CountedNumber, first: int, last: int) -> str | None:
        """The party named before that "ta stranka" stands for."""
        found = list(_MEANT.finditer(self.text, self._starts[first], number.start))
        if not found or number.start - found[-1].end() > _REACH:
            return None
        meant = found[-1]
        if not _undivided(self.text[meant.end() : number.start]):
            return None
        parties = [
            each.actor
            for each in self.mentions[first:last]
            if each.type in ("party", "coalition") and each.end <= meant.start()
        ]
        after = any(each.start >= meant.end() for each in self.mentions[first:last])
        return parties[-1] if parties and not after else None

    def _behind(self, number: CountedNumber, sentence: Sentence, at: int) -> tuple[str, ...]:
        if at >= len(self.mentions) or self.mentions[at].start >= sentence.end:
            return ()
        mention = self.mentions[at]
        between = self.text[number.end : mention.start]
        if mention.type not in ("party", "coalition") or len(between) > _BEHIND:
            return ()
        if re.search(r"[\d;:.()]", between) or _CLAUSE.search(between):
            return ()
        keys = [key(word) for word in _WORD.findall(between)]
        if not _wins(keys):
            return ()
        after = self.mentions[at + 1] if at + 1 < len(self.mentions) else None
        each = key(self.text[max(0, number.start - 3) : number.start].strip()) == "po"
        other = each and after is not None and after.type in ("party", "coalition")
        if other and after and _AND.fullmatch(self.text, mention.end, after.start):
            return mention.actor, after.actor
        return (mention.actor,)


def _undivided(between: str) -> bool:
    """Whether no other number stands between, or one that is told in the same breath."""
    numbers = list(_DIGITS.finditer(between))
    return not numbers or _TOGETHER.fullmatch(between, numbers[-1].end()) is not None


def _wins(keys: Sequence[str]) -> bool:
    """Whether words between somebody and a number tell that he wins it."""
    gains = told("gains")["words"]
    return any(word.startswith(gains) for word in keys) and "da" not in keys

"""Which election a phrase means: one that the curated files know, or one in no file.

The words decide, then the place, then the date, then what the same article has said before;
where two remain, none is named. What no file knows is a contest of its own, under the words of
the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from tui.dates import bounds, roughly
from tui.digests import slug
from tui.extract.findings import NamedContest
from tui.extract.languages.en.contests.naming import LOCAL, NATIONAL
from tui.extract.languages.en.contests.phrases import OWN_HEADS, ContestPhrase, plain
from tui.extract.languages.en.names.gazetteer import countries, peoples
from tui.model import KnownContest, When

NEAR = 400
"""Days between a report and an undated election that it may be about."""
_MUCH_NEARER = 3
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOISE = frozenset("the a an of in for to at and or both country capital".split())


@lru_cache(maxsize=1024)
def _tokens(words: str) -> frozenset[str]:
    return frozenset(plain(word) for word in re.findall(r"[\w’'-]+", words)) - _NOISE


class KnownContests:
    """The known contests as one article may mean them."""

    def __init__(
        self, contests: Sequence[KnownContest], text: str, published: When, country: str
    ) -> None:
        self.contests = contests
        self.earlier: set[str] = set()
        """The ids that the article has named so far."""
        self.day = published.earliest[:10] or (bounds(published.edtf)[0] if published.edtf else "")
        lower = text.lower() if contests else ""
        self.spoken = {
            contest.id: not contest.place
            or (stem(contest.place) in lower and not _abroad(contest.place, country))
            for contest in contests
        }

    def named(self, mention: ContestPhrase) -> tuple[NamedContest, ...]:
        kinds = mention.kinds or ("",)
        candidates = [self._candidates(mention, kind) for kind in kinds]
        named: list[KnownContest | None] = [self._one(found, mention) for found in candidates]
        days = {contest.edtf for contest in named if contest}
        places = {contest.place for contest in named if contest}
        for index, contest in enumerate(named):
            if contest is None and days:
                # The kinds of one phrase are votes of one day.
                wider = self._kind(mention, kinds[index])
                siblings = [each for each in wider if each.edtf in days]
                near = [each for each in siblings if each.place in places] or siblings
                named[index] = near[0] if len(near) == 1 else None
        result: list[NamedContest] = []
        several_kinds = bool(mention.places) and not LOCAL.isdisjoint(kinds)
        for kind, contest, options in zip(kinds, named, candidates, strict=True):
            if contest:
                result.append(NamedContest.of(contest))
            elif not options and (kind or mention.head in OWN_HEADS or self._bare(mention)):
                if several_kinds and kind in NATIONAL and mention.places[0] not in countries():
                    # "Parliamentary and local elections in Brod": of these only one is Brod's.
                    result.append(_discovered(mention._replace(places=(), whose=""), kind))
                    continue
                towns = [mention._replace(places=(each,)) for each in mention.places]
                several = len(towns) > 1 and kind in LOCAL
                result.extend(_discovered(each, kind) for each in (towns if several else [mention]))
        unique = {each.id: each for each in result}
        return tuple(unique.values())

    def _bare(self, mention: ContestPhrase) -> bool:
        """Whether a date alone ("the elections of April 24") or a place ("Croatia election")
        names an election, which is none that a file knows."""
        placed = mention.places and not re.search(r"['’]s?$", mention.whose)
        if not mention.edtf and not (placed and mention.head == "election"):
            return False
        return not any(
            self._dated(contest, mention) and self.spoken[contest.id] for contest in self.contests
        )

    def _kind(self, mention: ContestPhrase, kind: str) -> list[KnownContest]:
        """The contests that have a wording within the mention's; the closest wording first."""
        said = _tokens(f"{kind} {mention.head} {' '.join(mention.places)}")
        ranked = []
        for contest in self.contests:
            fits = [len(words) for words in map(_tokens, contest.words) if words and words <= said]
            kinds_fit = not kind or any(
                _tokens(kind) & _tokens(words) for words in (*contest.words, contest.name)
            )
            if fits and kinds_fit:
                ranked.append((-max(fits), contest))
            elif not kind and (mention.edtf or self._here(contest, mention)):
                ranked.append((0, contest))
        ranked.sort(key=lambda entry: entry[0])
        return [contest for _, contest in ranked]

    def _here(self, contest: KnownContest, mention: ContestPhrase) -> bool:
        place = stem(contest.place)
        return bool(place) and any(one.lower().startswith(place) for one in mention.places)

    def _candidates(self, mention: ContestPhrase, kind: str) -> list[KnownContest]:
        found = [contest for contest in self._kind(mention, kind) if self._dated(contest, mention)]
        if mention.places:
            return [contest for contest in found if self._here(contest, mention)]
        return [contest for contest in found if self.spoken[contest.id]]

    def _dated(self, contest: KnownContest, mention: ContestPhrase) -> bool:
        """Whether a contest's date fits what the mention says, or else the report's own."""
        if not contest.edtf:
            return True
        first, last = bounds(contest.edtf)
        if mention.edtf:
            since, until = roughly(mention.edtf)
            return (not until or first <= until) and (not since or last >= since)
        if not self.day or not first:
            return True
        apart = date.fromisoformat(first) - date.fromisoformat(self.day)
        return abs(apart.days) <= NEAR

    def _one(self, found: list[KnownContest], mention: ContestPhrase) -> KnownContest | None:
        if len(found) <= 1:
            return found[0] if found else None
        if mention.places:
            # "elections for the Belgrade City Assembly" fits more words than "elections".
            said = _tokens(f"{' '.join(mention.kinds)} {mention.head} {' '.join(mention.places)}")
            best = [max(len(_tokens(w) & said) for w in each.words or ("",)) for each in found]
            top = [each for each, fit in zip(found, best, strict=True) if fit == max(best)]
            if len(top) == 1:
                return top[0]
        if not mention.places and mention.kinds:
            words = f"{mention.kinds[0]} {mention.head}".lower()
            # "Local elections" are those of the country, where those of a town are told by it.
            found = [each for each in found if words in each.words[:1]] or found
            if len(found) == 1:
                return found[0]
        spoken = [contest for contest in found if contest.id in self.earlier]
        if len(spoken) == 1:
            return spoken[0]
        return None if spoken or mention.edtf or not mention.kinds else self._nearest(found)

    def _nearest(self, found: Sequence[KnownContest]) -> KnownContest | None:
        """The one of several in one place that was held much nearer to the day of the report."""
        if not self.day or len({contest.place for contest in found}) > 1:
            return None
        if not all(len(contest.edtf) == len("2024-01-01") for contest in found):
            return None
        day = date.fromisoformat(self.day)
        apart = sorted(
            (abs((date.fromisoformat(contest.edtf) - day).days), contest.id, contest)
            for contest in found
        )
        return apart[0][2] if apart[0][0] * _MUCH_NEARER <= apart[1][0] else None


def country_of(name: str) -> str:
    """The country whose people are called so: "Croatia" for "Croatian", else the name; also where
    that is the beginning of another country's: "Dominican"."""
    if name in countries() or any(each.startswith(f"{name} ") for each in countries()):
        return name
    if name in peoples() or not name.endswith("an"):
        return peoples().get(name, name)
    return countries().get(name[:-1], name)


def _abroad(place: str, country: str) -> bool:
    """Whether a place is a country, and another than the one that a report is about: "the
    election" of the report is not its."""
    return place != country and {place, country} <= countries().keys()


@lru_cache(maxsize=256)
def stem(place: str) -> str:
    """What a place and its adjective share: "Serbia" and "Serbian", "Kosovo" and "Kosovar"."""
    lower = place.lower()
    return lower[:-1] if len(lower) > 5 and lower[-1] in "oaei" else lower


def _discovered(mention: ContestPhrase, kind: str) -> NamedContest:
    """A contest that no file knows, named by the text's own words; that of a country by the
    country, however the text has it: "Croatian" or "Croatia's"."""
    head = "election" if kind and mention.head == "race" else mention.head
    words = f"{kind.lower()} {head}".strip() if kind.lower() != head else head
    place = country_of(mention.places[0]) if mention.places else ""
    whole = place in countries() and kind in NATIONAL
    if place and mention.whose and not whole and not re.search(r"['’]s?$", mention.whose):
        words = f"{place} {words}"
    else:
        words = f"{words[0].upper()}{words[1:]}" + (f", {place}" if place else "")
    year = mention.edtf[:4] if _YEAR.match(mention.edtf) else ""
    name = f"{words}, {year}" if year else words
    return NamedContest(slug(name), name, place, mention.edtf, False)

"""How Serbian news words what stands around a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.extract.languages.sr.letters import cyrillic, key
from tui.extract.languages.sr.times.datelines import published_in
from tui.extract.languages.sr.words import lists, table
from tui.extract.stages.furniture import FurnitureRules
from tui.extract.text.sentences import Stops

_TOLD = table("furniture")
_UPPER = "A-ZČĆŠŽĐЂЈЉЊЋЏА-ЯЁ"


def _both(words: Iterable[str]) -> list[str]:
    """Words in both alphabets."""
    return [each for word in words for each in (word, cyrillic(word))]


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _both(words)))


_AGENCIES = {
    spelt: name
    for name in _TOLD["agencies"].split()
    for spelt in _both((name, name.upper(), name.title()))
}
"""The names of agencies by how they are written."""
_AGENCY = rf"(?P<agency>{_any(_AGENCIES)})"
_NAME = rf"[{_UPPER}][\w.’-]+(?:\s[{_UPPER}][\w.’-]+){{0,2}}"
_BYLINE = re.compile(
    rf"^(?i:{_any(_TOLD['authors'].split())})\s*:\s*(?P<by>{_NAME}"
    rf"(?:(?:,\s|\si\s|\sи\s){_NAME})*)\s*$"
)
_SOURCE = re.compile(rf"^(?i:{_any(_TOLD['outlets'].split())})\s*:\s*(?P<source>[^\n.:]{{2,60}})$")
_DATELINE = re.compile(
    rf"^[{_UPPER}][\w .-]{{1,30}}?(?:,\s[^()\n-]{{3,30}}?)?,?\s*"
    rf"(?:\({_AGENCY}\)\s*(?:--|[-–—])"
    rf"|(?<=[{_UPPER}])\s(?:--|[-–—])(?=\s\D)|(?<=[^\W\d_A-Z])\s--?(?=\s))"
)
"""``NOVI SAD, 3. maja 2024. (Beta) -``, ``БАНЈАЛУКА -``, ``Beograd -``"""
_SIGN_OFFS = (
    _SOURCE,
    re.compile(rf"(?<!\S)\({_AGENCY}\)\.?$"),
    re.compile(rf"^{_AGENCY}$"),
)
_ALSO_WORDS = frozenset(("danas",))
"""Names of papers that dates begin with too: "Danas, 8. marta"."""
_LINES = _both(_TOLD["lines"])
_FURNITURE = re.compile(
    rf"^(?:(?:{_any(_TOLD['lines'])}).{{0,80}}|(?:{_any(_TOLD['pictures'])})\s?/.{{2,60}}|©.*|https?://\S*)$",
    re.IGNORECASE,
)

FURNITURE = FurnitureRules(
    furniture=_FURNITURE,
    furniture_opens=(*_LINES, *_both(_TOLD["pictures"]), "©", "http"),
    bylines=(_BYLINE,),
    source=_SOURCE,
    agency_dateline=_DATELINE,
    sign_offs=_SIGN_OFFS,
    agencies=_AGENCIES,
    known_outlet=lambda words: key(words) in lists("words")["media"] - _ALSO_WORDS,
    published_in=published_in,
    stops=Stops(
        abbreviations=frozenset(_both(table("words")["abbreviations"].split())),
        ordinals=True,
        small_endings=True,
        letters=frozenset(_both(["nova s"])),
        dashes=True,
    ),
)

"""How Serbian news words what stands around a report."""

from __future__ import annotations

import re

from tui.extract.languages.sr.words import lists
from tui.extract.stages.metadata import FurnitureRules
from tui.extract.text.document import Stops

_UPPER = "A-ZČĆŠŽĐЂЈЉЊЋЏА-ЯЁ"
_FURNITURE = re.compile(
    r"^(?:povezane vesti.*|povezani članci.*|pročitajte (?:još|i).*|pročitaj(?:te)? .{0,80}|podeli\b.*|"
    r"podijeli\b.*|komentari\b.*|ostavi(?:te)? komentar.*|bonus video.*|preuzmite .{0,80}|"
    r"pratite nas.*|prijavite se.*|pretplatite se.*|ceo tekst .{0,80}|izvor: .{0,60}|foto: .{0,80}|"
    r"copyright.*|©.*|sva prava zadržana.*|najnovije vesti.*|"
    r"повезане вести.*|прочитајте (?:још|и).*|подели\b.*|коментари\b.*|оставите коментар.*|"
    r"бонус видео.*|преузмите .{0,80}|пратите нас.*|фото: .{0,80}|извор: .{0,60}|https?://\S*)$",
    re.IGNORECASE,
)
_FURNITURE_OPENS = tuple(
    """povezan pročitaj podel podijel komentar ostavi bonus preuzmi pratite prijavi pretplati ceo izvor
    foto copyright © sva naj повезане прочитај подел коментар остави бонус преузми пратите фото извор
    http""".split()
)
_NAME = rf"[{_UPPER}][\w.’-]+(?:\s[{_UPPER}][\w.’-]+){{0,2}}"
_BYLINE = re.compile(
    rf"^(?i:autor|autorka|piše|pišu|napisala?|tekst|аутор|ауторка|пише|текст)\s*:\s*(?P<by>{_NAME}"
    rf"(?:(?:,\s|\si\s|\sи\s){_NAME})*)\s*$"
)
_SOURCE = re.compile(r"^(?i:izvor|извор)\s*:\s*(?P<source>[^\n.:]{2,60})$")
_AGENCIES = "Beta|FoNet|Fonet|Tanjug|Hina|HINA|Srna|SRNA|Fena|FENA|Mina|MINA|Бета|ФоНет|Танјуг|Срна"
_DATELINE = re.compile(
    rf"^[{_UPPER}][\w .-]{{1,30}}?(?:,\s[^()\n-]{{3,30}}?)?\s*"
    rf"(?:\((?P<agency>{_AGENCIES})\)\s*[-–—]|(?<=[{_UPPER}])\s[-–—](?=\s)|(?<=[^\W\d_A-Z])\s-(?=\s))"
)
"""``BEOGRAD, 19. decembra 2023. (Beta) -``, ``БАНЈАЛУКА -``, ``Beograd -``"""


def _abbreviations() -> frozenset[str]:
    return frozenset(lists("words")["abbreviations"] | {w for w in _CYRILLIC})


_CYRILLIC = "др мр проф г гђа бр стр тзв нпр итд св ул чл тј инж дипл акад доц".split()

FURNITURE = FurnitureRules(
    furniture=_FURNITURE,
    furniture_opens=_FURNITURE_OPENS,
    bylines=(_BYLINE,),
    source=_SOURCE,
    agency_dateline=_DATELINE,
    stops=Stops(abbreviations=_abbreviations(), ordinals=True),
)

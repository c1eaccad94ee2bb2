"""Crowds whose people are not named: "put the figure at 2,500", "8,000, claim the organisers"."""

from __future__ import annotations

import re
from decimal import Decimal

from tui.extract.languages.en.figures.view import Counted, NumberContext
from tui.extract.text.late_pattern import late

_FEWEST = 100
"""Fewer than this are no crowd of which the noun may be left out."""
_LOOK = 500
"""Characters before a sentence that may tell of the crowd."""
_ALMOST = (
    r"(?:(?:about|some|around|nearly|almost|roughly|only|just|over|more\sthan|at\sleast|up\sto"
    r"|between)\s){0,2}"
)
_FIGURE = late(
    r"\b(?:(?:puts?|putting|estimate[sd]?|give|gave|gives)\s(?:[\w’'-]+\s){0,3}?(?:figure|number|turnout|attendance|crowd|total)"
    r"(?:\s(?:at|of|as))?|(?:counted|claim(?:s|ed)?|spoke\sof|speaks?\sof|makes?(?=\s(?:between\s)?\d))|that\sgives)\s"
    rf"{_ALMOST}$"
)
"""What stands before it."""
_RANGE = late(rf"\b(?:makes?|gives?|say|says|said)\sbetween\s[\d,]+\sand\s{_ALMOST}$")
_CLAIMED = late(
    r",?\s(?:claim(?:s|ed)?|sa(?:y|ys|id)|estimate[sd]?|according\sto)\s(?:the\s)?(?:[\w-]+\s)?"
    r"(?:organi[sz]ers|police|protesters|students|opposition|union)\b"
)
"""What stands behind it."""
_TURNED_UP = late(
    r"\s(?:had|have)?\s?(?:also\s|already\s|then\s)?(?:turned\s(?:up|out)|come|shown\sup|showed\sup|marched"
    r"|gathered|taken\spart|took\spart)\b"
)
_NO_NOUN = late(
    r"\s?(?:$|[,.;:)”\"–—]|(?:and|but|to|at|in|on|outside|while|when|as|for|yesterday|after|according)\b)"
)
_GATHERED = re.compile(
    r"\b(?:protest\w*|rall(?:y|ies|ied)|crowds?|march(?:es|ed|ers)?|gather(?:ed|ing|ings)|demonstrat\w+"
    r"|t(?:ook|ake|aken)\sto\sthe\sstreets|[Hh]ow\smany\s(?:people\s)?(?:are|were|had))\b"
)
"""What tells that one is spoken of."""
_STRONG = late(r"-strong\s(?:[a-z]+\s)?(?:mission|team|delegation|crowd|contingent|squad|group)\b")


def crowd(view: NumberContext) -> Counted | None:
    """``police put the figure at 2,500``, ``the 240-strong mission``."""
    number, setting = view.number, view.setting
    if number.form not in ("digits", "words") or Decimal(number.value) % 1:
        return None
    if strong := _STRONG.match(view.after):
        return view.counted("people", "people", "people", strong.end())
    if Decimal(number.value) < _FEWEST:
        return None
    bare = _NO_NOUN.match(view.after)
    ahead = bare and (_FIGURE.search(view.before) or _RANGE.search(view.before))
    if not (ahead or _CLAIMED.match(view.after) or _TURNED_UP.match(view.after)):
        return None
    told = setting.told == "people" or _GATHERED.search(
        setting.text, max(0, setting.start - _LOOK), setting.end
    )
    return view.counted("people", "people", "people") if told else None

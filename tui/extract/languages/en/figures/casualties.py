"""People to whom harm was done: "46 were detained", "killed 14", "the number of arrests at 85"."""

from __future__ import annotations

import re

from tui.extract.languages.en.figures import words
from tui.extract.languages.en.figures.view import Counted, NumberContext
from tui.extract.text.late_pattern import late

_GOES_ON = (
    r"(?:and|but|in|on|at|after|as|by|when|while|during|for|from|since|outside|near|following|amid"
    r"|across|this|last|with)"
)
_CASUALTIES = late(
    r"\s(?:(?:others|more|other|people|persons|men|women|suspects|man|woman|guard|officer|policeman|soldier"
    r"|child|boy|girl|person)\s)?(?:(?:(?:were|was|are|is|have|had|has|been|being|still|also|later|already|reported|[a-z]+ly"
    rf"|remain(?:ed)?|left)\s)+(?P<harm>{words.HARM}|held|in\scustody|hurt|treated|in\shospital|brought\sin|led\saway)"
    r"|(?P<alone>injured|wounded|hurt|dead|killed|arrested|detained)|(?P<noun>arrests|injuries|deaths|detentions"
    rf"|casualties|fatalities))\b(?!\s(?!{_GOES_ON}\b)[a-z])"
)
_CASUALTIES_BEFORE = late(
    r"\bnumber\sof\s(?:the\s|those\s)?(?P<harm>arrests|arrested|detained|detainees|injured|injuries|wounded|dead"
    r"|deaths|victims)\s(?:at|to|is|was|has\sreached|rose\sto|stands\sat|stood\sat)\s$"
)
_HARMING = late(
    r"\b(?P<harm>kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?|arrest(?:s|ed|ing)|detain(?:s|ed|ing))\s$"
)
_HARMED_ALONE = late(rf"\s?(?:$|[,.;:)”\"–—]|(?:more|others|{_GOES_ON})\b(?!\s[0-9]))")
"""What stands before and behind a number of those harmed that has no noun."""
_NOT_BARE = late(r"\b(?:No\.|number|section|article|of)\s$", re.IGNORECASE)


def casualties(view: NumberContext) -> Counted | None:
    """``46 were detained``, ``17 injured``, ``killed 14``, ``the number of arrests at 85``."""
    number = view.number
    if number.form == "fraction" or "." in number.value:
        return None
    behind = _CASUALTIES.match(view.after)
    if behind and number.form == "plural" and not behind["harm"]:
        return None
    if behind and not _NOT_BARE.search(view.before):
        harm = behind["harm"] or behind["alone"] or behind["noun"]
        return _harmed(view, harm, behind.end() if behind["noun"] else 0)
    before = _CASUALTIES_BEFORE.search(view.before) or (
        _HARMED_ALONE.match(view.after) and _HARMING.search(view.before)
    )
    return _harmed(view, before["harm"]) if before else None


def _harmed(view: NumberContext, harm: str, length: int = 0) -> Counted:
    measure = "detained" if words.DETAINED.match(harm) else "people"
    return view.counted(measure, "people", "casualties", length, note=harm)

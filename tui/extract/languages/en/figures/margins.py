"""By how many somebody is ahead: "won by 17 votes", "17 more than Ana Ilic", "a lead of four"."""

from __future__ import annotations

from decimal import Decimal

from tui.extract.languages.en.figures import words
from tui.extract.languages.en.figures.view import Counted, NumberContext
from tui.extract.text.late_pattern import late

CLEARLY_VOTES = 1_000
"""By fewer nobody is ahead without a word for what they are: seats, points, votes."""
_NO_NOUN = late(
    r"\s?(?:$|[,.;:)”\"»–—]|(?:over|for|against|after|and|but|to|in|at|on|when|while|whereupon|as"
    r"|with|now)\b)"
)
_MORE_THAN = late(r"\s(?:more|fewer)\sthan\s(?:(?:the|his|her|its|their)\s)?(?:[a-z]+\s){0,2}[A-Z]")
_THAN_BEFORE = late(
    r"\s(?:more|fewer|less)\sthan\s(?:in\b|at\sthe\s(?:last|previous)|before\b|previously|last\s|it\shad|they\shad|[a-z]+\syears\s(?:ago|before|earlier))"
)
_UP = late(r",\s(?:up|down)\s$")
"""What stands behind and before the seats by which somebody has more than before."""
_VOTES_MORE = late(r"\svotes\smore(?=\s?[.;,]|\sthan\b)")
_FEW = late(r"\svotes?\b")


def margin(view: NumberContext) -> Counted | None:
    """``a margin of 11,000``, ``by three votes``, ``17 more than Ana Ilic``."""
    number, setting = view.number, view.setting
    if number.form not in ("digits", "words") or Decimal(number.value) % 1:
        return None
    told = setting.previous or setting.told
    moved = setting.previous == "seats" and _NO_NOUN.match(view.after) and _UP.search(view.before)
    if moved or (setting.previous == "seats" and _THAN_BEFORE.match(view.after)):
        return view.counted("seats_change", "seats", "seats")
    if setting.previous in ("votes", "seats") and _MORE_THAN.match(view.after):
        return view.counted("margin", told, "margin")
    if setting.previous == "vote_share" and (more := _VOTES_MORE.match(view.after)):
        return view.counted("margin", "votes", "margin", more.end())
    if not words.BARE_MARGIN.search(view.before):
        return None
    few = _FEW.match(view.after) if Decimal(number.value) > 1 else None
    if few and not words.TO_OTHERS.match(view.after):
        return view.counted("margin", "votes", "margin", few.end())
    if not _NO_NOUN.match(view.after):
        return None
    many = number.form == "digits" and Decimal(number.value) >= CLEARLY_VOTES
    if told in ("votes", "seats") and not (many or setting.recount):
        return view.counted("margin", told, "margin") if _IS_OF.search(view.before) else None
    return view.counted("margin", "votes", "margin") if many or setting.recount else None


_IS_OF = late(r"\b(?:majority|lead|margin)\sof\s(?:just\s|only\s)?$")

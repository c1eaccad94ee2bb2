"""Whether the words around a time look back or ahead.

"Sunday" alone is the last one in news, unless its clause is about what is to come.
"""

from __future__ import annotations

import re

from tui.extract.languages.en.morphology import IRREGULAR, PASTS

Lean = str
"""Which way a clause looks: "past", "future", or "" where nothing tells."""

_FUTURE = re.compile(
    r"\b(?:will|won['’]t|shall|would|going to|(?:is|are|was|were|be) (?:to|set|due|expected"
    r"|scheduled|planned|slated|likely|planning)|to be \w{2,20}(?:ed|en|ld)|set (?:to|for)"
    r"|due (?:to|on|in|for|back)|scheduled|slated|planned|plan(?:s|ning)? (?:to|an?)"
    r"|planning (?:for|on)|expect(?:s|ed)? to|upcoming|coming|forthcoming|vow(?:s|ed)? to"
    r"|intends? to|hop(?:es?|ing) to|decided to|prepar\w{1,4} (?:to|for)|wants? to"
    r"|call(?:s|ed|ing) for|postponed)\b|['’]ll\b"
    r"|\b(?:(?-i:may|must)|might|should)\b(?! have\b)"
    r"|\b(?:ahead of|on the eve of)\s(?:[\w'’.-]{1,20}\s){0,4}$"
    r"|\b(?:is|are) (?:also )?(?:running|competing|standing|campaigning) in\s(?:the\s)?$"
    r"|\bneeds? an? (?:\w+ )?(?:win|victory) in\s(?:the\s)?$"
    r"|\b(?:begins|starts|opens|resumes|takes (?:place|effect|office)|kicks off|expires|convenes"
    r"|goes (?:to the polls|into effect|before)|testifies)\b|\b(?:could|can)\b(?! (?:not|have)\b)"
    r"|\b(?:holds|hosts) (?:its|an?|the|their) (?:[\w-]{1,20} ){0,3}(?:elections?"
    r"|primary|votes?|summit|referendum|meeting|run-?off|session|caucus(?:es)?|congress|convention|debate)\b",
    re.IGNORECASE,
)
_DEMANDED = re.compile(
    r"\b(?:asked|urged|invited|called on|ordered|summoned|encouraged)\b[^;.]{1,80}\bto\b",
    re.IGNORECASE,
)
"""What leads to a time of what is asked for; a time before it dates the asking."""
_DEADLINE = re.compile(r"\b(?:until|by)\s(?:the\s|next\s)?$", re.IGNORECASE)
"""What leads to a time that lies ahead, unless its clause goes on in the past tense."""
_NOT_YET = re.compile(
    r"\b(?:will|would|shall|to|may|might|must|should|can|could|be)\s(?:not\s|also\s|then\s|only\s)?$",
    re.IGNORECASE,
)
"""What makes a verb behind it no cue of its own: "will be announced", "to announce"."""
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|added|announced|reported|wrote|tweeted|insisted|warned|claimed"
    r"|argued|stated|noted|declared|was|were|had|has|have|did"
    r"|(?:did|would|could)n['’]t (?:say|comment)|after \w+ing)\b",
    re.IGNORECASE,
)
_IRREGULAR = sorted(PASTS.difference(IRREGULAR)) + "spoke saw found beat hit put set".split()
_PAST = re.compile(rf"\b(?:\w{{2,20}}ed|{'|'.join(_IRREGULAR)})\b", re.IGNORECASE)
_BORDER = re.compile(
    r"[;:—–]|\b(?:that|which|who|as|but|while|because|when|where|whether|if|although|though)\b",
    re.IGNORECASE,
)


_OPENS = re.compile(r"[ \"“‘']*(?:the\s)?", re.IGNORECASE)
"""What stands before a time that opens its clause: "The May shooting served"."""
_NOT_HAPPENED = re.compile(
    r"\b(?:said|told|added|announced|reported|wrote|insisted|warned|claimed|argued|stated|noted"
    r"|declared|based|proposed|expected|scheduled|planned|called|named|need|needed|united|limited"
    r"|accused|dated|red)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(rf"\b(?:was|were|had|did)\b|{_PAST.pattern}", re.IGNORECASE)


def happened(before: str, after: str) -> bool:
    """Whether the words around a time tell what took place, so that it cannot lie ahead:
    "he resigned in January", "in January, he said", and not "he said that in January"."""
    if _OPENS.fullmatch(before):
        clause = _until_border(after)
        return not _FUTURE.search(clause) and bool(_TOLD.search(clause) or _PAST.search(clause))
    nearest = re.split(_BORDER, before)[-1].rsplit(",", 1)[-1]
    if _FUTURE.search(nearest) or _WOULD.search(before):
        return False
    return any(not _NOT_HAPPENED.match(verb.group()) for verb in _HAPPENED.finditer(nearest))


_WOULD = re.compile(
    r"\b(?:will|would|can|could|to|may|might|should|must)\b[^,;.]{0,60}$", re.IGNORECASE
)


_FEW = 8
"""Words before a time of which none tells which way it lies, when those behind it may."""


def lean(before: str, after: str) -> Lean:
    """Whether the words around a time look back or ahead: the cue nearest to it decides."""
    borders = [border.end() for border in _BORDER.finditer(before)]
    clause = before[borders[-1] :] if borders else before
    *others, nearest = clause.split(",")
    found = _lean_of(nearest)
    if _DEADLINE.search(nearest) and found != "future":
        goes_on = _first_lean(_until_border(after))
        return "past" if goes_on == "past" else "future"
    if found:
        return found
    if not clause.strip(" ,\"“‘'") or len(nearest.split()) <= _FEW:
        found = _first_lean(_until_border(after))
    return found or next((each for part in reversed(others) if (each := _lean_of(part))), "")


def _until_border(words: str) -> str:
    border = _BORDER.search(words)
    return words[: border.start()] if border else words


def _lean_of(words: str) -> Lean:
    future = max(
        (cue.start() for cues in (_FUTURE, _DEMANDED) for cue in cues.finditer(words)), default=-1
    )
    told = max(
        (
            cue.start()
            for cue in _TOLD.finditer(words)
            if cue.group().lower() == "have"
            or not _NOT_YET.search(words, max(0, cue.start() - 12), cue.start())
        ),
        default=-1,
    )
    if future >= 0 and future >= told:
        return "future"
    return "past" if told >= 0 or _PAST.search(words) else ""


def _first_lean(words: str) -> Lean:
    cues = [(found.start(), way) for pattern, way in _CUES if (found := pattern.search(words))]
    return min(cues)[1] if cues else ""


_CUES = ((_FUTURE, "future"), (_TOLD, "past"), (_PAST, "past"))

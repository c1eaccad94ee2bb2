"""The words of phrases without a name: what opens them, whose they are, and what they end with."""

from __future__ import annotations

import re

HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|President|Senator)\.?\s+")
LONE = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-z][\w'’-]*")
OPENERS = re.compile(
    r"^(?:(?:the|a|an|some|many|several|most|other|others|all|both|these|those|few|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|dozens|tens|hundreds|thousands|scores|hundred|thousand|million|of|more|than|another"
    r"|own|\d[\d,.]*|\w+-year-old)\s+)+",
    re.IGNORECASE,
)
POSSESSOR = re.compile(r"^.*?(?:['’]s|s['’])\s+")
AGED = re.compile(r"[Tt]he \d{1,2}-year-old")
MEMBERS = re.compile(
    r"(?:The )?(?:[Mm]embers|[Dd]eputies|[Ll]awmakers|[Oo]bservers|[Mm]onitors|[Oo]fficials"
    r"|[Ee]xperts|[Rr]epresentatives|[Ii]nspectors) (?:of|from|with) (?:the )?(?P<body>[^,]+)"
)
"""A body that its members are."""
OWN = re.compile(r"^(?:his|her|its|their)\s+", re.IGNORECASE)
TAIL = re.compile(
    r"\s+(?:made|based|including|who|which|that|of|for|in|at|on|from|to|by|with|near|against"
    r"|(?:[a-z]+ed|[a-z]+ing)\s(?:by|in|at|on|for|from|to|up|of|with|the|an?))\b.*$|[,—–(].*$",
    re.DOTALL,
)
COINED = re.compile(
    r"[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){0,3}\s(?:[Ff]or|[Aa]gainst|[Ww]ithout)"
    r"(?:\s(?:an?|the))?(?:\s[^\W\d_a-z][\w’'-]+){1,3}"
)
"""A name that says what somebody is for: "Justice for All"."""
NOMINAL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[^\W\d_]+['’]s)\s(?:(?!of\b|and\b|in\b|to\b|for\b|by\b|that\b)"
    r"[a-z][\w’'-]*\s){0,3}?(?P<noun>coalition|alliance|party|bloc)\b"
    r"(?=\s*[.,;:—–)]|\s(?:is|was|has|had|have|will|would|said|says|secured|won|got|took|lost|came"
    r"|which|who|that|also|in|on|of)\b)"
)
NOMINAL_NOUNS = frozenset("coalition alliance party bloc".split())
BACK, AHEAD = 240, 120
"""Characters around such a noun that the phrase may have."""

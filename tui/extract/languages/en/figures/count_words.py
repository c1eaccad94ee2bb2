"""The words that tell how far a count is, and how many have voted."""

from __future__ import annotations

import re

from tui.extract.text.late_pattern import late

_CAST = (
    r"\s?of\s(?:the\s|all\s)?(?:its\s|their\s)?(?:(?:processed|representative|postal|mail-in|absentee|conditional|overseas|early|valid|cast|election|electoral|voting|[A-Z][\w/]+)\s)?(?:[0-9][0-9.,]*\s(?=polling|stations|voting|precincts))?(?:sample|count|votes?|ballot\sboxes|ballot\spapers|ballots?|boxes|polling\sstations|stations"
    r"|precincts|districts|returns|results|materials?|protocols|(?:tally\s|result\s)?sheets|(?:polling\s|voting\s)?(?:tables|centres|centers|places))"
)
COUNTED_PART = late(
    _CAST + r"(?:\s(?:were|was|had|have|has|been|already|now|so|far)\b)*"
    r"\s(?:counted|processed|tallied|opened(?!\s(?:on|late|early|at|with|normally|as|without)\b)|reporting|reported|completed?|scrutini[sz]ed|verified|tabulated|in(?=\s?[,.;:)—–]|$))"
)
COUNTED_ASIDE = late(
    r"\b(?:stations|precincts|booths|ballots|boxes|votes|returns)(?:\s(?:were|have|had|been))*"
    r"\s(?:processed|counted|reporting|opened|tallied|in)\s?[,(]\s?(?:or|i\.\s?e\.,?|that\sis,?|which\sis)\s"
    r"(?:about\s|just\s|nearly\s|some\s)?$"
)
"""What stands before the part that stations are whose number has been told."""
COUNTED_BARE = late(
    r"\s(?:(?:has|have|had)\s(?:now\s|so\sfar\s|already\s)?been\s)?(?:counted|processed|tallied)\b"
)
COUNTED_BEFORE = late(
    r"\b(?:count(?:ing|ed)?(?:\sof|\sfrom)?|process(?:ing|ed)|tallied|opened|(?:results|returns|ballots|votes|data|protocols|sheets|figures)\s(?:processed\s|collected\s)?from|[Bb]ased\son|[Oo]n\sthe\sbasis\sof|scrutin(?:y|isation|ization)\sof|[Aa]fter)"
    r"\s(?:only\s|just\s|about\s|some\s|nearly\s)?$"
)
COUNTED_WHOLE = late(_CAST + r"\b")
PART_OF_STATIONS = late(
    r"\s?of\s(?:the\s|all\s)?(?:[0-9][0-9.,]*\s)?(?:[\w’'-]+\s){0,2}?(?:candidates|polling\sstations|voting\smachines|precincts|polling\splaces"
    r"|tally\ssheets|municipalities|districts|observations|observed\scounts|counts|cases|complaints"
    r"|(?:its|the|all|their|prime-time)\s(?:[\w-]+\s){0,2}(?:time|coverage|airtime))\b"
)
TURNOUT_BEFORE = late(
    r"(?<!decline in )(?<!increase in )(?<!drop in )(?<!rise in )"
    r"\b(?:turn-?out|voter\sparticipation|participation)\b(?:,\swhich|,(?=\sat\s)|,\s(?:according\sto|as\sgiven\sby)\s[^,;\d]{2,90},)?"
    r"(?:[^.,;0-9%]{0,40}?\son\s(?:[A-Z][a-z]+\s[0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)?\s[A-Z][a-z]+)\b)?"
    r"(?:\s(?:by|at|as\sof|until)\s[0-9]{1,2}(?:[.:][0-9]{2})?(?:\s?[ap]\.?m\.?|\so['’]clock)?)?"
    r"[^.,;0-9%]{0,60}(?:,\sat\s)?$",
    re.IGNORECASE,
)
TURNOUT_APPOSED = late(r"(?:^|[.;]\s|\b[Tt]he\s)turn-?out(?:\sin\s[A-Z][\w-]+)?,\s$", re.IGNORECASE)
"""What stands before the turnout between commas: "the turnout in Brod, 38.2%, was ..."."""
APPOSITION_ENDS = late(r"\s?(?:in\s[A-Z]\w+)?,")
TURNOUT_AFTER = late(
    r"\s(?:voter\s)?turn-?out\b|\s(?:eligible\s|registered\s)?voters\s(?:had\s|have\s)?(?:voted|cast|turned\s(?:out|up))\b|\s?of\s(?:the\s)?(?:all\s)?(?:country['’]s\s)?(?:[0-9][0-9.,]*\s(?:million\s)?)?(?:eligible\s|registered\s)?"
    r"(?:voters|electorate|people|citizens|them|those\s(?:registered|eligible|entitled)(?:\sto\svote)?)\s(?:had\s|have\s)?"
    r"(?:voted(?!\sfor)|done\sso|cast(?!\s(?:a\s|their\s)?(?:ballots?|votes?)\sfor)|turned\s(?:out|up)|took\spart|bothered\sto\svote|exercised\stheir\s(?:right|franchise))\b"
    r"(?!\s(?:in\sfavou?r|for|against))"
    r"|\s?(?:of\s(?:the\s|all\s)?)?(?:eligible\s|registered\s)?voters\s(?:had\s|have\s)?(?:come|came)(?=\s?[.,;]|\sby\b)"
)
OF_REGISTERED = late(
    r"\s?of\s(?:the\s|all\s)?(?:[\d.,]+\s(?:million\s)?)?(?:(?:registered|eligible)\s(?:voters|citizens|electors)|those\s(?:registered|eligible|entitled)|(?:the\s)?electorate)\b"
)
"""Of whom those are a part who have voted, in a sentence that speaks of turnout."""

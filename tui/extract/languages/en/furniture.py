"""How English-language news words what stands around a report."""

from __future__ import annotations

import re

from tui.extract.languages.en.times.datelines import published_in
from tui.extract.stages.metadata import FurnitureRules

_FURNITURE = re.compile(
    r"^(?:related (?:topics|articles|stories|news)|read (?:the rest|more|also|next)\b.*"
    r"|see also\b.*"
    r"|share (?:this|on)\b.*|sign up\b.*|subscribe\b.*|follow us\b.*|advertisement|comments?"
    r"|all rights reserved.*|copyright\b.*|©.*|most (?:read|popular)\b.*|click here\b.*"
    r"|this (?:material|article|story) may not be (?:published|reproduced).*|newsletter.*"
    r"|photo(?:s)? by\b.*|story continues below.*|continue reading.*|loading.*)$",
    re.IGNORECASE,
)
"""Lines that a site puts around its articles."""
_FURNITURE_OPENS = tuple(
    """related read see share sign subscribe follow advertisement comment all copyright © most
    click this newsletter photo story continue loading""".split()
)
"""How they begin; most paragraphs begin otherwise."""
_SITES_WORDS = re.compile(
    r"^.*\b(?:website contains only|please contact us for|subscription options)\b.*$",
    re.IGNORECASE,
)
_SITE_WORDS = ("website contains only", "please contact us for", "subscription options")
"""The same, by words anywhere in the text; a search for these alone is over at once."""

_BYLINE = re.compile(
    r"^(?:by\s+)(?P<by>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4})"
    r"(?:\s*(?:,|and|\||for)\b.*)?$",
    re.IGNORECASE,
)
_DATED_BYLINE = re.compile(
    r"^(?P<by>[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,3})\s*[|•·–—-]\s*(?=.*\d{4})"
)
_CREDIT = re.compile(
    r"\((?:(?:AP |Reuters |AFP )?Photo\b[^()]*|[^()/]{2,60}/\s*(?P<agency>[A-Z][\w. ]{1,30})"
    r"(?:\s+via\s+[\w ]+)?)\)\s*$"
)
"""The photographer and agency that close a caption: ``(Darko Vojinovic/AP)``."""

_CAPTION_OPENS = re.compile(r"^(?:(?:file|pictured|photo|image)\b.{0,20}[:\-–—])", re.IGNORECASE)
_DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,30}(?:\s*\([A-Z][A-Za-z ]+\))?$")
_AGENCY_DATELINE = re.compile(
    r"^[A-Z][A-Z .,'-]{2,40}(?:, [A-Z][a-z.]+(?: \d{1,2})?)?\s*\((?P<agency>AP|AFP|Reuters|UPI|DPA"
    r"|TASS|Tanjug|Beta|FoNet|Xinhua|RFE/RL|BIRN)\)\s*[-–—]"
)
_KNOWN_AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "AA": "Anadolu Agency",
    "UPI": "United Press International",
    "DPA": "Deutsche Presse-Agentur",
}

FURNITURE = FurnitureRules(
    furniture=_FURNITURE,
    furniture_opens=_FURNITURE_OPENS,
    site=_SITES_WORDS,
    site_words=_SITE_WORDS,
    bylines=(_BYLINE, _DATED_BYLINE),
    credit=_CREDIT,
    caption_opens=_CAPTION_OPENS,
    dateline=_DATELINE,
    agency_dateline=_AGENCY_DATELINE,
    agencies=_KNOWN_AGENCIES,
    published_in=published_in,
)

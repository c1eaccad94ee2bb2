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

_NAME = r"[^\W\d_a-z][\w.'’-]*(?:\s(?:[^\W\d_a-z]|de|von|van|der|al)[\w.'’-]*){0,4}"
_NAMES = rf"{_NAME}(?:(?:,\s|\sand\s|,\sand\s|\s&\s){_NAME})*"
_WRITER = rf"{_NAME}(?:\sin\s{_NAME})?"
_OUTLET = (
    r"(?:The\s)?(?:[^\W\d_a-z][\w’'-]*\s){0,3}(?:Review|Times|Post|News|Herald|Tribune|Gazette|Journal"
    r"|Guardian|Telegraph|Observer|Press|Agency|Chronicle|Independent|Standard|Mail|Globe|Star|Sun"
    r"|Monitor|Courier|Echo|Dispatch|Insight|Weekly|Daily|Radio|Television|TV)"
)
_BYLINE_OF_OUTLET = re.compile(rf"^(?i:by)\s(?P<source>{_OUTLET}),\s(?P<by>{_NAMES})$")
"""``By The Lake Review, Ana Weaver``"""
_BYLINE = re.compile(
    rf"^(?i:(?:written|reported|reporting)?\s?by)\s+(?P<by>{_WRITER}(?:(?:,\s{_WRITER})*,?\sand\s{_WRITER})*)"
    r"(?:\s*[,|].*|\s+(?:for|in|at)\b.*)?$"
)
_LABELLED_BYLINE = re.compile(rf"^(?i:author|autor|text|reporter)\s*:\s*(?P<by>{_NAMES})\s*$")
_LIVE_BYLINE = re.compile(
    rf"^(?P<by>{_NAME}\s\((?:now|earlier|until\s[^()]+)\)"
    rf"(?:(?:,\s|\sand\s){_NAME}\s\([^()]{{3,20}}\))*)$"
)
"""``Ana Weaver (now) and Bruno Lind (earlier)``"""
_SOURCE = re.compile(
    r"^(?:(?i:source|izvor|publisher)\s*:\s*|(?i:special|exclusive)\s(?i:to)\s)(?P<source>[^\n.:]{2,60})$"
)
_LONE_NAME = re.compile(r"^[^\W\d_a-z][^\W\d_]+(?:\s[^\W\d_a-z][\w.’'-]*){1,2}$")
"""Two or three words that may be a name: a byline where a date or the outlet follows."""
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
    bylines=(_BYLINE_OF_OUTLET, _BYLINE, _DATED_BYLINE, _LABELLED_BYLINE, _LIVE_BYLINE),
    source=_SOURCE,
    lone_name=_LONE_NAME,
    credit=_CREDIT,
    caption_opens=_CAPTION_OPENS,
    dateline=_DATELINE,
    agency_dateline=_AGENCY_DATELINE,
    agencies=_KNOWN_AGENCIES,
    published_in=published_in,
)

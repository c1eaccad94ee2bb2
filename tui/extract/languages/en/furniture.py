"""How English-language news words what stands around a report."""

from __future__ import annotations

import re

from tui.extract.languages.en.times.datelines import published_in
from tui.extract.languages.given_names import gender_of
from tui.extract.stages.furniture import FurnitureRules

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

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_NAME = rf"{_WORD}(?:\s(?:[^\W\d_a-z]|de|von|van|der|al|la|du|di|bin|ben)[\w.'’-]*){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:,\s|\sand\s|,\sand\s|\s&\s){_NAME})*"
_WRITER = rf"{_NAME}(?:\sin\s{_NAME})?"
_OUTLET_NOUN = (
    r"(?:Review|Times|Post|News|Herald|Tribune|Gazette|Journal|Guardian|Telegraph|Observer|Press"
    r"|Agency|Chronicle|Independent|Standard|Mail|Globe|Star|Sun|Monitor|Courier|Echo|Dispatch"
    r"|Insight|Weekly|Daily|Radio|Television|TV|Service|Desk|Staff|Newsroom|Bureau|Newspaper"
    r"|Portal|Network|Media|Correspondent|Editor|Editors|Reporter|Team|Online|Magazine)"
)
_SECTION = (
    r"(?:World|Europe|Politics|Elections?|Opinion|Analysis|Interview|Region|Balkans|Society|Economy"
    r"|Business|Comment|Live|Video|Photo|Photos|Gallery|Report|Update|Statement|Release|Blog)"
)
_OUTLET = rf"(?:The\s(?:{_WORD}\s)?|[^\W\d_a-z][\w’'&/.-]*\s)(?:{_WORD}\s){{0,2}}{_OUTLET_NOUN}"
_NO_MONTH = r"(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
_OF_OUTLET = (
    rf"{_OUTLET}|{_WORD}\sand\sagencies|{_NO_MONTH}[A-Z]{{1,8}}\s?\d{{1,2}}(?:\s{_WORD}){{0,2}}|[A-Z]{{2,5}}(?:/[A-Z]{{2,5}})?"
    rf"|[A-Z][\w-]+\.[A-Za-z]{{2,4}}"
    rf"|{_WORD}\sStaff|Euronews(?:\swith\s{_WORD})?|[A-Z][\w/]+['’]s\s{_WORD}(?:\s{_WORD}){{0,2}}"
)
"""What signs for an outlet, a desk or a section, and is nobody's name."""
_BYLINE_OF_OUTLET = re.compile(rf"^(?i:by)\s(?P<source>{_OUTLET}),\s(?P<by>{_NAMES})$")
"""``By The Lake Review, Ana Weaver``"""
_BYLINE_OF_OUTLET_ALONE = re.compile(
    rf"^(?i:(?:live\s)?(?:(?:updates|coverage|blog)\s)?by)\s(?P<source>{_OF_OUTLET})$"
)
_AGENCY_NAMES = (
    r"(?:(?:The\s)?Associated\sPress|Reuters|Agence\sFrance-Presse|Anadolu(?:\sAgency)?|Tanjug|Beta"
    r"|FoNet|Xinhua|TASS|Bloomberg|Hina|SRNA|Fena|MIA|ANSA|dpa|Interfax|RIA\sNovosti)"
)
_BYLINE = re.compile(
    rf"^(?i:(?:written|reported|reporting|story|words|posted|interview(?:ed)?)?\s?by)\s?:?\s+"
    rf"(?P<by>{_WRITER}(?:(?:,\s(?!{_AGENCY_NAMES}){_WRITER})*,?\s(?:and|&)\s{_WRITER})*)"
    rf"(?:\s*[,|]\s*(?:(?P<agency>{_AGENCY_NAMES})|(?P<source>{_OUTLET}))\b.*|\s*[,|•·].*"
    r"|\s+(?:for|in|at|on)\b.*|\s+[-–—]\s.*)?$"
)
_LABELLED_BYLINE = re.compile(
    r"^(?i:authors?|autor(?:ka|i)?|text|tekst|reporter|piš[eu]|pripremi(?:o|la)|words|interview(?:er)?)"
    rf"\s*:\s*(?P<by>{_NAMES})\s*(?:[,|•·].*|\s{{2,}}.*)?$"
)
_LIVE_BYLINE = re.compile(
    rf"^(?P<by>{_NAME}\s\((?:now|earlier|until\s[^()]+)\)"
    rf"(?:(?:,\s|\sand\s){_NAME}\s\([^()]{{3,20}}\))*)$"
)
"""``Ana Weaver (now) and Bruno Lind (earlier)``"""
_SOURCE = re.compile(
    r"^(?:(?i:source|izvor|publisher|published\sby|outlet)\s*:\s*|(?i:special|exclusive)\s(?i:to)\s)"
    r"(?P<source>[^\n:|]{1,59}[^\s:|.])$"
)
_LONE_NAME = re.compile(
    rf"^{_WORD}(?:\s(?:de|von|van|der|al|la|du|di|bin|ben|and|&|{_WORD})){{1,6}}(?:(?:\sin|,)\s{_NAME})?$"
)
"""Words that may be a name, or several: a byline where a date or the outlet follows."""
_CREDIT = re.compile(
    r"\((?:(?:AP |Reuters |AFP )?Photo\b[^()]*|[^()/]{2,60}/\s*(?:[A-Z]+ [A-Z]+(?=\))"
    r"|(?P<agency>[A-Z][\w. ]{1,30}))(?:\s+via\s+[\w ]+)?)\)\s*$"
)
"""The photographer and agency that close a caption: ``(Darko Vojinovic/AP)``."""

_CAPTION_OPENS = re.compile(r"^(?:(?:file|pictured|photo|image)\b.{0,20}[:\-–—])", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:for immediate release|press (?:release|statement)|media (?:advisory|release)"
    r"|news (?:release|analysis)|opinion|analysis|editorial|interview|live|breaking(?: news)?"
    r"|exclusive|explainer|joint statement|transcript|rush transcript)\W{0,3}",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,30}(?:\s*\([A-Z][A-Za-z ]+\))?$")
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2}\.? [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"[A-Z][A-Za-z]{1,13}(?:/[A-Z][A-Za-z]{1,9})?"
_AGENCY_DATELINE = re.compile(
    rf"^(?:[A-Z][A-Z .,'’-]{{2,40}}(?:, (?:[A-Z][a-z.]+(?: \d{{1,2}})?|{_DAY}))?"
    rf"|{_NAME}(?: \({_NAME}\))?, {_DAY})"
    r"\s*[(/](?P<agency>(?:AP|AFP|Reuters|UPI|DPA|TASS|Tanjug|Beta|FoNet|Xinhua|RFE/RL|BIRN)"
    rf"(?=[)/]\s*[-–—])|{_AGENCY}(?=[)/]\s*[-–—]\s?(?:\(?[^\W\d]\S*\s){{7}}))[)/]\s*[-–—]"
)
"""``BRODNIK, May 3 (LNA) – The mayor``: an agency that is not known stands before a sentence."""
_KNOWN_AGENCIES = {
    "AP": "Associated Press",
    "AFP": "Agence France-Presse",
    "AA": "Anadolu Agency",
    "UPI": "United Press International",
    "DPA": "Deutsche Presse-Agentur",
    "The Associated Press": "Associated Press",
    "Associated Press": "Associated Press",
    "Agence France-Presse": "Agence France-Presse",
    "Anadolu": "Anadolu Agency",
    "Anadolu Agency": "Anadolu Agency",
    **{
        name: name
        for name in """Reuters Tanjug Beta FoNet Xinhua TASS Bloomberg Hina SRNA Fena MIA ANSA
        Interfax BIRN""".split()
    },
}
_NAMES_ITSELF = re.compile(
    r"(?P<source>\b[A-Z][\w-]{1,30}\.[A-Za-z]{2,4}) (?:reports|informs|writes),? "
    r"(?:via|citing|quoting|with reference to|referring to)\b"
)
"""``Lake.rs reports, citing``: outlets with the name of an address speak so of themselves."""
_BYLINE_LABEL = re.compile(
    r"(?:by|authors?|autor(?:ka|i)?|text|tekst|written by)\s?:?", re.IGNORECASE
)
"""A line behind which the next one names who wrote the report."""
_SIGN_OFFS = (
    re.compile(
        rf"(?:The\s)?(?:[Ii]nterview|conversation|discussion|[Qq]uestions)\s(?:was|were)\s(?:conducted"
        rf"|led|moderated|asked|held)\sby\s(?P<by>{_NAMES})(?<!\.)\.?$"
    ),
    re.compile(rf"(?<![^\s(])[Ii]nterview(?:ed)?\sby\s(?P<by>{_NAMES})(?<!\.)\.?\)?$"),
    re.compile(
        rf"^\(?(?:Additional\s)?[Rr]eport(?:ed|ing)\sby\s(?P<by>{_WRITER}(?:(?:,|\sand|,\sand)\s{_WRITER})*)(?=[;.)])"
    ),
    re.compile(
        rf"^(?:[Tt]ranscript|[Ss]ource|[Bb]roadcast|[Aa]ired(?:\son)?)\s?:\s(?P<source>{_NAME}),\s(?=.{{0,30}}\d{{4}})"
    ),
    re.compile(rf"^\(?(?P<source>{_OF_OUTLET}), (?=.{{0,20}}\d{{4}}\b(?!\s?[(/–—-]))"),
    re.compile(r"\s[/(](?P<agency>(?:" + _AGENCY_NAMES + r"|(?<=/)[A-Z][A-Za-z]{1,9}))[/)]?\.?$"),
)
"""Who closes a report: ``The interview was conducted by Ana Weaver.``, ``/LNA``"""

FURNITURE = FurnitureRules(
    furniture=_FURNITURE,
    furniture_opens=_FURNITURE_OPENS,
    site=_SITES_WORDS,
    site_words=_SITE_WORDS,
    bylines=(
        _BYLINE_OF_OUTLET,
        _BYLINE,
        _BYLINE_OF_OUTLET_ALONE,
        _LABELLED_BYLINE,
        _LIVE_BYLINE,
    ),
    source=_SOURCE,
    byline_label=_BYLINE_LABEL,
    lone_name=_LONE_NAME,
    outlet=re.compile(_OF_OUTLET),
    section=re.compile(rf"(?:{_WORD}\s){{0,3}}{_SECTION}(?:\s{_WORD}){{0,2}}|{_SECTION}\sNews"),
    given_name=lambda words: gender_of(words) != "",
    labels=_LABELS,
    names_itself=_NAMES_ITSELF,
    sign_offs=_SIGN_OFFS,
    credit=_CREDIT,
    caption_opens=_CAPTION_OPENS,
    dateline=_DATELINE,
    agency_dateline=_AGENCY_DATELINE,
    agencies=_KNOWN_AGENCIES,
    published_in=published_in,
)

"""How English-language news words what stands around a report."""

from __future__ import annotations

import re
from functools import cache

from tui.extract.languages import authority
from tui.extract.languages.en import cues
from tui.extract.languages.en.morphology import IRREGULAR, forms
from tui.extract.languages.en.times.datelines import published_in
from tui.extract.languages.en.words import table
from tui.extract.languages.given_names import gender_of
from tui.extract.stages.furniture import FurnitureRules

_WORDS = table("furniture")


def _phrases(words: str) -> frozenset[str]:
    """The phrases of a list, which stand between bars or on lines of their own."""
    return frozenset(" ".join(each.split()) for each in re.split(r"\s*[|\n]\s*", words) if each)


def _any(phrases: frozenset[str]) -> str:
    return "|".join(
        re.escape(each) for each in sorted(phrases, key=lambda each: (-len(each), each))
    )


_OPENS = _phrases(_WORDS["lines"]["opens"])
_WHOLE = _phrases(_WORDS["lines"]["whole"])
_PICTURE = r"(?:photos?|foto|file\sphoto|image|picture|illustration|video|graphic|map)"
_FURNITURE = re.compile(
    rf"^(?:(?:{_any(_OPENS)}).{{0,160}}|(?:{_any(_WHOLE)})\W{{0,3}}(?:\(?\d+\)?)?"
    r"|follow\s[^.]{2,40}\s(?:on|via)\s[^.]{0,60}\.?|share\s[^.]{0,30}[·•|].*"
    rf"|[\[(]?{_PICTURE}\s?[:/©][^.?!]{{1,80}}\.?[\])]?|\d+\s(?:min(?:ute)?s?\s(?:read|ago)|comments?|shares?)"
    r"|#{2,}|(?:#\w+\s*){2,}|[_*–—=-]{3,})$",
    re.IGNORECASE,
)
"""Lines that a site puts around its articles."""
_FURNITURE_OPENS = tuple(
    sorted(
        {each[:4] for each in _OPENS | _WHOLE}
        | set(
            """foll shar phot foto [pho (pho file imag pict illu vide grap map ## ___ *** --- —— ––
            === #""".split()
        )
        | set("0123456789")
    )
)
"""How they begin; most paragraphs begin otherwise."""
_SITES_WORDS = re.compile(
    r"^.*\b(?:website contains only|please contact us for|subscription options"
    r"|press releases posted in the last)\b.*$",
    re.IGNORECASE,
)
_SITE_WORDS = (
    "website contains only",
    "please contact us for",
    "subscription options",
    "press releases posted in the last",
)
"""The same, by words anywhere in the text; a search for these alone is over at once."""

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_NAME = rf"{_WORD}(?:\s(?:[^\W\d_a-z]|de|von|van|der|al|la|du|di|bin|ben)[\w.'’-]*){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:,\s|\sand\s|,\sand\s|\s&\s){_NAME})*"
_WRITER = rf"{_NAME}(?:\sin\s{_NAME})?"
_OUTLET_NOUN = rf"(?:{'|'.join(sorted(set(_WORDS['nouns'].split())))})"
_SECTION = (
    r"(?:World|Europe|Politics|Elections?|Opinion|Analysis|Interview|Region|Balkans|Society|Economy"
    r"|Business|Comment|Live|Video|Photo|Photos|Gallery|Report|Update|Statement|Release|Blog)"
)
_OUTLET = (
    rf"(?:The\s(?:{_WORD}\s)?|[^\W\d_a-z][\w’'&/.-]*\s(?:&\s)?)(?:{_WORD}\s){{0,2}}"
    rf"{_OUTLET_NOUN}(?:-{_OUTLET_NOUN})?"
)
_FIRST = "|".join(_WORDS["first"].split())
_NO_MONTH = r"(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
_NO_OUTLET = r"(?!(?:UK|US|USA|EU|UN|UAE|GMT|UTC|CET|CEST|BST|EST|EDT|ET|LIVE|AM|PM)\b)"
_ACRONYM = rf"{_NO_OUTLET}(?!(?:MP|MEP|MLA|MD|JD|KC|QC|OBE|MBE|CBE|RN|PHD)\b)[A-Z]{{2,6}}"
"""Letters behind a writer's name that are those of an outlet, and no title of theirs."""
_CAMEL = r"[A-Z][a-z]{2,}(?:Info|Insight|Media|News|Online|Portal|Post|Press|Times|Today|Watch)"
"""Two words written as one, as outlets write theirs: "LakeInfo"."""
_OF_OUTLET = (
    rf"{_OUTLET}|{_WORD}\sand\sagencies|{_NO_MONTH}[A-Z]{{1,8}}\s?\d{{1,2}}(?:\s{_WORD}){{0,2}}"
    rf"|{_NO_OUTLET}[A-Z]{{2,5}}|{_CAMEL}|[A-Z][\w-]+\.[A-Za-z]{{2,4}}"
    rf"|{_WORD}(?:{'|'.join(_WORDS['endings'].split())})"
    rf"|{_WORD}\s(?:glasnik|list|novine|vesti|vijesti|dnevnik|novosti|glas|portal|telegraf|kurir)"
    rf"|(?:{_FIRST})\s{_WORD}(?:\s{_WORD}){{0,2}}"
    rf"|{_WORD}\s[Ss]taff|[A-Z][\w/]+['’]s\s{_WORD}(?:\s{_WORD}){{0,2}}"
)
"""What signs for an outlet, a desk or a section, and is nobody's name."""
_PUBLISHER = re.compile(
    rf"(?:The\s)?(?:{_WORD}\s){{0,4}}(?:{'|'.join(_WORDS['publishers'].split())})"
    rf"(?:(?:\s(?:of|for|and|in|to|the|on)){{1,2}}\s{_WORD}(?:\s{_WORD}){{0,2}}){{0,4}}"
)
"""The name of a ministry, a party, a mission: whoever publishes statements of their own."""
_BYLINE_OF_OUTLET = re.compile(rf"^(?i:by)\s(?P<source>{_OUTLET}),\s(?P<by>{_NAMES})$")
"""``By The Lake Review, Ana Weaver``"""
_BYLINE_OF_OUTLET_ALONE = re.compile(
    rf"^(?i:(?:live\s)?(?:(?:updates|coverage|blog)\s)?by)\s(?P<source>{_OF_OUTLET})$"
)
_AGENCIES = {
    spelt: name
    for name, others in _WORDS["agencies"].items()
    for spelt in [name, *_phrases(others)]
}
_AGENCY_NAMES = rf"(?:{_any(frozenset(_AGENCIES))})"
_BY = (
    rf"(?:[-•–*]\s{{1,2}})?(?:(?i:posted|filed|published)\s)?(?:(?i:in|under)\s{_NAME}\s)?"
    r"(?i:(?:written|reported|reporting|story|words|post|posted|text|interview(?:ed)?|compiled)?\s?by|from)"
    rf"(?:\sour\s(?:own\s|special\s)?(?:correspondent|reporter)s?(?:\sin\s{_NAME})?,)?"
)
_BYLINE = re.compile(
    rf"^{_BY}\s?:?\s+"
    rf"(?P<by>{_WRITER}(?:(?:,\s(?!{_AGENCY_NAMES}){_WRITER})*,?\s(?:and|&)\s{_WRITER})*)"
    rf"(?:\s*[,|]\s*(?:(?P<agency>{_AGENCY_NAMES})|(?P<source>{_OUTLET}|{_ACRONYM}(?=$)))\b.*|\s*[,|•·].*"
    rf"|\s+with\s(?P<with>{_NAMES})(?:\s*[,|•·].*)?|\s+for\s(?:the\s)?(?P<outlet>{_NAME})"
    r"|\s+(?:for|in|at|on)\b.*|\s+[-–—]\s.*)?$"
)
_JOB = (
    r"(?:reporter|journalist|correspondent|editor|columnist|writer|contributor|freelancer|commentator"
    r"|fellow|researcher|professor|lecturer|analyst|author|intern|producer|editor-in-chief)"
)
_WORKS_AS = re.compile(
    rf"^(?P<by>{_WORD}\s{_WORD}(?:\s{_WORD})??)\s(?:{_WORD}\s{_JOB}|(?i:{_JOB}))(?:\sin\s{_NAME})?$"
)
"""``Ana Weaver Political correspondent``"""
_IN_CAPITALS = re.compile(
    rf"^(?P<by>[A-ZČĆŠŽĐ.’'-]+(?:\s[A-ZČĆŠŽĐ.’'-]{{2,}}){{1,2}})\s(?P<source>{_OUTLET})$"
)
"""``ANA WEAVER Lake Review``"""
_REPORTS = re.compile(rf"^(?P<by>{_NAME})\s(?:reports|reporting|writes)\s(?:from|in)\s{_NAME}$")
_LABELLED_BYLINE = re.compile(
    r"^(?i:authors?|autor(?:ka|i)?|byline|by|text|tekst|reporter|writes|pi[sš]e[mu]?|pripremi(?:o|la)|words"
    r"|(?:text|words|story)\s(?:and|&)\s(?:photos?|pictures|images)|interviewer|(?:written|text|reported)\sby)\s*:\s*(?P<by>[^\W\d_a-z][^\n|•·]*?)\s*(?:[|•·].*|\s{2,}.*)?$"
)
_INTERVIEWER = re.compile(
    rf"^Interview\s?:\s(?P<by>{_NAME}),\s"
    rf"(?P<source>[^\W\d_a-z]\w*(?:{'|'.join(_WORDS['endings'].split())}))$"
)
"""``Interview: Ana Weaver, Seezeitung``"""
_LIVE_BYLINE = re.compile(
    rf"^(?P<by>{_NAME}\s\((?:now|earlier|until\s[^()]+)\)"
    rf"(?:(?:,\s|\sand\s){_NAME}\s\([^()]{{3,20}}\))*)$"
)
"""``Ana Weaver (now) and Bruno Lind (earlier)``"""
_SOURCE = re.compile(
    r"^(?:(?i:sources?|izvor|publisher|publication|published\sby|outlet|news\sagency)\s*:\s*"
    r"|(?i:special|exclusive)\s(?i:to)\s)"
    rf"(?:[^\n:|()]{{3,50}}\s\((?=(?:{_any(_phrases(_WORDS['outlets']))}|{_AGENCY_NAMES})\)))?"
    r"(?P<source>[^\n:|]{1,59}?[^\s:|.,])(?=\)?\.?\s*(?:\||$)|,?\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d{1,2}[./]))"
)
_LONE_NAME = re.compile(
    rf"^{_NAME}\sin\s{_NAME}\sand\s{_WRITER}$"
    rf"|^{_WORD}(?:\s(?:de|von|van|der|al|la|du|di|bin|ben|and|&|{_WORD})){{1,6}}(?:(?:\sin|,)\s{_NAME})?$"
)
"""Words that may be a name, or several: a byline where a date or the outlet follows."""
_DATED_OUTLET = re.compile(
    rf"The\s(?!Hague\b){_WORD}(?:\s{_WORD})?$|[^\W\d_a-z][^\n,|]{{2,40}}(?=,\s(?:\w+\s)?edition$)"
)
"""What names an outlet beside a date: ``The Meridian``, ``Lake news, Sunday edition``."""
_RUN_HEAD = re.compile(
    r"((?:date\s[\d-]{10}\s)?(?:[A-Z]\w+)?)\s?([\"“][^\"“”\n]{10,140}[\"”])\s([^\W\d_a-z][^\n]+?[.!?])\s"
    r"(Source:\s[^\n:]{2,40}?\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s\w+\s\d{1,2},\s\d{4}"
    r"(?:\s\|\s\d\d?:\d\d)?)\s?([^\n]*)"
)
"""``Politics "We won" The mayor said so. Source: Lake Radio Monday, May 5, 2025 | 21:40 Share``"""
_CREDIT = re.compile(
    r"\((?:(?P<maker>AP|Reuters|AFP)\sPhoto\b[^()]*|Photo\b[^()]*"
    rf"|(?P<first>{_AGENCY_NAMES})\s?/[^()/]{{2,60}}"
    r"|[^()/]{2,60}/\s*(?:[A-Z]+ [A-Z]+(?=\))"
    r"|(?P<agency>[A-Z][\w. ]{1,30}))(?:\s+via\s+[\w ]+)?)\)\s*$"
    rf"|\s[|©]\s(?:{_NAME}\s?/\s?|via\s)(?:Getty\sImages|{_AGENCY_NAMES}|EPA|{_NAME}\svia\s[\w ]+)$"
    r"|(?<=[.\s])(?:Photograph|Photo|Foto|Picture|Image|Credit)s?\s?:\s[^.:\n]{2,60}\.?$"
)
"""The photographer and agency that close a caption: ``(Darko Vojinovic/AP)``."""

_CAPTION_OPENS = re.compile(r"^(?:(?:file|pictured|photo|image)\b.{0,20}[:\-–—])", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:for immediate release|.{0,60}\d\s?°.{0,30}"
    r"|press (?:release|statement|service|office)(?: (?:no\.?|number|nr\.?) ?[\d/.-]+"
    r"|\W{1,3}for immediate release)?"
    r"|media (?:advisory|release)"
    r"|news (?:release|analysis)|opinion|analysis|editorial|interview|live|breaking(?: news)?"
    r"|exclusive|explainer|joint statement|statement|transcript|rush transcript)\W{0,3}",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"^[A-Z][A-Z .'-]{2,30}(?:(?:,\s[^\W\d_a-z]\w+)?\s*\([A-Z][A-Za-z ]+\))?$")
_DAY = r"(?i:[a-z]{3,9}\.? \d{1,2}|\d{1,2}\.? [a-z]{3,9}\.?)(?:,? \d{4})?"
_AGENCY = r"[A-Z][A-Za-z0-9]{1,13}(?:[/ ][A-Z][A-Za-z]{1,9})?"
_AGENCY_DATELINE = re.compile(
    r"^(?=\(|[^\W\d_a-z][^(/]{1,200}+[(/])(?!(?i:questions?|answers?|reporter|journalist|q|a)\b)"
    rf"(?:\((?P<before>{_AGENCY_NAMES})\)\s[-–—]\s{_NAME}(?:,\s{_DAY})?\s[-–—]"
    rf"|(?:(?P<sure>[A-Z][A-Z .,'’-]{{2,40}}"
    rf"(?:, (?:[A-Z][^\W\d_A-Z.]+\.?(?: \d{{1,2}})?|{_DAY})){{0,2}}"
    rf"|{_NAME}(?: \({_NAME}\))?, {_DAY})|{_NAME}(?:(?:,\s|/|\sand\s){_NAME}){{0,2}})"
    rf"\.?\s*[(/]\s?(?P<agency>(?:{_AGENCY_NAMES}|RFE/RL)(?=[)/][^()\n]{{0,14}}?\)?\.?\s*[-–—]|/\.\s)"
    rf"|(?(sure){_AGENCY}(?=(?:[)/]\.?\s*[-–—]|/\s)\s?\(?[^\W\d]\S*\s(?:\S+\s){{6}})|(?!)))[^()\n/]{{0,14}}?(?:/[^()\n/]{{1,14}})?(?:[)/]\.?\s*[-–—]|/\.(?=\s)|(?<=\w)/(?=\s[^\W\d_a-z])))"
    rf"|^[A-Z][A-Z .'’-]{{2,30}}, {_WORD}(?:, {_DAY})? \((?P<lone>{_AGENCY})\)$"
)
"""``BRODNIK, May 3 (LNA) – The mayor``: an agency that is not known stands before a sentence, and
behind a date or a place in capitals; or the line is a dateline alone. "QUESTION (AFP):" is no
place, but who asks."""
_PLAIN_DATELINE = re.compile(
    r"(?!(?i:questions?|answers?|reporter|journalist|host|moderator|anchor|q|a)\b)"
    rf"[^\W\d_a-z][A-ZČĆŠŽĐ .'’-]{{2,30}}(?:,\s{_WORD}(?:\s{_WORD}){{0,2}})?(?:,\s{_DAY})?"
    r"\s?(?:[-–—]{1,2}|>>)\s(?=[^\W\d_a-z\"“])"
)
"""``BRODNIK, 3 May 2024 – The mayor``"""
_NAMES_ITSELF = re.compile(
    r"(?P<source>\b[A-Z][\w-]{1,30}\.[A-Za-z]{2,4}) (?:reports|informs|writes),? "
    r"(?:via|citing|quoting|with reference to|referring to)\b"
    r"|\b[Ee]arlier version of this (?:article|interview|report|story),? "
    rf"(?P<itself>The\s{_WORD}(?:\s{_WORD})?) (?:wrote|reported)\b"
    r"|(?m:^)(?P<by>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){1,3}), BYLINE:"
)
"""``Lake.rs reports, citing``: outlets with the name of an address speak so of themselves;
so do those that correct an article, and a transcript of whoever reports: "ANA WEAVER, BYLINE:"."""
_BYLINE_LABEL = re.compile(
    r"(?:by|authors?|autor(?:ka|i)?|text|tekst|written by)\s?:?", re.IGNORECASE
)
"""A line behind which the next one names who wrote the report."""
_AROUND_YEAR = r"(?:[,\s]*\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?\b)?"
_WORK = (
    r"(?:article|story|piece|report|text|interview|analysis|op-ed|briefing|newsletter|round-?up)"
)
_SIGN_OFFS = (
    re.compile(rf"^Interview\s?:\s(?P<by>{_NAMES})$"),
    re.compile(
        rf"^(?:This|The|Today’s|Today's)\s{_WORK}\s(?:is|was)\s(?:compiled|edited|prepared|produced|put\stogether"
        rf"|written)\sby\s(?P<by>{_NAMES})(?=[.!]|$)"
    ),
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
    re.compile(
        rf"^(?:Copyright|©|\([Cc]\))(?:\s?(?:©|\([Cc]\)))?{_AROUND_YEAR},?\s?(?:[Bb]y\s)?(?P<source>[^\W\d_a-z][^\n|.,;]{{1,50}}?)"
        rf"{_AROUND_YEAR}(?=\s?(?:[|.,;–—-]|$|All\s))"
    ),
    re.compile(
        rf"^(?:This\s{_WORK}\s)?(?:was\s)?(?:[Ff]irst\s|[Oo]riginally\s|(?=Published\s|Appeared\s))"
        rf"(?:[Aa]ppeared|[Pp]ublished|ran)\s(?:in|by|on|at)\s(?P<source>(?:[Tt]he\s)?{_NAME})(?=[.,]|\son\b|$)"
    ),
    re.compile(
        rf"^\(?(?:[Rr]epublished|[Rr]eprinted|[Tt]aken)\s(?:from|with\spermission\s(?:of|from))\s(?P<source>(?:[Tt]he\s)?{_NAME})(?=\s|[.,]|$)"
    ),
    re.compile(rf"^\(?(?:Follow|Like|Join)\s(?P<outlet>{_NAME})\s(?:on|via)\s[A-Z]"),
    re.compile(rf"^From\s(?:the\s)?(?P<outlet>{_OUTLET}),\s(?=.{{0,20}}\d{{4}}\b)"),
    re.compile(rf"^\(?(?P<agency>{_AGENCY_NAMES}),?(?:\s{_DAY})?\)?$"),
    re.compile(
        rf"^(?i:press|information)\s(?i:service|office)\sof\s(?:the\s)?(?P<source>{_NAME}(?:\sof\s{_NAME})?)\.?$"
    ),
    re.compile(rf"^(?:[Ss]ource|Izvor)s?\s?:\s(?P<outlet>{_NAME}(?:\sand\s[\w\s]+)?)\.?$"),
    re.compile(rf"\s[/(](?P<agency>(?:{_AGENCY_NAMES}|(?<=/)[A-Z][A-Za-z]{{1,9}}))[/)]?\.?$"),
)
"""Who closes a report: ``The interview was conducted by Ana Weaver.``, ``/LNA``"""


@cache
def _known_outlets() -> frozenset[str]:
    named = {name.casefold() for name in authority.media_names()}
    return frozenset({each.casefold() for each in _phrases(_WORDS["outlets"])} | named)


def _known_outlet(words: str) -> bool:
    """Whether an outlet is known by these words, perhaps with a desk or a place behind them."""
    known = _known_outlets()
    if words.casefold() in known:
        return True
    rest = words
    for _ in range(2):
        rest, _, last = rest.rpartition(" ")
        if not rest or not (last[:1].isupper() or last in ("online", "info", "portal")):
            return False
        if rest.casefold() in known and " " not in words[len(rest) + 1 :].strip():
            return not gender_of(rest.split()[0]) or " " in rest
    return False


_VERBS = cues.LEMMAS.keys() | {forms(verb).third for verb in IRREGULAR}


_IN_NAMES = re.compile(r"\b(?:And|For|In|Of|On|The|To)\b(?<!^The)")
_SHORT_FORM = re.compile(r"\s\([A-Za-z]{2,8}\)$")
"""What a body is called for short, behind its name: "(ANCO)"."""


def _publishes(words: str) -> bool:
    """Whether words are the name of a body, and no headline about one: "Union Leaves Coalition"."""
    name = (
        _IN_NAMES.sub(lambda small: small[0].lower(), words.title()) if words.isupper() else words
    )
    name = _SHORT_FORM.sub("", name)
    return _PUBLISHER.fullmatch(name) is not None and _VERBS.isdisjoint(name.lower().split())


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
        _INTERVIEWER,
        _REPORTS,
        _WORKS_AS,
        _IN_CAPITALS,
        _LIVE_BYLINE,
    ),
    source=_SOURCE,
    run_head=_RUN_HEAD,
    byline_label=_BYLINE_LABEL,
    lone_name=_LONE_NAME,
    dated_outlet=_DATED_OUTLET,
    outlet=re.compile(_OF_OUTLET),
    known_outlet=_known_outlet,
    publisher=_publishes,
    section=re.compile(rf"(?:{_WORD}\s){{0,3}}{_SECTION}(?:\s{_WORD}){{0,2}}|{_SECTION}\sNews"),
    sections=_phrases(_WORDS["sections"]),
    nobody=_phrases(_WORDS["nobody"])
    | {
        f"{desk} {job}"
        for desk in _WORDS["desks"].split()
        for job in ("editor", "correspondent", "reporter", "writer")
    },
    given_name=lambda words: gender_of(words) != "",
    labels=_LABELS,
    statement=re.compile(
        r"(?:joint|press|media|news)\s(?:statement|release)\W{0,3}", re.IGNORECASE
    ),
    joins=re.compile(r"\s*(?:[,&|•·]|\s[-–—]\s|\s/\s|\b(?:and|with|for)\b)\s*"),
    title_label=re.compile(
        r"(?:title|headline|naslov)\s?:\s+|(?:update|wrapup|corrected|refile|rpt|exclusive|analysis|explainer|timeline|factbox)"
        r"(?:\s?\d+)?(?:-(?:update|wrapup)\s?\d*)?-(?=[^\W\d_])",
        re.IGNORECASE,
    ),
    asks=re.compile(
        rf"^(?P<source>(?:The\s)?{_NAME})\s?:\s[^\n]{{3,600}}\?[”\"’')]?$", re.MULTILINE
    ),
    speaks_to=lambda label: re.compile(
        rf"\b(?:told|tells|interview\s(?:with|to|for)|speaks\sto|spoke\s(?:to|with)|talked\sto|given\sto)\s(?:the\s)?{label}\b"
        rf"|\b{label}(?:['’]s\s\w+)?\s(?:spoke|talked|sat\sdown|met|asked|interviewed)\b"
        rf"|\b{label}\s(?:explains|answers|looks\sat|has\s(?:learned|learnt|obtained)|understands)\b"
    ),
    bio=re.compile(
        rf"^(?P<by>{_NAME})\s(?:is|was|works\sas)\s(?:an?\s|the\s)?(?:[\w’'-]+\s){{0,5}}?{_JOB}\b"
    ),
    date_label=re.compile(
        r"(?:first\s|last\s)?(?:published|updated?|modified|posted|changed|edited|date)\b.{0,50}\d{4}",
        re.IGNORECASE,
    ),
    date_alone=re.compile(
        rf"(?:[A-Z][a-z]+day,?\s)?{_DAY}(?:[\s,|·-]+\d{{1,2}}[:.]\d\d)?", re.IGNORECASE
    ),
    ago=re.compile(
        r"(?:(?:\d+|an?)\s(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\sago|today|yesterday)",
        re.IGNORECASE,
    ),
    names_itself=_NAMES_ITSELF,
    names_itself_by=(
        "via",
        "citing",
        "quoting",
        "referring",
        "with reference",
        "arlier version of",
        ", BYLINE:",
    ),
    sign_offs=_SIGN_OFFS,
    credit=_CREDIT,
    caption_opens=_CAPTION_OPENS,
    dateline=_DATELINE,
    agency_dateline=_AGENCY_DATELINE,
    plain_dateline=_PLAIN_DATELINE,
    agencies=_AGENCIES,
    published_in=published_in,
)

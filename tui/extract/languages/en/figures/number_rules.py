"""The patterns of numbers, as tables in the order in which they are tried.

What is left out comes first: what looks like a number and counts nothing (dates, times of day,
ages, telephone numbers, names with a number in them). What it takes, no later rule sees.
``READ`` is what remains. Nearly every position of a text is none of all this, and which table
may apply there, and which of its patterns, the first character tells: it is looked at first.
"""

from __future__ import annotations

from decimal import Decimal

from tui.extract.languages.en import numerals
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "figures")

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20)[0-9]{2}"
FREE = r"(?<![\w.,/:#@])(?<![A-Za-z][-'’])(?<![0-9][-–])"
"""What may not stand before a number that is left out: it would be the tail of another."""

_BEFORE = r"(?<![\w#@/:])(?<![0-9][.,])(?<![A-Za-z][-_])"
_AFTER = r"(?!\w)(?!-(?!strong\b)[A-Za-z])(?![./:,][0-9])(?!/[A-Za-z])"
_DIGITS = (
    r"(?>[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9])(?:,[0-9]{1,2}(?![0-9]))?"
    r"|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}(?![0-9])"
    r"|[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9]{1,3},[0-9]{1,2}(?=\s?(?:%|per\s?cent))"
    r"|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
)
DOTTED = r"[1-9][0-9]{0,2}\.[0-9]{3}"
"""Thousands with a dot, or a decimal with three digits: the text around tells."""
THOUSANDS = (
    rf"(?<![\w.,]){DOTTED}(?:\.[0-9]{{3}}|,[0-9]{{1,2}}(?![0-9])"
    r"|(?=\s(?:people|persons|men|women|children|police|troops|[a-z]{2,20}(?:ers|ors|ents|ists|ants"
    r"|ians|tors|zens)|[a-z]{0,12}votes|ballots|seats|signatures|(?:polling\s)?stations|households"
    r"|voters|members|observers|cases|jobs|dinars|euros|dollars)\b))"
)
"""Thousands with a dot for sure: two groups, a decimal comma, or what comes in wholes behind."""
SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_SHORT_SCALE = rf"(?:{SCALE}(?:\s(?:thousand|million|billion))?|bn|mln|mn|k)"
PERCENT = (
    r"(?:\s?[%％](?:\s?[Pp]oints?\b|\sper\s?cent\b)?"
    r"|\s{0,2}(?i:percentage[\s-]points?\b|pct\b\.?|per\s?cent\b(?:\s?[Pp]oints?\b)?)"
    r"|\s[Pp]oints\b|\sof\s(?:a|one)\s(?:percentage\s)?point\b)"
)

WORTH = {word: Decimal(number) for word, number in numerals.VALUES.items()}
TIMES = {
    "ten": Decimal(10),
    "dozen": Decimal(12),
    "score": Decimal(20),
    "hundred": Decimal(100),
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
    "k": Decimal(10) ** 3,
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "mln": Decimal(10) ** 6,
    "b": Decimal(10) ** 9,
    "bn": Decimal(10) ** 9,
}
PARTS = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ONES, _TEENS = "|".join(numerals.ONES), "|".join(numerals.TEENS)
_SMALL = rf"(?:(?:{'|'.join(numerals.TENS)})(?:[-\s](?:{_ONES})\b)?+|{_TEENS}|{_ONES})"
_MAGNITUDE = rf"(?:{SCALE}|dozen)\b"
_PART = r"(?:half|halves|(?:third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)\b"

NUMBER_WORDS = frozenset(
    {*WORTH, *PARTS, "halves", *(f"{part}s" for part in PARTS)}
    | {word for word in TIMES if len(word) > 3}
    | {f"{word}s" for word in TIMES if len(word) > 2}
)
"""The words of which each number has one, or else a digit."""
REACH = 24
"""Characters that a pattern may match ahead of the first of those: "September the"."""
_LEADS = _WORDS["leads"]
"""The words in small letters with which a pattern may begin right ahead of a number."""
_BETWEEN = frozenset("the of about at".split())
"""Those that it may match there behind another word."""
_FIRST = frozenset("a age aged ages couple".split())
"""The words in small letters with which it may begin two words ahead or more."""
_SIGNS = 6
"""Characters of the signs that may stand right before one: "NZ$", "a-"."""


def back(text: str, anchor: int) -> int:
    """How far before a digit or a number word a match of the patterns may begin."""
    before = text[anchor - 1 : anchor]
    if before != " " or anchor <= REACH:
        return REACH if before.isspace() else _SIGNS
    word = text[max(anchor - REACH, text.rfind(" ", anchor - REACH, anchor - 1) + 1) : anchor - 1]
    if word in _LEADS or word in _BETWEEN:
        lead = text[anchor - REACH : anchor - len(word) - 2].rpartition(" ")[2]
        if lead in _FIRST or not (lead.isalpha() and lead.islower()):
            return REACH
        return 1 if word in _BETWEEN else len(word) + 1
    if not word:
        return REACH
    return 1 if word.isalpha() and word.islower() else len(word) + 1


AHEAD = 44
"""Characters from there on that show whether a number stands there."""

_SPELT = rf"(?=[efnosſtEFNOST])(?i:{_SMALL})"
_TELEPHONE = r"(?:[ ./-][0-9]{2,4}){2,}+"
_NUMBERED = (
    r"[Nn][or]s?\.|No(?!\s[0-9]{1,2}\.[0-9])|[Nn]umber|[Pp]ages?|[Aa]rticle|[Ss]ection|[Cc]hapter|[Rr]oute"
    r"|Resolution|Paragraph|Part|Title|Act|Bill|Rule|Amendment|Proposition|Prop\.?|Highway"
    r"|Interstate|Flight|[Cc]hannel|Room|Unit|District|Phase|Level|Grade|Volume|Vol\.|Issue"
    r"|Episode|Season|Figure|Table|Annex|Protocol|Pier|Gate|Boeing|Airbus|Apollo|Form|Formula"
    r"|Group|Type|Version|Class|Bowl|Day|Week|Question|Option|Point|Item|[Cc]hapters?|Law"
)
_NAMING = r"[0-9]+(?:\.[0-9]+)*+\b(?!\s?(?:%|per\s?cent))"
_LINE_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,2})*[.)](?=\s)"

LEFT_OUT_DIGITS: tuple[tuple[str, ...], ...] = (
    (
        "date",
        r"[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{4}|[0-9]{2})(?![0-9])",
        r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![0-9])",
        rf"{_DAY}(?:\s?(?:-|–|and|to)\s?{_DAY})?(?:\sof)?\s{MONTH}(?:,?\s{_YEAR}\b)?",
    ),
    (
        "clock",
        r"[0-9]{1,2}(?::[0-9]{2})+(?:\s?[ap]\.?m\b\.?)?",
        r"[0-9]{1,2}(?:\.[0-9]{2})?\s?(?i:[ap]\.m\.|[ap]m\b|o['’]clock)",
        r"[0-9]{4}\s?(?:GMT|CET|UTC)\b",
    ),
    ("telephone", rf"0[0-9]{{1,4}}{_TELEPHONE}", r"(?:[0-9]{3}[-.]){1,2}[0-9]{4}(?![0-9])"),
    ("age", r"[0-9]{1,3}[\s-]years?[\s-]olds?\b"),
    ("mark", rf"(?m:^){_LINE_NUMBER}"),
    (
        "score",
        r"[0-9]{1,3}-to-[0-9]{1,3}\b(?!\s?(?:%|per\s?cent))",
        r"[0-9]{1,2}[-–][0-9]{1,2}(?![\w%]|[.,][0-9]|\s?(?:%|per\s?cent|pct))",
        r"[0-9]{1,4}/[0-9]{1,4}\b",
    ),
    ("compound", r"[0-9][0-9.,]*[-‑](?!strong\b)[A-Za-z]\w*(?:-\w+)*"),
)
"""What counts nothing: a name and its patterns, tried in this order before any number is read.
These begin with a digit that is no tail of another number."""

LEFT_OUT_WORDS: tuple[tuple[str, ...], ...] = (
    (
        "date",
        (
            rf"{MONTH}\s{{1,2}}(?:the\s)?{_DAY}(?![\w%])(?![.,][0-9])"
            rf"(?:\s?(?:-|–|and|to)\s?{_DAY}(?![\w%,.])(?!\s(?:per|of)))?"
            rf"(?:,?\s{_YEAR}\b)?"
        ),
    ),
    (
        "age",
        r"(?i:aged?|ages)\s(?:of\s|about\s|at\s)?[0-9]{1,3}(?:\s?(?:-|–|to|and)\s?[0-9]{1,3})?",
        rf"{_SPELT}[\s-]years?[\s-]olds?\b",
    ),
    ("name", rf"(?:{_NUMBERED})\s{_NAMING}"),
)
"""Those that begin with a word."""

LEFT_OUT_SIGNS: tuple[tuple[str, ...], ...] = (
    (
        "telephone",
        # Not only a sign may begin one: also a nought that is the tail of a number.
        rf"(?:\+[0-9]{{1,3}}|(?<!\w)0[0-9]{{1,4}}|\([0-9]{{2,5}}\)){_TELEPHONE}",
    ),
    ("age", r"(?<=[^\W\d_],)\s[0-9]{1,2}(?=,(?![0-9]))"),
    (
        "mark",
        # "23 % (49)" is a share and its seats.
        r"(?<!%)(?<!%\s)(?<!pct\s)(?<!cent\s)(?<![0-9][.,][0-9]\s)(?:\[[0-9]{1,4}\]|(?<![A-Za-z”\"’]\s)\([0-9]{1,4}\))",
        rf"(?m:^)[ \t]{{1,8}}{_LINE_NUMBER}",
    ),
    ("name", rf"[#№]\s?{_NAMING}"),
    ("short_year", r"(?<![0-9])['’‘][0-9]{2}(?:s\b|\b(?!\s?(?:%|per\s?cent|[.,][0-9])))"),
)
"""Those that begin with a sign or a space, or where a line does."""

READ: tuple[tuple[str, ...], ...] = (
    (
        "money",
        (
            rf"(?=[$€£¥₽A-HNRU])(?P<sign>(?<![A-Za-z])(?:US|C|A|NZ|HK)?[$€£¥₽]|\b(?:USD|EUR|GBP|RSD|CHF|BGN|RUB)\s)\s?"
            rf"(?P<sum>{_DIGITS})(?P<sums>[\s-]?(?:{_SHORT_SCALE}|[mMbBK])\b)?+"
        ),
    ),
    (
        "one_in",
        (
            rf"\b(?P<some>{_SPELT}|[1-9])\s(?:in|out\sof(?:\severy)?|of\severy)\s(?:every\s)?"
            r"(?P<every>three|four|five|six|seven|eight|nine|ten|[3-9]|10)(?=\s[A-Za-z])"
        ),
    ),
    (
        "fraction",
        (
            rf"(?=[aefhnoqsſtAEFHNOQST])\b(?i:(?!half\sa\b)(?:(?P<parts>one|two|three|four|a|an)[\s-])?(?P<part>{_PART}))"
            r"(?P<of_one>\sof\s(?:a|one|1)\s(?:per\s?cent\b|percentage\spoint\b))?+(?!-[A-Za-z])"
        ),
    ),
    (
        "plural",
        (
            r"(?=[abcdfhmsſtABCDFHMST])\b(?i:(?:tens|dozens|scores|hundreds|thousands|millions|billions)"
            r"(?:\s(?:and|of|or)\s(?:tens|hundreds|thousands|millions|billions)\b)*"
            r"|(?:several|many|a\sfew|few|a\scouple(?:\sof)?)\s"
            rf"{_MAGNITUDE}(?:\s(?:thousand|million)\b)?)(?!-[A-Za-z])"
        ),
    ),
    (
        "words",
        (
            rf"(?=[aefhnosſtAEFHNOST])(?<![\w-])(?i:(?:{_SMALL}\sand\sa\shalf(?=\s{SCALE})|{_SMALL}"
            rf"|half\sa(?=\s{_MAGNITUDE})|an?(?=\s{_MAGNITUDE}))\b"
            rf"(?:(?:[\s-]{_MAGNITUDE})++(?:(?:\sand)?\s{_SMALL}\b(?:[\s-]{SCALE}\b)*+)*+)?+)"
            rf"(?P<words_unit>{PERCENT})?+{_AFTER}"
        ),
    ),
    (
        "year",
        rf"(?=[12]){FREE}{_YEAR}(?:s|['’]s)?(?:[-–](?:{_YEAR}|[0-9]{{2}}))?{_AFTER}(?!{PERCENT})",
    ),
    (
        "digits",
        (
            rf"(?=[0-9.]){_BEFORE}(?P<digits_value>{_DIGITS})(?P<scale>\s?-?{_SHORT_SCALE}\b)?+"
            rf"(?:(?P<unit>{PERCENT})|{_AFTER})"
        ),
    ),
)
"""What is read; each name has its reader in ``number_readers``."""

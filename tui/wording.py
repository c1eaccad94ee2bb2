"""How quotes, figures, differences and sources are put in words, on the screen and in text."""

from __future__ import annotations

from collections.abc import Mapping

from tui import dates
from tui.corpus import Corpus
from tui.figure_comparison import PERCENT
from tui.model import (
    Article,
    Basis,
    Contest,
    Disagreement,
    DisagreementType,
    Explanation,
    Figure,
    Quote,
    Record,
    When,
)
from tui.terminal_text import one_line

NOT_REPORTED = "not reported"
NOT_FROM_HERE = "† not from these sources"

MEASURES = {
    "vote_share": "share of the vote",
    "votes": "votes",
    "seats": "seats",
    "turnout": "turnout",
    "rank": "rank",
    "polling_stations": "polling stations",
    "municipalities": "municipalities",
    "people": "people",
    "population": "population",
    "share_of_electorate": "share of the electorate",
    "poll_share": "share in a survey",
    "counted": "share that is counted",
    "count": "number",
    "percent": "share",
    "detained": "people detained",
    "seats_change": "change of seats",
}

SIGNS = {"=": "", "~": "~", "<": "<", ">": ">", "<=": "≤", ">=": "≥"}
"""How a comparator is drawn before a value, and in words:"""
SPOKEN = {
    "=": "",
    "~": "about ",
    "<": "under ",
    ">": "over ",
    "<=": "at most ",
    ">=": "at least ",
}

ITSELF = "the article itself"
"""Who speaks where no quote has the passage."""

STATUS_WORDS = {
    "happened": "happened",
    "ongoing": "ongoing",
    "planned": "planned",
    "alleged": "alleged, not established",
    "demanded": "demanded",
}

BASIS_WORDS: dict[Basis, str] = {
    "stated": "stated in the article",
    "resolved": "worked out from these words and the article’s date",
    "inferred": "inferred from another article",
    "curated": "† not from these sources",
    "unknown": "no date known",
}

BASIS_SHORT: dict[Basis, str] = {
    "stated": "stated",
    "resolved": "worked out",
    "inferred": "inferred",
    "curated": "curated †",
    "unknown": "undated",
}

QUOTE_WORDS = {
    "direct": "direct speech",
    "mixed": "quoted words inside a reported sentence",
    "indirect": "reported, not in quotation marks",
    "sign": "on a sign, chanted or written",
    "turn": "a turn in an interview, transcript or debate",
}

DIFFERENCES: dict[DisagreementType, str] = {
    "value": "conflicting figures",
    "name": "different spellings of a name",
    "label": "different descriptions of one actor",
    "account": "conflicting accounts",
}

EXPLANATIONS: dict[Explanation, str] = {
    "base": "different base: shares of different totals",
    "status": "different stage: one is more final",
    "date": "different dates: each is as of another day",
    "rounding": "rounding",
    "scope": "different scope: one covers more",
}


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 quote", "12 quotes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def said_as(corpus: Corpus, record: Record) -> tuple[str, str]:
    """What stands before and behind a record's own words wherever they are shown.

    Words that stand in marks have marks; those that do not, and those inside a reported
    sentence, have their cue before them: what somebody denied must not read as what they
    said. Nothing is added to other records.
    """
    if not isinstance(record, Quote):
        return "", ""
    left, right = ("", "") if record.type == "indirect" else ("“", "”")
    cue = ""
    if record.cue is not None and record.type in ("indirect", "mixed"):
        cue = one_line(corpus.words(record.cue))
    return (f"{cue}: {left}" if cue[-1:].isalpha() else left), right


def difference_group(record: Disagreement) -> int:
    """Where a disagreement is listed: 0 among conflicts, 1 labels, 2 spellings, 3 what
    something explains."""
    if record.type == "label":
        return 1
    if record.type == "name":
        return 2
    return 3 if record.explained_by else 0


def difference_sign(record: Disagreement) -> str:
    """≠ where nothing explains a difference, ~ where something does."""
    return "~" if record.explained_by else "≠"


def measure_words(measure: str) -> str:
    """A measure in words; one that is not known keeps its own."""
    return MEASURES.get(measure, measure.replace("_", " "))


def value_words(figure: Figure, signs: Mapping[str, str] = SIGNS) -> str:
    """A value as people write it: "~40,000", "46.72 %", "≥30"."""
    whole, point, part = figure.value.partition(".")
    shown = f"{int(whole):,}" if whole.isascii() and whole.isdigit() else whole
    sign = signs.get(figure.comparator, figure.comparator)
    unit = " %" if figure.unit in PERCENT else ""
    return f"{sign}{shown}{point}{part}{unit}"


def status_words(figure: Figure) -> str:
    """The status of a figure; "" where no source gives one."""
    return "" if figure.status == "unknown" else figure.status.replace("-", " ")


def part_words(figure: Figure) -> str:
    """The part of the voters that a figure is of; "" where it is of all."""
    return f"{figure.part} only" if figure.part else ""


def source_name(article: Article) -> str:
    """The shortest name by which a reader knows an article."""
    return article.publisher or article.agency or article.title or article.path


def brief_source(article: Article) -> str:
    """Who reports something, for the end of a row. An article without a publisher is known by
    its day: of its title a row has no room for more than what could be a name."""
    named = article.publisher or article.agency
    if named or not article.published.known:
        return named or source_name(article)
    return f"article of {_without_weekday(dates.readable(article.published.edtf.rstrip('?~%')))}"


def figure_source(corpus: Corpus, figure: Figure) -> str:
    """The name of the source of a figure, a dagger where it is in none."""
    article = corpus.get(figure.evidence[0].article) if figure.evidence else None
    return brief_source(article) if isinstance(article, Article) else "†"


def dagger(contest: Contest) -> str:
    """A dagger where the number of seats is in no article."""
    return " †" if contest.seats_basis in ("curated", "†") else ""


def list_name(corpus: Corpus, subject: str) -> str:
    """The name of a list, or of the seats that nobody reports any list to have."""
    return corpus.name(subject) if subject else f"seats {NOT_REPORTED}"


def date_words(when: When) -> str:
    """A date in words, a dagger where it is in no source."""
    if not when.known:
        return dates.UNDATED
    dagger = " †" if when.basis == "curated" else ""
    return dates.readable(when.edtf) + dagger


def short_date(when: When) -> str:
    """A date for the end of a row; nothing where there is none."""
    if not when.known:
        return ""
    # A row has no room for the day of the week.
    dagger = " †" if when.basis == "curated" else ""
    return _without_weekday(dates.readable(when.edtf)) + dagger


def _without_weekday(date: str) -> str:
    first, _, rest = date.partition(" ")
    return rest if first in {day[:3] for day in dates.WEEKDAYS} else date


def speakers_words(corpus: Corpus, quote: Quote) -> str:
    """Who says it; a sign has nobody, and where nobody is known that is said."""
    if quote.speakers:
        return ", ".join(corpus.name(speaker) for speaker in quote.speakers)
    return "a sign" if quote.type == "sign" else "speaker not known"


_ORDERS = {
    "text": "in the order of the texts",
    "weight": "conflicts first",
    "mentions": "most named first",
    "relevance": "best matches first",
    "newest": "newest first",
    "newest first": "newest first",
}


def order_words(order: str) -> str:
    """How a list is sorted: ``conflicts first``, ``by speaker``."""
    return _ORDERS.get(order, f"by {order}")

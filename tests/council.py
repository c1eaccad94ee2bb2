"""A council of an invented town: four lists and some seats that no report gives to any,
figures that agree, that differ for a reason, and that differ for none."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.fixture_ids import placed_id
from tests.samples import day, passage
from tui.corpus import Corpus
from tui.digests import digest
from tui.ids import article_id
from tui.model import Actor, Article, Contest, Figure

HERALD = """\
The Harbour Party won 41.2% of the vote and 38 seats in the council of Ostrovo, official
results show. Clean Hands took 27.5% and 25 seats, the Green List 9.1% and 8 seats.
The council has 91 seats.
"""

COURIER = """\
The Harbour Party says it has roughly 42 per cent, and Clean Hands 26 seats. The election
board gives Clean Hands 29.1% officially, and the Pensioners at least 4 seats.
"""

PARTIES = {
    "harbour-party": "Harbour Party",
    "clean-hands": "Clean Hands",
    "green-list": "Green List",
    "pensioners": "Pensioners",
}


def _article(file: str, text: str, publisher: str, published: str) -> Article:
    return Article(
        id=article_id(text),
        evidence=(),
        origin="curated",
        rule="by hand",
        file=file,
        sha256=digest(text),
        title=text.partition("\n")[0],
        publisher=publisher,
        published=day(published),
        characters=len(text),
    )


def _figure(text: str, words: str, subject: str, value: str, **others: Any) -> Figure:
    at = passage(text, words)
    seats = "seats" in words
    made = Figure(
        id=placed_id(at.article, "figure", at.start),
        evidence=(at,),
        origin="extracted",
        rule="by hand",
        contest="council",
        subject=subject,
        measure="seats" if seats else "vote_share",
        value=value,
        unit="seats" if seats else "percent",
    )
    return replace(made, **others)


def council_corpus() -> Corpus:
    """Two reports of one election, with their figures."""
    official: dict[str, Any] = {"status": "official"}
    claimed: dict[str, Any] = {"status": "party-claim", "claimed_by": ("harbour-party",)}
    return Corpus(
        articles=(
            _article("herald.txt", HERALD, "Ostrovo Herald", "2022-05-10"),
            _article("courier.txt", COURIER, "Coast Courier", "2022-05-11"),
        ),
        actors=tuple(
            Actor(
                id=id,
                evidence=(passage(HERALD if name in HERALD else COURIER, name),),
                origin="extracted",
                rule="by hand",
                name=name,
                type="party",
            )
            for id, name in PARTIES.items()
        ),
        contests=(
            Contest(
                id="council",
                evidence=(passage(HERALD, "the council of Ostrovo"),),
                origin="extracted",
                rule="by hand",
                name="Council of Ostrovo, 2022",
                date=day("2022-05-08"),
                place="Ostrovo",
                seats_total=91,
                seats_basis="“The council has 91 seats”",
            ),
        ),
        figures=(
            _figure(HERALD, "41.2%", "harbour-party", "41.2", **official),
            _figure(HERALD, "38 seats", "harbour-party", "38", **official),
            _figure(HERALD, "27.5%", "clean-hands", "27.5", **official),
            _figure(HERALD, "25 seats", "clean-hands", "25", **official),
            _figure(HERALD, "9.1%", "green-list", "9.1", **official),
            _figure(HERALD, "8 seats", "green-list", "8", **official),
            _figure(
                COURIER, "roughly 42 per cent", "harbour-party", "42", comparator="~", **claimed
            ),
            _figure(COURIER, "26 seats", "clean-hands", "26", **claimed),
            _figure(COURIER, "29.1%", "clean-hands", "29.1", **official),
            _figure(COURIER, "at least 4 seats", "pensioners", "4", comparator=">=", **official),
        ),
        texts={article_id(text): text for text in (HERALD, COURIER)},
    )

"""The events and figures of the sample corpus."""

from __future__ import annotations

from dataclasses import replace

from tests.fixture_ids import placed_id
from tests.samples.texts import GAZETTE, POST, RADIO, day, passage
from tui.model import (
    Anchor,
    Event,
    Figure,
    When,
)


def events() -> tuple[Event, ...]:
    def event(at: Anchor, title: str, when: When, **others: object) -> Event:
        made = Event(
            id=placed_id(at.article, "event", at.start),
            evidence=(at,),
            origin="extracted",
            rule="clause with a date",
            title=title,
            when=when,
        )
        return replace(made, **others)  # type: ignore[arg-type]

    charter = passage(GAZETTE, "whose charter dates from 1907")
    mayor = passage(GAZETTE, "last changed its mayor in June 2014")
    vote = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica")
    march = passage(GAZETTE, "Some 3,000 people marched through Brodica on Monday")
    speech = passage(GAZETTE, "He is to speak to the council on May 12")
    protests = passage(POST, "Protests have been held since May 9")
    buses = passage(POST, "400 voters were brought in by\nbus on election day")
    rerun = passage(POST, "a new vote before the end of the year")
    fast = passage(RADIO, "whose fast is said to have begun around the middle of the month")
    bridge = passage(RADIO, "the old bridge was closed")
    return (
        event(
            charter,
            "Brodica is given its charter",
            When("1907", "stated", passage(GAZETTE, "1907"), "", "1907-01-01", "1907-12-31"),
            place="Brodica",
        ),
        event(
            mayor,
            "Brodica changes its mayor",
            When(
                "2014-06", "stated", passage(GAZETTE, "June 2014"), "", "2014-06-01", "2014-06-30"
            ),
        ),
        event(
            vote,
            "Brodica votes",
            day("2022-05-08", passage(GAZETTE, "May 8")),
            place="Brodica",
            evidence=(vote, passage(POST, "election day")),
            actors=("harbour-party", "clean-hands"),
            origin="curated",
            rule="two reports of one vote",
        ),
        event(
            buses,
            "400 voters are brought in by bus",
            day("2022-05-08", passage(POST, "election day")),
            status="alleged",
            claimed_by=("clean-hands",),
        ),
        event(
            march,
            "Some 3,000 people march through Brodica",
            day("2022-05-09", passage(GAZETTE, "Monday")),
            place="Brodica",
        ),
        event(
            protests,
            "Protests in Brodica",
            When("2022-05-09/..", "resolved", passage(POST, "since May 9"), "", "2022-05-09", ""),
            status="ongoing",
        ),
        event(
            speech,
            "Đorđe Ćirić speaks to the council",
            day("2022-05-12", passage(GAZETTE, "May 12")),
            status="planned",
            actors=("djordje-ciric",),
        ),
        event(
            rerun,
            "A new vote",
            When(
                "../2022-12-31",
                "resolved",
                passage(POST, "before the end of the year"),
                "",
                "",
                "2022-12-31",
            ),
            status="demanded",
            claimed_by=("clean-hands",),
        ),
        event(
            fast,
            "Milena Žarković begins a fast",
            When(
                "2022-05-14~/2022-05-16~",
                "inferred",
                passage(RADIO, "around the middle of the month"),
                "the month is that of the other reports",
                "2022-05-14",
                "2022-05-16",
            ),
            actors=("milena-zarkovic",),
        ),
        event(bridge, "The old bridge is closed", When(note="before the broadcast")),
    )


def figures() -> tuple[Figure, ...]:
    def figure(at: Anchor, measure: str, value: str, unit: str, **others: object) -> Figure:
        made = Figure(
            id=placed_id(at.article, "figure", at.start),
            evidence=(at,),
            origin="extracted",
            rule="number and unit",
            contest="brodica-2022",
            subject=None,
            measure=measure,
            value=value,
            unit=unit,
        )
        return replace(made, **others)  # type: ignore[arg-type]

    return (
        figure(
            passage(GAZETTE, "48.2% of the vote"),
            "vote_share",
            "48.2",
            "%",
            subject="harbour-party",
            status="preliminary",
        ),
        figure(
            passage(GAZETTE, "31 seats"),
            "seats",
            "31",
            "seats",
            subject="harbour-party",
            status="preliminary",
        ),
        figure(
            passage(GAZETTE, "roughly 44 per cent"),
            "vote_share",
            "44",
            "%",
            subject="clean-hands",
            comparator="~",
            status="preliminary",
        ),
        figure(
            passage(GAZETTE, "level at 46 per cent"),
            "vote_share",
            "46",
            "%",
            subject="harbour-party",
            status="exit-poll",
        ),
        figure(
            passage(GAZETTE, "Some 3,000 people"),
            "people",
            "3000",
            "people",
            contest=None,
            comparator="~",
            as_of=day("2022-05-09", passage(GAZETTE, "Monday")),
        ),
        figure(
            passage(POST, "400 voters"),
            "people",
            "400",
            "people",
            status="allegation",
            claimed_by=("clean-hands",),
        ),
        figure(
            passage(POST, "47.9% of\nvalid votes"),
            "vote_share",
            "47.9",
            "%",
            subject="harbour-party",
            status="official",
            base="valid votes",
            claimed_by=("electoral-board",),
            contest_text=passage(POST, "official results"),
        ),
        figure(
            passage(POST, "turnout above 60 per cent"),
            "turnout",
            "60",
            "%",
            comparator=">",
            status="official",
        ),
        figure(
            passage(RADIO, "30 or more of the 61 seats"),
            "seats",
            "30",
            "seats",
            subject="harbour-party",
            comparator=">=",
            status="party-claim",
            claimed_by=("harbour-party",),
            note="of 61",
        ),
    )

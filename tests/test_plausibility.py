"""Figures that cannot all be right together are named; those that can are left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.samples import passage, sample_corpus
from tests.shell import started
from tui.build import build, seeds
from tui.corpus import Corpus
from tui.digests import digest
from tui.ids import article_id
from tui.model import Article, Contest, Figure
from tui.plausibility import doubts

TEXT = (
    "The Harbour Party won 39.3% of the vote and 49 seats, it said. "
    "It took 51 seats in the region. Clean Hands won 12 seats."
)
TOWN = Contest(
    id="town", evidence=(), origin="curated", rule="by hand", name="Town, 2022", seats_total=61
)
REGION = replace(TOWN, id="region", name="Region, 2022", seats_total=None)


def figure(words: str, value: str, **others: Any) -> Figure:
    share = "%" in words or "percent" in words
    made = Figure(
        id=f"x.{words.split()[0].strip('%')}.{value}",
        evidence=(passage(TEXT, words),) if words in TEXT else (),
        origin="extracted",
        rule="by hand",
        contest="town",
        subject="harbour-party",
        measure="vote_share" if share else "seats",
        value=value,
        unit="percent" if share else "seats",
    )
    return replace(made, **others)


def corpus(*figures: Figure) -> Corpus:
    article = Article(
        id=article_id(TEXT),
        evidence=(),
        origin="extracted",
        rule="by hand",
        file="town.txt",
        sha256=digest(TEXT),
        title="Town",
        characters=len(TEXT),
    )
    return Corpus(
        articles=(article,),
        actors=sample_corpus().actors,
        contests=(TOWN, REGION),
        figures=figures,
        texts={article.id: TEXT},
    )


HANDS: dict[str, Any] = {"subject": "clean-hands"}


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ([figure("a%", "104")], "104 % is more than there is"),
        ([figure("a%", "104", contest=None)], "104 % is more than there is"),
        ([figure("a%", "60"), figure("b%", "48.5", **HANDS)], "add up to 108.5 %"),
        ([figure("s", "62")], "62 seats in a chamber of 61"),
        ([figure("s", "40"), figure("t", "30", **HANDS)], "add up to 70, in a chamber of 61"),
        (
            [figure("39.3%", "39.3"), figure("49 seats", "49", contest="region")],
            "in the same sentence as 49 seats of another contest, Region, 2022",
        ),
    ],
)
def test_what_does_not_fit_is_named(figures: list[Figure], why: str) -> None:
    (doubt,) = doubts(corpus(*figures))
    assert why in doubt.why
    assert set(doubt.figures) == {figure.id for figure in figures}


@pytest.mark.parametrize(
    "figures",
    [
        [figure("a%", "100")],
        # Rounded to whole numbers, three shares may come to a hundred and one.
        [
            figure("a%", "34"),
            figure("b%", "34", **HANDS),
            figure("c%", "33", subject="lowland-post"),
        ],
        [figure("a%", "60"), figure("b%", "48", comparator="<", **HANDS)],
        [figure("s", "62", comparator="<")],
        [figure("s", "31"), figure("t", "30", **HANDS)],
        # Two statuses of one share are not added up.
        [figure("a%", "60", status="official"), figure("b%", "55", status="exit-poll")],
        [figure("39.3%", "39.3"), figure("49 seats", "49")],
        [figure("39.3%", "39.3"), figure("51 seats", "51", contest="region")],
        [figure("39.3%", "39.3"), figure("12 seats", "12", contest="region", **HANDS)],
    ],
)
def test_what_may_be_right_is_left_alone(figures: list[Figure]) -> None:
    assert doubts(corpus(*figures)) == []


def test_nothing_in_the_five_articles_is_doubtful() -> None:
    assert doubts(build(seeds()).corpus) == []


def test_check_warns_and_finds_all_to_hold(tmp_path: Path) -> None:
    (tmp_path / "town.txt").write_text(
        "The Blue Party won 70.5% of the votes in the parliamentary election in Norland on May 8, "
        "2022.\nThe Red Party won 45.5% of the votes in the parliamentary election in Norland on "
        "May 8, 2022.\n"
    )
    ran = started(["check", "--corpus", str(tmp_path)], tmp_path, {})
    assert ran.code == 0
    assert "records from 1 article check out" in ran.out
    assert "warning: " in ran.err
    assert "the shares shown add up to 116 %" in ran.err

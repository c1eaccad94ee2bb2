"""Which numbers of invented reports are of one thing: contests that are one, and crowds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.samples import day
from tui.corpus import Corpus
from tui.digests import digest
from tui.disagreements import disagreements
from tui.ids import article_id
from tui.model import UNKNOWN, Actor, Anchor, Article, Contest, Disagreement, Event, Figure

MARCH = "The police counted 9,000 people in Slavija Square in Ostrog on Monday."
ALSO_MARCH = "More than 25,000 people came to Slavija Square, the students said."


def report(text: str, published: str = "2024-05-06") -> Article:
    return Article(
        id=article_id(text),
        evidence=(),
        origin="extracted",
        rule="title line",
        file=f"{text[:12]}.txt",
        sha256=digest(text),
        title=text[:20],
        published=day(published),
        characters=len(text),
    )


def figure(text: str, words: str, value: str, **others: Any) -> Figure:
    start = text.index(words)
    at = Anchor(article_id(text), start, start + len(words))
    made = Figure(
        id=f"{at.article}.f{start}",
        evidence=(at,),
        origin="extracted",
        rule="by hand",
        contest=None,
        subject=None,
        measure="people",
        value=value,
        unit="people",
    )
    return replace(made, **others)


PART = "Blue List won {} percent in the capital."


def test_what_a_part_of_the_voters_chose_is_held_against_that_part_alone() -> None:
    texts = [PART.format("45"), PART.format("52"), "Blue List won 31 percent."]
    figures = [
        figure(
            text,
            f"{value} percent",
            value,
            contest="orland-2024",
            subject="blue-list",
            measure="vote_share",
            unit="percent",
            part=part,
        )
        for text, value, part in zip(
            texts, ("45", "52", "31"), ("the capital", "The capital", ""), strict=True
        )
    ]
    contest = Contest(
        id="orland-2024", evidence=(), origin="curated", rule="by hand", name="Orland", date=UNKNOWN
    )
    (only,) = found([(text, "2024-05-06") for text in texts], figures, [contest])
    assert only.about == "blue-list, vote share, the capital, Orland"
    assert [side.says for side in only.sides] == ["52 %", "45 %"]


def found(
    texts: Sequence[tuple[str, str]], figures: Sequence[Figure], contests: Sequence[Contest] = ()
) -> list[Disagreement]:
    """The disagreements of reports, each a text and a day."""
    articles = tuple(report(text, published) for text, published in texts)
    actors = {each for one in figures for each in (one.subject, *one.claimed_by) if each}
    corpus = Corpus(
        articles=articles,
        actors=tuple(
            Actor(id=id, evidence=(), origin="extracted", rule="name", name=id, type="party")
            for id in sorted(actors)
        ),
        contests=tuple(contests),
        figures=tuple(figures),
        texts={article_id(text): text for text, _ in texts},
    )
    return list(disagreements(corpus))


def values(disagreed: Sequence[Disagreement]) -> list[list[str]]:
    return [[side.says for side in each.sides] for each in disagreed]


class TestCounts:
    def test_of_two_reports_of_one_square(self) -> None:
        figures = [
            figure(MARCH, "9,000 people", "9000"),
            figure(ALSO_MARCH, "25,000 people", "25000", comparator=">"),
        ]
        texts = [(MARCH, "2024-05-06"), (ALSO_MARCH, "2024-05-07")]
        (one,) = found(texts, figures)
        assert one.about == "crowd, Slavija Square"
        assert values([one]) == [["more than 25,000 people", "9,000 people"]]

    def test_are_called_by_the_name_that_stands_nearest(self) -> None:
        one = "In Ostrog 9,000 people came. The Association of Free Citizens thanked them."
        other = "In Ostrog 8,000 people came. The Association of Free Citizens left."
        figures = [
            figure(one, "9,000 people", "9000"),
            figure(other, "8,000 people", "8000"),
        ]
        (only,) = found([(one, "2024-05-06"), (other, "2024-05-06")], figures)
        assert only.about == "crowd, Ostrog"

    @pytest.mark.parametrize(
        ("other", "published"),
        [
            pytest.param(ALSO_MARCH, "2024-06-20", id="weeks later"),
            pytest.param(
                "More than 25,000 people came to Kalemegdan.", "2024-05-07", id="elsewhere"
            ),
        ],
    )
    def test_not_of_another_time_or_place(self, other: str, published: str) -> None:
        figures = [
            figure(MARCH, "9,000 people", "9000"),
            figure(other, "25,000 people", "25000"),
        ]
        assert found([(MARCH, "2024-05-06"), (other, published)], figures) == []

    def test_of_one_story(self) -> None:
        """Each report gives one number, beside no name that the other has there."""
        one = (
            "Students led by Mila Novak marched in Kovin to the seat of Dunav TV.\n\n"
            "Police said 3 officers were hurt."
        )
        other = (
            "Clashes ended a march of Mila Novak in Kovin, before the seat of Dunav TV.\n\n"
            "According to the ministry, 11 officers were injured."
        )
        figures = [figure(one, "3 officers", "3"), figure(other, "11 officers", "11")]
        texts = [(one, "2024-05-06"), (other, "2024-05-07")]
        (only,) = found(texts, figures)
        assert (only.about, values([only])) == (
            "injured, Dunav TV",
            [["11 people", "3 people"]],
        )

    def test_not_of_other_sorts(self) -> None:
        held = "Police in Slavija Square held 25 people."
        figures = [
            figure(MARCH, "9,000 people", "9000"),
            figure(held, "25 people", "25", measure="detained"),
        ]
        assert found([(MARCH, "2024-05-06"), (held, "2024-05-06")], figures) == []

    @pytest.mark.parametrize(
        ("speakers", "disagree"), [(("police", "students"), True), (("police", "police"), False)]
    )
    def test_of_one_report_by_who_counts(self, speakers: tuple[str, str], disagree: bool) -> None:
        text = "There were 9,000 people, says one. There were 25,000 people, says another."
        figures = [
            figure(text, "9,000 people", "9000", claimed_by=(speakers[0],)),
            figure(text, "25,000 people", "25000", claimed_by=(speakers[1],)),
        ]
        assert bool(found([(text, "2024-05-06")], figures)) == disagree


ONE = "In the Orland election Red Union has 38.6 percent and Farm List 7.2."
OTHER = "After the parliamentary election Red Union leads with 39.4, Farm List has 7.4."


def contest(id: str, name: str, place: str = "", date: str = "") -> Contest:
    return Contest(
        id=id,
        evidence=(),
        origin="extracted",
        rule="contest",
        name=name,
        place=place,
        date=day(date) if date else UNKNOWN,
    )


def share(text: str, words: str, value: str, subject: str, of: str, **others: Any) -> Figure:
    common = {"contest": of, "subject": subject, "measure": "vote_share", "unit": "percent"}
    return figure(text, words, value, **(common | others))


class TestContestsThatAreOne:
    @pytest.mark.parametrize(
        ("name", "place", "published", "same"),
        [
            pytest.param(
                "Parliamentary election", "", "2024-05-08", True, id="nothing excludes it"
            ),
            pytest.param("Parliamentary election", "Orland", "2024-05-08", True, id="one place"),
            pytest.param("Parliamentary election", "Ostrovo", "2024-05-08", False, id="two places"),
            pytest.param("Parliamentary election", "", "2024-09-08", False, id="months later"),
        ],
    )
    def test_by_kind_place_and_time(
        self, name: str, place: str, published: str, same: bool
    ) -> None:
        figures = [
            share(ONE, "38.6", "38.6", "red-union", "one"),
            share(ONE, "7.2", "7.2", "farm-list", "one"),
            share(OTHER, "39.4", "39.4", "red-union", "other"),
            share(OTHER, "7.4", "7.4", "farm-list", "other"),
        ]
        contests = [contest("one", "Orland election", "Orland"), contest("other", name, place)]
        texts = [(ONE, "2024-05-06"), (OTHER, published)]
        told = values(found(texts, figures, contests))
        assert told == ([["39.4 %", "38.6 %"], ["7.4 %", "7.2 %"]] if same else [])

    def test_not_by_one_party_alone(self) -> None:
        figures = [
            share(ONE, "38.6", "38.6", "red-union", "one"),
            share(OTHER, "39.4", "39.4", "red-union", "other"),
        ]
        contests = [contest("one", "Orland election", "Orland"), contest("other", "Election")]
        assert found([(ONE, "2024-05-06"), (OTHER, "2024-05-07")], figures, contests) == []


class TestOneArticle:
    TEXT = "An exit poll gave Red Union 40.9. The count gives it 38.6, and 36 in the north."

    def test_gives_an_exit_poll_and_a_count(self) -> None:
        figures = [
            share(self.TEXT, "40.9", "40.9", "red-union", "one", status="exit-poll"),
            share(self.TEXT, "38.6", "38.6", "red-union", "one", status="preliminary"),
        ]
        texts = [(self.TEXT, "2024-05-06")]
        (only,) = found(texts, figures, [contest("one", "Election")])
        assert (values([only]), only.explained_by) == ([["40.9 %", "38.6 %"]], "status")

    def test_does_not_contradict_itself(self) -> None:
        figures = [
            share(self.TEXT, "38.6", "38.6", "red-union", "one"),
            share(self.TEXT, "36", "36", "red-union", "one"),
            share(OTHER, "39.4", "39.4", "red-union", "one"),
        ]
        texts = [(self.TEXT, "2024-05-06"), (OTHER, "2024-05-06")]
        assert found(texts, figures, [contest("one", "Election")]) == []

    @pytest.mark.parametrize(
        ("measure", "published", "disagree"),
        [
            pytest.param("vote_share", "2024-05-08", True, id="a share"),
            pytest.param("counted", "2024-05-08", False, id="how much is counted grows"),
            pytest.param("poll_share", "2024-05-20", False, id="polls of two weeks"),
            pytest.param("delegates", "2024-05-08", False, id="delegates of two days"),
        ],
    )
    def test_what_changes_by_itself_is_of_one_time(
        self, measure: str, published: str, disagree: bool
    ) -> None:
        figures = [
            share(ONE, "38.6", "38.6", "red-union", "one", measure=measure),
            share(OTHER, "39.4", "39.4", "red-union", "one", measure=measure),
        ]
        texts = [(ONE, "2024-05-06"), (OTHER, published)]
        assert bool(found(texts, figures, [contest("one", "Election")])) == disagree


class TestDays:
    def test_of_one_inauguration(self) -> None:
        one = "Ana Kos will be sworn in on 14 December."
        other = "The inauguration of Ana Kos is set for 16 December."
        events = [
            Event(
                id=f"{article_id(text)}.e0",
                evidence=(Anchor(article_id(text), 0, len(text)),),
                origin="extracted",
                rule="by hand",
                title=text,
                when=day(when),
                actors=("ana-kos",),
                status="planned",
                type="inauguration",
            )
            for text, when in ((one, "2024-12-14"), (other, "2024-12-16"))
        ]
        person = Actor(
            id="ana-kos",
            evidence=(),
            origin="extracted",
            rule="name",
            name="Ana Kos",
            type="person",
        )
        corpus = Corpus(
            articles=(report(one), report(other)),
            actors=(person,),
            events=tuple(events),
            texts={article_id(text): text for text in (one, other)},
        )
        (found,) = disagreements(corpus)
        assert (found.type, found.about) == ("account", "Ana Kos, inauguration")
        assert [side.says for side in found.sides] == ["Sat 14 Dec 2024", "Mon 16 Dec 2024"]


class TestPolls:
    @pytest.mark.parametrize(
        ("other", "disagree"), [(("orland-survey",), True), (("pollex",), False)]
    )
    def test_of_one_pollster_alone(self, other: tuple[str, ...], *, disagree: bool) -> None:
        by = [("orland-survey",), other]
        figures = [
            share(text, words, words, "red-union", "one", measure="poll_share", claimed_by=who)
            for (text, words), who in zip([(ONE, "38.6"), (OTHER, "39.4")], by, strict=True)
        ]
        texts = [(ONE, "2024-05-06"), (OTHER, "2024-05-08")]
        contests = [contest("one", "Orland election", "Orland")]
        assert bool(found(texts, figures, contests)) == disagree


class TestSharesThatAreFarApart:
    TEXT = "Red Union won 66 percent of those who came late."

    @pytest.mark.parametrize(("status", "disagree"), [("unknown", False), ("party-claim", True)])
    def test_are_of_one_thing_only_where_somebody_claims_one(
        self, status: str, *, disagree: bool
    ) -> None:
        figures = [
            share(ONE, "38.6", "38.6", "red-union", "one"),
            share(self.TEXT, "66", "66", "red-union", "one", status=status),
        ]
        texts = [(ONE, "2024-05-06"), (self.TEXT, "2024-05-08")]
        contests = [contest("one", "Orland election", "Orland")]
        assert bool(found(texts, figures, contests)) == disagree

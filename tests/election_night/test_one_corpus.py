"""Articles in two languages and two alphabets are one corpus, through which one can walk."""

from __future__ import annotations

from tests.app.journey import exploring
from tests.election_night.night import PEROVIC, article, corpus
from tui.model import Actor, Figure
from tui.search import search

SERBIAN = ("sr", "hr", "bs", "cnr", "sh")


def test_twelve_articles_are_serbian_or_alike_and_eight_english() -> None:
    languages = [each.language.partition("-")[0] for each in corpus().articles]
    assert sum(each in SERBIAN for each in languages) == 12
    assert languages.count("en") == 8


def test_a_person_is_one_actor_in_both_alphabets_and_languages() -> None:
    actor = corpus().get(PEROVIC)
    assert isinstance(actor, Actor)
    assert {"Љубиша Перовић", "Ljubisa Perovic"} <= {actor.name, *actor.also_known_as}
    assert set(corpus().languages(actor)) == {"en", "hr", "sh", "sr-Cyrl"}


def test_a_party_is_one_actor_under_its_name_and_its_letters() -> None:
    figures = [
        each
        for each in corpus().figures
        if each.subject == "serbian-progressive-party" and each.measure == "vote_share"
    ]
    assert {corpus().languages(each)[0] for each in figures} >= {"en", "sr-Latn", "sr-Cyrl"}


def test_figures_of_one_contest_differ_between_the_languages() -> None:
    shares = [
        each
        for each in corpus().disagreements
        if each.about.startswith(("turnout", "Serbian Progressive Party")) and each.items
    ]
    assert len(shares) >= 3
    assert all(
        "en" in corpus().languages(each) and len(corpus().languages(each)) > 1 for each in shares
    )


async def test_a_walk_from_a_cyrillic_quote_to_a_disagreement_with_an_english_article() -> None:
    night = corpus()
    serbian = search(night, "Броји се speaker:perovic rule:direct", "quote")[0].record
    english = search(night, '"they count what never"', "quote")[0].record
    async with exploring(night, size=(120, 44), open_id=serbian.id) as journey:
        assert "„Броји се и оно што није гласало“" in journey.card
        await journey.press("l")
        journey.pane.page.seek(PEROVIC)
        await journey.press("enter")
        assert journey.main.view == "actors"
        assert "Љубиша Перовић" in journey.card
        assert "“They count what never voted,”" in journey.card
        await journey.press("l")
        journey.pane.page.seek(english.id)
        await journey.press("enter", "enter")
        assert journey.main.view == "reader"
        assert article("en02").title in journey.seen
        figure = next(
            each
            for each in night.figures
            if each.evidence[0].article == article("en02").id and each.measure == "turnout"
        )
        for _ in range(20):
            if "57.9 %" in journey.lines[-2]:
                break
            await journey.press("n")
        await journey.press("enter")
        record = journey.pane.record
        assert isinstance(record, Figure)
        assert record.id == figure.id
        differs = next(each for each in night.disagreements if figure.id in each.items)
        await journey.press("l")
        journey.pane.page.seek(differs.id)
        await journey.press("enter")
        assert journey.main.view == "disagreements"
        assert journey.pane.record == differs
        assert "Izlaznost je, prema podacima komisije, bila 58,9 odsto." in journey.card
        assert "Turnout in the parliamentary election was 57.9%." in journey.card

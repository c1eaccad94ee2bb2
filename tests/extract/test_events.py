"""Events: what counts as one, how it stands, who claims it, and what is one happening."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tui import dates
from tui.extract.findings import EventMention, Mention, Reported
from tui.extract.languages.en import events, times
from tui.extract.stages.event_coreference import merge
from tui.extract.text.document import Document, Paragraph, Span, lines
from tui.model import ActorType, When

THURSDAY = dates.when("2023-12-21", "stated")


STATES = ("Arland", "Borland")


def layout_of(text: str) -> Document:
    return Document(text, tuple(Paragraph(each.start, each.end, "body") for each in lines(text)))


def mentions_of(text: str, names: Sequence[str]) -> list[Mention]:
    """Every place where a text has one of the names."""
    found = []
    for name in names:
        kind: ActorType = "state" if name in STATES else "person"
        at = text.find(name)
        while at >= 0:
            actor = name.lower().replace(" ", "-")
            found.append(Mention(at, at + len(name), actor, kind, True, "by hand"))
            at = text.find(name, at + 1)
    return sorted(found)


def words_of(text: str, words: str, stance: str, *speakers: str) -> Reported:
    start = text.index(words)
    return Reported(start, start + len(words), speakers, stance)


def read(
    text: str,
    names: Sequence[str] = (),
    reported: Sequence[Reported] = (),
    published: When = THURSDAY,
) -> list[EventMention]:
    document = layout_of(text)
    found_times = times.find(document, published)
    return events.find(document, mentions_of(text, names), found_times, reported, published)


def only(text: str, names: Sequence[str] = (), reported: Sequence[Reported] = ()) -> EventMention:
    (found,) = read(text, names, reported)
    return found


def edtf(event: EventMention) -> str:
    return event.time.edtf if event.time else ""


class TestADateMakesAnEvent:
    @pytest.mark.parametrize(
        ("text", "title", "day"),
        [
            ("Ms Vale said on Tuesday that the dam is safe.", "Ms Vale said", "2023-12-19"),
            ("The mayor on Monday opened a bridge.", "The mayor opened a bridge", "2023-12-18"),
            ("On Sunday, hundreds of miners marched.", "Hundreds of miners marched", "2023-12-17"),
            ("Ken Ash, who won in May, left on Monday.", "Ken Ash left", "2023-12-18"),
            ("Ivo Ban was gunned down in 2018 in Brod.", "Ivo Ban was gunned down in Brod", "2018"),
            ("The bank closed two days ago.", "The bank closed", "2023-12-19"),
        ],
    )
    def test_of_the_verb_that_it_stands_with(self, text: str, title: str, day: str) -> None:
        found = read(text)[-1]
        assert found.title.startswith(title)
        assert (edtf(found), found.status) == (day, "happened")

    @pytest.mark.parametrize(
        ("text", "title", "day"),
        [
            ("They lost last Sunday’s mayoral election.", "Mayoral election", "2023-12-17"),
            ("The local elections held on December 17 were calm.", "Local elections", "2023-12-17"),
            (
                "The city’s elections were held on December 17.",
                "The city’s elections were held",
                "2023-12-17",
            ),
            ("The December 17 vote was close.", "Vote held", "2023-12-17"),
            ("A march was staged on Monday in Brod.", "A march was staged in Brod", "2023-12-18"),
            ("The debate is on Saturday.", "Debate held", "2023-12-16"),
            ("Sunday’s vote ended in a draw.", "Vote ended in a draw", "2023-12-17"),
        ],
    )
    def test_of_the_noun_beside_it(self, text: str, title: str, day: str) -> None:
        found = only(text)
        assert found.title == title
        assert edtf(found) == day

    def test_a_clause_behind_which_has_its_own_subject(self) -> None:
        found = only("It is far from Borland, which declared independence in 2008.", ["Borland"])
        assert found.title == "Borland declared independence"
        assert found.actors == ("borland",)
        assert found.sort == "independence"

    def test_he_is_called_by_name_in_a_title(self) -> None:
        text = "Ken Ash is tired. He resigned on Monday."
        at = text.index("He")
        mentions = [
            *mentions_of(text, ["Ken Ash"]),
            Mention(at, at + 2, "ken-ash", "person", False, ""),
        ]
        document = layout_of(text)
        (found,) = events.find(document, mentions, times.find(document, THURSDAY), [], THURSDAY)
        assert found.title == "Ken Ash resigned"

    @pytest.mark.parametrize(
        "text",
        [
            "The party has 40 seats in 2023.",
            "The town was quiet on Sunday.",
            "He would have left on Monday.",
            "He did not leave on Monday.",
            "If the mayor leaves on Monday, we stay.",
            "Nothing was heard for three days.",
            "Tuesday’s paper was thin.",
            "It is the sixth anniversary.",
        ],
    )
    def test_but_not_of_a_state_a_denial_or_a_condition(self, text: str) -> None:
        assert read(text) == []

    def test_the_past_does_not_take_a_date_that_lies_ahead(self) -> None:
        assert read("He rewrote, for January 5, 2024, the plan.") == []


class TestUndatedHappenings:
    @pytest.mark.parametrize(
        ("text", "title", "status"),
        [
            ("Dozens have been detained in Brod.", "Dozens have been detained in Brod", "happened"),
            ("Police are cracking down on marches.", "Police are cracking down", "ongoing"),
            ("Thousands have since gathered outside.", "Thousands have since gathered", "ongoing"),
            ("Miners tried to storm the hall.", "Miners tried to storm the hall", "happened"),
            ("Mia Low went on a hunger strike.", "Mia Low went on a hunger strike", "happened"),
            ("The inquiry into the fire is still ongoing.", "Inquiry into the fire", "ongoing"),
            ("We recall the killing of Ivo Ban.", "Killing of Ivo Ban", "happened"),
            ("He condemned its invasion of Borland.", "Invasion of Borland", "happened"),
            (
                "The party will boycott the run-off.",
                "The party will boycott the run-off",
                "planned",
            ),
            ("Watch Borland’s upcoming local elections.", "Borland’s upcoming local", "planned"),
            ("The board decided to hold a recount.", "The board decided to hold", "planned"),
        ],
    )
    def test_are_told_by_words_of_happening(self, text: str, title: str, status: str) -> None:
        found = read(text)[0]
        assert found.title.startswith(title)
        assert (found.status, found.time) == (status, None)

    @pytest.mark.parametrize(
        "text",
        [
            "They gather information for a living.",
            "Rally around the flag, he sang.",
            "Offenders are often jailed here.",
            "The council may suspend him.",
            "Nobody was not arrested.",
            "It shows a long shot to a tower.",
            "Elections matter, and votes count.",
            "The May Day parade is a tradition.",
            "I resigned myself to it.",
        ],
    )
    def test_are_not_told_by_words_that_only_look_like_it(self, text: str) -> None:
        assert read(text) == []


class TestStanding:
    def test_since_a_day_it_goes_on(self) -> None:
        found = only("Thousands have rallied in Brod since Monday.")
        assert (found.status, edtf(found)) == ("ongoing", "2023-12-18/..")

    def test_days_in_a_row_are_still_going_on(self) -> None:
        found = only("Protests have been organised nine days in a row.")
        assert (found.status, edtf(found)) == ("ongoing", "2023-12-13/2023-12-21")

    @pytest.mark.parametrize(
        "text",
        [
            "In the local elections scheduled for Sunday, two run.",
            "The board has decided to hold a partial re-run on December the 30th.",
            "The vote will be held on Saturday.",
            "The party looks to next month’s convention.",
            "They fear the January 14 primary.",
        ],
    )
    def test_what_lies_ahead_is_planned(self, text: str) -> None:
        assert only(text).status == "planned"

    def test_what_lies_inside_a_claim_is_alleged_by_the_speaker(self) -> None:
        text = "Ken Ash says foreign agents are provoking unrest."
        claim = words_of(text, "foreign agents are provoking unrest", "statement", "ken-ash")
        found = only(text, ["Ken Ash"], [claim])
        assert (found.status, found.claimed_by) == ("alleged", ("ken-ash",))
        assert found.title == "Foreign agents are provoking unrest"
        assert found.actors == ("ken-ash",)

    def test_the_same_act_outside_of_a_claim_proves_nothing(self) -> None:
        assert read("Foreign agents are provoking unrest.") == []

    def test_a_dated_claim_is_no_fact_either(self) -> None:
        text = "Ken Ash charged that 900 people were brought in on Sunday."
        claim = words_of(text, "900 people were brought in on Sunday", "claim", "ken-ash")
        found = only(text, ["Ken Ash"], [claim])
        assert (found.status, found.claimed_by, edtf(found)) == (
            "alleged",
            ("ken-ash",),
            "2023-12-17",
        )

    def test_who_accuses_claims(self) -> None:
        text = "Ken Ash has accused Arland of attempting to interfere in the count."
        found = only(text, ["Ken Ash", "Arland"])
        assert (found.status, found.claimed_by) == ("alleged", ("ken-ash",))
        assert set(found.actors) == {"ken-ash", "arland"}
        assert found.title.startswith("Arland attempted to interfere")

    def test_what_stands_in_marks_is_never_a_fact(self) -> None:
        text = "“The people who were arrested last night must be freed at once,” a man cried."
        assert {each.status for each in read(text)} <= {"alleged"}

    def test_a_vote_that_a_claim_takes_as_known_has_happened(self) -> None:
        text = "Ken Ash said he rejects last Sunday’s election."
        claim = words_of(text, "he rejects last Sunday’s election", "statement", "ken-ash")
        found = only(text, ["Ken Ash"], [claim])
        assert (found.title, found.status, found.claimed_by) == ("Election held", "happened", ())

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            (
                "Ken Ash demanded the annulment of the vote.",
                "Ken Ash demanded the annulment of the vote",
            ),
            (
                "Ken Ash called for an international inquiry.",
                "Ken Ash called for an international inquiry",
            ),
            (
                "Ken Ash demanded that the vote be annulled.",
                "Ken Ash demanded that the vote be annulled",
            ),
            ("Ken Ash wants a recount.", "Ken Ash wants a recount"),
            ("Ken Ash called for a new election.", "Ken Ash called for a new election"),
            ("Ken Ash urged the court to free Low.", "Ken Ash urged the court to free Low"),
            (
                "Ken Ash called for the accounts to be frozen.",
                "Ken Ash called for the accounts to be frozen",
            ),
        ],
    )
    def test_what_is_demanded_is_so_by_who_demands_it(self, text: str, title: str) -> None:
        found = only(text, ["Ken Ash"])
        assert (found.title, found.status) == (title, "demanded")
        assert found.claimed_by == ("ken-ash",)

    def test_a_fact_told_within_a_demand_is_not_demanded(self) -> None:
        text = "Ken Ash urged a ban after a man killed two guards."
        demand = words_of(text, "a ban after a man killed two guards", "demand", "ken-ash")
        assert only(text, ["Ken Ash"], [demand]).status == "happened"


class TestWhereAndWho:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("Thousands rallied in the Arlish capital Brod on Tuesday.", "Brod"),
            ("Ban was shot in 2018 in the divided town of Mitra.", "Mitra"),
            ("Miners clashed outside the hall in Brod, Arland, on Monday.", "Brod, Arland"),
            ("Miners clashed in Arlish mines on Monday.", ""),
            ("Miners clashed on Monday in December.", ""),
        ],
    )
    def test_the_place_is_the_one_that_the_words_give(self, text: str, place: str) -> None:
        assert read(text)[0].place == place

    def test_a_country_where_it_takes_place_is_no_actor_of_it(self) -> None:
        found = only("Ken Ash met miners in Arland on Monday.", ["Ken Ash", "Arland"])
        assert found.actors == ("ken-ash",)

    def test_of_an_apposition_nobody_acts(self) -> None:
        text = "Ken Ash, the head of Mia Low’s party, resigned on Monday."
        found = only(text, ["Ken Ash", "Mia Low"])
        assert found.actors == ("ken-ash",)
        assert found.title == "Ken Ash resigned"


class TestOneHappeningToldTwice:
    def test_is_one_event_with_both_passages(self) -> None:
        text = (
            "They lost last weekend’s election. Ken Ash rejected last Sunday’s city election.\n"
            "The election was held on December 17."
        )
        votes = [each for each in merge(read(text)) if each[0].sort == "vote"]
        ((vote, passages),) = votes
        assert (vote.title, edtf(vote)) == ("City election", "2023-12-17")
        assert [text[start:end] for start, end in passages] == [
            "last weekend’s election",
            "last Sunday’s city election",
            "election was held on December 17",
        ]

    def test_what_is_taken_as_known_is_what_was_told(self) -> None:
        text = "Thousands rallied in Brod on Tuesday. The rally was also staged to sing."
        ((rally, passages),) = merge(read(text))
        assert edtf(rally) == "2023-12-19"
        assert len(passages) == 2

    def test_another_of_its_kind_stays_another(self) -> None:
        text = "Thousands rallied in Brod on Tuesday. A rally was staged in Mitra."
        assert len(merge(read(text))) == 2

    def test_two_days_are_two_events(self) -> None:
        text = "Thousands rallied on Monday. Thousands rallied on Tuesday."
        assert len(merge(read(text))) == 2

    def test_a_claim_is_never_put_together_with_a_fact(self) -> None:
        text = "Dozens rallied on Sunday. Ken Ash said thousands rallied on Sunday."
        claim = words_of(text, "thousands rallied on Sunday", "statement", "ken-ash")
        merged = merge(read(text, ["Ken Ash"], [claim]))
        assert sorted(each.status for each, _ in merged) == ["alleged", "happened"]

    def test_a_killing_is_the_shooting_of_the_same_man(self) -> None:
        text = "They recalled the killing of Ivo Ban. Ivo Ban was shot in 2018."
        merged = merge(read(text, ["Ivo Ban"]))
        ((killing, passages),) = [each for each in merged if each[0].sort == "kill"]
        assert (edtf(killing), len(passages)) == ("2018", 2)

    def test_speakers_of_one_day_stay_apart(self) -> None:
        text = "Ken Ash said on Monday he is ill. Mia Low said on Monday she is well."
        assert len(merge(read(text, ["Ken Ash", "Mia Low"]))) == 2

    def test_nothing_makes_nothing(self) -> None:
        assert merge([]) == []


class TestHostileText:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "…",
            "on Monday " * 5_000,
            "the protest of " * 5_000,
            "(" * 20_000 + "rallied on Monday",
            "was being said to have " * 3_000,
            "He said on Monday, " * 2_000,
            "[He] rallied on Monday [/x] \u202e\x1b[31m in Brod.",
            "— a — b " * 5_000 + "rallied on Monday.",
        ],
    )
    def test_reading_comes_to_an_end(self, text: str) -> None:
        found = read(text)
        assert all(0 <= each.start < each.end <= len(text) for each in found)
        merge(found[:200])

    def test_times_and_words_that_overlap_nothing_do_no_harm(self) -> None:
        document = layout_of("Dozens rallied.")
        far = Reported(500, 900, ("nobody",), "claim")
        assert [each.status for each in events.find(document, [], [], [far])] == ["happened"]

    def test_a_paragraph_that_is_no_prose_tells_nothing(self) -> None:
        text = "Dozens rallied on Monday"
        document = Document(text, (Paragraph(0, len(text), "furniture"),))
        assert events.find(document, [], times.find(document, THURSDAY), []) == []

    def test_spans_are_spans(self) -> None:
        (_, passages) = merge(read("Dozens rallied on Monday."))[0]
        assert passages == [Span(0, 24)]

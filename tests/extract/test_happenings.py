"""Acts of the field as sentences: who did what, how it stands, and of which day it is."""

from __future__ import annotations

import pytest

from tests.extract.test_events import edtf, mentions_of, read, words_of
from tui.extract.findings import EventMention
from tui.extract.languages.en.clauses.structure import Structure
from tui.extract.languages.en.clauses.verbs import clauses
from tui.extract.text.document import Document, Paragraph

NAMES = ("Ken Ash", "Mia Low", "Ivo Ban", "Arland")


def subjects(text: str) -> dict[str, str]:
    """The verbs of a sentence, each with its subject."""
    tokens = clauses(Document(text, (Paragraph(0, len(text), "body"),)), 0, len(text))
    found = tokens.verbs
    found_clauses = Structure(tokens, found, ()).clauses
    return {
        verb.lemma: " ".join(tokens.text_of(at) for at in range(*found_clauses[verb.first].subject))
        for verb in found
        if verb.first in found_clauses
    }


def titles(text: str) -> list[str]:
    return [event.title for event in read(text, NAMES)]


def one(text: str) -> EventMention:
    return read(text, NAMES)[-1]


class TestWhoseVerbItIs:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("A man who threw a stone was held.", {"throw": "A man", "hold": "A man"}),
            (
                "The toll of a fire that hit two mills rose to nine.",
                {"hit": "a fire", "rise": "The toll of a fire"},
            ),
            ("Six men, suspected of theft, were arrested.", {"arrest": "Six men"}),
            ("Low, whose party all owe her their posts, resigned.", {"resign": "Low"}),
            ("After Kos resigned, the board met.", {"resign": "Kos", "meet": "the board"}),
            ("Kos won the seat and left the hall.", {"win": "Kos", "leave": "Kos"}),
            (
                "Kos lost the seat, and the police left.",
                {"lose": "Kos", "leave": "the police"},
            ),
            (
                "Guards noted gaps, and the auditor, Mia Low, signed.",
                {"note": "Guards", "sign": "the auditor"},
            ),
            ("The list held last night was signed.", {"sign": "The list"}),
            ("The police in Brod who beat Kos fled.", {"beat": "The police in Brod"}),
            ("Hours earlier, the board had met.", {"meet": "the board"}),
            ("Shortly after dawn, miners marched.", {"march": "miners"}),
            ("A rally was held.", {"hold": "A rally"}),
            (
                "The paper states that Kos won, and urges a recount.",
                {"state": "The paper", "win": "Kos", "urge": "The paper"},
            ),
            (
                "Ken Ash, the old mayor of New York who beat Kos, left.",
                {"beat": "Ken Ash", "leave": "Ken Ash"},
            ),
            ("Mia Low, an Arland Green who won, left.", {"win": "Mia Low", "leave": "Mia Low"}),
            ("The men whose cars have been cut say Kos lied.", {"cut": "cars", "say": "The men"}),
            ("Kos was so old that they're backing Low.", {"back": ""}),
        ],
    )
    def test_is_told_by_how_the_clauses_lie_in_one_another(
        self, text: str, expected: dict[str, str]
    ) -> None:
        found = subjects(text)
        assert {verb: found.get(verb) for verb in expected} == expected


class TestActs:
    @pytest.mark.parametrize(
        "title",
        [
            "The council adopted a paper on the count",
            "The court struck down the result in two provinces",
            "Ken Ash conceded defeat",
            "Arland has recognised the new government",
            "The bank froze the accounts of two judges",
            "Guards fired tear gas into the crowd",
            "Three members walked out of the hall",
            "The board certified the result",
            "Ivo Ban sued the paper",
            "The commission rejected nine complaints",
            "The Green List came second with 29 percent of the vote",
            "The police sealed off two streets",
            "Hospitals treated 40 people",
            "Mia Low was elected mayor",
        ],
    )
    def test_are_told_by_their_verbs(self, title: str) -> None:
        assert titles(f"{title}.") == [title]

    @pytest.mark.parametrize(
        "text",
        [
            "Ken Ash dismissed the papers as forged.",
            "Ken Ash rejected the claim.",
            "Ken Ash took a walk.",
            "Ken Ash passed the salt.",
            "Mia Low opened her mouth.",
            "The list gathered around Ken Ash has 40 seats.",
            "The aim is to win.",
            "Voters count.",
        ],
    )
    def test_are_not_told_by_verbs_in_other_meanings(self, text: str) -> None:
        assert titles(text) == []

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("The court is to hear the appeal.", "The court is to hear the appeal"),
            ("Talks are planned with the miners.", "Talks are planned with the miners"),
            ("The court must rule by 3 May 2024.", "The court must rule"),
            ("The board will publish the results.", "The board will publish the results"),
        ],
    )
    def test_to_come_are_planned(self, text: str, title: str) -> None:
        found = one(text)
        assert (found.title, found.status) == (title, "planned")


class TestTitlesAreSentences:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            (
                "Mia Low, a former judge who was barred from running, left.",
                "Mia Low was barred from running",
            ),
            ("Her aide, Ivo Ban, was arrested.", "Ivo Ban was arrested"),
            ("One of the injured, Ivo Ban, was struck on the head.", "Ivo Ban was struck"),
            ("The mayor, Ken Ash, resigned.", "The mayor Ken Ash resigned"),
            (
                "The court, whose ruling on 40 papers is expected on Friday, is silent.",
                "The court’s ruling on 40 papers is expected",
            ),
            ("The council adopted a paper. It will vote on cuts.", "The council will vote on cuts"),
            (
                "The vote, which the Green List boycotted, was calm.",
                "The Green List boycotted The vote",
            ),
            (
                "The party “Free City” won 40 percent of the vote.",
                "The party “Free City” won 40 percent of the vote",
            ),
            (
                "Ken Ash demanded as early as in May that the hall be opened.",
                "Ken Ash demanded that the hall be opened",
            ),
            (
                "Ken Ash said on Monday: “We have won the town.”",
                "Ken Ash said: We have won the town",
            ),
            (
                "Guards said they had shut nine halls associated with Brod.",
                "Guards had shut nine halls",
            ),
            ("Late on Monday, Ken Ash won the vote.", "Ken Ash won the vote"),
            ("A draft signed Monday would cut the funds.", "A draft was signed"),
            ("Ken Ash led Brod in the 1970s and ’80s.", "Ken Ash led Brod"),
            ("The vote was held the last week of May after a strike.", "The vote was held after"),
            ("Mia Low resigned, and the police – and Ivo Ban – left.", "Mia Low resigned"),
        ],
    )
    def test_with_a_subject_that_is_named(self, text: str, title: str) -> None:
        assert any(each.startswith(title) for each in titles(text)), titles(text)

    @pytest.mark.parametrize(
        "text",
        [
            "It closed the road.",
            "They arrested nine men.",
            "There were arrested men.",
            "Ken Ash said on Monday.",
            "Who won the vote?",
            "Guards kept miners from storming the hall.",
            "Delivering the votes of nine towns, the board lost.",
            "Ken Ash spent Monday in Brod.",
            "Ken Ash can win on Friday.",
            "The court issued on Monday what it had.",
            "The advice of Mia Low is to report early.",
            "The event took place on Monday.",
            "Mia Low told how far the police advanced on Brod.",
            "The goal of the miners is to report early.",
        ],
    )
    def test_or_there_is_no_event(self, text: str) -> None:
        assert titles(text) == []


class TestStandingInWords:
    @pytest.mark.parametrize(
        ("text", "words", "stance", "speakers", "status"),
        [
            (
                "Nine men were arrested, aides said.",
                "Nine men were arrested",
                "statement",
                (),
                "happened",
            ),
            (
                "Ken Ash said he closed the road.",
                "he closed the road",
                "statement",
                ("ken-ash",),
                "alleged",
            ),
            (
                "Ken Ash claims guards closed the road.",
                "guards closed the road",
                "claim",
                ("ken-ash",),
                "alleged",
            ),
            (
                "Ken Ash urged a ban after guards closed the road.",
                "a ban after guards closed the road",
                "demand",
                ("ken-ash",),
                "happened",
            ),
        ],
    )
    def test_depends_on_whose_words_and_on_what(
        self, text: str, words: str, stance: str, speakers: tuple[str, ...], status: str
    ) -> None:
        found = read(text, NAMES, [words_of(text, words, stance, *speakers)])
        assert [event.status for event in found] == [status]

    def test_what_an_allegation_tells_is_alleged(self) -> None:
        found = read("Ken Ash rejected the claim that guards had beaten miners.", NAMES)
        assert [(event.title, event.status) for event in found] == [
            ("Guards had beaten miners", "alleged")
        ]


class TestOfWhichDayItIs:
    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("The result will be announced on Saturday.", "2023-12-23"),
            ("The result was announced on Saturday.", "2023-12-16"),
            ("The trial begins on Saturday.", "2023-12-23"),
            ("Ahead of Saturday’s march, the mayor had taken a stand.", "2023-12-16"),
            ("Miners called for a rally outside the hall on Saturday.", "2023-12-23"),
        ],
    )
    def test_the_tense_tells_which_saturday(self, text: str, day: str) -> None:
        assert edtf(one(text)) == day

    @pytest.mark.parametrize(
        ("text", "day"),
        [
            ("On 2 May 2022 the court met. Four days later it annulled the vote.", "2022-05-06"),
            ("Kos won on 5 May 2022. Mia Low resigned the next morning.", "2022-05-06"),
            ("Miners marched on Monday. Police closed the road.", "2023-12-18"),
            ("Miners marched on Monday. Police had closed the road.", ""),
            ("Miners marched on Monday. Police closed the road in 2019.", "2019"),
            ("Miners will march on Friday. Police closed the road.", ""),
            ("Low waits until it is opened on Monday. Police closed the road.", ""),
            ("Miners marched on Monday.\nThe bank closed the road.", ""),
            ("Miners marched on Monday.\nPolice arrested nine miners.", "2023-12-18"),
            ("Miners marched on Monday.\nKos won in 2019.\nPolice arrested nine miners.", ""),
            ("Miners marched on Monday.\nA strike will begin on Friday, and nine were hurt.", ""),
        ],
    )
    def test_others_are_counted_from_the_day_of_the_story(self, text: str, day: str) -> None:
        assert edtf(one(text)) == day

    @pytest.mark.parametrize(
        ("text", "note"),
        [
            ("Miners marched on Monday. Police closed the road.", "the day of the act told before"),
            ("Miners marched on Monday.\nPolice arrested nine miners.", "the day of the lead"),
        ],
    )
    def test_a_note_says_that_it_is_the_day_of_another_act(self, text: str, note: str) -> None:
        time = one(text).time
        assert time is not None
        assert (time.basis, time.note) == ("resolved", note)

    def test_a_name_that_has_a_day_in_it_keeps_it(self) -> None:
        text = "The list Brod Tomorrow won 40 percent of the vote."
        assert mentions_of(text, ["Brod Tomorrow"])
        (found,) = read(text, ["Brod Tomorrow"])
        assert found.title == text[:-1]

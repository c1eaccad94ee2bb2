"""Two reports of one story, sentence against sentence: which exclude one another."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tui.build import build

STORY = "Mirela Dost met Ivo Karan and Lena Prust in Halvar"


def found(one: str, other: str, days: tuple[str, str] = ("7 May 2024", "8 May 2024")) -> list[str]:
    """The rules that find a disagreement between two reports with these sentences."""
    texts = (
        f"Halvar: what happened\n\nThe Halvar Post\n{days[0]}\n\n{STORY} last week. {one}\n",
        f"News from Halvar\n\nHalvar Radio\n{days[1]}\n\nAs reported, {STORY}. {other}\n",
    )
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            (Path(folder) / f"{number}.txt").write_text(text, "utf-8")
        return [each.rule for each in build(Path(folder)).corpus.disagreements]


DENIES = "what one says and another denies"
ANSWERS = "one question, several answers"
PEOPLE = "one person by two surnames"
NUMBERS = "numbers of one thing that differ"
LENGTHS = "how long one thing lasts"
HOURS = "one thing at two hours"

EXCLUDE = [
    ("Dost has conceded defeat.", "On Tuesday Dost had still not conceded.", DENIES),
    ("The rebels signed the ceasefire.", "Nothing was signed, Karan said.", DENIES),
    ("Prust has recognised the outcome.", "Prust refused to recognise the outcome.", DENIES),
    ("Guards threw grenades at Dost.", "No grenades were thrown, Karan said.", DENIES),
    (
        "Karan said the mayor had hidden the protocols.",
        "The mayor denied that the protocols had been hidden.",
        DENIES,
    ),
    (
        "Ivo Karan broke his arm falling from a truck.",
        "Karan said he was kicked by a guard.",
        ANSWERS,
    ),
    ("Lena Prust was acquitted on Monday.", "The court sentenced Prust to a fine.", ANSWERS),
    ("Police charged without warning.", "Youths attacked a police cordon.", ANSWERS),
    ("The evening ended in violence.", "The evening passed off peacefully.", ANSWERS),
    ("Observers called the vote free and fair.", "Karan says the vote was rigged.", ANSWERS),
    ("Dost said she would not resign.", "Dost has submitted her resignation.", ANSWERS),
    ("The fire was started deliberately by arsonists.", "A short circuit was the cause.", ANSWERS),
    ("The two sides reached a deal.", "The talks broke down.", ANSWERS),
    (
        "Thieves carried three paintings out of the town museum.",
        "Two paintings were carried out of the museum by thieves.",
        NUMBERS,
    ),
    (
        "The curfew in the harbour lasted four hours, Karan said.",
        "Karan said that the curfew in the harbour lasted six hours.",
        LENGTHS,
    ),
    (
        "Nurses in Brod hospitals began a three-day strike over pay.",
        "The strike of nurses in Brod hospitals over pay is to last a week.",
        LENGTHS,
    ),
    (
        "The clashes at the Brod refinery lasted about two hours.",
        "The riot at the Brod refinery went on for six hours.",
        LENGTHS,
    ),
    ("The blaze broke out at 6 p.m.", "The fire had started shortly before 5 p.m.", HOURS),
    ("Tear gas was used at about 9:30 p.m.", "Guards fired tear gas at 20.15.", HOURS),
    ("The rally began at noon.", "The march, which began at 2 p.m., was loud.", HOURS),
    ("The harbour lost 4 million crowns.", "The harbour lost 6 million crowns.", NUMBERS),
    ("The firm offered 5 percent of the profit.", "The firm offers 7 percent of profit.", NUMBERS),
    (
        "The Harbour List came first in four of the nine towns, Prust said.",
        "Prust said that the Harbour List came first in five of the nine towns.",
        NUMBERS,
    ),
    (
        "Karan said 4,100 invalid ballots were found in the harbour.",
        "In the harbour 5,200 ballots were found to be invalid, Karan said.",
        NUMBERS,
    ),
    ("The fire began in a cable duct.", "A bottle of petrol was thrown into the hall.", ANSWERS),
    (
        "Nobody was hurt at the market, Karan said.",
        "Eleven people were injured at the market, Prust said.",
        DENIES,
    ),
    ("Lena Prust broke no bones, but has a concussion.", "Prust has a broken wrist.", ANSWERS),
    ("Prust was hit by a stone. She has a fracture.", "Prust has a concussion.", ANSWERS),
    ("Dost said she accepted the result.", "Dost did not accept the result and will sue.", DENIES),
    ("Dost was detained at the airport.", "Dost was arrested in her house at dawn.", ANSWERS),
    ("The crowd threw stones at the guards.", "Nothing had been thrown until then.", ANSWERS),
    ("The new mayor is Ivan Baltec.", "The new mayor is Ivan Baltecki.", PEOPLE),
]

BOTH_HOLD = [
    ("Karan should not be the mayor of Halvar.", "Karan, the mayor of Halvar, spoke."),
    ("Karan is not a candidate for mayor.", "The law makes each candidate for mayor pay."),
    ("The court disputed the report that Dost had lied.", "Dost had not lied to the court."),
    ("Dost announced a decision to not run again.", "Dost said she will not run again."),
    ("Karan said it was without merit.", "Prust said it was not without merit."),
    (
        "The army has 7,000 soldiers in Halvar and 2,000 soldiers in Brod.",
        "The army has 7,000 soldiers in Halvar and 2,000 soldiers in Brod, of 25,000 soldiers.",
    ),
    ("Dost may concede defeat.", "Dost has not conceded defeat."),
    ("Has Dost conceded?", "Dost has not conceded."),
    ("Karan demanded that Dost concede.", "Dost has not conceded."),
    ("Karan did not comment.", "Karan commented on the match."),
    ("Riot police stood by.", "The evening passed off peacefully."),
    ("The vote was not rigged, Karan said.", "Observers called the vote free and fair."),
    ("Ivo Karan was shot in the leg.", "Lena Prust broke her arm falling from a truck."),
    ("Thieves carried three paintings away.", "Two students learnt painting in the museum."),
    ("The session is on 3 June.", "The session lasted five hours."),
    ("The museum has three floors.", "The museum has three floors and a garden."),
    ("The rally lasted about two hours.", "The rally lasted two hours and ended quietly."),
    ("The strike lasted more than two hours.", "The strike lasted four hours."),
    ("The strike began three years ago.", "The strike began six years later."),
    ("The rally began at about 6 p.m.", "The rally began at 6.15 p.m."),
    ("The rally began at 6 p.m. on Monday.", "The rally began at 8 p.m. on Friday."),
    ("Turnout was 31 percent at 2 p.m.", "Turnout was 44 percent at 6 p.m."),
    ("Dost spoke at the airport.", "Dost was arrested in her house at dawn."),
    (
        "Karan cites his readers as a source.",
        "Karan never cited a source for his claim on the gas pipeline.",
    ),
    ("Dost is trying to explain the delay.", "The delay at Dost has not been explained."),
    ("The guards opened the gate to Dost.", "Nothing was open when Dost came."),
    ("Prust was found guilty of fraud.", "Prust had pleaded not guilty to fraud."),
    ("Dost got ten years with no chance of parole.", "Dost has no chance of parole, Prust said."),
    (
        "Lena Prust keeps the rights to the song.",
        "Nobody has the right to burn a harbour, Prust said.",
    ),
    ("Karan now signs contracts with printers.", "Karan said the aim was not to sign contracts."),
    ("At least 22 houses burnt in the harbour.", "In the harbour 40 houses burnt."),
    ("The shock began six miles under the harbour.", "A shock began 6.2 miles under the harbour."),
    ("One Dutch and one Danish climber fell into the harbour.", "Two climbers fell into it."),
    ("Dost ran for 63 yards in the harbour cup.", "Karan ran for 150 yards in the harbour cup."),
    ("Nothing illegal was done.", "The wide gap is what people think is illegal."),
    ("Dost leads by four points in the harbour.", "In the harbour Dost leads by six points."),
]


@pytest.mark.parametrize(("one", "other", "rule"), EXCLUDE)
def test_what_excludes_the_other_is_found(one: str, other: str, rule: str) -> None:
    assert rule in found(one, other)


@pytest.mark.parametrize(("one", "other"), BOTH_HOLD)
def test_what_can_both_hold_is_no_disagreement(one: str, other: str) -> None:
    assert found(one, other) == []


def test_what_has_not_happened_yet_may_happen_later() -> None:
    days = ("8 May 2024", "7 May 2024")
    assert found("Dost has conceded defeat.", "Dost has not conceded.", days) == []

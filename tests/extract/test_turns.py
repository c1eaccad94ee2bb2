"""Interviews, transcripts and debates: each turn is a record with its speaker."""

from __future__ import annotations

import pytest

from tui import extract
from tui.model import Actor, Quote

DEBATE = """Debate over the bridge (TRANSCRIPT)

The guests of Radio Dune were Mayor Ana Weaver and Bruno Lind of the River List.

HOST: Good evening. Ms Weaver, why a second bridge?

A. Weaver: Because the first one is full.

It has been full for ten years.

B. Lind: Then count the cars.

HOST: The council says “nobody counted”.

A. Weaver: We counted twice.
"""

BRIEFING = """Press briefing by Mira Stone

14 May 2024

Q: Will there be another count?

MS. STONE: We will count every paper.

Q: And Pavel Rook?

MS. STONE: He knows the law.
"""

QUESTIONS = """Reed for Dune News: no vote without an open board

Olga Reed, who leads the Lake Party, spoke to Dune News about the vote.

Is the list of voters in order now?

Not at all.

Names come and go overnight.

Would you call it “cheating”?

I would, yes.
"""

ABOVE = """Reed for the Courier: we know who counts

Olga Reed, who leads the Lake Party, spoke to the Courier about the vote.

Has anything changed since May?
The colour of the boxes.

The mayor says that the boxes are “full of air”.
Then let him open one.

Will you go to court?
We were there on Monday.

Who is Olga Reed
Born in Brod. A lawyer since 2001.
"""


def turns(text: str) -> list[Quote]:
    return [each for each in extract.read("a.txt", text).quotes if each.type == "turn"]


def names(text: str) -> dict[str, Actor]:
    return {actor.id: actor for actor in extract.read("a.txt", text).actors}


def told(text: str) -> list[tuple[str, str]]:
    known = names(text)
    return [
        (" ".join(known[each].name for each in quote.speakers), " ".join(quote.text.split()))
        for quote in turns(text)
    ]


def test_labels_tell_whose_a_turn_is() -> None:
    assert told(DEBATE) == [
        ("", "Good evening. Ms Weaver, why a second bridge?"),
        ("Ana Weaver", "Because the first one is full. It has been full for ten years."),
        ("Bruno Lind", "Then count the cars."),
        ("", "The council says “nobody counted”."),
        ("Ana Weaver", "We counted twice."),
    ]


def test_a_label_is_the_person_whom_the_headline_names_in_full() -> None:
    assert told(BRIEFING) == [
        ("", "Will there be another count?"),
        ("Mira Stone", "We will count every paper."),
        ("", "And Pavel Rook?"),
        ("Mira Stone", "He knows the law."),
    ]
    assert sum("Stone" in actor.name.title() for actor in names(BRIEFING).values()) == 1


def test_without_labels_the_person_of_the_lead_answers() -> None:
    assert told(QUESTIONS) == [
        ("Dune News", "Is the list of voters in order now?"),
        ("Olga Reed", "Not at all. Names come and go overnight."),
        ("Dune News", "Would you call it “cheating”?"),
        ("Olga Reed", "I would, yes."),
    ]


def test_what_is_set_above_each_answer_asks_in_whatever_form() -> None:
    assert [words for _, words in told(ABOVE)] == [
        "Has anything changed since May?",
        "The colour of the boxes.",
        "The mayor says that the boxes are “full of air”.",
        "Then let him open one.",
        "Will you go to court?",
        "We were there on Monday.",
    ]
    assert [who for who, _ in told(ABOVE)][1::2] == ["Olga Reed"] * 3


@pytest.mark.parametrize("text", [DEBATE, BRIEFING, QUESTIONS])
def test_an_answer_names_its_question(text: str) -> None:
    said = turns(text)
    by_id = {each.id: each for each in said}
    answers = [each for each in said if each.answers]
    assert answers
    for each in answers:
        question = by_id[each.answers or ""]
        assert question.text.endswith("?")
        assert said.index(question) == said.index(each) - 1


def test_what_is_quoted_in_a_turn_is_a_quote_of_its_own() -> None:
    quotes = extract.read("a.txt", DEBATE).quotes
    assert any(each.text == "nobody counted" and each.type == "mixed" for each in quotes)


RESULTS = """The count

Green List: 23.4 percent

Blue List: 31.5 percent

Red List: 9 percent

Green List: 12 seats
"""
COMMENT = """A comment

The town voted, and the mayor spoke to nobody.

Why did it rain?

It did.

Who counts the votes?

The board does.
"""
SPEECH = """Ana Weaver spoke to the town.

“Who pays?” she asked.

“Who will pay for it?”

“The bridge,” they said. “Who else?”

They cheered.
"""
NOTE = "Note: the count goes on.\n\nThe board met on Monday.\n"


@pytest.mark.parametrize("text", [RESULTS, COMMENT, SPEECH, NOTE])
def test_other_texts_have_no_turns(text: str) -> None:
    assert turns(text) == []


FIRST_NAMES = """Clara Wells spoke with Ivo Brand about the vote.

Clara: Why is that?

Ivo: We count.

Clara: Again?

Ivo: Again.
"""
WITH_PARTIES = """Ana Weaver met Bruno Lind.

ANA WEAVER (River List): It is full.

BRUNO LIND (Lake Party): Count them.

ANA WEAVER (River List): No.
"""
BOLD = """Interview with Ivo Brand, whom Ana Weaver beat.

**Will you count again?**

Yes.

**And then?**

We will see.

The interview was conducted by Clara Wells.
"""
LETTERS = """Ivo Brand met the press on Monday.

Q. Will you count?

A. We will.
"""
FURNITURE = """Council meets

PHOTO: Ana Weaver

SECTION: World

LENGTH: 412 words

PHOTO: Bruno Lind
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (FIRST_NAMES, ["clara-wells", "ivo-brand"] * 2),
        (WITH_PARTIES, ["ana-weaver", "bruno-lind", "ana-weaver"]),
        (BOLD, ["clara-wells", "ivo-brand"] * 2),
        (LETTERS, ["", "ivo-brand"]),
        (FURNITURE, []),
    ],
)
def test_labels_are_first_names_letters_and_names_with_a_party(
    text: str, expected: list[str]
) -> None:
    assert ["".join(turn.speakers) for turn in turns(text)] == expected


ASKED = """“Nobody counted”: a teacher on the vote in Brod

Lake Review Online | Vera Lind taught for years.

Lake Review Online: Who counted?

Vera Lind: Nobody did.

Lake Review Online: Nobody at all.

Vera Lind: A man with a bag.

Lake Review Online: Whose bag?

Vera Lind: The mayor's.

The town hall did not answer a request for comment.
"""


def test_what_stands_behind_the_last_of_many_short_turns_is_the_reporters() -> None:
    assert told(ASKED)[-1] == ("Vera Lind", "The mayor's.")

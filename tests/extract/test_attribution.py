"""Whose words: sentences in which more than one might speak, and who of them does."""

from __future__ import annotations

import pytest

from tests.extract.reading_of import quotes

HEARD = "Ana Simic met Ivan Kos. Mila Novak works for the Daily Herald. "
"""Names that the sentences below may shorten."""


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is said in a text, the words that name who says it, and who that is."""
    whole = HEARD + text
    return [
        (
            quote.text.rstrip(",."),
            whole[quote.speaker_text.start : quote.speaker_text.end] if quote.speaker_text else "",
            quote.speakers,
        )
        for quote in quotes(whole)
    ]


ANA, IVAN, MILA = ("ana-simic",), ("ivan-kos",), ("mila-novak",)


class TestAClauseBeforeTheSentencesOwn:
    """What is told in it ends at its comma, and the subject behind speaks for itself."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "When Simic said the count was fair, Kos called it “a farce.”",
                [("the count was fair", "Simic", ANA), ("a farce", "Kos", IVAN)],
            ),
            (
                "After Kos demanded a recount, Simic said it was “too late.”",
                [("a recount", "Kos", IVAN), ("too late", "Simic", ANA)],
            ),
            (
                "Asked if he believed the count was fair, Kos said he was “not sure.”",
                [("the count was fair", "he", ()), ("not sure", "Kos", IVAN)],
            ),
            (
                "Led by Simic, the crowd shouted “Shame!”",
                [("Shame!", "the crowd", ())],
            ),
        ],
    )
    def test_says_nothing_of_the_sentences_own(
        self, text: str, expected: list[tuple[str, str, tuple[str, ...]]]
    ) -> None:
        found = told(text)
        assert [(said, words) for said, words, _ in found] == [
            (said, words) for said, words, _ in expected
        ]
        for (_, _, speakers), (_, _, meant) in zip(found, expected, strict=True):
            assert not meant or speakers == meant


class TestARelativeClause:
    @pytest.mark.parametrize(
        ("text", "said", "words", "speaker"),
        [
            ("Kos, who called the vote “rotten,” left early.", "rotten", "who", IVAN),
            ("Simic, who said the vote was rigged, left.", "the vote was rigged", "who", ANA),
        ],
    )
    def test_has_who_for_the_words_and_the_name_for_the_speaker(
        self, text: str, said: str, words: str, speaker: tuple[str, ...]
    ) -> None:
        assert (said, words, speaker) in told(text)

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("The aide who spoke to reporters said the vote was rigged.", "The aide"),
            ("A clerk who asked not to be named said the vote was rigged.", "A clerk"),
            ("The group that ran the count said the vote was rigged.", "The group"),
            ("A lawyer who worked for Kos told reporters the vote was rigged.", "A lawyer"),
        ],
    )
    def test_without_a_comma_is_no_subject(self, text: str, words: str) -> None:
        assert words in [source for _, source, _ in told(text)]

    @pytest.mark.parametrize(
        "text",
        [
            "Kos is the man whom the mayor said she trusts.",
            "Kos won the seat that the mayor says she lost.",
        ],
    )
    def test_with_a_subject_of_its_own_keeps_it(self, text: str) -> None:
        ((_, words, _),) = told(text)
        assert words in ("Simic", "the mayor")

    def test_ends_before_the_verb_of_the_whole(self) -> None:
        assert told("Simic, who said she was tired, said the vote was rigged.") == [
            ("she was tired", "who", ANA),
            ("the vote was rigged", "Simic", ANA),
        ]


class TestWhoStandsBehindAClosingMark:
    """A comma before the mark: the words are told by who is named behind it."""

    @pytest.mark.parametrize(
        "text",
        [
            "Kos knew that the count “would take days,” Simic recalled.",
            "The mayor promised that the hall “would stay open,” Simic said.",
            "Kos said the count “would take days,” Simic recalled on Friday.",
        ],
    )
    def test_tells_it_whoever_was_named_before(self, text: str) -> None:
        assert [(words, speakers) for _, words, speakers in told(text)] == [("Simic", ANA)]

    def test_a_clause_before_keeps_its_own(self) -> None:
        assert told("Kos said the vote was rigged, but “we will stay calm,” Simic said.") == [
            ("the vote was rigged", "Kos", IVAN),
            ("we will stay calm", "Simic", ANA),
        ]

    def test_nobody_named_within_the_marks_is_taken_for_the_speaker(self) -> None:
        ((_, _, speakers),) = told("“Mila Novak would have stayed,” laughed the old clerk.")
        assert speakers != MILA


class TestAPronounNearTheBeginning:
    @pytest.mark.parametrize(
        "text",
        [
            "The Blue Alliance left, and it said the count was fair.",
            "The Blue Alliance left. It said the count was fair.",
            "The Blue Alliance left. It rained. They said the count was fair.",
        ],
    )
    def test_looks_back_to_the_first_sentence(self, text: str) -> None:
        assert [quote.speakers for quote in quotes(text)] == [("blue-alliance",)]


class TestANounOfSaying:
    @pytest.mark.parametrize(
        ("text", "said", "words", "speakers"),
        [
            (
                "The hall was full amid claims that the count was false.",
                "the count was false",
                "",
                (),
            ),
            (
                "Many shared Kos’s claim that the count was false.",
                "the count was false",
                "Kos",
                IVAN,
            ),
            (
                "Simic spoke. Her warning that the roof might fall was ignored.",
                "the roof might fall",
                "Her",
                ANA,
            ),
        ],
    )
    def test_is_laid_to_its_owner_and_to_nobody_without_one(
        self, text: str, said: str, words: str, speakers: tuple[str, ...]
    ) -> None:
        assert (said, words, speakers) in told(text)

    def test_a_claim_that_is_rejected_is_not_the_one_who_rejects_its(self) -> None:
        assert told("Kos rejected claims that the count was false.") == [
            ("claims that the count was false", "Kos", IVAN)
        ]


class TestNoCue:
    @pytest.mark.parametrize(
        ("text", "speakers"),
        [
            ("Novak met Kos, and Simic kept to her “one fair count” all day.", ANA),
            ("Kos was proud of his “clean hands” and of Simic.", IVAN),
        ],
    )
    def test_the_subject_of_the_clause_is_taken_and_is_not_sure(
        self, text: str, speakers: tuple[str, ...]
    ) -> None:
        (quote,) = quotes(HEARD + text)
        assert quote.speakers == speakers
        assert quote.sure <= 0.5

    def test_speech_goes_on_behind_a_reported_statement_of_the_paragraph(self) -> None:
        said, spoken = told("Simic arrived late. She said the road was closed. “We had to walk.”")
        assert said == ("the road was closed", "She", ANA)
        assert spoken == ("We had to walk", "She", ANA)

    def test_a_name_behind_a_dash_in_the_line_below_signs_it(self) -> None:
        ((_, words, speakers),) = told("“Nobody counts alone.”\n\n- Ivan Kos.\n")
        assert (words, speakers) == ("Ivan Kos", IVAN)


class TestWhereWhatIsSaidEnds:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("Simic said she was tired and wanted a rest.", "she was tired and wanted a rest"),
            ("Four in ten say the count was fair, compared with two in May.", "the count was fair"),
            ("Simic said there was no plan, adding that she had asked.", "there was no plan"),
            (
                "Kos said the hall was shut in the U.S. He left at once.",
                "the hall was shut in the U.S",
            ),
            ("The poll showed a lead of five points for Simic.", "a lead of five points for Simic"),
            ("Kos asked the guards to open the hall.", "the guards to open the hall"),
            ("Kos told the guards not to open the hall.", "not to open the hall"),
            ("As Simic noted, the hall was shut.", "the hall was shut"),
            ("Kos wants the guards to go.", "the guards to go"),
            ("Kos attacked Simic, saying prices double each year.", "prices double each year"),
            ("Kos left after saying the hall was shut.", "the hall was shut"),
        ],
    )
    def test_it_is_the_words_and_no_more(self, text: str, said: str) -> None:
        assert said in [words for words, _, _ in told(text)]

    def test_a_stop_before_the_mark_ends_the_sentence_whoever_speaks_next(self) -> None:
        assert told("Simic said the hall was “shut.” He said the guards had left.")[0] == (
            "shut",
            "Simic",
            ANA,
        )


class TestAQuotationWithoutItsComma:
    """Who forgets the comma means the same."""

    @pytest.mark.parametrize(
        "behind", [".", " on Monday.", " as the crowd cheered.", " when he left the hall."]
    )
    def test_is_still_what_is_said_where_it_is_a_sentence(self, behind: str) -> None:
        assert told(f"“We will not give up our votes” Kos said{behind}") == [
            ("We will not give up our votes", "Kos", IVAN)
        ]

    def test_is_a_name_where_it_is_short(self) -> None:
        ((words, source, _),) = told("“Strong Women” Simic said she would join the march.")
        assert (words, source) == ("she would join the march", "Simic")


class TestALineThatEndsInAColon:
    def test_gives_the_word_to_whom_it_begins_with(self) -> None:
        found = told(
            "Simic went to the hall.\n\nShe then listed what it needs:\n\n"
            "“Has the candidate a record?\n\n“Is he honest?”\n\nThe hall was full."
        )
        assert found == [
            ("Has the candidate a record?", "She", ANA),
            ("Is he honest?", "", ANA),
        ]


class TestWhatHappenedMeanwhile:
    @pytest.mark.parametrize("clause", ["he left the hall", "the crowd cheered", "confetti fell"])
    def test_is_not_said(self, clause: str) -> None:
        assert told(f"“No comment,” Kos said as {clause}.") == [("No comment", "Kos", IVAN)]
        assert told(f"“We are many.” That is what Kos said as {clause}.")[1:] == []

    @pytest.mark.parametrize(
        "clause", ["as many as ten ballots were false", "as mayor, he would count them"]
    )
    def test_is_told_from_what_begins_alike(self, clause: str) -> None:
        assert told(f"Kos said {clause}.") == [(clause, "Kos", IVAN)]


class TestWhatStandsInBrackets:
    """A party or an abbreviation in brackets behind a name does not speak."""

    @pytest.mark.parametrize(
        ("text", "words", "speakers"),
        [
            ("It was fair, said Ana Simic (SDP).", "Ana Simic (SDP)", ANA),
            ("Ivan Kos (Green Party) said it was fair.", "Ivan Kos (Green Party)", IVAN),
            ("It was fair, the mayor (Ivan Kos) said.", "the mayor (Ivan Kos)", IVAN),
            (
                "It was fair, said the director of the Council for Law (CFL), Ana Simic.",
                "the director of the Council for Law (CFL), Ana Simic",
                ANA,
            ),
            (
                "It was fair, the Council for Law (CFL) watchdog said.",
                "the Council for Law (CFL) watchdog",
                ("council-for-law",),
            ),
        ],
    )
    def test_the_name_before_them_does(
        self, text: str, words: str, speakers: tuple[str, ...]
    ) -> None:
        assert told(text)[0][1:] == (words, speakers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A few minutes ago the opposition repeated that it was fair.",
            [("it was fair", "the opposition", ("opposition",))],
        ),
        ("The town is closer than many think right.", []),
        ("The Dec. 25 protest also saw students from Brod.", []),
        ("The Dec. 25 protest drew crowds, and the Dec. 3 appeal was refused.", []),
        (
            "The count was high, and the Right had 12, said the head of the board, Ana Simic.",
            [
                (
                    "The count was high, and the Right had 12",
                    "the head of the board, Ana Simic",
                    ANA,
                )
            ],
        ),
        (
            "The commission, a body of nine, announced the resignation of its head, Ivan Kos.",
            [("the resignation of its head, Ivan Kos", "The commission", ("commission",))],
        ),
    ],
)
def test_a_subject_begins_behind_its_time_and_may_end_in_a_name(
    text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Its sample showed the Green Party with 40 percent.", "fair-count"),
        ("The Green Party disagreed.", "green-party"),
    ],
)
def test_it_is_who_a_sentence_is_about_and_not_whom_it_names_behind_its_verb(
    before: str, who: str
) -> None:
    text = f"The observer group Fair Count said it was calm. {before} It said the count was slow."
    assert [speakers for _, words, speakers in told(text) if words == "It"] == [(who,)]

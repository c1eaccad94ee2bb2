"""Who says what: direct and mixed quotes, signs and reported statements."""

from __future__ import annotations

import pytest

from tests.extract.reading_of import only, quotes, read

ANA = "Ana Simic came to the rally. "


@pytest.mark.parametrize(
    "text",
    [
        "“We will not give up,” said Ana Simic.",
        "“We will not give up,” Ana Simic said.",
        "“We will not give up,” Ana Simic, the mayor, told reporters.",
        "“We will not give up,” said the mayor, Ana Simic, who had come by bus.",
        "“We will not give up,” Ana Simic, one of the leaders of the Blue Alliance told the BBC.",
        "Ana Simic said: “We will not give up.”",
        "In an address to the crowd, Ana Simic said, “We will not give up.”",
        "On Monday, Ana Simic, the head of BA, said: “We will not give up.”",
        "According to Ana Simic, “We will not give up.”",
        "“We will not give up,” according to Ana Simic.",
    ],
)
def test_a_direct_quote_finds_its_speaker_before_and_behind(text: str) -> None:
    quote = only(text)
    assert quote.type == "direct"
    assert quote.text.rstrip(",.") == "We will not give up"
    assert quote.speakers == ("ana-simic",)


class TestSpeechInPieces:
    def test_a_split_quote_is_two_records_and_the_second_goes_on(self) -> None:
        first, second = quotes("“We will win,” Ana Simic said, “and we will stay.”")
        assert first.speakers == second.speakers == ("ana-simic",)
        assert second.continues == first.id

    def test_a_quote_without_attribution_goes_on_from_the_one_before(self) -> None:
        first, second = quotes("“We will win,” Ana Simic said.\n\n“Nobody can stop us now.”")
        assert second.speakers == ("ana-simic",)
        assert second.continues == first.id
        assert second.sure < first.sure
        assert second.rule == "direct-inherited"

    def test_in_a_transcript_the_line_before_tells_who_speaks(self) -> None:
        text = (
            "TRANSCRIPT\nPolice are out tonight.\n"
            "The candidate for mayor, Ana Simic, says they will stay.\n"
            '"We are here until the morning! Thank you!"\n'
        )
        said, spoken = quotes(text)
        assert said.type == "indirect"
        assert spoken.type == "direct"
        assert spoken.speakers == ("ana-simic",)
        assert spoken.speaker_text is None

    def test_a_headline_that_repeats_a_sentence_says_so(self) -> None:
        text = (
            "‘We will win this in the end,’ says mayor\n\n"
            "The mayor, Ana Simic, spoke.\n\n"
            "“It is long. We will win this in the end. Wait,” mayor Ana Simic said.\n"
        )
        headline, body = quotes(text)
        assert headline.repeats == body.id
        assert headline.speakers == ("ana-simic",)

    def test_what_is_behind_a_headline_that_ends_inside_a_word_is_read_from_there(self) -> None:
        text = (
            "Vote was fair\n\n"
            "Vote was fairly counted in Brodica, Mayor Ana Simic said on Monday.\n\n"
            "Ivan Kos left.\n"
        )
        assert only(text).text == "ly counted in Brodica"


class TestWhoIsMeant:
    @pytest.mark.parametrize(
        ("text", "speakers"),
        [
            (ANA + "“We will win,” she said.", ("ana-simic",)),
            (
                "Mr Kos, Petar Kos in full, met Ms Simic, Ana Simic in full. “No,” he said.",
                ("petar-kos",),
            ),
            ("The Blue Alliance lost. They said it was theft.", ("blue-alliance",)),
            ("The Blue Alliance lost. The coalition said it was theft.", ("blue-alliance",)),
            ("Ana Simic and Petar Kos said they would stay.", ("ana-simic", "petar-kos")),
            (
                "Ana Simic and other party officials said they would stay.",
                ("ana-simic", "party-officials"),
            ),
            ("Its opponents, the Blue Alliance, said they were robbed.", ("blue-alliance",)),
            (
                "A rally by the Blue Alliance, which said the count was false, went on.",
                ("blue-alliance",),
            ),
            ("Opposition leaders said the count was false.", ("opposition-leaders",)),
            ("A source said the count was false.", ()),
        ],
    )
    def test_pronouns_nominals_and_lists_are_resolved_or_left_open(
        self, text: str, speakers: tuple[str, ...]
    ) -> None:
        assert quotes(text)[-1].speakers == speakers

    def test_the_article_words_for_the_speaker_are_anchored(self) -> None:
        text = ANA + "“We will win,” she said."
        anchor = only(text).speaker_text
        assert anchor is not None
        assert text[anchor.start : anchor.end] == "she"


class TestReportedStatements:
    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Ana Simic said the vote was fair.", "the vote was fair"),
            ("Ana Simic said on Monday that the vote was fair.", "the vote was fair"),
            ("Ana Simic said in a letter to the court that it was fair.", "it was fair"),
            ("Ana Simic denied the claims of fraud.", "the claims of fraud"),
            ("Ana Simic urged the court to annul the vote.", "the court to annul the vote"),
            ("Ana Simic called for a new vote.", "a new vote"),
            ("Ana Simic accused Fiji of meddling.", "Fiji of meddling"),
            ("Ana Simic has demanded that the vote be annulled.", "the vote be annulled"),
            ("The vote was fair, Ana Simic said.", "The vote was fair"),
            ("The vote was fair, according to Ana Simic.", "The vote was fair"),
            ("Ana Simic said that prices rose, as hundreds marched in town.", "prices rose"),
        ],
    )
    def test_the_content_is_kept_as_the_article_words_it(self, text: str, content: str) -> None:
        quote = only(text)
        assert quote.type == "indirect"
        assert quote.text == content
        assert quote.speakers == ("ana-simic",)

    def test_a_denial_and_a_statement_of_one_subject_are_two(self) -> None:
        denied, said = quotes("Ana Simic denied the claims and said the vote was fair.")
        assert denied.text == "the claims"
        assert said.text == "the vote was fair"
        assert denied.speakers == said.speakers == ("ana-simic",)

    def test_what_stands_around_the_source_belongs_together(self) -> None:
        text = "The town, Ana Simic said, has no doubts, adding that it will pay."
        said, added = quotes(text)
        assert [text[a.start : a.end] for a in said.content] == ["The town", "has no doubts"]
        assert added.text == "it will pay"

    def test_a_purpose_that_is_a_demand_is_one(self) -> None:
        quote = only("Thousands of miners rallied in town on Friday to demand a new vote.")
        assert (quote.text, quote.speakers) == ("a new vote", ("miners",))

    def test_a_fragment_in_marks_makes_it_mixed_with_the_whole_as_content(self) -> None:
        text = "Ana Simic said they would “defend the miners’ will” at any price."
        quote = only(text)
        assert quote.type == "mixed"
        assert quote.text == "defend the miners’ will"
        whole = quote.content[0]
        assert text[whole.start : whole.end].startswith("they would “defend")

    @pytest.mark.parametrize(
        "text",
        [
            "The reports were late.",
            "He read the news and the claims of others.",
            "The alleged theft was in the reported plan.",
            "It was addressed to the envoys of the member states.",
        ],
    )
    def test_nouns_that_look_like_verbs_of_saying_say_nothing(self, text: str) -> None:
        assert quotes(text) == []


class TestMarksThatAreNoSpeech:
    def test_a_name_in_marks_is_no_quote(self) -> None:
        text = 'The coalition, united under the message, "Bread for all," denounced the vote.'
        assert [q.type for q in quotes(text)] == ["indirect"]

    def test_a_word_held_at_arms_length_is_no_quote(self) -> None:
        assert quotes("The “reform” cost a lot.") == []

    def test_words_on_a_placard_are_a_sign_without_a_speaker(self) -> None:
        quote = only("People held up papers reading ‘thieves’ in the rain.")
        assert (quote.type, quote.text, quote.speakers) == ("sign", "thieves", ())


def test_the_day_beside_the_cue_is_when_it_was_said() -> None:
    text = " date 2021-03-04 The town waits. Ana Simic said on Tuesday that the vote was fair.\n"
    quote = only(text)
    assert (quote.said.edtf, quote.said.basis) == ("2021-03-02", "resolved")


def test_a_day_inside_the_statement_is_not_when_it_was_said() -> None:
    text = " date 2021-03-04 The town waits. Ana Simic said that the vote on Tuesday was fair.\n"
    assert only(text).said.edtf == ""


@pytest.mark.parametrize(
    "text",
    [
        "“" * 500 + " said Ana Simic.",
        "Ana Simic said " * 400,
        "said said said, said: said. " * 200,
        ", , , who, which, that, said,",
        "“a” “b” “c” said “d” “e”, he said, she said.",
        "(((((( Ana Simic ))))) said ((((((",
    ],
)
def test_broken_text_breaks_nothing(text: str) -> None:
    reading = read(text)
    for quote in reading.quotes:
        for anchor in (*quote.evidence, *quote.content):
            assert 0 <= anchor.start < anchor.end <= len(text)


class TestTheNearestCueWins:
    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            (
                "Ana Simic noted that rain fell and Petar Kos boasted, “That makes me smart.”",
                "petar-kos",
            ),
            ("“Why is it so big?” Petar Kos demanded.", "petar-kos"),
            ("Ana Simic said of it: “No.” “Why is it so big?” asked Petar Kos.", "petar-kos"),
            ("“It was our only hope that day.” ― Petar Kos", "petar-kos"),
            ("The senator met Petar Kos.\n\nKos said:\n\n“It was our only hope.”", "petar-kos"),
            ("Said Petar Kos: “It was our only hope.”", "petar-kos"),
            ("“It was our only hope,” Mayor Petar Kos, D-Nis, said Tuesday.", "petar-kos"),
            ("“It was our only hope,” Bandic told the paper.", "bandic"),
        ],
    )
    def test_over_one_further_off(self, text: str, speaker: str) -> None:
        assert quotes(text)[-1].speakers == (speaker,)

    def test_speech_goes_on_in_the_same_paragraph(self) -> None:
        first, second = quotes("“We will win,” Ana Simic said. “Nobody can stop us.”")
        assert second.speakers == first.speakers == ("ana-simic",)

    def test_a_headline_s_marks_are_its_first_actor_s(self) -> None:
        text = "Ana Simic Calls Petar Kos ‘A Disgrace’\n\nThe two met. Ana Simic left early.\n"
        assert quotes(text)[0].text == "A Disgrace"


class TestSubjectsFurtherOff:
    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("Ana Simic shared a picture of the rally, writing, “We will win.”", "ana-simic"),
            ("Ana Simic then put on a hat and joked, “We will win.”", "ana-simic"),
            ("Petar Kos met Ana Simic of Novigrad, who joked, “We will win.”", "ana-simic"),
            ("Ana Simic, who has in the past described it as “a joke,” left.", "ana-simic"),
            ("“We will win,” the party’s manager, Ana Simic, said.", "ana-simic"),
            ("It was “a joke of a vote,” as Ana Simic put it.", "ana-simic"),
            ("As Ana Simic put it, it was “a joke of a vote.”", "ana-simic"),
            ("The envoys of old, Ana Simic said, “all tell the same story” of it.", "ana-simic"),
        ],
    )
    def test_are_found(self, text: str, speaker: str) -> None:
        assert quotes(text)[0].speakers == (speaker,)

    def test_a_document_that_reads_has_words_and_no_speaker(self) -> None:
        quote = only("“We are sorry to hear of it,” the letter read.")
        assert quote.speakers == ()
        assert quote.cue is not None

    @pytest.mark.parametrize(
        ("text", "content"),
        [
            ("Ana Simic refused to pay the fine.", "to pay the fine"),
            ("Ana Simic acknowledged the long delay.", "the long delay"),
        ],
    )
    def test_refusals_and_admissions_are_statements(self, text: str, content: str) -> None:
        assert only(text).text == content


class TestSpeechUnderALabel:
    def test_is_that_person_s_without_the_label(self) -> None:
        text = (
            "Petar Kos met Ana Simic on the air.\n\n"
            "“KOS: Will you win this vote?\n\n“SIMIC: We will win it.\n\n“(CROSSTALK.)\n"
        )
        asked, answered = quotes(text)
        assert (asked.text, asked.speakers) == ("Will you win this vote?", ("petar-kos",))
        assert (answered.text, answered.speakers) == ("We will win it.", ("ana-simic",))

    def test_markup_left_in_a_text_is_no_speech(self) -> None:
        assert quotes('<a href="https://gazette.example/x" title="Our big win">More</a>') == []
        image = "The mayor, Ana Kos <img src=x onerror='hit = 1'>, said the vote was fair.\n"
        assert "hit = 1" not in [quote.text for quote in quotes(image)]

"""What the rules find in two invented reports, for tests of what people add to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.curate.samples import LEAD, LEAD_ID, TALK, TALK_ID, TEXTS, at
from tests.fixture_ids import placed_id
from tui.corpus import Corpus
from tui.curate import Curation, CurationError, apply
from tui.dates import when
from tui.digests import digest
from tui.model import (
    Actor,
    Anchor,
    Article,
    Contest,
    Description,
    Event,
    EventStatus,
    Extraction,
    Figure,
    Quote,
    When,
)

BY_ID = {LEAD_ID: LEAD, TALK_ID: TALK}


def article(file: str, published: When | None = None) -> Article:
    text = TEXTS[file]
    return Article(
        id=LEAD_ID if text is LEAD else TALK_ID,
        evidence=(),
        origin="extracted",
        rule="first line",
        file=file,
        sha256=digest(text),
        title="Untitled",
        published=published or when("", "unknown"),
    )


def actor(id: str, name: str, *mentions: Anchor) -> Actor:
    return Actor(
        id=id,
        evidence=mentions[:1],
        origin="extracted",
        rule="name",
        name=name,
        type="person",
        mentions=mentions,
    )


def quote(words: Anchor, speaker: str, follows: str | None = None) -> Quote:
    return Quote(
        id=placed_id(words.article, "quote", words.start),
        evidence=(words,),
        origin="extracted",
        rule="marks",
        article=words.article,
        type="direct",
        text=BY_ID[words.article][words.start : words.end],
        speakers=(speaker,),
        content=(words,),
        continues=follows,
    )


def event(
    words: Anchor, edtf: str = "", status: EventStatus = "happened", actors: tuple[str, ...] = ()
) -> Event:
    return Event(
        id=placed_id(words.article, "event", words.start),
        evidence=(words,),
        origin="extracted",
        rule="dated clause",
        title="clause",
        when=when(edtf, "resolved"),
        actors=actors,
        status=status,
    )


SHARE = at(LEAD, "44 per cent")
WON, WON_AGAIN, WON_TALK = at(LEAD, "We won,”"), at(LEAD, "we won"), at(TALK, "We won,”")
VOTE, VOTE_TALK = at(LEAD, "the vote of May 8"), at(TALK, "Sunday’s vote")
NEW_VOTE = at(TALK, "a new vote")

LEAD_READING = Extraction(
    article=article("lead.txt"),
    actors=(
        actor("djordje-ciric", "Ćirić", at(LEAD, "Ćirić")),
        actor("clean-hands", "Clean Hands", at(LEAD, "Clean Hands")),
    ),
    contests=(
        Contest(id="vote", evidence=(VOTE,), origin="extracted", rule="vote", name="the vote"),
        Contest(id="other", evidence=(VOTE,), origin="extracted", rule="vote", name="other"),
    ),
    events=(event(VOTE, "2022-05", actors=("clean-hands",)),),
    figures=(
        Figure(
            id=placed_id(LEAD_ID, "figure", SHARE.start),
            evidence=(SHARE,),
            origin="extracted",
            rule="share",
            contest="vote",
            subject="clean-hands",
            measure="vote_share",
            value="44",
            unit="%",
        ),
    ),
    quotes=(
        quote(WON, "djordje-ciric"),
        quote(WON_AGAIN, "djordje-ciric", placed_id(LEAD_ID, "quote", WON.start)),
    ),
)
TALK_READING = Extraction(
    article=article("talk.txt"),
    actors=(
        replace(
            actor("djordje-ciric", "Djordje Ciric", at(TALK, "Djordje Ciric")),
            described_as=(Description("The mayor", at(TALK, "The mayor")),),
        ),
        actor("clean-hands", "Clean Hands", at(TALK, "Clean Hands")),
    ),
    events=(event(VOTE_TALK, "2022-05-08", "planned"), event(NEW_VOTE, "", "demanded")),
    quotes=(quote(WON_TALK, "djordje-ciric"),),
)
READINGS = (TALK_READING, LEAD_READING)


def made(curation: Curation, *readings: Extraction) -> Corpus:
    return apply(curation, readings or READINGS, BY_ID)


def refused(curation: Curation, *readings: Extraction) -> list[str]:
    with pytest.raises(CurationError) as error:
        made(curation, *readings)
    return error.value.problems

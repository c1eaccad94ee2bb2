"""What is said in the sample corpus, and where its reports differ."""

from __future__ import annotations

from dataclasses import replace

from tests.fixture_ids import placed_id
from tests.samples.texts import GAZETTE, GAZETTE_ID, POST, POST_ID, RADIO, TEXTS, day, passage
from tui.ids import article_id
from tui.model import (
    Anchor,
    AttributedPassage,
    Disagreement,
    Quote,
    Side,
)


def quotes() -> tuple[Quote, ...]:
    def quote(at: Anchor, text: str, kind: str, *speakers: str, **others: object) -> Quote:
        words = replace(
            Quote(
                id=placed_id(at.article, "quote", at.start),
                evidence=(at,),
                origin="extracted",
                rule="words, cue, speaker",
                article=at.article,
                type=kind,  # type: ignore[arg-type]
                text=next(t for t in TEXTS.values() if article_id(t) == at.article)[
                    at.start : at.end
                ],
                speakers=speakers,
                content=(at,),
            ),
            **others,  # type: ignore[arg-type]
        )
        assert words.text == text
        return words

    tuesday = day("2022-05-10", passage(GAZETTE, "Tuesday"))
    wednesday = day("2022-05-11", passage(POST, "Wednesday"))
    stolen = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica was stolen")
    theft = passage(GAZETTE, "a theft in broad daylight")
    square = passage(GAZETTE, "We will not leave the square")
    records = passage(GAZETTE, "We have time, and we have the records.")
    wrong = passage(GAZETTE, "any wrongdoing")
    again = passage(GAZETTE, "Count again")
    heading = passage(POST, "The count was clean")
    clean = passage(POST, "the count was\nclean")
    proven = passage(POST, "no complaint had been proven")
    box = passage(POST, "Not one box was opened")
    lights = passage(RADIO, "They can switch off the lights, but they cannot switch off the town.")
    clean_id = placed_id(POST_ID, "quote", clean.start)
    return (
        quote(
            stolen,
            "the vote of May 8 in the river town\nof Brodica was stolen",
            "indirect",
            "clean-hands",
            speaker_text=passage(GAZETTE, "Clean Hands"),
            cue=passage(GAZETTE, "said"),
            said=tuesday,
            topics=("election theft",),
        ),
        quote(
            theft,
            "a theft in broad daylight",
            "mixed",
            "milena-zarkovic",
            speaker_text=passage(GAZETTE, "Milena Žarković"),
            cue=passage(GAZETTE, "called"),
            content=(passage(GAZETTE, "it “a theft in broad daylight”"),),
            topics=("election theft",),
        ),
        quote(
            square,
            "We will not leave the square",
            "direct",
            "milena-zarkovic",
            speaker_text=passage(GAZETTE, "Žarković", 2),
            cue=passage(GAZETTE, "said", 2),
            topics=("protest",),
        ),
        quote(
            records,
            "We have time, and we have the records.",
            "direct",
            "milena-zarkovic",
            rule="goes on after its cue",
            continues=placed_id(GAZETTE_ID, "quote", square.start),
            sure=0.9,
        ),
        quote(
            wrong,
            "any wrongdoing",
            "indirect",
            "djordje-ciric",
            speaker_text=passage(GAZETTE, "Ćirić", 2),
            cue=passage(GAZETTE, "denied"),
        ),
        quote(again, "Count again", "sign", topics=("protest",)),
        quote(
            heading,
            "The count was clean",
            "direct",
            "djordje-ciric",
            speaker_text=passage(POST, "Ćirić"),
            said=wednesday,
            repeats=clean_id,
        ),
        quote(
            clean,
            "the count was\nclean",
            "mixed",
            "djordje-ciric",
            "officials-of-the-electoral-board",
            speaker_text=passage(
                POST,
                "The mayor of Brodica, Djordje Ciric, and officials of the Electoral Board",
            ),
            cue=passage(POST, "said"),
            said=wednesday,
        ),
        quote(
            proven,
            "no complaint had been proven",
            "indirect",
            "djordje-ciric",
            "officials-of-the-electoral-board",
            cue=passage(POST, "said"),
            said=wednesday,
        ),
        quote(
            box,
            "Not one box was opened",
            "direct",
            "djordje-ciric",
            speaker_text=passage(POST, "he"),
            cue=passage(POST, "told"),
            said=wednesday,
        ),
        quote(
            lights,
            "They can switch off the lights, but they cannot switch off the town.",
            "direct",
            "milena-zarkovic",
            origin="curated",
            rule="the next line of the transcript names her",
            topics=("protest",),
        ),
    )


def disagreements() -> tuple[Disagreement, ...]:
    def disagreement(
        id: str, about: str, sort: str, *sides: Side, **others: object
    ) -> Disagreement:
        told = [telling for side in sides for telling in side.told]
        made = Disagreement(
            id=id,
            evidence=tuple(telling.passage for telling in told),
            origin="extracted",
            rule="one name in two spellings",
            about=about,
            type=sort,  # type: ignore[arg-type]
            sides=sides,
            actors=tuple(dict.fromkeys(each for telling in told for each in telling.speakers)),
        )
        return replace(made, **others)  # type: ignore[arg-type]

    shares = passage(GAZETTE, "48.2% of the vote"), passage(POST, "47.9% of\nvalid votes")
    theft = passage(GAZETTE, "a theft in broad daylight")
    stolen = passage(GAZETTE, "the vote of May 8 in the river town\nof Brodica was stolen")
    clean, denied = passage(POST, "the count was\nclean"), passage(GAZETTE, "denied any wrongdoing")
    return (
        disagreement(
            "d-8hj2kw",
            "Harbour Party, vote share, Brodica municipal election, 2022",
            "value",
            Side("48.2 %", (AttributedPassage(shares[0]),)),
            Side("47.9 %", (AttributedPassage(shares[1], ("electoral-board",)),)),
            items=tuple(placed_id(each.article, "figure", each.start) for each in shares),
            explained_by="status",
            note="one is preliminary, the other official",
            rule="figures for one thing that differ",
            actors=("harbour-party", "electoral-board"),
        ),
        disagreement(
            "was-the-count-clean",
            "Was the count clean?",
            "account",
            Side(
                "clean",
                (
                    AttributedPassage(clean, ("djordje-ciric", "officials-of-the-electoral-board")),
                    AttributedPassage(denied, ("djordje-ciric",)),
                ),
            ),
            Side(
                "stolen",
                (
                    AttributedPassage(stolen, ("clean-hands",)),
                    AttributedPassage(theft, ("milena-zarkovic",)),
                ),
            ),
            items=(
                placed_id(POST_ID, "quote", clean.start),
                placed_id(GAZETTE_ID, "quote", theft.start),
            ),
            origin="curated",
            rule="the two words for it have nothing in common",
        ),
    )

"""A corpus of words that act."""

from __future__ import annotations

from tests.fixture_ids import placed_id
from tests.samples.texts import passage
from tui.corpus import Corpus
from tui.digests import digest
from tui.ids import article_id
from tui.model import (
    Actor,
    Article,
    AttributedPassage,
    Contest,
    Description,
    Disagreement,
    Event,
    Figure,
    Quote,
    Relation,
    Side,
    When,
)

HOSTILE = "[He] said [/x] [@click=app.quit]now[/] \x1b[31mred\x1b]0;t\x07 \x9b2J \u202eright\u2069"
"""Words that act on a terminal or on a markup parser unless they are shown literally."""


def hostile_corpus() -> Corpus:
    """One article whose every word, name and title is hostile, in every kind of record."""
    text = f"{HOSTILE}\n\nHe said: “{HOSTILE}”, 5 per cent.\n"
    whole = passage(text, HOSTILE, 2)
    article = article_id(text)
    when = When("2022-05-08", "stated", whole, HOSTILE, "2022-05-08", "2022-05-08")
    common = {"evidence": (whole,), "origin": "curated", "rule": HOSTILE}
    return Corpus(
        articles=(
            Article(
                id=article,
                file=f"{HOSTILE.replace('/', '-')}.txt",
                sha256=digest(text),
                title=HOSTILE,
                publisher=HOSTILE,
                agency=HOSTILE,
                author=HOSTILE,
                language="en",
                published=when,
                characters=len(text),
                **common,  # type: ignore[arg-type]
            ),
        ),
        actors=(
            Actor(
                id="he",
                name=HOSTILE,
                type="person",
                also_known_as=(HOSTILE,),
                described_as=(Description(HOSTILE, whole),),
                mentions=(whole,),
                related=(Relation(HOSTILE, "he"),),
                **common,  # type: ignore[arg-type]
            ),
        ),
        contests=(
            Contest(
                id="vote",
                name=HOSTILE,
                date=when,
                place=HOSTILE,
                seats_total=5,
                seats_basis=HOSTILE,
                **common,  # type: ignore[arg-type]
            ),
        ),
        events=(
            Event(
                id=placed_id(article, "event", 0),
                title=HOSTILE,
                when=when,
                place=HOSTILE,
                actors=("he",),
                **common,  # type: ignore[arg-type]
            ),
        ),
        figures=(
            Figure(
                id=placed_id(article, "figure", 0),
                contest="vote",
                subject="he",
                measure="vote_share",
                value="5",
                unit="%",
                base=HOSTILE,
                note=HOSTILE,
                contest_text=whole,
                **common,  # type: ignore[arg-type]
            ),
        ),
        quotes=(
            Quote(
                id=placed_id(article, "quote", whole.start),
                article=article,
                type="direct",
                text=HOSTILE,
                speakers=("he",),
                speaker_text=whole,
                cue=whole,
                content=(whole,),
                said=when,
                topics=(HOSTILE,),
                note=HOSTILE,
                **common,  # type: ignore[arg-type]
            ),
        ),
        disagreements=(
            Disagreement(
                id="differing",
                about=HOSTILE,
                type="account",
                items=("he",),
                note=HOSTILE,
                sides=(
                    Side(HOSTILE, (AttributedPassage(whole, ("he",)),)),
                    Side(HOSTILE, (AttributedPassage(whole),)),
                ),
                actors=("he",),
                **common,  # type: ignore[arg-type]
            ),
        ),
        texts={article: text},
    )

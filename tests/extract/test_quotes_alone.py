"""Quotes can be asked for alone, and are then the same: what is left out is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.gold_key import SEEDS
from tests.extract.reading_of import KNOWN
from tui import extract
from tui.extract import pipeline as article
from tui.model import UNKNOWN, FileFact, Hints

ARTICLES = {path.name: path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))}
INVENTED = """Mayor Wins Novigrad Vote

By Petra Ilic

The mayor, Ana Simic, said on Monday that the vote of December 17 was fair.

“We have won,” she told reporters. “Nobody will stop us.”

“It was theft,” the leader of the main opposition coalition replied on 19 December.

“We will go on,” the mayor added, and 1,200 people chanted “Shame!” The Blue Alliance (BA),
the main opposition coalition, won 46 percent, according to the commission.
"""


@pytest.mark.parametrize(
    "text", [*ARTICLES.values(), INVENTED, ""], ids=[*ARTICLES, "invented", ""]
)
@pytest.mark.parametrize("known", [Hints(), KNOWN], ids=["nothing-known", "known"])
class TestQuotesAlone:
    def test_are_those_of_the_whole_reading_but_for_when(self, text: str, known: Hints) -> None:
        whole = article.read("a.txt", text, known)
        found = extract.quotes(text, known)
        assert found.quotes == tuple(replace(quote, said=UNKNOWN) for quote in whole.quotes)

    def test_come_with_those_who_speak_them(self, text: str, known: Hints) -> None:
        whole = article.read("a.txt", text, known)
        found = extract.quotes(text, known)
        speaking = {actor for quote in whole.quotes for actor in quote.speakers}
        assert found.actors == tuple(
            replace(actor, described_as=()) for actor in whole.actors if actor.id in speaking
        )


def test_quotes_alone_are_read_of_the_report_alone() -> None:
    text = "---\ntitle: “No”\n---\n“We have won,” Ana Simic said.\n"
    known = Hints(
        told={"title": FileFact("“No”", "front matter")}, kept=((text.index("“We"), len(text)),)
    )
    assert [quote.text for quote in extract.quotes(text, known).quotes] == ["We have won,"]

"""Who said what, report by report, each with the paragraph in which it stands."""

from __future__ import annotations

from itertools import groupby

from tui.corpus import Corpus
from tui.model import Quote
from tui.report.elements import Html, element
from tui.report.parts import (
    chip,
    day,
    findable,
    in_paragraph,
    language,
    line,
    names,
    record,
    section,
    source,
)
from tui.wording import NOT_REPORTED, QUOTE_WORDS, counted, said_as, speakers_words


def quotes_section(corpus: Corpus) -> Html:
    told: list[Html] = []
    for article, quotes in groupby(corpus.quotes, key=lambda each: each.article):
        title = corpus.article(article).title or corpus.article(article).path
        told.append(
            element(
                "div",
                element("h3", line(title), lang=language(corpus, article)),
                element("p", source(corpus, article)),
                *(_quote(corpus, each) for each in quotes),
                class_="of-article",
            )
        )
    if not told:
        told = [element("p", "no quotes in these articles", class_="quiet")]
    return section("quotes", "Quotes", counted(len(corpus.quotes), "quote"), *told)


def _quote(corpus: Corpus, quote: Quote) -> Html:
    """Who says it and how stands before the words: what somebody denied must not read as what
    they said."""
    before, behind = said_as(corpus, quote)
    cue, mark = (before[:-1], before[-1:]) if behind else (before, "")
    tongue = language(corpus, quote.article)
    whose = [
        element("p", names(corpus, quote.speakers) or _unnamed(corpus, quote), class_="by"),
        element("p", line(cue), class_="cue", lang=tongue) if cue.strip() else "",
        element("p", day(quote.said, ground=True), class_="said") if quote.said.known else "",
    ]
    told = [
        element("blockquote", element("p", f"{mark}{line(quote.text)}{behind}", lang=tongue)),
        element(
            "p",
            chip(QUOTE_WORDS.get(quote.type, quote.type)),
            *map(_topic, quote.topics),
            class_="chips",
        ),
    ]
    if quote.evidence:
        opened = in_paragraph(corpus, quote.evidence[0], element("span", "in its paragraph"))
        told.append(element("div", opened, class_="passage"))
    return record(
        quote.id,
        element("figcaption", *whose),
        element("div", *told),
        name="figure",
        class_=f"quote {quote.type}",
    )


def _topic(topic: str) -> Html:
    return element("span", "topic ", findable(topic), class_="chip")


def _unnamed(corpus: Corpus, quote: Quote) -> Html:
    """Who says it where nobody is known by name: by the words of the report."""
    if quote.speaker_text is not None:
        return element("span", line(f"“{corpus.seen(quote.speaker_text)}”"))
    words = speakers_words(corpus, quote) if quote.type == "sign" else f"speaker {NOT_REPORTED}"
    return element("span", words, class_="quiet")

"""What every section is made of: dates, sources, passages in their paragraphs, records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.corpus import Corpus
from tui.export.web_page import paragraph
from tui.model import Anchor, Article, When
from tui.report.elements import NOTHING, Html, element, joined
from tui.terminal_text import one_line
from tui.wording import BASIS_WORDS, NOT_REPORTED, date_words, source_name

NOT_FROM_HERE = "not from these sources"


def line(words: str) -> str:
    """Words on one line."""
    return words if isinstance(words, Html) else one_line(words)


def day(when: When, *, ground: bool = False) -> Html:
    """A date as it is read, for programs too where it is one day; ``ground`` tells what it
    stands on."""
    if not when.known:
        told = f"date {NOT_REPORTED}" + (f", {when.note}" if ground and when.note else "")
        return element("span", line(told), class_="quiet")
    machine = when.earliest if when.earliest and when.earliest == when.latest else None
    shown = element("time", date_words(when).removesuffix(" †"), datetime=machine)
    if ground:
        basis = BASIS_WORDS[when.basis].removeprefix("† ")
        told = line(", ".join(filter(None, (basis, when.note))))
        return joined((shown, element("span", f"({told})", class_="quiet")), " ")
    return joined((shown, dagger())) if when.basis == "curated" else shown


def dagger() -> Html:
    """A sign that the foot of the page explains, in words for whoever hears the page."""
    said = element("span", f" {NOT_FROM_HERE}", class_="heard")
    return joined((" ", element("span", "†", aria_hidden="true"), said))


def language(corpus: Corpus, article: str) -> str | None:
    """The language of an article, as a page tells it."""
    return corpus.article(article).language or None


def source(corpus: Corpus, article_id: str) -> Html:
    """An article by its shortest name, which leads to it, and its day."""
    article = corpus.article(article_id)
    named = element(
        "a", line(source_name(article)), href=f"#{line(article.id)}", lang=_titled_in(article)
    )
    return element("span", named, ", ", day(article.published), class_="source")


def _titled_in(article: Article) -> str | None:
    """A publisher's name is in no language; a title that stands for it is in its article's."""
    return None if article.publisher or article.agency else article.language or None


def passage(corpus: Corpus, anchor: Anchor, speakers: Sequence[str] = ()) -> Html:
    """The words of a passage with who speaks and the source; opened, the paragraph in which
    they stand."""
    tongue = language(corpus, anchor.article)
    words = element("q", line(corpus.seen(anchor)), lang=tongue)
    who = [element("span", line(corpus.name(each)), class_="who") for each in speakers]
    about = element("cite", joined((*who, source(corpus, anchor.article)), ", "))
    # What leads elsewhere may not stand in what opens.
    return element("div", in_paragraph(corpus, anchor, words), " ", about, class_="passage")


def in_paragraph(corpus: Corpus, anchor: Anchor, told: Html) -> Html:
    """Words that open to the paragraph of a passage, the passage marked."""
    whole = Html(paragraph(corpus, anchor).replace("\n", "<br>"))
    quoted = element("blockquote", whole, class_="context", lang=language(corpus, anchor.article))
    return element("details", element("summary", told), quoted)


def passages(corpus: Corpus, anchors: Iterable[Anchor]) -> Html:
    """Each passage once; that there is none is said."""
    found = [passage(corpus, anchor) for anchor in dict.fromkeys(anchors)]
    return joined(found) or element("p", NOT_FROM_HERE, class_="quiet")


def record(id: str, *children: str, name: str = "article", class_: str = "") -> Html:
    """A record, which can be found and led to."""
    return element(name, *children, id=line(id), class_=f"record {class_}".strip())


def chip(words: str, class_: str = "") -> Html:
    """A word that qualifies."""
    return element("span", line(words), class_=f"chip {class_}".strip())


def findable(name: str) -> Html:
    """Words of which the script makes a button that searches for them."""
    return element("span", line(name), class_="find")


def names(corpus: Corpus, ids: Iterable[str]) -> Html:
    """Actors by their names, which can be searched for."""
    return joined([findable(corpus.name(each)) for each in dict.fromkeys(ids)], ", ")


def facts(pairs: Iterable[tuple[str, str]]) -> Html:
    """Labels and what they say; what says nothing is left out."""
    rows = [
        element("div", element("dt", label), element("dd", line(words)))
        for label, words in pairs
        if words
    ]
    return element("dl", *rows, class_="facts") if rows else NOTHING


def section(name: str, title: str, count: str, *children: str) -> Html:
    """A section of the page with its heading and how much is in it."""
    heading = element(
        "h2",
        title,
        " ",
        element("span", count, class_="count", data_count=True),
        id=f"{name}-title",
    )
    return element(
        "section", heading, *children, id=f"section-{name}", aria_labelledby=f"{name}-title"
    )

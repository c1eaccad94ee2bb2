"""The page: its head, with what a browser may run of it and what not, and its sections."""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tui import __version__
from tui.corpus import Corpus
from tui.folding import DJ_WITHOUT_ITS_LETTER, folded_letters
from tui.overview import span_of
from tui.report.disagreements_section import disagreements_section
from tui.report.elements import Html, element
from tui.report.overview_section import overview_section
from tui.report.parts import line
from tui.report.quotes_section import quotes_section
from tui.report.results_section import results_section
from tui.report.sources_section import sources_section
from tui.report.timeline_section import timeline_section
from tui.wording import counted

FOLDER = Path(__file__).parent
SECTIONS = {
    "overview": overview_section,
    "timeline": timeline_section,
    "results": results_section,
    "disagreements": disagreements_section,
    "quotes": quotes_section,
    "sources": sources_section,
}
PUBLISHERS = 4
"""So many are named at the top."""
COUNTED = ("article", "quote", "event", "figure", "disagreement")


def report(corpus: Corpus, query: str = "") -> Iterator[str]:
    """The page of a corpus, piece by piece; ``query`` is what its records were found by."""
    style, script = (
        FOLDER.joinpath(name).read_text("utf-8") for name in ("report.css", "report.js")
    )
    title = _title(corpus)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="generator", content=f"serbia-tui {__version__}"),
        element("title", f"{title}, serbia-tui"),
        element("style", Html(style)),
    )
    yield f'<!DOCTYPE html>\n<html lang="en">\n{head}\n<body>\n'
    yield element("a", "To the records", href="#content", class_="skip")
    yield _masthead(corpus, title, query)
    yield _bar()
    yield '\n<main id="content">\n'
    for make in SECTIONS.values():
        yield f"{make(corpus)}\n"
    yield "</main>\n"
    yield _foot()
    yield element("script", Html(_letters()), type="application/json", id="letters")
    yield element("script", Html(script))
    yield "\n</body>\n</html>\n"


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, sent or run but this style and this script."""
    css, js = (b64encode(sha256(each.encode()).digest()).decode() for each in (style, script))
    return (
        f"default-src 'none'; script-src 'sha256-{js}'; style-src 'sha256-{css}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _title(corpus: Corpus) -> str:
    number = len(corpus.whole.articles)
    return f"What {counted(number, 'report')} {'says' if number == 1 else 'say'}"


def _whose(corpus: Corpus) -> str:
    """The days of the reports, and who publishes most of them."""
    articles = corpus.whole.articles
    names = Counter(name for each in articles if (name := each.publisher or each.agency))
    most = ", ".join(name for name, _number in names.most_common(PUBLISHERS))
    others = f" and {len(names) - PUBLISHERS:,} others" if len(names) > PUBLISHERS else ""
    return line(" · ".join(filter(None, (span_of(a.published for a in articles), most + others))))


def _masthead(corpus: Corpus, title: str, query: str) -> Html:
    numbers = [
        element(
            "li",
            element("b", f"{len(corpus.of(kind)):,}"),
            f" {counted(len(corpus.of(kind)), kind).partition(' ')[2]}",
        )
        for kind in COUNTED
    ]
    narrowed = (
        element("p", "Only what is found by ", element("q", line(query)), class_="narrowed")
        if query
        else ""
    )
    return element(
        "header",
        element(
            "p",
            "Who said what, when, what the numbers are, where the reports disagree",
            class_="kicker",
        ),
        element("h1", title),
        element("p", _whose(corpus), class_="whose"),
        element(
            "p",
            "Every record is a claim with the passage that makes it: open one to read its "
            "paragraph. It was read by rules. Where the reports are silent it says “not reported”: "
            "nothing is guessed, nothing is averaged.",
            class_="lede",
        ),
        narrowed,
        element("ul", *numbers, class_="numbers"),
        class_="masthead",
    )


def _bar() -> Html:
    """The search, which only a script can do, and the way to each section."""
    search = element(
        "div",
        element("label", "Search", for_="search"),
        element(
            "input", type="search", id="search", autocomplete="off", spellcheck="false",
            placeholder="theft, vucic, “exit poll” …", aria_describedby="search-told",
        ),
        element("span", "", id="search-told", role="status"),
        role="search", id="search-box", hidden=True,
    )  # fmt: skip
    links = [
        element("li", element("a", name.capitalize(), href=f"#section-{name}")) for name in SECTIONS
    ]
    sections = element("nav", element("ul", *links), aria_label="Sections")
    return element("div", search, sections, class_="toolbar")


def _foot() -> Html:
    return element(
        "footer",
        element(
            "p",
            "† is not from these sources. Made by serbia-tui. The passages belong to their "
            "publishers. The page loads nothing, sends nothing and keeps nothing.",
        ),
    )


def _letters() -> str:
    """How the program folds letters, so that the page finds what its search finds."""
    told = {"letters": folded_letters(), "dj": DJ_WITHOUT_ITS_LETTER}
    return json.dumps(told, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")

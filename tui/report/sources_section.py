"""The articles: what each is, where it can be read, and how much was found in it."""

from __future__ import annotations

from urllib.parse import urlsplit

from tui.corpus import Corpus
from tui.model import Article
from tui.report.elements import Html, element, joined
from tui.report.parts import day, facts, line, record, section
from tui.wording import NOT_REPORTED, counted

FOUND = ("quote", "event", "figure", "contest", "actor")


def sources_section(corpus: Corpus) -> Html:
    told = [_article(corpus, each) for each in corpus.articles]
    return section("sources", "Sources", counted(len(told), "article"), *told)


def _article(corpus: Corpus, article: Article) -> Html:
    found = [
        counted(number, kind)
        for kind in FOUND
        if (number := len(corpus.in_article(article.id, kind)))
    ]
    copy = ""
    if article.copy_of:
        here = any(each.id == article.copy_of for each in corpus.articles)
        name = line(corpus.name(article.copy_of))
        copy = element("a", name, href=f"#{line(article.copy_of)}") if here else name
    return record(
        article.id,
        element("h3", line(article.title or article.path), lang=article.language or None),
        facts(
            (
                ("published", joined((day(article.published, ground=True),))),
                ("publisher", article.publisher or NOT_REPORTED),
                ("agency", article.agency),
                ("author", article.author),
                ("version of", copy),
                ("found in it", ", ".join(found)),
                ("file", article.path),
                ("address", _address(article.url)),
            )
        ),
        class_="source-of",
    )


def _address(url: str) -> Html | str:
    """A link, where it leads to the web and nowhere else."""
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return url
    if scheme not in ("http", "https"):
        return url
    return element("a", line(url), href=line(url), rel="noopener noreferrer nofollow")

"""Every name and every expression of time in the articles, with what it resolves to.

Names are those of the corpus, as people have mended it. Times are read again from the texts: a
store would be half as large again with them, and only who measures the reading asks for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui import extract
from tui.corpus import Corpus
from tui.documents.kept import kept_of
from tui.export.jsonl import anchor_object
from tui.ids import record_ids
from tui.model import Anchor, Article, FileFact, Hints


def mentions(corpus: Corpus) -> Iterator[dict[str, Any]]:
    """The mentions of all articles, article by article, in the order of each text."""
    named: dict[str, list[tuple[Anchor, str, str, str]]] = {}
    for actor in corpus.actors:
        for anchor in actor.mentions:
            named.setdefault(anchor.article, []).append(
                (anchor, actor.id, actor.origin, actor.rule)
            )
    for article in corpus.articles:
        names = [
            (
                anchor,
                {
                    "type": "name",
                    "actor": id,
                    "edtf": "",
                    "basis": "",
                    "origin": origin,
                    "rule": rule,
                },
            )
            for anchor, id, origin, rule in named.get(article.id, ())
        ]
        found = sorted([*names, *_dates(article, corpus.texts[article.id])], key=_place)
        ids = record_ids("mention", [anchor for anchor, _ in found], corpus.texts[article.id])
        for id, (anchor, told) in zip(ids, found, strict=True):
            place = anchor_object(corpus, anchor)
            yield {
                "id": id,
                "kind": "mention",
                **told,
                "anchor": place,
                "evidence": [place],
                "language": article.language,
            }


def _place(mention: tuple[Anchor, dict[str, Any]]) -> tuple[int, int, str]:
    anchor, told = mention
    return anchor.start, anchor.end, f"{told['type']} {told['actor']}"


def _dates(article: Article, text: str) -> Iterator[tuple[Anchor, dict[str, Any]]]:
    known = Hints(
        id=article.id,
        kept=kept_of(article.path, text),
        told={"language": FileFact(article.language, "the article")} if article.language else {},
    )
    found = extract.times(text, known, article.published)
    for when, rule in [(article.published, "report"), *found]:
        if when.expression:
            told = {
                "type": "date",
                "actor": None,
                "edtf": when.edtf,
                "basis": when.basis,
                "origin": "extracted",
                "rule": rule,
                "note": when.note,
            }
            yield when.expression, told

"""Articles against the key."""

from __future__ import annotations

from collections.abc import Iterator

from tests.extract.gold_key import GoldArticle
from tests.extract.matching.parts import Outcome, date_faults, judged, one_of, span_of
from tui.corpus import Corpus


def outcomes(gold: GoldArticle, corpus: Corpus) -> Iterator[Outcome]:
    article = next((each for each in corpus.articles if each.file == gold.file), None)
    if article is None:
        yield Outcome("article", gold.number, gold.file, "missing")
        return
    expected = gold.tables["published"]
    faults = [*date_faults("published", [expected], article.published)]
    if expected["words"] and article.published.expression is not None:
        where = gold.find(expected["words"])
        if not where.touches(span_of(article.published.expression)):
            faults.append(f"published: read from {corpus.words(article.published.expression)!r}")
    facts = gold.tables["article"]
    for field in ("agency", "author", "publisher"):
        faults.extend(one_of(facts, field, getattr(article, field)))
    if facts["title"] and article.title != facts["title"]:
        faults.append(f"title: {article.title!r}, not {facts['title']!r}")
    if not facts["title"] and article.title.rstrip(" …") in gold.text:
        faults.append(f"title: {article.title!r}; the text has no headline")
    if (article.sha256, article.characters) == ("", 0) or article.id != gold.id:
        faults.append(f"id: {article.id}, not {gold.id}")
    yield judged("article", gold.number, gold.file, faults)

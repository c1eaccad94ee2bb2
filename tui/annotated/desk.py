"""A corpus as it was read, and the same with all that its reader has added and corrected."""

from __future__ import annotations

import re
from dataclasses import replace

from tui.annotated.correcting import Corrected, corrected
from tui.annotated.placing import Placer, target_of, words_target
from tui.annotating import Upon
from tui.annotation import Annotation, Noted
from tui.corpus import Corpus, Filter
from tui.model import Anchor, Article, Record

_WORDS = re.compile(r"(?:words:)?(?P<article>[0-9a-z]{8}):(?P<start>\d{1,9})-(?P<end>\d{1,9})")


class Desk:
    """Lays annotations over a corpus. While the corrections are the same, so is the corrected
    corpus, and whatever was made of it. ``where`` names the folder of the articles."""

    def __init__(self, corpus: Corpus, where: str = "") -> None:
        self.base = corpus.whole
        self._where = where
        self._placer = Placer(self.base, where)
        self._corrections: tuple[Annotation, ...] = ()
        self._corrected = Corrected(self.base)

    def corpus(
        self, annotations: tuple[Annotation, ...], filters: tuple[Filter, ...] = ()
    ) -> Corpus:
        """The corpus with what is added to it and corrected in it."""
        added = self._placer.added(annotations)
        corrections = tuple(each for each in annotations if each.purpose == "correction")
        if corrections != self._corrections:
            self._corrections = corrections
            self._corrected = corrected(self.base, added.placed)
        added = replace(added, unfit=self._corrected.unfit)
        return self._corrected.corpus.adding(added, filters)

    def upon(self, corpus: Corpus, on: Record | Anchor) -> Upon:
        """A record or words as what something is added to, and what is there already."""
        # A record is found again by what it was before it was corrected.
        if isinstance(on, Anchor):
            target = words_target(self.base, on)
        else:
            target = target_of(self.base, self.base.by_id.get(on.id, on))
        there = frozenset(each.id for each in noted_on(corpus, on).annotations)
        return Upon(replace(target, corpus=self._where), there)


def words_called(corpus: Corpus, id: str) -> Anchor | None:
    """The words that ``ARTICLE:START-END`` names, counted in characters of the article's text;
    None where there are none."""
    found = _WORDS.fullmatch(id)
    if found is None or not isinstance(article := corpus.get(found["article"]), Article):
        return None
    start, end = int(found["start"]), int(found["end"])
    return Anchor(article.id, start, end) if start < end <= len(corpus.texts[article.id]) else None


def noted_on(corpus: Corpus, on: Record | Anchor) -> Noted:
    """What is added to a record or to words."""
    return corpus.added.at(on) if isinstance(on, Anchor) else corpus.added.to(on.id)

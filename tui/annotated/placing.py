"""Where each target stands now: its record, or its words, or nothing of either.

An annotation is never moved in the notebook by this. Where its words are no longer the
same, that is said; where they are gone, it is an orphan that still says what it was about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from tui.annotated.bare_words import bare
from tui.annotated.finding import OWN_WORDS, Found, find
from tui.annotated.splitting import split_id
from tui.annotation import (
    ADD,
    MOVED,
    SPLIT,
    WORDS,
    Annotation,
    How,
    Noted,
    Placed,
    PlacedAnnotations,
    Selector,
    Target,
)
from tui.corpus import Corpus
from tui.ids import record_id
from tui.model import Anchor, Article, Record
from tui.records import name_of

AROUND = 80
"""Characters that a selector keeps of what stands on either side."""

SHARED = 0.5
"""How much a record has to share with its former words to be the one that was meant."""

MANY = 200
"""Among more articles than these a passage is looked for in its own spelling alone."""

PASSAGES = ("quote", "event", "figure")
"""The kinds of records that are known by the words they stand on."""

Place = tuple[str, Anchor | None, How]
NOWHERE: Place = ("", None, "orphaned")


def target_of(corpus: Corpus, record: Record) -> Target:
    """A record as a target, with the words by which it is found again."""
    anchor = record.evidence[0] if record.evidence else None
    if isinstance(record, Article):
        anchor = None
        article: Article | None = record
    else:
        found = corpus.get(anchor.article) if anchor else None
        article = found if isinstance(found, Article) else None
    return Target(
        kind=record.kind,
        record=record.id,
        article=article.id if article else "",
        file=article.file if article else "",
        source=article.title if article else "",
        says=name_of(record),
        selector=selector_of(corpus, anchor) if anchor else None,
    )


def words_target(corpus: Corpus, anchor: Anchor) -> Target:
    """Words of an article as a target."""
    article = corpus.article(anchor.article)
    return Target(
        kind=WORDS,
        article=article.id,
        file=article.file,
        source=article.title,
        says=corpus.seen(anchor),
        selector=selector_of(corpus, anchor),
    )


def selector_of(corpus: Corpus, anchor: Anchor) -> Selector:
    """The words of a passage with what stands around them."""
    before, behind = corpus.around(anchor, AROUND)
    return Selector(corpus.words(anchor), before, behind, anchor.start, anchor.end)


class Placer:
    """Finds the targets of annotations in one corpus, each once."""

    def __init__(self, corpus: Corpus, where: str = "") -> None:
        self.corpus = corpus.whole
        self._where = where
        """What the folder of these articles is called in targets."""
        self._known: dict[Target, Place] = {}
        self._articles = {each.id: each for each in self.corpus.articles}

    def added(self, annotations: Iterable[Annotation]) -> PlacedAnnotations:
        """Annotations by what they stand on now."""
        every = [Placed(each, *self.place(each.target)) for each in annotations]
        placed = self._on_new([each for each in every if not self._is_elsewhere(each)])
        records: dict[str, list[Placed]] = defaultdict(list)
        passages: dict[Anchor, list[Placed]] = defaultdict(list)
        for each in placed:
            if each.record:
                records[each.record].append(each)
            elif each.anchor:
                passages[each.anchor].append(each)
        words: dict[str, list[tuple[Anchor, Noted]]] = defaultdict(list)
        for anchor in sorted(passages):
            words[anchor.article].append((anchor, _noted(passages[anchor])))
        return PlacedAnnotations(
            placed,
            {record: _noted(several) for record, several in records.items()},
            {article: tuple(several) for article, several in words.items()},
            elsewhere=len(every) - len(placed),
        )

    def _is_elsewhere(self, placed: Placed) -> bool:
        """Whether what is not found here was added to the articles of another folder."""
        corpus = placed.annotation.target.corpus
        return placed.how == "orphaned" and bool(corpus and self._where) and corpus != self._where

    def _on_new(self, placed: list[Placed]) -> tuple[Placed, ...]:
        """What is added to records that are themselves added stands on these."""
        new: dict[tuple[str, Anchor], str] = {}
        for each in placed:
            kind, anchor = each.annotation.value, each.anchor
            if each.annotation.field == ADD and anchor is not None:
                text = self.corpus.texts[anchor.article]
                new[kind, anchor] = record_id(kind, anchor, text)
        divided = {
            split_id(self.corpus, each.annotation.value)
            for each in placed
            if each.annotation.field == SPLIT
        }
        found = []
        for each in placed:
            id = ""
            if each.annotation.target.record in divided:
                # It is by its own id, whoever else is called so.
                found.append(each._replace(record=each.annotation.target.record, how="exact"))
                continue
            if not each.record and each.anchor is not None:
                id = new.get((each.annotation.target.kind, each.anchor), "")
            found.append(each._replace(record=id) if id else each)
        return tuple(found)

    def place(self, target: Target) -> Place:
        """Where a target stands now."""
        if target not in self._known:
            self._known[target] = self._place(target)
        return self._known[target]

    def _place(self, target: Target) -> Place:
        if target.kind == "article":
            article = self._article(target)
            return (article.id, None, "exact") if article else NOWHERE
        record = self.corpus.by_id.get(target.record) if target.record else None
        if record is not None and record.kind == target.kind:
            if target.kind not in PASSAGES or target.selector is None or "." not in record.id:
                return record.id, None, "exact"
            if (how := self._stands(record, target.selector)) is not None:
                return record.id, record.evidence[0], how
        if target.kind in PASSAGES or target.kind == WORDS:
            return self._by_words(target)
        return self._by_name(target)

    def _stands(self, record: Record, selector: Selector) -> How | None:
        """Whether a record stands on the words that it stood on, and how much the same."""
        if not record.evidence:
            return None
        words = self.corpus.words(record.evidence[0])
        if words == selector.exact:
            return "exact"
        return "normalised" if bare(words) == bare(selector.exact) else None

    def _by_name(self, target: Target) -> Place:
        """An actor or contest under another id, by its name."""
        named = [
            each for each in self.corpus.of(target.kind) if bare(name_of(each)) == bare(target.says)
        ]
        return (named[0].id, None, "normalised") if len(named) == 1 else NOWHERE

    # ---------------------------------------------------------------------- by words

    def _by_words(self, target: Target) -> Place:
        if target.selector is None:
            return NOWHERE
        home = self._article(target)
        found = find(target.selector, self.corpus.texts[home.id]) if home else None
        if home is None or found is None:
            home, found = self._elsewhere(target, target.selector, home)
        if home is None or found is None:
            return NOWHERE
        anchor = Anchor(home.id, found.start, found.end)
        if target.kind == WORDS:
            return "", anchor, found.how
        record = self._record(target, anchor)
        if record is None:
            return "", anchor, found.how
        how = found.how
        if how not in MOVED and self._stands(record, target.selector) is None:
            # The words are there, and the record has a few more of them, or fewer.
            how = "context"
        return record.id, record.evidence[0], how

    def _article(self, target: Target) -> Article | None:
        """The article of a target: by its id, by its file's name, or by its title."""
        id = target.article or target.record
        if id in self._articles:
            return self._articles[id]
        every = self._articles.values()
        same_file = [each for each in every if each.file == target.file]
        if len(same_file) == 1 and self._is_it(same_file[0], target):
            return same_file[0]
        same_title = [each for each in every if target.source and each.title == target.source]
        return same_title[0] if len(same_title) == 1 else None

    def _is_it(self, article: Article, target: Target) -> bool:
        """Whether a file of the same name is still the same report."""
        if target.selector is None:
            return bool(target.source) and bare(article.title) == bare(target.source)
        return find(target.selector, self.corpus.texts[article.id]) is not None

    def _elsewhere(
        self, target: Target, selector: Selector, but: Article | None
    ) -> tuple[Article | None, Found | None]:
        """The only other article that has the words, where they are enough to know it by."""
        if len(bare(selector.exact).split()) < OWN_WORDS:
            return None, None
        others = [each for each in self._articles.values() if each is not but]
        if len(others) > MANY and target.corpus != self._where:
            # It was never in this folder, as far as anybody knows.
            return None, None
        if len(others) > MANY:
            texts = self.corpus.texts
            others = [each for each in others if selector.exact in texts[each.id]]
        found = [
            (article, where)
            for article in others
            if (where := _same(selector, self.corpus.texts[article.id]))
        ]
        return found[0] if len(found) == 1 else (None, None)

    def _record(self, target: Target, anchor: Anchor) -> Record | None:
        """The record of the kind that stands on a passage, or shares most of it."""
        best: tuple[tuple[bool, float], Record] | None = None
        for record in self.corpus.in_article(anchor.article, target.kind):
            shared = max((_shared(each, anchor) for each in record.evidence[:1]), default=0.0)
            rank = (name_of(record) == target.says, shared)
            if shared >= SHARED and (best is None or rank > best[0]):
                best = rank, record
        return best[1] if best else None


def _same(selector: Selector, text: str) -> Found | None:
    """Where a text has just the words of a selector."""
    found = find(selector, text)
    return found if found and found.how not in MOVED else None


def _shared(one: Anchor, other: Anchor) -> float:
    """How much of two passages is both of them."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, max(one.end, other.end) - min(one.start, other.start))


def _noted(several: list[Placed]) -> Noted:
    """What stands on one thing; how it was found is told by whatever was moved farthest."""
    order = ("exact", "normalised", "context", "likeness", "orphaned")
    how = max((each.how for each in several), key=order.index)
    return Noted(tuple(each.annotation for each in several), how)

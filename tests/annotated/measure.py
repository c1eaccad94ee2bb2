"""How well targets are found again: ``python -m tests.annotated.measure [EDITS [SEED]]``.

Every quote, event and figure of the five articles and some words of each are targets. Each
edit changes one article by one of the edits of :mod:`tests.annotated.editing`.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

from tests.annotated.editing import EDITS, Edited, Library, seeds
from tui.annotated import Placer, target_of, words_target
from tui.annotated.bare_words import bare
from tui.annotation import MOVED, Annotation, Placed
from tui.corpus import Corpus
from tui.model import Anchor


def targets(corpus: Corpus, dice: random.Random) -> Iterator[Annotation]:
    """An annotation on every record that stands on words, and on some words of each article."""
    number = 0
    for record in (*corpus.quotes, *corpus.events, *corpus.figures):
        yield Annotation(id=str(number), target=target_of(corpus, record), purpose="bookmark")
        number += 1
    for article in corpus.articles:
        words = [found.span() for found in re.finditer(r"\S+", corpus.texts[article.id])]
        for _ in range(12):
            first = dice.randrange(len(words) - 8)
            start, end = words[first][0], words[first + dice.randrange(8)][1]
            of = words_target(corpus, Anchor(article.id, start, end))
            yield Annotation(id=str(number), target=of, purpose="note", value="n")
            number += 1


def judged(each: Placed, after: Corpus, edited: Edited | None) -> str:
    """What became of a target, given what the edit has done to its article."""
    target = each.annotation.target
    at = target.selector
    assert at is not None
    true = edited.stands(at.start, at.end) if edited else (at.start, at.end)
    if each.how == "orphaned":
        left = sum(b - a for a, b in edited.remains(at.start, at.end)) if edited else 0
        if true:
            return "listed as orphaned, though its words are there"
        return "orphaned" if left * 4 < at.end - at.start else "orphaned, reworded"
    anchor = each.anchor
    assert anchor is not None
    words = after.words(anchor)
    if each.how in MOVED:
        near = edited.remains(at.start, at.end) if edited else []
        if true and not any(a < anchor.end and anchor.start < b for a, b in [true]):
            return "WRONG: on other words, and said so"
        right = any(a < anchor.end and anchor.start < b for a, b in near)
        return "reworded, said so" if right else "WRONG: on other words, and said so"
    if bare(words) != bare(at.exact):
        if not each.record and target.kind != "words":
            return "same words, no record on them"
        return "same words, other bounds" if _overlap(anchor, true) else "WRONG"
    if true and not _overlap(anchor, true):
        return "the same words elsewhere, though its own are there"
    if true:
        return "same words" if each.record or target.kind == "words" else "same words, no record"
    return "same words, written otherwise or elsewhere"


def _overlap(anchor: Anchor, true: tuple[int, int] | None) -> bool:
    return true is None or (true[0] < anchor.end and anchor.start < true[1])


def measured(edits: int, seed: int) -> Counter[str]:
    """How often each thing happens to a target, over so many edits."""
    dice = random.Random(seed)
    library, before = Library(), seeds()
    corpus = library.corpus(before)
    annotations = list(targets(corpus, dice))
    files = list(before)
    told: Counter[str] = Counter()
    for number in range(edits):
        file = dice.choice(files)
        edit = EDITS[number % len(EDITS)]
        edited = edit(before[file], dice)
        after = library.corpus({**before, file: edited.text})
        added = Placer(after).added(annotations)
        told["lost"] += len(annotations) - len(added.placed)
        for each in added.placed:
            mine = each.annotation.target.file == file
            what = judged(each, after, edited if mine else None)
            told[what if mine else f"in other articles: {what}"] += 1
            if "WRONG" in what or "elsewhere, though" in what or "though its words" in what:
                print(edit.__name__, each.how, each.annotation.target.kind, what, file=sys.stderr)
                print("   ", each.annotation.target.selector, file=sys.stderr)
                print("   ", each.anchor and after.words(each.anchor), file=sys.stderr)
    return told


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    for what, count in sorted(
        measured(*(given or [500]), *([] if len(given) > 1 else [1])).items()
    ):
        print(f"{count:8,} {what}")

"""Small invented corpora, each a file: its articles, the disagreements that a careful editor
lists, and near-misses that are none.

``python -m tests.disagreements.corpora`` prints how many are found. A disagreement is found where
one record has passages of two of its sides, in two articles where the key has two. Those under
"not yet" are right as well, and nothing finds them.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.build import build
from tui.corpus import Corpus
from tui.model import Disagreement

FOLDER = Path(__file__).parent / "corpora"


class Passage(NamedTuple):
    """Words of an article, by its name."""

    article: str
    words: str


class Key(NamedTuple):
    """A line of a key: what it is about, and its passages."""

    about: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class KeyedCorpus:
    """A corpus, and what is to be found in it."""

    articles: dict[str, str]
    listed: tuple[Key, ...]
    not_yet: tuple[Key, ...]
    none: tuple[Key, ...]


def read(path: Path) -> KeyedCorpus:
    """The corpus of a file."""
    articles: dict[str, str] = {}
    keys: dict[str, tuple[Key, ...]] = {}
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        if head.endswith(".txt"):
            articles[head] = body
        else:
            keys[head] = tuple(_key(line) for line in body.splitlines() if line.strip())
    return KeyedCorpus(
        articles, keys.get("disagreements", ()), keys.get("not yet", ()), keys.get("none", ())
    )


def _key(line: str) -> Key:
    about, *passages = line.split(" | ")
    found = (each.partition(": ") for each in passages)
    return Key(about, tuple(Passage(f"{article}.txt", words) for article, _, words in found))


@cache
def built(path: Path) -> Corpus:
    """The corpus of a file, read."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in read(path).articles.items():
            (Path(folder) / name).write_text(text, "utf-8")
        return build(Path(folder)).corpus


def stands_on(corpus: Corpus, found: Disagreement, passage: Passage) -> bool:
    """Whether a record has words of a passage."""
    (article,) = (each for each in corpus.articles if each.file == passage.article)
    start = corpus.texts[article.id].index(passage.words)
    end = start + len(passage.words)
    return any(
        each.article == article.id and each.start < end and start < each.end
        for each in found.evidence
    )


def finding(corpus: Corpus, key: Key) -> list[Disagreement]:
    """The records that a line of a key is found in."""
    articles = min(2, len({each.article for each in key.passages}))
    found = []
    for each in corpus.disagreements:
        met = [passage for passage in key.passages if stands_on(corpus, each, passage)]
        if len(met) > 1 and len({passage.article for passage in met}) >= articles:
            found.append(each)
    return found


def main() -> None:
    """Print what is found of each corpus."""
    for path in sorted(FOLDER.glob("*.txt")):
        key, corpus = read(path), built(path)
        every = key.listed + key.not_yet
        found = [each for each in every if finding(corpus, each)]
        met = {each.id for line in every for each in finding(corpus, line)}
        given = len(corpus.disagreements)
        print(f"{path.stem}: found {len(found)} of {len(every)}, right {len(met)} of {given}")
        for line in every:
            if line not in found:
                print(f"  not found: {line.about}")
        for each in corpus.disagreements:
            if each.id not in met:
                print(f"  not listed: {each.about} {[corpus.words(at) for at in each.evidence]}")


if __name__ == "__main__":
    main()

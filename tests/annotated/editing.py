"""Articles that are edited at random, and where each of their words is afterwards.

An edit is made of pieces: what stays, with the offset at which it stood, and what is new.
So it is known of every passage where it ought to be found again.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tui import curate, extract
from tui.corpus import Corpus
from tui.curate.entries import Curation
from tui.ids import article_ids
from tui.model import Anchor, Extraction, Hints

SEEDS = Path(__file__).parents[2] / "seeds"


def seeds() -> dict[str, str]:
    """The five articles by their files."""
    return {path.name: path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("0*.txt"))}


class Library:
    """Corpora of articles that are read again only where their text has changed."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str, str], Extraction] = {}

    def corpus(self, texts: dict[str, str]) -> Corpus:
        ids = article_ids(texts)
        readings = []
        for file, text in texts.items():
            key = file, text, ids[file]
            if key not in self._read:
                if len(self._read) > 50:
                    self._read.pop(next(iter(self._read)))
                self._read[key] = extract.read(file, text, Hints(id=ids[file]))
            readings.append(self._read[key])
        return curate.apply(Curation(), readings, {ids[file]: text for file, text in texts.items()})


@dataclass(frozen=True)
class Piece:
    """Part of an edited text, and where it stood before; -1 where it is new."""

    text: str
    start: int = -1


@dataclass(frozen=True)
class Edited:
    """A text after an edit."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def stands(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a passage stands now that is still there unbroken."""
        at = 0
        for piece in self.pieces:
            stop = piece.start + len(piece.text)
            if piece.start >= 0 and piece.start <= start and end <= stop:
                return at + start - piece.start, at + end - piece.start
            at += len(piece.text)
        return None

    def remains(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where the parts of a passage stand that are left of it."""
        found, at = [], 0
        for piece in self.pieces:
            low, high = max(start, piece.start), min(end, piece.start + len(piece.text))
            if piece.start >= 0 and low < high:
                found.append((at + low - piece.start, at + high - piece.start))
            at += len(piece.text)
        return found


def _cut(text: str, *offsets: int) -> list[Piece]:
    places = [0, *sorted(offsets), len(text)]
    return [Piece(text[a:b], a) for a, b in pairwise(places)]


def _sentences(text: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(r"[^\s][^.!?\n]{20,}[.!?]+[”\"’]*", text)]


def typo(text: str, dice: random.Random) -> Edited:
    """One letter is another."""
    at = dice.choice([found.start() for found in re.finditer(r"(?<=\w)[a-z](?=\w)", text)])
    before, _letter, after = _cut(text, at, at + 1)
    return Edited((before, Piece(dice.choice("aeioustr")), after))


def paragraph_before(text: str, dice: random.Random) -> Edited:
    """A paragraph stands where none did."""
    ends = [found.end() for found in re.finditer(r"\n+", text)] or [0]
    before, after = _cut(text, dice.choice(ends))
    new = "Readers have written to us about this report, and we thank each of them.\n\n"
    return Edited((before, Piece(new), after))


def moved_sentence(text: str, dice: random.Random) -> Edited:
    """A sentence stands elsewhere."""
    first, second = sorted(dice.sample(_sentences(text), 2))
    a, one, between, other, z = _cut(text, *first, *second)
    return Edited((a, other, between, one, z))


def deleted_sentence(text: str, dice: random.Random) -> Edited:
    """A sentence is gone."""
    before, _gone, after = _cut(text, *dice.choice(_sentences(text)))
    return Edited((before, after))


def reworded(text: str, dice: random.Random) -> Edited:
    """A word in the middle of a sentence is another."""
    start, end = dice.choice(_sentences(text))
    words = [found.span() for found in re.finditer(r"\b[a-z]{4,}\b", text[start:end])]
    if not words:
        return Edited((Piece(text, 0),))
    a, b = dice.choice(words)
    before, _word, after = _cut(text, start + a, start + b)
    return Edited((before, Piece(dice.choice(["certain", "further", "several"])), after))


def replaced_sentence(text: str, dice: random.Random) -> Edited:
    """Another sentence stands where one stood."""
    before, _gone, after = _cut(text, *dice.choice(_sentences(text)))
    return Edited((before, Piece("The editors have taken this passage back."), after))


def line_ends(text: str, _dice: random.Random) -> Edited:
    """The file was saved with other line ends."""
    pieces = []
    for found in re.finditer(r"[^\n]+|\n", text):
        new = found.group() == "\n"
        pieces.append(Piece("\r\n") if new else Piece(found.group(), found.start()))
    return Edited(tuple(pieces))


def decomposed(text: str, _dice: random.Random) -> Edited:
    """Letters and their accents are signs of their own."""
    pieces = []
    for found in re.finditer(r"[\x00-\x7f]+|[^\x00-\x7f]", text):
        apart = unicodedata.normalize("NFD", found.group())
        same = apart == found.group()
        pieces.append(Piece(apart, found.start() if same else -1))
    return Edited(tuple(pieces))


def straight_marks(text: str, _dice: random.Random) -> Edited:
    """Quotation marks are straight."""
    table = str.maketrans("“”‘’", "\"\"''")
    pieces = []
    for found in re.finditer(r"[^“”‘’]+|[“”‘’]", text):
        new = found.group().translate(table)
        pieces.append(Piece(new, found.start() if new == found.group() else -1))
    return Edited(tuple(pieces))


def saved_again(text: str, _dice: random.Random) -> Edited:
    """The page was saved again: with a line above it, and other spaces."""
    pieces = [Piece("Saved from the web\n\n")]
    for found in re.finditer(r"[^ ]+| ", text):
        new = found.group() == " "
        pieces.append(Piece("\u00a0") if new else Piece(found.group(), found.start()))
    return Edited(tuple(pieces))


EDITS: tuple[Callable[[str, random.Random], Edited], ...] = (
    typo,
    paragraph_before,
    moved_sentence,
    deleted_sentence,
    reworded,
    replaced_sentence,
    line_ends,
    decomposed,
    straight_marks,
    saved_again,
)


def passage(corpus: Corpus, file: str, words: str) -> Anchor:
    """Words of the article of a file."""
    article = next(each for each in corpus.articles if each.file == file)
    start = corpus.texts[article.id].index(words)
    return Anchor(article.id, start, start + len(words))

"""Sentences in which each quotation counts as one word, however many sentences it holds.

What stands outside the marks frames what is inside, so that attribution reads these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tui.extract.analysis.tokens import Tokeniser, Tokens
from tui.extract.text.document import Document, Role, sentences_in
from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.quotation_marks import QuotedSpan


@dataclass
class QuotedSentence:
    """One sentence outside the marks: its tokens, quotations among them."""

    document: Document
    tokeniser: Tokeniser
    mention_ends: Mapping[int, int]
    """Where each actor's mention ends, by where it begins in the text."""
    start: int
    end: int
    paragraph: int
    role: Role
    quotes: Sequence[QuotedSpan]
    numbers: tuple[int, int] | None
    """The numbers of its words, as :meth:`Document.numbers` gives them."""

    analysis: Any = None
    """What the rules of a language made of it, kept for their next question."""
    _tokens: Tokens | None = None

    @property
    def tokens(self) -> Tokens:
        """Its words and marks. Made only when asked for: many sentences quote nobody."""
        # A cached property would take a lock, and longer than this.
        if self._tokens is None:
            self._tokens = self.tokeniser.tokens(
                self.document, self.start, self.end, self.quotes, self.mention_ends
            )
        return self._tokens

    @lazy_property
    def bare(self) -> bool:
        """Whether nothing but quotations stands here."""
        return all(token.kind != "word" for token in self.tokens.tokens)


AttributedBehind = Callable[[str, QuotedSpan], bool]
"""Whether the words right behind a quotation tell who says it, so that the sentence goes on
behind a full stop inside the marks."""


def read(
    document: Document,
    marked: Sequence[QuotedSpan],
    mention_ends: Mapping[int, int],
    tokeniser: Tokeniser,
    attributed_behind: AttributedBehind,
) -> Iterator[QuotedSentence]:
    """The sentences of a text, in order; whoever is done with one need not keep its tokens."""
    outer = [each for each in marked if not each.nested]
    masked = _mask(document.text, outer, attributed_behind) if outer else document.text
    starts = [each.open for each in outer]
    sentences = _by_paragraph(document)
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.role in ("furniture", "byline", "dateline", "label"):
            continue
        first = bisect_left(starts, paragraph.start)
        if first == len(starts) or starts[first] >= paragraph.end:
            # Without marks its sentences are those that it has anyway.
            spans: Sequence[_Bounds] = sentences.get(index, ())
        else:
            spans = [
                (start, end, document.numbers(start, end))
                for start, end in sentences_in(
                    masked, paragraph.start, paragraph.end, document.stops
                )
            ]
        for start, end, numbers in spans:
            last = bisect_left(starts, end, first)
            sentence = QuotedSentence(
                document,
                tokeniser,
                mention_ends,
                start,
                end,
                index,
                paragraph.role,
                tuple(outer[first:last]),
                numbers,
            )
            first = last
            if sentence.quotes or document.text[start] != "_" or sentence.tokens.tokens:
                yield sentence


_Bounds = tuple[int, int, tuple[int, int] | None]
"""Where a sentence begins and ends, and the numbers of its words."""


def _by_paragraph(document: Document) -> dict[int, list[_Bounds]]:
    found: dict[int, list[_Bounds]] = {}
    for (start, end, paragraph), numbers in zip(
        document.sentences, document.sentence_words, strict=True
    ):
        found.setdefault(paragraph, []).append((start, end, numbers))
    return found


def _mask(text: str, marked: Sequence[QuotedSpan], attributed_behind: AttributedBehind) -> str:
    """The text with each quotation a run of X that ends a sentence only where it does."""
    pieces: list[str] = []
    position = 0
    for each in marked:
        if each.open < position:
            continue
        pieces.append(text[position : each.open])
        length = each.close - each.open
        ends = text[each.end - 1] in ".!?…" and length > 2
        after = text[each.close : each.close + 1]
        if ends and after and not after.isspace():
            ends = after in ".?!"
        if ends and attributed_behind(text, each):
            ends = False
        pieces.append("X" * (length - 1) + ("." if ends else "X"))
        position = each.close
    pieces.append(text[position:])
    return "".join(pieces)


_PLAIN = Tokeniser(
    lambda word: ((0, len(word) - word.endswith(".")),), lambda _word, _lower: ("", False)
)
"""Splits no word but for the stop behind it, and takes none for a verb."""


def plain(
    document: Document, marked: Sequence[QuotedSpan], mention_ends: Mapping[int, int]
) -> Iterator[QuotedSentence]:
    """The sentences of a text of whose language nothing is known."""
    return read(document, marked, mention_ends, _PLAIN, lambda _text, _quote: False)

"""How interviews, transcripts and debates are set: where each turn begins and ends.

Turns are told by labels ("HOST:", "A. Kos:", "Q:") at the start of paragraphs, or by paragraphs
that are questions. One turn goes on to where the next begins; what is a heading, a note of the
transcript or the outlet's own last word is no part of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from tui.extract.languages.language import TurnRules
from tui.extract.text.document import Document, Paragraph, Span

_LABEL = re.compile(
    r"(?:[\[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s?|\d{1,2}:\d\d:\d\d\s)?[*_]{0,3}"
    r"(?:(?P<who>[^\W\d_a-z](?:[^\W_]|[./&’'-]|\s(?=[^\W\d_a-z]|\d\b|(?:of|the|from|de|von|van|der)\s)){0,48})"
    r"(?P<role>,\s[^:\n“”\"]{2,60})?(?:\s[(\[](?P<beside>[^()\[\]\n]{2,40})[)\]])?[*_]{0,3}\s?:"
    r"|\(\((?P<within>[^\W\d_a-z][^()\n:]{0,48})\)\)|(?P<letter>[^\W\d_a-z])[.)](?=\s)|(?P<bare>Q)(?=\s{1,8}[^\W\d_a-z“\"]))[*_]{0,3}(?:\s+(?=\S)|\s*$)"
)
"""One to some words with capitals, perhaps an office or a party in brackets, and a colon, which
open a paragraph; or a name in two pairs of brackets; or one letter and a full stop
("Q. ...")."""
_LONGEST_LABEL = 200
"""Characters of one, at most."""
_BOLD = re.compile(r"[*_]{2,3}[^*_\n]+[*_]{2,3}")
_BRACKETED = re.compile(r"[(\[][^()\[\]\n]*[)\]]|\W*")
"""A paragraph that a transcript puts between the words: "(COMMERCIAL BREAK)", "***"."""
_OPENS = re.compile(r"[*_\s]*(?:[–—-]\s|\d{1,2}[.)]\s)?[*_]*")
_MARKS = '"”’» *_'
_QUOTES = '“"„«'
_BODY = ("body", "label", "lead-title")
FEWEST = 3
"""Labelled paragraphs that make a transcript; two questions make an interview."""
MANY = 6
"""Labelled paragraphs that show how long turns are here."""
LONGEST_QUESTION = 400
LONGEST_STATED = 200
"""Characters of a question, and of one without a question mark."""
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label, if it has one, and from where to where its words stand."""

    label: Span | None
    beside: Span | None
    """What the label has in brackets: a party, or for whom somebody asks."""
    start: int
    end: int
    paragraph: int
    asks: bool
    parts: tuple[Span, ...] = ()
    """Its paragraphs behind the first."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A paragraph that a label opens."""

    who: Span
    beside: Span | None
    start: int
    """Where what is said begins; the end of the paragraph where a label stands alone."""
    name: str
    """By what the labels of one person are alike: the last word of a name, in small letters."""


def read(document: Document, rules: TurnRules) -> list[Turn]:
    """The turns of a text in its order; none where it is no interview or transcript."""
    numbers = [n for n, each in enumerate(document.paragraphs) if each.role in _BODY]
    labels = _labels(document, numbers, rules)
    asked = [number for number in numbers if _is_question(document, number)]
    if not labels:
        runs = list(_unlabelled(document, numbers, asked, rules)) if len(asked) >= 2 else []
        return _trimmed(document, runs, rules) if runs else []
    first = min(labels)
    numbers = [number for number in numbers if number >= first]
    names = Counter(each.name for each in labels.values())
    told = len(labels) >= FEWEST and 2 <= len(names) < len(labels)
    told = told or (len(labels) >= 2 and any(name in rules.unnamed for name in names))
    if 0 in labels:
        numbers = sorted({0, *numbers})
    if first - 1 in asked and not _asks(document, labels[first].start, first):
        numbers = [first - 1, *numbers]  # The question that the first label answers.
    inner = [n for n, each in labels.items() if _answer_within(document, each, n, rules)]
    if len(inner) >= 2:
        return _trimmed(document, _turns(document, numbers, labels, (), rules), rules)
    asking = [n for n, each in labels.items() if _asks(document, each.start, n)]
    if len(names) == 1 and len(labels) >= 2:
        if len(asking) == len(labels):
            return _trimmed(document, _turns(document, numbers, labels, labels, rules), rules)
        before = [n for n in asked if n + 1 in labels and n not in labels]
        if len(before) >= 2 and not asking:
            numbers = [number for number in numbers if number >= min(first, before[0])]
            numbers = sorted({*numbers, before[0]})
            return _trimmed(document, _turns(document, numbers, labels, before, rules), rules)
    mixed = 2 <= len(labels) <= FEWEST and len(asked) >= 2 and len(names) == 2
    if not told and not mixed:
        return []
    return _trimmed(
        document, _turns(document, numbers, labels, asked if mixed else (), rules), rules
    )


def _labels(document: Document, numbers: Sequence[int], rules: TurnRules) -> dict[int, _Labelled]:
    """The labelled paragraphs by number, but a headline that looks as if it were one; none
    where they are the rows of a table of results: "Green List: 23.4"."""
    matches = [_match(document.text, document.paragraphs[number]) for number in numbers]
    offices = sum(bool(match and match["role"]) for match in matches) >= FEWEST
    found = {
        number: label
        for number, match in zip(numbers, matches, strict=True)
        if match and (label := _label(document, number, rules, offices))
    }
    if numbers and numbers[0] in found and document.paragraphs[0].role == "title":
        title = document.paragraphs[0]
        words = document.text[title.start : title.end]
        label = _label(document, 0, rules) if numbers[0] == 1 else None
        if label and words.endswith((".", "?", "!")):
            found[0] = label  # A transcript with nothing above it.
    values = [each for each in found.values() if document.text[each.start].isdigit()]
    if len(values) * 3 > len(found):
        return {}
    if len(found) > 1:
        first, second = sorted(found)[:2]
        head, *between = document.paragraphs[first:second]
        if between and (head.role == "lead-title" or any(p.role not in _BODY for p in between)):
            del found[first]  # "Kos: We won", above who wrote it.
    return found


def _match(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    start = paragraph.start
    colon = text.find(":", start, min(paragraph.end, start + _LONGEST_LABEL)) >= 0
    letter = text[start + 1 : start + 2] in (".", ")") or text.startswith("Q ", start)
    if not colon and text[start].isalpha() and not letter:
        return None  # As most paragraphs.
    return _LABEL.match(text, start, paragraph.end)


def _label(
    document: Document, number: int, rules: TurnRules, offices: bool = False
) -> _Labelled | None:
    text, paragraph = document.text, document.paragraphs[number]
    label = _match(text, paragraph)
    if label is None:
        return None
    if letter := label["letter"] or label["bare"]:
        if letter.lower() not in rules.unnamed | rules.answers:
            return None
        at = "letter" if label["letter"] else "bare"
        return _Labelled(Span(*label.span(at)), None, label.end(), letter.lower())
    place = "who" if label["who"] else "within"
    who = label[place]
    if rules.is_no_label(who):
        return None
    if label["role"] and not (who.isupper() or offices):
        return None  # "In Brod, where it rained: ..."
    start = label.end()
    if start >= paragraph.end:
        if number + 1 == len(document.paragraphs):
            return None
        start = document.paragraphs[number + 1].start
    name = who.lower() if rules.names_nobody(who) else who.split()[-1].lower()
    beside = Span(*label.span("beside")) if label["beside"] else None
    return _Labelled(Span(*label.span(place)), beside, start, name)


def _answer_within(
    document: Document, label: _Labelled, number: int, rules: TurnRules
) -> re.Match[str] | None:
    """Where an answer begins in the paragraph of its question: "Q: When? A: On Friday."."""
    if label.name not in rules.unnamed or label.name in rules.answers:
        return None
    return rules.answer_within.search(document.text, label.start, document.paragraphs[number].end)


def _is_question(document: Document, number: int) -> bool:
    paragraph = document.paragraphs[number]
    words = document.text[paragraph.start : paragraph.end].rstrip(_MARKS)
    return words.endswith("?") and len(words) <= LONGEST_QUESTION


def _asks(document: Document, begin: int, number: int) -> bool:
    """Whether what is said in a paragraph from a position on ends in a question."""
    end = max(document.paragraphs[number].end, begin + 1)
    return document.text[begin:end].rstrip(_MARKS).endswith("?")


def _turns(
    document: Document,
    numbers: Sequence[int],
    labels: Mapping[int, _Labelled],
    asked: Collection[int],
    rules: TurnRules,
) -> Iterator[list[Turn]]:
    """The turns that labels open, each paragraph as a turn of its own; where ``asked`` tells the
    questions, what follows them as well."""
    turn: list[Turn] = []
    for number in numbers:
        label, paragraph = labels.get(number), document.paragraphs[number]
        asks = number in asked
        after_question = bool(turn) and bool(asked) and turn[0].asks and not asks
        if turn and label is None and not (asks or after_question):
            turn.append(Turn(None, None, paragraph.start, paragraph.end, number, False))
            continue
        if turn:
            yield turn
        begin = label.start if label else _begin(document, paragraph)
        who, beside = (label.who, label.beside) if label else (None, None)
        end = paragraph.end if begin < paragraph.end else begin
        if label and (inner := _answer_within(document, label, number, rules)):
            yield [Turn(who, beside, begin, inner.start(), number, True)]
            answer = Span(*inner.span("who"))
            turn = [Turn(answer, None, inner.end(), end, number, False)]
            continue
        turn = [Turn(who, beside, begin, end, number, asks or _asks(document, begin, number))]
    if turn:
        yield turn


def _trimmed(document: Document, turns: Iterable[list[Turn]], rules: TurnRules) -> list[Turn]:
    """Each turn as one, without what stands behind its words: a heading, a note of the
    transcript, the outlet's last word."""
    made = list(turns)
    last = made[-1]
    end = next((at for at, each in enumerate(last) if at and _closes(document, each, rules)), None)
    if end is None and len(made) >= MANY and all(len(each) == 1 for each in made[:-1]):
        end = 1  # Where every other is one paragraph, the reporter adds what stands behind it.
    made[-1] = last[:end]
    return [_joined(document, each) for each in made]


def _closes(document: Document, part: Turn, rules: TurnRules) -> bool:
    """Whether a paragraph, or the line before it, closes an interview."""
    gap = document.paragraphs[part.paragraph - 1].role not in _BODY
    return gap or rules.closing.match(document.text, part.start, part.end) is not None


def _joined(document: Document, parts: list[Turn]) -> Turn:
    while len(parts) > 1 and _is_note(document, parts[-1]):
        parts = parts[:-1]
    first, last = parts[0], parts[-1]
    end = max(last.end, first.start)
    if len(parts) > 1 or not first.asks:
        asks = document.text[first.start : end].rstrip(_MARKS).endswith("?")
        first = replace(first, asks=asks)
    end = first.start + len(document.text[first.start : end].rstrip("*_ "))
    return replace(first, end=end, parts=tuple(Span(each.start, each.end) for each in parts[1:]))


def _is_note(document: Document, part: Turn) -> bool:
    """Whether a paragraph is a heading, or in brackets."""
    words = document.text[part.start : part.end]
    return bool(_BRACKETED.fullmatch(words)) or _is_heading(document, part.paragraph)


def _unlabelled(
    document: Document, numbers: Sequence[int], asked: Sequence[int], rules: TurnRules
) -> Iterator[list[Turn]]:
    """Questions and what stands between them. Where the questions are bold, all that is bold
    asks."""
    first = asked[0]
    text, paragraphs = document.text, document.paragraphs
    bold = {n for n in numbers if _BOLD.fullmatch(text, paragraphs[n].start, paragraphs[n].end)}
    asks = bold if len(bold.intersection(asked)) >= 2 else set(asked)
    behind = [number for number in numbers if number >= first]
    if all(_heads_block(document, number) for number in asked):
        asks = {number for number in behind if _heads_block(document, number)}
        end = next((n for n in sorted(asks) if _is_heading(document, n)), behind[-1] + 1)
        behind = [number for number in behind if number < end]
    if not bold:
        asks |= _in_turn(document, behind, asks)
        asks |= _stated(document, behind, asks, rules)
    answered = [n for n in asks if n + 1 < len(paragraphs) and n + 1 not in asks]
    if len(answered) < 2 or len(asks) * 5 < len(behind):
        return
    if any(text[paragraphs[number].start] in _QUOTES for number in behind):
        return
    run: list[Turn] = []
    for number in behind:
        paragraph = paragraphs[number]
        if run and (number in asks) != run[0].asks:
            yield run
            run = []
        begin = paragraph.start if run else _begin(document, paragraph)
        run.append(Turn(None, None, begin, paragraph.end, number, number in asks))
    yield run


def _in_turn(document: Document, behind: Sequence[int], asks: Set[int]) -> set[int]:
    """The paragraphs that ask without a question mark, where each second one asks: shorter than
    what is said to them. ``behind`` are the paragraphs from the first question on."""
    asking, answering = behind[::2], behind[1::2]
    if len(asks) < FEWEST or not asks <= {*asking} or len(asks) * 2 < len(answering):
        return set()
    length = {n: document.paragraphs[n].end - document.paragraphs[n].start for n in behind}
    pairs = list(zip(asking, answering, strict=False))
    short = [one for one, other in pairs if length[one] < min(length[other], LONGEST_QUESTION)]
    return set(short) if len(short) == len(pairs) else set()


def _stated(
    document: Document, behind: Sequence[int], asks: Set[int], rules: TurnRules
) -> set[int]:
    """The paragraphs between an answer and another that ask without a question mark: short ones in
    which nobody speaks of himself, and that the next one affirms or denies, or that say "you" to
    who then says "I"."""
    text = document.text
    found: set[int] = set()
    for numbers in zip(behind, behind[1:], behind[2:], strict=False):
        asking, after = (document.paragraphs[number] for number in numbers[1:])
        told = not asks.isdisjoint(numbers) or numbers[0] in found
        short = asking.end - asking.start < LONGEST_STATED and text[asking.end - 1] in ".!…"
        if told or not short or rules.own_words.search(text, asking.start, asking.end):
            continue
        spoken = rules.to_somebody.search(text, asking.start, asking.end)
        own = spoken and rules.own_words.search(text, after.start, after.end)
        if own or rules.replies.match(text, after.start, after.end):
            found.add(numbers[1])
    return found


def _heads_block(document: Document, number: int) -> bool:
    """Whether an empty line stands before a paragraph and none behind it: a question set right
    above its answer, in whatever form it asks."""
    text, paragraphs = document.text, document.paragraphs
    if not 0 < number < len(paragraphs) - 1:
        return False
    before = text.count("\n", paragraphs[number - 1].end, paragraphs[number].start)
    behind = text.count("\n", paragraphs[number].end, paragraphs[number + 1].start)
    return before > 1 and behind == 1


def _is_heading(document: Document, number: int) -> bool:
    paragraph = document.paragraphs[number]
    words = document.text[paragraph.start : paragraph.end]
    return len(words) <= LONGEST_HEADING and words[-1].isalnum()


def _begin(document: Document, paragraph: Paragraph) -> int:
    """Where the words of a paragraph begin, behind a dash and the marks of bold type."""
    opens = _OPENS.match(document.text, paragraph.start, paragraph.end)
    return opens.end() if opens else paragraph.start

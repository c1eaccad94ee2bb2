"""What cards are made of: facts, headings, passages and links."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from textual.content import Content

from tui import dates
from tui.app.cards.labels import source_words, summary
from tui.app.styling import (
    ACTOR,
    DATE,
    DIM,
    EMPTY,
    HEADING,
    LABEL,
    QUOTED,
    STRONG,
    cut,
    highlighted,
    joined,
    spread,
    styled,
    wrapped,
)
from tui.app.widgets.rows import GAP, Row, block, line
from tui.corpus import Corpus
from tui.model import Anchor, Record, When
from tui.tables.lazy_records import ids_in
from tui.wording import BASIS_WORDS, date_words

LABELS = 12
AROUND = 110
"""Characters of context on each side of a passage."""

FOLLOW = "› "

MOST = 300
"""So many records of one sort, and mentions, are listed; of the others, how many they are."""

WHOLE = 50
"""So many passages stand with what is around them; the others in a line each."""


def title(kind: str, record: Record, name: Content) -> list[Row]:
    """The head of a card: its kind, its id, and what it is called."""
    left, right = styled(kind.upper(), LABEL), styled(record.id, DIM)
    return [Row(lambda width: (spread(left, right, width),), None, 1), block(name), GAP]


def fact(
    label: str, *values: Content | str | tuple[str, str], target: Hashable | None = None
) -> Row:
    """A label and what it says; nothing where there is nothing to say."""
    return block(joined(*values), target, indent=LABELS, first=styled(label, LABEL))


def facts(*rows: Row | None) -> list[Row]:
    """The facts that there are."""
    return [row for row in rows if row is not None]


def heading(text: str, count: int | None = None) -> list[Row]:
    """A heading with an empty line before it."""
    number = f"  {count:,}" if count is not None else ""
    return [GAP, line(joined((text, HEADING), (number, DIM)))]


def date_facts(label: str, when: When, corpus: Corpus) -> list[Row]:
    """A date, how finely and whence it is known, and the words that give it."""
    if not when.known and not when.note:
        return [fact(label, ("not known", DIM))]
    rows = [fact(label, joined((date_words(when), DATE), _precision(when), by="  "))]
    basis = styled(BASIS_WORDS[when.basis] if when.known else "", DIM)
    if when.expression:
        said = joined(("“", DIM), (corpus.words(when.expression), DATE), ("”", DIM))
        rows.append(fact("", joined(said, basis, by="  "), target=when.expression))
    elif basis:
        rows.append(fact("", basis))
    if when.note:
        rows.append(fact("", (when.note, DIM)))
    return rows


def _precision(when: When) -> Content:
    if not when.known:
        return EMPTY
    fine = dates.precision(when.edtf)
    said = "" if fine == "day" else f"{fine}, "
    doubt = "approximate, " if dates.uncertain(when.edtf) else ""
    return styled(f"{said}{doubt}{when.edtf}", DIM)


def passages(
    corpus: Corpus, anchors: Sequence[Anchor], label: str = "Passages", role: str = ".passage"
) -> list[Row]:
    """Every passage with its article and what stands around it; each can be opened."""
    if not anchors:
        return [*heading(label), line(styled("No passage: not from these sources †", DIM))]
    rows = heading(label, len(anchors) if len(anchors) > 1 else None)
    rows += [_passage(corpus, anchor, role) for anchor in anchors[:WHOLE]]
    rows += [keyword(corpus, anchor) for anchor in anchors[WHOLE:MOST]]
    return rows + more(len(anchors))


def _passage(corpus: Corpus, anchor: Anchor, role: str) -> Row:
    def draw(width: int) -> list[Content]:
        source, date = source_words(corpus, anchor.article)
        return [
            spread(joined((FOLLOW, DIM), source), date, width),
            *wrapped(in_context(corpus, anchor, role), width, indent=len(FOLLOW), most=8),
        ]

    return Row(draw, anchor)


def in_context(corpus: Corpus, anchor: Anchor, role: str, around: int = AROUND) -> Content:
    """A passage lit within its paragraph, begun and ended at whole words."""
    before, after = corpus.around(anchor, around)
    before, after = before[before.rfind("\n") + 1 :], after.partition("\n")[0]
    if len(before) == around:
        before = "…" + before[before.find(" ") + 1 :]
    if len(after) == around:
        after = after[: after.rfind(" ")] + "…" if " " in after else after + "…"
    return joined((before.lstrip(), DIM), (corpus.words(anchor), role), (after.rstrip(), DIM))


def keyword(corpus: Corpus, anchor: Anchor) -> Row:
    """A mention in its line of text, the keyword in a column of its own."""

    def draw(width: int) -> list[Content]:
        before, after = corpus.around(anchor, width)
        before, after = before[before.rfind("\n") + 1 :], after.partition("\n")[0]
        said = cut(styled(corpus.words(anchor), ACTOR), width // 2)
        left = max(6, (width - said.cell_length) * 2 // 5)
        lead = styled(before, DIM)
        while lead.cell_length > left:
            lead = lead[max(1, lead.cell_length - left) :]
        tail = cut(styled(after, DIM), width - said.cell_length - left)
        return [joined(lead.pad_left(left - lead.cell_length), said, tail)]

    return Row(draw, anchor, 1)


def links(corpus: Corpus, records: Iterable[Record], label: str, of: str = "") -> list[Row]:
    """Other records under a heading, a line each; nothing where there are none."""
    found = records if isinstance(records, Sequence) else tuple(records)
    if not found:
        return []
    rows = [_link(corpus, id, of=of) for id in ids_in(found[:MOST])]
    return [*heading(label, len(found)), *rows, *more(len(found))]


def more(every: int) -> list[Row]:
    """How many more there are than are listed."""
    left = every - MOST
    return [line(styled(f"{FOLLOW}and {left:,} more", DIM))] if left > 0 else []


def link(corpus: Corpus, record: Record, note: str = "", of: str = "") -> Row:
    """A record in one line that leads to it."""
    return _link(corpus, record.id, note, of)


def _link(corpus: Corpus, record_id: str, note: str = "", of: str = "") -> Row:
    def draw(width: int) -> list[Content]:
        record = corpus.get(record_id)
        if record is None:
            return [EMPTY]
        left, right = summary(corpus, record, of)
        right = joined(right, (note, DIM), by="  ")
        return [spread(joined((FOLLOW, DIM), left), right, width)]

    return Row(draw, record_id, 1)


def name_link(corpus: Corpus, label: str, record_id: str, role: str = ACTOR) -> Row:
    """A fact that is another record: who, about whom, of which contest."""
    return fact(label, (corpus.name(record_id), role), target=record_id)


def found_by(rows: list[Row], why: str) -> list[Row]:
    """A card that says, under the record's name, what else than its words it is found by."""
    if not why:
        return rows
    return [*rows[:2], block(joined(("found by ", DIM), (why, DIM))), *rows[2:]]


def made(record: Record) -> list[Row]:
    """How a record came to be: by a rule, or by a person and why."""
    if record.origin == "curated":
        text = joined(("added by hand  ", STRONG), (record.rule, DIM))
    else:
        text = joined("found automatically  ", (record.rule, DIM))
    return [GAP, fact("Origin", text)]


def words_with_hits(text: str, spans: Sequence[tuple[int, int]], role: str = QUOTED) -> Content:
    """Words in a role, their hits lit."""
    return highlighted(styled(text, role), spans)

"""All that is claimed about one thing, side by side: nothing is averaged, nothing hidden."""

from __future__ import annotations

from textual.content import Content

from tui.app.cards.card_rows import fact, heading, in_context, title
from tui.app.cards.contest import in_words
from tui.app.cards.figure import ALONE, doubt_rows, rivals
from tui.app.cards.labels import source_words
from tui.app.styling import DATE, DIM, FIGURE, STRONG, WARN, joined, spread, styled, wrapped
from tui.app.widgets.rows import GAP, Row, block
from tui.charts.results import differs, measures_of
from tui.corpus import Corpus
from tui.dates import readable
from tui.figure_comparison import Preferred, chosen, compared, ground, grouped
from tui.model import Contest, Figure
from tui.plausibility import of_contest
from tui.wording import NOT_REPORTED, measure_words, part_words, status_words, value_words

SIGNS = joined(
    ("= ", STRONG), ("agrees  ", DIM), ("~ ", STRONG), ("differs, explained  ", DIM),
    ("≠ ", WARN), ("differs, not explained", DIM),
)  # fmt: skip


def claims_card(corpus: Corpus, record: Contest | Figure, told: bool = False) -> list[Row]:
    """The claims about what a figure is about; of a contest, all there are."""
    if isinstance(record, Contest):
        rows = title("claims", record, styled(record.name, STRONG))
        rows += doubt_rows(list(of_contest(corpus, record)))
        if told:
            return rows + in_words(corpus, record)
        figures = corpus.of_contest(record.id)
    else:
        rows = title(
            "claims",
            record,
            joined((value_words(record), FIGURE), "  ", measure_words(record.measure)),
        )
        figures = tuple(f for f in corpus.figures if f is record or f in rivals(corpus, record))
    if not figures:
        return [*rows, fact("Figures", (NOT_REPORTED, DIM))]
    rows.append(block(SIGNS) if len(figures) > 1 else fact("Sources", (ALONE, STRONG)))
    groups = grouped(figures)
    for measure in measures_of(figures):
        for about, group in groups.items():
            if about.measure == measure and (choice := chosen(group, corpus)):
                rows += _group(corpus, choice, about.subject)
    alone = [figure for figure in figures if not any(figure in group for group in groups.values())]
    for figure in alone:
        rows += heading(measure_words(figure.measure).capitalize())
        rows.append(_claim(corpus, figure, None))
    return rows


def _group(corpus: Corpus, choice: Preferred, subject: str | None) -> list[Row]:
    figures = (choice.figure, *choice.others)
    name = corpus.name(subject) if subject else ""
    what = (name, measure_words(choice.figure.measure), part_words(choice.figure))
    label = ", ".join(filter(None, what))
    rows = heading(label[:1].upper() + label[1:], len(figures) if len(figures) > 1 else None)
    why = ground(choice, corpus)
    if why and not choice.figure.part:
        rows.append(block(styled(f"{value_words(choice.figure)} is shown in charts: {why}", DIM)))
    rows.append(_claim(corpus, choice.figure, None))
    for other in choice.others:
        rows += [GAP, _claim(corpus, other, choice.figure)]
    return rows


def _claim(corpus: Corpus, figure: Figure, drawn: Figure | None) -> Row:
    """A claim: its value and what qualifies it, its source, its passage; what opens is that."""
    found = compared(drawn, figure, corpus) if drawn else None
    sign = found.sign if found else ""
    role = WARN if sign == "≠" else STRONG
    anchor = figure.evidence[0] if figure.evidence else None

    def draw(width: int) -> list[Content]:
        value = joined((value_words(figure), FIGURE), "  ", *_qualified(figure))
        lines = wrapped(value, width, indent=2)
        if drawn is not None:
            why = styled(differs(corpus, drawn, figure).removeprefix(sign).strip(), role)
            lines += wrapped(why, width, indent=2, first=styled(sign, role))
        if anchor is None:
            return [*lines, styled("  † not from these sources", DIM)]
        source, date = source_words(corpus, anchor.article)
        said = in_context(corpus, anchor, FIGURE, around=60)
        return [
            *lines,
            joined("  ", spread(source, date, width - 2)),
            *wrapped(said, width, indent=2, most=3),
        ]

    return Row(draw, anchor if anchor is not None else figure.id)


def _qualified(figure: Figure) -> list[Content]:
    """Status, base and day; those that are not reported are said to be so."""
    known = [
        styled(status_words(figure)),
        styled(f"of {figure.base}" if figure.base else ""),
        styled(f"as of {readable(figure.as_of.edtf)}" if figure.as_of.known else "", DATE),
    ]
    unknown = [
        name for name, found in zip(("status", "base", "date"), known, strict=True) if not found
    ]
    if unknown:
        known.append(styled(f"{NOT_REPORTED}: {', '.join(unknown)}", DIM))
    return [joined(*known, by=" · ")]

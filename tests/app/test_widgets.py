"""What knows nothing of news: lines, breaks."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from textual.content import Content
from textual.geometry import Region

from tests.app.journey import exploring
from tui.app.styling import HIT, counted, cut, excerpt, highlighted, joined, spread, styled, wrapped
from tui.app.widgets.rows import LazyRows, Row, Section
from tui.app.widgets.wrapping import MEASURED, breaks


class TestWords:
    @given(st.text(max_size=80))
    def test_a_word_stays_as_long_as_it_was_so_that_spans_hold(self, text: str) -> None:
        assert len(styled(text).plain) == len(text)

    @given(st.text(max_size=60), st.text(max_size=20), st.integers(1, 90))
    def test_two_ends_of_a_line_never_exceed_it(self, left: str, right: str, width: int) -> None:
        assert spread(styled(left), styled(right), width).cell_length <= width

    @given(st.text(max_size=300), st.integers(8, 60), st.integers(1, 4))
    def test_what_is_wrapped_fits_in_width_and_lines(
        self, text: str, width: int, most: int
    ) -> None:
        lines = wrapped(styled(text), width, indent=2, most=most)
        assert 1 <= len(lines) <= most
        assert all(line.cell_length <= width for line in lines)

    def test_where_something_is_left_out_there_is_an_ellipsis(self) -> None:
        lines = wrapped(styled("one two three four five six"), 10, most=2)
        assert lines[-1].plain.endswith("…")
        assert cut(styled("a longer word"), 5).plain == "a lo…"

    def test_an_excerpt_begins_near_its_first_hit(self) -> None:
        text = "word " * 50 + "needle"
        assert "needle" in excerpt(text, [(250, 256)], 60).plain
        assert excerpt(text, [(250, 256)], 300).plain == text

    def test_an_excerpt_of_a_long_text_is_sure_to_be_too_long_and_says_that_it_goes_on(
        self,
    ) -> None:
        text = "word " * 5000
        shown = excerpt(text, [(0, 4), (120, 124), (9000, 9004)], 60)
        assert 120 < len(shown.plain) < 200
        assert text.startswith(shown.plain[:-1])
        assert shown.plain.endswith("…")
        assert [s[:2] for s in shown.spans if s.style == HIT] == [(0, 4), (120, 124)]

    def test_parts_that_are_empty_leave_no_gap(self) -> None:
        assert joined("a", "", ("", ".dim"), "b", by=" · ").plain == "a · b"

    def test_lit_words_are_the_same_words(self) -> None:
        assert highlighted(Content("some words"), [(0, 4)]).plain == "some words"

    def test_numbers_take_their_noun(self) -> None:
        assert [counted(n, "quote") for n in (0, 1, 1200)] == [
            "0 quotes",
            "1 quote",
            "1,200 quotes",
        ]


class TestBreaks:
    @given(st.text(alphabet=st.characters(codec="utf-8"), max_size=400), st.integers(2, 40))
    def test_no_line_is_too_wide_and_no_word_is_lost(self, text: str, width: int) -> None:
        starts, ends = breaks(text, width)
        cells = [
            sum(map(get_character_cell_size, text[a:b])) for a, b in zip(starts, ends, strict=True)
        ]
        assert all(each <= width for each in cells)
        covered = {n for a, b in zip(starts, ends, strict=True) for n in range(a, b)}
        assert all(letter in " \n" for n, letter in enumerate(text) if n not in covered)
        assert list(starts) == sorted(starts)

    def test_lines_break_at_spaces(self) -> None:
        starts, ends = breaks("one two three", 8)
        assert [("one two three")[a:b] for a, b in zip(starts, ends, strict=True)] == [
            "one two",
            "three",
        ]

    def test_what_is_taken_for_one_cell_is_one_cell(self) -> None:
        narrow = [c for c in map(chr, range(32, 0x2FFF)) if not MEASURED.match(c)]
        assert narrow
        assert all(get_character_cell_size(c) == 1 for c in narrow)

    def test_five_megabytes_break_to_their_end(self) -> None:
        text = "Žarković said no. " * 290_000
        starts, ends = breaks(text, 90)
        assert len(starts) > 50_000
        assert ends[-1] == len(text)


class TestRowsInSight:
    @given(
        st.lists(st.lists(st.sampled_from([1, 2, 3]), max_size=3), min_size=1, max_size=5),
        st.lists(st.integers(1, 4), min_size=4, max_size=4),
        st.integers(1, 4),
    )
    def test_they_are_the_rows_of_all_sections_one_after_the_other(
        self, heads: list[list[int]], counts: list[int], height: int
    ) -> None:
        things = list(range(sum(counts[: len(heads) - 1])))
        begins = list(accumulate(counts[: len(heads) - 1], initial=0))
        sections, plain = [], []
        for number, (begin, heights) in enumerate(zip(begins, heads, strict=True)):
            rows = [Row(lambda _width: (), f"{number}.{n}", high) for n, high in enumerate(heights)]
            sections.append(Section(begin, rows))
            end = begins[number + 1] if number + 1 < len(begins) else len(things)
            plain += [*rows, *(row_of(thing, height) for thing in things[begin:end])]
        lazy = LazyRows(things, lambda each: row_of(each, height), int, height, None, sections)
        assert [each.target for each in lazy] == [each.target for each in plain]
        assert [*lazy.targets] == [each.target for each in plain]
        assert [*lazy.tops] == [*accumulate((int(str(row.height)) for row in plain), initial=0)]
        assert [lazy.find(row.target) for row in plain] == list(range(len(plain)))
        assert lazy.find("nowhere") == -1


def row_of(thing: int, height: int) -> Row:
    return Row(lambda _width: (), thing, height)


async def test_a_scrollbar_that_has_not_heard_that_it_shrinks_is_painted_all_the_same() -> None:
    async with exploring(tab="quotes", size=(80, 24)) as journey:
        bar = journey.pane.listing.vertical_scrollbar
        taller = Region(0, 0, 1, bar.size.height + 3)
        assert len(bar.render_lines(taller)) == taller.height


def test_an_ellipsis_is_no_part_of_what_is_found() -> None:
    found = styled("Elections in Kosovo").stylize(HIT, 13, 19)
    for width, lit in ((19, (13, 19)), (18, (13, 17)), (15, (13, 14))):
        (span, *_) = cut(found, width).spans
        assert (span.start, span.end) == lit

"""What stands in a file is what was put there, whenever and in whatever order it is asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator

import pytest

from tests.samples import sample_corpus
from tui.model import Event
from tui.tables.line_cache import LineWriter
from tui.tables.record_buffers import RecordBuffer, SpilledBuffer
from tui.tables.spill import DiskDict, SpillFile


class TestLines:
    @pytest.fixture(params=["kept", "full from the first", "full from the second", "not kept"])
    def lines(self, request: pytest.FixtureRequest) -> Iterator[SpillFile]:
        with tempfile.TemporaryFile() as file:
            kept = LineWriter()
            kept.file = None if request.param == "not kept" else file
            lines = SpillFile(kept)
            if request.param == "full from the second":
                lines.append(b"a long first line")
            kept.problem = "no room" * request.param.startswith("full")
            if request.param != "full from the second":
                lines.append(b"a long first line")
            yield lines

    def test_are_found_by_their_numbers(self, lines: SpillFile) -> None:
        for number in range(1, 4):
            lines.append(b"line %d" % number)
        assert [lines[number] for number in (3, 1, 2)] == [b"line 3", b"line 1", b"line 2"]
        assert lines.part(lines.starts[0] + 7, lines.starts[2]) == b"first line\nline 1\n"

    def test_can_be_written_after_one_has_been_read(self, lines: SpillFile) -> None:
        lines.append(b"second")
        assert lines[0] == b"a long first line"
        lines.append(b"third")
        assert [lines[number] for number in range(len(lines))] == [
            b"a long first line",
            b"second",
            b"third",
        ]


class TestPiles:
    @pytest.mark.parametrize("kind", [RecordBuffer, SpilledBuffer])
    def test_are_taken_up_in_any_order(self, kind: type[RecordBuffer[Event]]) -> None:
        corpus = sample_corpus()
        pile = kind(Event, corpus.texts)
        pile.put(corpus.events[:1])
        pile.put(corpus.events[1:])
        assert len(pile) == len(corpus.events)
        assert pile[1] == corpus.events[1]
        assert pile.taken() == corpus.events
        backwards = range(len(pile) - 1, -1, -1)
        assert pile.taken(backwards) == corpus.events[::-1]

    def test_in_a_file_take_from_one_another_without_making_a_record(self) -> None:
        corpus = sample_corpus()
        one, other = SpilledBuffer(Event, corpus.texts), SpilledBuffer(Event, {})
        one.put(corpus.events)
        # Without the texts, no record could be made.
        other.put(one.taken())
        assert len(other) == len(corpus.events)


class TestValues:
    def test_are_found_by_their_keys_from_memory_and_from_a_file(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(LineWriter, "LOOKED", 100)
        values = DiskDict[str]()
        given = {f"{number}": "Đorđe\n" * number for number in range(50)}
        for key, value in given.items():
            values.put(key, value)
        assert values["7"] == given["7"]
        values.put("7", given["7"])
        values.put("8", "another")
        given["8"] = values["8"]
        assert given["8"] == "another"
        assert dict(values) == given
        assert "50" not in values

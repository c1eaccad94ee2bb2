"""The benchmark that tells how far a speaker's confidence means what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import calibration
from tests.bench.calibration import Judged

TEXT = "Ana Simic said the count was fair. Ivan Kos said the hall was shut.\n"


def test_of_each_tenth_it_prints_how_many_are_right() -> None:
    found = [Judged(0.97, True), Judged(0.95, False), Judged(0.8, True), Judged(0.5, False)]
    _, low, middle, high, whole = calibration.table(found)
    assert low.split()[-2:] == ["1", "0.0%"]
    assert middle.split()[-2:] == ["1", "100.0%"]
    assert high.split()[-2:] == ["2", "50.0%"]
    assert whole.endswith("66.7%   goal 88%: NOT HELD")


def test_both_forms_of_annotated_news_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.txt").write_text(TEXT, encoding="utf-8")
    told = {
        "actors": [{"name": "Ana Simic", "names": ["Simic"]}, {"name": "Kos", "names": []}],
        "quotes": [
            {"exact": "the count was fair", "speaker": ["Ana Simic"]},
            {"exact": "the hall was shut", "speaker": ["Ana Simic"]},
        ],
    }
    (own / "a.json").write_text(json.dumps(told), encoding="utf-8")
    brat = tmp_path / "brat"
    (brat / "text").mkdir(parents=True)
    (brat / "attributions").mkdir()
    (brat / "text" / "b.txt").write_text(TEXT, encoding="utf-8")
    notes = (
        "T1\tSource 0 9\tAna Simic\nT2\tContent 15 33\tthe count was fair\nT3\tCue 10 14\tsaid\n"
        "E1\tAttribution:T3 Content:T2 Cue:T3 Source:T1\n"
    )
    (brat / "attributions" / "b_1.ann").write_text(notes, encoding="utf-8")
    assert calibration.main([str(own), str(brat)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == ["0.9", "to", "1.0", "2", "50.0%"]
    assert lines[6].split() == ["0.9", "to", "1.0", "1", "100.0%"]

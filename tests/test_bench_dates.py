"""The benchmark of dates: what it takes from TimeML, and how it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import dates
from tests.bench.dates import Report, Score, Timex

DAY = 'type="DATE" value="1993-11-02"'
FILE = f"""<?xml version="1.0"?>
<TimeML><DOCID>lake_1</DOCID>
<DCT><TIMEX3 tid="t0" {DAY} functionInDocument="CREATION_TIME">11/02/93</TIMEX3></DCT>
<TEXT>The mayor <EVENT eid="e1">left</EVENT> <TIMEX3 tid="t1" type="DATE"
value="1993-11-01" functionInDocument="NONE">yesterday</TIMEX3>, <TIMEX3 tid="t2" type="DATE"
value="1988">five years ago</TIMEX3> or <TIMEX3 tid="t3" type="DATE"
value="1993-Q3">in the third quarter</TIMEX3>, on <TIMEX3 tid="t4" type="TIME"
value="1993-10-30TMO">Saturday morning</TIMEX3>.</TEXT></TimeML>
"""


def test_a_file_gives_its_text_its_day_and_its_expressions_of_time() -> None:
    report = dates.report_in(FILE.encode())
    assert report.created == "1993-11-02"
    assert report.text.startswith("The mayor left yesterday, five years ago")
    told = [(report.text[each.start : each.end], each.value) for each in report.timexes]
    assert told == [
        ("yesterday", "1993-11-01"),
        ("five years ago", "1988"),
        ("in the third quarter", "1993-Q3"),
        ("Saturday morning", "1993-10-30"),
    ]
    assert [each.counts for each in report.timexes] == [True, True, False, False]


def test_what_is_read_is_compared_with_it() -> None:
    report = dates.report_in(FILE.encode())
    score, errors = dates.scored(report, dates.given_in(report))
    assert (score, errors) == (Score(gold=2, given=2, right=2, found=2), [])


def test_the_day_of_creation_may_stand_in_the_text_and_counts_for_nothing() -> None:
    body = FILE[FILE.index("<TEXT>") + 6 : FILE.index("</TEXT>")]
    created = f'<TIMEX3 tid="t0" {DAY} functionInDocument="CREATION_TIME">1993-11-02</TIMEX3>'
    report = dates.report_in(f"<TimeML>{created} {body}</TimeML>".encode())
    assert report.created == "1993-11-02"
    score, errors = dates.scored(report, dates.given_in(report))
    assert (score, errors) == (Score(gold=2, given=2, right=2, found=2), [])


REPORT = Report("0123456789", "1993-11-02", (Timex(0, 4, "DATE", "1993"), Timex(6, 8, "SET", "X")))


@pytest.mark.parametrize(
    ("given", "score", "errors"),
    [
        ((), Score(1, 0, 0, 0), ["missed"]),
        ((Timex(3, 5, "DATE", "1993"),), Score(1, 1, 1, 1), []),
        ((Timex(0, 4, "DATE", "1994"),), Score(1, 1, 0, 1), ["wrong"]),
        ((Timex(0, 4, "DATE", ""),), Score(1, 0, 0, 1), ["unresolved"]),
        ((Timex(6, 8, "DATE", ""),), Score(1, 0, 0, 0), ["missed"]),
        ((Timex(6, 8, "DATE", "1993"),), Score(1, 1, 0, 0), ["false", "missed"]),
    ],
)
def test_every_error_is_told(given: tuple[Timex, ...], score: Score, errors: list[str]) -> None:
    found, amiss = dates.scored(REPORT, given)
    assert (found, [each["error"] for each in amiss]) == (score, errors)


def test_folders_are_read_and_summed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.tml").write_text(FILE, "utf-8")
    (tmp_path / "two.xml").write_text(FILE.replace("1988", "1987"), "utf-8")
    (tmp_path / "broken.tml").write_text(FILE[:300], "utf-8")
    misses = tmp_path / "misses.jsonl"
    assert dates.main([str(tmp_path), "--misses", str(misses)]) == 0
    printed = capsys.readouterr()
    assert "2 reports: P 0.750  R 0.750  F1 0.750  (3 right of 4 given" in printed.out
    assert "broken.tml: left out, being no XML" in printed.err
    assert '"error": "wrong"' in misses.read_text("utf-8")


def test_a_folder_without_any_is_said(tmp_path: Path) -> None:
    assert dates.main([str(tmp_path)]) == 1

"""The benchmark of differences, between this state of the program and itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import differences

TEXTS = "Ana Simic said that votes were bought.\n===\nThe Blue List won 12 seats.\n"


def test_two_states_that_are_one_read_nothing_differently(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "texts.txt"
    file.write_text(TEXTS)
    assert differences.main([str(differences.HERE), str(file)]) == 0
    assert capsys.readouterr().out == "0 of 2 texts are read differently\n"
    # What another state reads stands in for it here.
    other = [["quote indirect of nobody: votes were bought"], []]
    really = differences.read_in
    monkeypatch.setattr(
        differences,
        "read_in",
        lambda tree, files: other if tree == tmp_path else really(tree, files),
    )
    differences.main([str(tmp_path), str(file)])
    first, *lines = capsys.readouterr().out.splitlines()
    assert first == "# Ana Simic said that votes were bought."
    assert "- quote indirect of nobody: votes were bought" in lines
    assert "+ quote indirect of ana-simic: votes were bought" in lines
    assert lines[-1] == "2 of 2 texts are read differently"

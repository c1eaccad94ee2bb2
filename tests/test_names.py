"""A name says one thing, and what it names is short enough to read at once."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "tui"


def test_no_two_public_classes_have_one_name() -> None:
    places = defaultdict(list)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(path.relative_to(PACKAGE).as_posix())
    assert len(places) > 300
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}


def test_no_file_and_no_function_is_long() -> None:
    files: dict[str, int] = {}
    functions: dict[str, int] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text()
        file = path.relative_to(PACKAGE).as_posix()
        files[file] = len(text.splitlines())
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                functions[f"{file}:{node.name}"] = (node.end_lineno or 0) - node.lineno + 1
    assert len(files) > 500
    assert len(functions) > 3000
    assert {file: lines for file, lines in files.items() if lines > 400} == {}
    assert {name: lines for name, lines in functions.items() if lines > 60} == {}

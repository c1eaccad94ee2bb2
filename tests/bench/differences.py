"""What two states of the program read differently in the same texts.

    python -m tests.bench.differences OTHER FILE... [--whole]

OTHER is the folder of another state of the project (``git worktree add OTHER COMMIT``), FILE holds
texts of a sentence or more with lines of ``===`` between them, or is one text where it has none. Of
each text that is read differently it prints the beginning and the records that only one state has:
``-`` what only OTHER reads, ``+`` what only this one does; ``--whole`` prints the text in full. A
rule that mends its own examples often breaks ordinary sentences: write some against it, and read
every difference.
"""

from __future__ import annotations

import argparse
import difflib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

BEGINNING = 200
"""Characters of a text that are printed."""
HERE = Path(__file__).resolve().parents[2]


def texts_in(path: Path) -> list[str]:
    """The texts of a file, without the lines between them."""
    parts = re.split(r"^===$", path.read_text("utf-8"), flags=re.MULTILINE)
    return [part.strip() + "\n" for part in parts if part.strip()]


def told(text: str) -> Iterator[str]:
    """The records of a text, a line each, without their ids and places."""
    from tui.extract import pipeline

    found = pipeline.read("text.txt", text)
    for actor in found.actors:
        called = ", ".join(each.text for each in actor.described_as)
        yield f"actor {actor.type} {actor.name} ({called})"
    for quote in found.quotes:
        yield f"quote {quote.type} of {', '.join(quote.speakers) or 'nobody'}: {quote.text}"
    for figure in found.figures:
        whose = f"of {figure.subject} in {figure.contest}, {figure.status}"
        yield f"figure {figure.measure} {figure.comparator} {figure.value} {whose}"
    for contest in found.contests:
        yield f"contest {contest.name} {contest.date.edtf}"
    for event in found.events:
        yield f"event {event.title} {event.when.edtf}, {event.status}"


def read_in(tree: Path, files: Sequence[str]) -> list[list[str]]:
    """What the program of a folder reads in each text of some files."""
    done = subprocess.run(
        [sys.executable, __file__, "--told", *files],
        cwd=tree,
        env=os.environ | {"PYTHONPATH": str(tree)},
        stdout=subprocess.PIPE,
        check=True,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="What two states of the program read differently.")
    parser.add_argument("other", type=Path, metavar="OTHER")
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--whole", action="store_true")
    given = parser.parse_args(arguments)
    files = [str(Path(file).resolve()) for file in given.files]
    texts = [text for file in files for text in texts_in(Path(file))]
    before, now = read_in(given.other.resolve(), files), read_in(HERE, files)
    changed = 0
    for text, old, new in zip(texts, before, now, strict=True):
        lines = [line for line in difflib.ndiff(old, new) if line[0] in "+-"]
        if lines:
            changed += 1
            print("#", " ".join((text if given.whole else text[:BEGINNING]).split()))
            print(*lines, sep="\n")
    print(f"{changed} of {len(texts)} texts are read differently")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--told"]:
        for name in sys.argv[2:]:
            for each in texts_in(Path(name)):
                print(json.dumps(list(told(each))))
    else:
        sys.exit(main())

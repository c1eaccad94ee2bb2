"""Serbian, Croatian, Bosnian and Montenegrin news that is annotated: who says what, and facts.

    python -m tests.bench.serbian FOLDER [--quotes SCORER] [--facts SCORER] [--keep DIRECTORY]

FOLDER holds ``text/*.txt``, ``attributions/*.ann`` and ``facts/*.json``; each scorer is a program
that takes the folder and a file of predictions. What they read is kept where a directory is named.
An article whose facts tell its date is read as of that day.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.quotes import predictions
from tui import dates, extract
from tui.extract import languages
from tui.extract.stages import metadata
from tui.model import UNKNOWN, Extraction, Hints, When

UNITS = {
    "percent": "%",
    "seats": "mandata",
    "polling stations": "biračkih mesta",
    "percentage points": "procentnih poena",
    "RSD": "dinara",
}
"""Units as the annotations have them. Others are not compared."""


def published(folder: Path, stem: str) -> When:
    """The day of an article, where its facts tell it."""
    facts = folder / "facts" / f"{stem}.json"
    if not facts.exists():
        return UNKNOWN
    return dates.when(json.loads(facts.read_text("utf-8"))["date"], "stated")


def facts(reading: Extraction, text: str, day: When) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The persons, dates and figures of a reading, as the scorer takes them."""
    _, language = languages.of(text)
    document, _ = metadata.read(text, language.furniture)
    yield (
        "persons",
        [
            {"start": mention.start, "end": mention.end, "name": actor.name}
            for actor in reading.actors
            if actor.type == "person"
            for mention in actor.mentions
        ],
    )
    yield (
        "dates",
        [
            {"start": each.start, "end": each.end, "edtf": each.edtf}
            for each in language.times(document, day)
        ],
    )
    yield (
        "figures",
        [
            {
                "start": each.evidence[0].start,
                "end": each.evidence[0].end,
                "value": each.value,
                "unit": UNITS.get(each.unit, ""),
            }
            for each in reading.figures
        ],
    )


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quotes", type=Path)
    parser.add_argument("--facts", type=Path)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(argv)
    files = sorted((options.folder / "text").glob("*.txt"))
    if not files:
        print(f"{options.folder}: no text/*.txt here", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as scratch:
        place = options.keep or Path(scratch)
        place.mkdir(parents=True, exist_ok=True)
        said, told = place / "quotes.jsonl", place / "facts.jsonl"
        begun = time.process_time()
        with said.open("w", encoding="utf-8") as quotes, told.open("w", encoding="utf-8") as found:
            for file in files:
                text = file.read_bytes().decode("utf-8")
                day = published(options.folder, file.stem)
                reading = extract.read(file.name, text, Hints(published=day))
                whole = {"article": file.stem, "quotes": list(predictions(reading, text))}
                print(json.dumps(whole, ensure_ascii=False), file=quotes)
                whole = {"article": file.stem, **dict(facts(reading, text, day))}
                print(json.dumps(whole, ensure_ascii=False), file=found)
        print(f"{len(files)} articles in {time.process_time() - begun:.2f} s of processor time")
        failed = 0
        for scorer, predicted in ((options.quotes, said), (options.facts, told)):
            if scorer is not None:
                command = [sys.executable, str(scorer), str(options.folder), str(predicted)]
                failed |= subprocess.run(command, check=False).returncode
    return failed


if __name__ == "__main__":
    raise SystemExit(main())

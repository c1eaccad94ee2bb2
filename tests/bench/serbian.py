"""Serbian, Croatian, Bosnian and Montenegrin news that is annotated: who says what, and facts.

    python -m tests.bench.serbian FOLDER [--quotes SCORER] [--facts SCORER] [--keep DIRECTORY]
                                  [--letters cyrillic|plain]

FOLDER holds ``text/*.txt``, ``attributions/*.ann`` and ``facts/*.json``; each scorer is a program
that takes the folder and a file of predictions. What they read is kept where a directory is named.
An article whose facts tell its date is read as of that day. With ``--letters`` the articles in
Latin letters are read as they would be in Cyrillic ones, or where there are no accents; what is
found is scored where it stands in the article as it is.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.quotes import predictions
from tui import dates, extract
from tui.extract import languages
from tui.extract.languages.sr.letters import cyrillic
from tui.extract.stages import metadata
from tui.model import UNKNOWN, Extraction, Hints, When

_LETTER = re.compile(r"[Ll][Jj]|[Nn][Jj]|[Dd][Žž]|.", re.DOTALL)
"""A letter of the Serbian alphabet in Latin ones, of which three are written as two."""

UNITS = {
    "percent": "%",
    "seats": "mandata",
    "polling stations": "biračkih mesta",
    "percentage points": "procentnih poena",
    "RSD": "dinara",
}
"""Units as the annotations have them. Others are not compared."""


class Rewritten(NamedTuple):
    """An article in other letters, and where each of them comes from in the article itself."""

    text: str
    starts: list[int]

    def back(self, value: Any) -> Any:
        """Predictions with their offsets as they are in the article itself."""
        if isinstance(value, dict):
            return {
                name: self.starts[each]
                if name.endswith(("start", "end")) and isinstance(each, int)
                else self.back(each)
                for name, each in value.items()
            }
        if isinstance(value, list) and len(value) == 2 and all(type(n) is int for n in value):
            return [self.starts[each] for each in value]
        return [self.back(each) for each in value] if isinstance(value, list) else value


def rewritten(text: str, letters: str) -> Rewritten:
    """An article in other letters; as it is where it is in Cyrillic ones."""
    pieces = [(piece[0], piece.start()) for piece in _LETTER.finditer(text)]
    if letters and not any("\u0400" <= letter <= "\u04ff" for letter in text):
        to = cyrillic if letters == "cyrillic" else plain
        pieces = [(to(piece), start) for piece, start in pieces]
    starts = [start for piece, start in pieces for _ in piece]
    return Rewritten("".join(piece for piece, _ in pieces), [*starts, len(text)])


def plain(text: str) -> str:
    """A text as it is written where there are no accents."""
    bare = text.replace("đ", "dj").replace("Đ", "Dj")
    return "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))


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
    parser.add_argument("--letters", choices=("cyrillic", "plain"), default="")
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
                article = rewritten(file.read_bytes().decode("utf-8"), options.letters)
                text = article.text
                day = published(options.folder, file.stem)
                reading = extract.read(file.name, text, Hints(published=day))
                found_quotes = article.back(list(predictions(reading, text)))
                whole = {"article": file.stem, "quotes": found_quotes}
                print(json.dumps(whole, ensure_ascii=False), file=quotes)
                whole = {"article": file.stem, **article.back(dict(facts(reading, text, day)))}
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

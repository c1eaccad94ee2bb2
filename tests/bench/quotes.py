"""Quotes and speakers on a folder of annotated news, and how fast they are read.

    python -m tests.bench.quotes FOLDER [--scorer PROGRAM] [--errors FILE] [--alone]

FOLDER holds ``text/*.txt`` and ``attributions/*.ann`` in the form of PolNeAR; PROGRAM is a
scorer that takes the folder and a file of predictions (its own docstring defines them).
Without one, only the speed is printed. With ``--alone`` the quotes alone are read as well, as
far as a system reads that finds nothing else: all records and the quotes alone in turn, and of
each the best round, in processor time, so that a busy machine does not count.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tui import extract
from tui.model import Anchor, Extraction, Quote


def predictions(reading: Extraction, text: str) -> Iterable[dict[str, Any]]:
    """A reading's quotes as the scorer takes them: the whole content of each attribution,
    from which it takes the stretches in marks itself. Speech that goes on in its paragraph
    ("Yes," she said. "No.") is two records here and one attribution there."""
    names = {actor.id: actor.name for actor in reading.actors}
    by_id = {quote.id: quote for quote in reading.quotes}
    contents: dict[str, tuple[dict[str, Any], list[Anchor]]] = {}
    roots: dict[str, str] = {}
    for quote in reading.quotes:
        if quote.type == "turn":
            continue  # What is quoted in it counts; the turn is no attribution of its own.
        source = _source(quote, by_id)
        told = {
            "speaker": names.get(quote.speakers[0]) if quote.speakers else None,
            "speaker_start": source.start if source else None,
            "speaker_end": source.end if source else None,
        }
        words = quote.evidence[0]
        root = quote.id
        before = by_id.get(quote.continues or "")
        if before and "\n" not in text[before.evidence[0].end : words.start]:
            root = roots.get(before.id, before.id)
        roots[quote.id] = root
        _, anchors = contents.setdefault(root, (told, []))
        anchors.extend(anchor for anchor in quote.content if anchor not in anchors)
    for told, anchors in contents.values():
        yield {
            "start": min(anchor.start for anchor in anchors),
            "end": max(anchor.end for anchor in anchors),
            "fragments": [[anchor.start, anchor.end] for anchor in anchors],
            "kind": "content",
            **told,
        }


def _source(quote: Quote, by_id: dict[str, Quote]) -> Anchor | None:
    """The words that name the speaker; of speech that goes on, those of its beginning."""
    seen: set[str] = set()
    while quote.speaker_text is None and quote.continues and quote.id not in seen:
        seen.add(quote.id)
        quote = by_id[quote.continues]
    return quote.speaker_text


ROUNDS = 5


def alone(texts: Sequence[tuple[str, str]]) -> None:
    """Print how fast all records, and the quotes alone, are read of some texts by name."""
    seconds: dict[str, list[float]] = {"all records": [], "quotes alone": []}
    for _ in range(ROUNDS):
        for what, taken in seconds.items():
            begun = time.process_time()
            for stem, text in texts:
                if what == "quotes alone":
                    extract.quotes(text)
                else:
                    extract.read(f"{stem}.txt", text)
            taken.append(time.process_time() - begun)
    for what, taken in seconds.items():
        best = min(taken)
        print(
            f"{what}: {len(texts) / best:.0f} articles/s of processor time,"
            f" {best / len(texts) * 1000:.2f} ms each"
        )


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--alone", action="store_true")
    options = parser.parse_args(argv)
    files = sorted((options.folder / "text").glob("*.txt"))
    if not files:
        print(f"{options.folder}: no text/*.txt here", file=sys.stderr)
        return 1
    texts = [(file.stem, file.read_bytes().decode("utf-8")) for file in files]
    begun = time.perf_counter()
    readings = [(stem, extract.read(f"{stem}.txt", text)) for stem, text in texts]
    seconds = time.perf_counter() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(files)} articles in {seconds:.2f} s: {len(files) / seconds:.0f} articles/s,"
        f" {sum(len(text) for _, text in texts) / seconds / 1e6:.2f} M characters/s,"
        f" peak {peak:.0f} MiB"
    )
    if options.alone:
        alone(texts)
    if options.scorer is None:
        return 0
    told = dict(texts)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for stem, reading in readings:
            quotes = list(predictions(reading, told[stem]))
            file.write(json.dumps({"article": stem, "quotes": quotes}) + "\n")
        file.flush()
        command = [sys.executable, str(options.scorer), str(options.folder), file.name]
        if options.errors:
            command += ["--errors", str(options.errors)]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())

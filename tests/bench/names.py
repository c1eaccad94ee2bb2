"""Names of persons and organisations on news in the columns of CoNLL 2003.

    python -m tests.bench.names FOLDER [--errors FILE]

FOLDER holds files of one token a line, the token in the first column and its tag in the last
(IOB1 or BIO: ``I-PER``, ``B-ORG``, ``O``), an empty line between sentences and ``-DOCSTART-``
between documents. No such data come with the program. A name is found when its first and last
tokens are; it counts as a person's or an organisation's by the type of its actor. Tables of
scores are told from prose: a document is prose when most of its words stand in sentences.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tui import extract
from tui.model import Actor

ORGANISATIONS = frozenset({"party", "coalition", "institution", "media", "group"})
KINDS = {"PER": "persons", "ORG": "organisations"}
NO_SPACE_BEFORE = frozenset(". , ; : ! ? ) ] } % 's 'S n't 're 've 'll 'd 'm '".split())
NO_SPACE_BEHIND = frozenset("( [ { $ £".split())
FEW = 3
"""Words in small letters that a sentence of prose has at least."""

Name = tuple[str, int, int]
"""A kind of name, its first token, and the one behind its last."""


@dataclass
class Columns:
    """A document: its sentences as tokens with their tags."""

    sentences: list[list[tuple[str, str]]] = field(default_factory=list)

    @property
    def prose(self) -> bool:
        """Whether most of its sentences are sentences."""
        whole = sum(map(len, self.sentences))
        told = sum(
            len(each) for each in self.sentences if sum(token.islower() for token, _ in each) >= FEW
        )
        return told * 2 > whole

    def names(self) -> set[Name]:
        """The names that the tags mark, by the numbers of their tokens in the document."""
        found: set[Name] = set()
        number = 0
        for sentence in self.sentences:
            begun, kind = -1, ""
            for tag in [*(tag for _, tag in sentence), "O"]:
                head, _, type_ = tag.partition("-")
                if kind and (head in ("O", "B", "S") or type_ != kind):
                    found.add((kind, begun, number))
                    kind = ""
                if not kind and type_:
                    begun, kind = number, type_
                number += 1
            number -= 1  # The sign for the end is no token.
        return {each for each in found if each[0] in KINDS}

    def text(self) -> tuple[str, list[tuple[int, int]]]:
        """The document as it is read, a paragraph a sentence, and where its tokens stand."""
        pieces: list[str] = []
        places: list[tuple[int, int]] = []
        length = 0
        for sentence in self.sentences:
            before = ""
            for token, _ in sentence:
                gap = bool(before) and token not in NO_SPACE_BEFORE
                if gap and before not in NO_SPACE_BEHIND:
                    pieces.append(" ")
                    length += 1
                places.append((length, length + len(token)))
                pieces.append(token)
                length += len(token)
                before = token
            pieces.append("\n\n")
            length += 2
        return "".join(pieces), places


def documents(lines: Iterable[str]) -> Iterator[Columns]:
    """The documents of a file of columns, those without tokens left out."""
    document, sentence = Columns(), list[tuple[str, str]]()
    for line in [*lines, "", "-DOCSTART- O"]:
        columns = line.split()
        if columns and columns[0] != "-DOCSTART-":
            sentence.append((columns[0], columns[-1]))
            continue
        if sentence:
            document.sentences.append(sentence)
            sentence = []
        if columns and document.sentences:
            yield document
            document = Columns()


def found_names(actors: Iterable[Actor], text: str, places: list[tuple[int, int]]) -> set[Name]:
    """The names that were read, by tokens. A group without a name of its own is none."""
    starts = {start: number for number, (start, _) in enumerate(places)}
    ends = {end: number + 1 for number, (_, end) in enumerate(places)}
    names: set[Name] = set()
    for actor in actors:
        kind = "PER" if actor.type == "person" else "ORG" if actor.type in ORGANISATIONS else ""
        if not kind or actor.rule == "nominal":
            continue
        for start, end in ((each.start, each.end) for each in actor.mentions):
            first, last = starts.get(start), ends.get(end)
            if any(map(str.isupper, text[start:end])):
                # Half a token is a name that cannot be right.
                names.add((kind, -1 if first is None else first, -1 if last is None else last))
    return names


def measured(all_documents: Iterable[Columns]) -> tuple[dict[str, Counter[str]], list[str]]:
    """How many names were there, were read, and were right, of all documents and of prose;
    and each error in a line."""
    counts: dict[str, Counter[str]] = {"all": Counter(), "prose": Counter()}
    errors: list[str] = []
    for document in all_documents:
        text, places = document.text()
        wanted = document.names()
        found = found_names(extract.read("columns.txt", text).actors, text, places)
        for part in ("all", "prose") if document.prose else ("all",):
            for kind in KINDS:
                counts[part][f"{kind} wanted"] += sum(each[0] == kind for each in wanted)
                counts[part][f"{kind} found"] += sum(each[0] == kind for each in found)
                counts[part][f"{kind} right"] += sum(each[0] == kind for each in wanted & found)
        tokens = [token for sentence in document.sentences for token, _ in sentence]
        for what, names in (("missed", wanted - found), ("wrong", found - wanted)):
            errors += [
                f"{what} {kind} {' '.join(tokens[first:last])}"
                for kind, first, last in sorted(names)
            ]
    return counts, errors


def told(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """The figures as lines."""
    for part, count in counts.items():
        for kind, name in KINDS.items():
            wanted, found, right = (
                count[f"{kind} {what}"] for what in ("wanted", "found", "right")
            )
            precision, recall = right / (found or 1), right / (wanted or 1)
            f1 = 2 * precision * recall / ((precision + recall) or 1)
            yield (
                f"{part:5}  {name:13}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
                f"  ({right} right of {found} read, {wanted} there)"
            )


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="tests.bench.names", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="files of columns")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="each error in a line")
    given = parser.parse_args(argv)
    files = sorted(path for path in given.folder.iterdir() if path.is_file())
    read = (file.read_text("utf-8").splitlines() for file in files)
    counts, errors = measured(each for lines in read for each in documents(lines))
    print("\n".join(told(counts)))
    if given.errors:
        given.errors.write_text("".join(f"{line}\n" for line in errors), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

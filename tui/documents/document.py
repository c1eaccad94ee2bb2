"""What is read from a file: documents, files within it, and what is passed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.model import FileFact


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A text with what its file tells beside it.

    ``kept`` are the stretches of the text that are the report, in order; all of it where
    that is None. ``remarks`` are for whoever builds: what was not taken as it stands.
    ``locator`` says where in the file the document stands, "" where the file is the document.
    ``pages`` are the offsets at which its pages begin, where it has any.
    """

    text: str
    encoding: str = "utf-8"
    kept: tuple[tuple[int, int], ...] | None = None
    told: Mapping[str, FileFact] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    locator: str = ""
    pages: tuple[int, ...] = ()

    @property
    def report(self) -> str:
        """The report alone, without front matter and marks."""
        if self.kept is None:
            return self.text
        return "".join([self.text[start:end] for start, end in self.kept])


class EmbeddedFile(NamedTuple):
    """A file within a file, and what the outer one tells of it. Its name says how it is read."""

    locator: str
    name: str
    data: bytes
    told: Mapping[str, FileFact] = {}


class PassedOver(NamedTuple):
    """What of a file is not read, and why not; all of the file where ``locator`` is ""."""

    locator: str
    reason: str


class Reference(NamedTuple):
    """What a list of literature tells of an article that may be at hand: its facts, and the
    names of the files that are attached to it."""

    locator: str
    told: Mapping[str, FileFact]
    files: tuple[str, ...] = ()


Found = LoadedDocument | EmbeddedFile | PassedOver | Reference
Read = LoadedDocument | PassedOver | Reference
"""What there is where all files within files are read."""

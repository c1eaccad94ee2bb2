"""What is read from one file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.model import FileFact


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A text with what its file tells beside it.

    ``kept`` are the stretches of the text that are the report, in order; all of it where
    that is None. ``remarks`` are for whoever builds: what was not taken as it stands.
    """

    text: str
    encoding: str = "utf-8"
    kept: tuple[tuple[int, int], ...] | None = None
    told: Mapping[str, FileFact] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def report(self) -> str:
        """The report alone, without front matter and marks."""
        if self.kept is None:
            return self.text
        return "".join([self.text[start:end] for start, end in self.kept])

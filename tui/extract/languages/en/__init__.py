"""English: all that the reading of articles knows of it."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.languages.en import contests, events, figures, times
from tui.extract.languages.en.attribution.speech import SPEECH
from tui.extract.languages.en.coreference.resolver import SpeakerResolver
from tui.extract.languages.en.furniture import FURNITURE
from tui.extract.languages.en.names.mentions import NameFinder
from tui.extract.languages.language import Language
from tui.extract.text.document import Document
from tui.model import KnownActor


def _names(document: Document, known: Sequence[KnownActor]) -> NameFinder:
    found = NameFinder(document, known)
    found.read()
    return found


ENGLISH = Language(
    code="en",
    furniture=FURNITURE,
    names=_names,
    resolver=SpeakerResolver,
    speech=SPEECH,
    times=times.find,
    contests=contests.find,
    figures=figures.find,
    events=events.find,
)

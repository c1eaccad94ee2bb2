"""Serbian, Croatian, Bosnian and Montenegrin, in both alphabets: one grammar, read by one set of
rules."""

from __future__ import annotations

from tui.extract.languages.language import Language
from tui.extract.languages.sr import contests, events, figures, times
from tui.extract.languages.sr.attribution.speech import SPEECH, SPEECH_OF
from tui.extract.languages.sr.furniture import FURNITURE
from tui.extract.languages.sr.names.mentions import NameMentions
from tui.extract.languages.sr.speakers import SerbianSpeakers

SERBIAN = Language(
    code="sr",
    furniture=FURNITURE,
    names=NameMentions,
    resolver=SerbianSpeakers,
    speech=SPEECH,
    speech_of=SPEECH_OF,
    times=times.find,
    elections=contests.WORDING,
    contests=contests.find,
    figures=figures.find,
    events=events.find,
)

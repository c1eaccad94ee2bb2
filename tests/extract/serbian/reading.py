"""Short Serbian texts read for the tests beside this."""

from __future__ import annotations

from tui import dates, extract
from tui.extract.languages.sr import SERBIAN
from tui.extract.stages import metadata
from tui.model import UNKNOWN, Extraction, Hints

PEOPLE = (
    "Gradonačelnica Zrenka Pavić i direktor Radoje Vilić otvorili su most. Odbornik Damir Kosan"
    " je to gledao sa obale. "
)
"""Names that sentences of the tests may shorten."""
PAVIC, VILIC, KOSAN = "zrenka-pavic", "radoje-vilic", "damir-kosan"


def read(text: str, published: str = "2024-03-14") -> Extraction:
    known = Hints(published=dates.when(published, "stated") if published else UNKNOWN)
    return extract.read("most.txt", text, known, SERBIAN)


def told(text: str, before: str = PEOPLE) -> list[tuple[str, str, str]]:
    """What is said in a text, the words that name who says it, and who that is."""
    whole = before + text
    return [
        (
            " … ".join(whole[each.start : each.end] for each in quote.content),
            whole[quote.speaker_text.start : quote.speaker_text.end] if quote.speaker_text else "",
            " ".join(quote.speakers),
        )
        for quote in read(whole).quotes
        if quote.content[0].start >= len(before)
    ]


def speech_of(text: str, given: str) -> list[str]:
    """What is said in a text behind another | the words that name who says it, and who that is."""
    return [
        f"{said} | {words or '–'} = {who or 'nobody'}"
        for said, words, who in told(text, f"{given} ")
    ]


def times_of(text: str, published: str) -> list[str]:
    """The words of each time of a text | what they are, on what ground | how they are meant."""
    document, _ = metadata.read(text, SERBIAN.furniture)
    return [
        f"{text[each.start : each.end]} | {each.edtf or '?'} {each.basis} | {each.role}"
        for each in SERBIAN.times(document, dates.when(published, "stated"))
    ]


def figures_of(text: str, given: str) -> list[str]:
    """What is counted in a text behind another | what, how exactly, how much of what | of whom."""
    whole = f"{given} {text}"
    found = []
    for each in read(whole).figures:
        start, end = each.evidence[0].start, each.evidence[0].end
        if start > len(given):
            told = f"{whole[start:end]} | {each.measure} {each.comparator} {each.value} {each.unit}"
            contest = f" | in {each.contest}" if each.contest else ""
            status = f" | {each.status}" if each.status != "unknown" else ""
            found.append(
                told + (f" | of {each.subject}" if each.subject else "") + contest + status
            )
    return found

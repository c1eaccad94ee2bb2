"""Languages stand side by side: one is a value that the stages are given."""

from __future__ import annotations

from collections.abc import Mapping

from tui import extract
from tui.extract import languages
from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages.language import Language, SpeechRules
from tui.extract.text.document import Span
from tui.model import Known, KnownActor

# A language of one verb: "dortis" says that what stands behind "ke" is what somebody says.


def attributions(
    sentence: QuotedSentence, _text: str, _ends: Mapping[int, int]
) -> list[Attribution]:
    tokens, starts, ends = sentence.tokens
    made = []
    for at, token in enumerate(tokens):
        if token.lower == "dortis" and tokens[at + 1].lower == "ke":
            source, content = Span(starts[0], ends[at - 1]), Span(starts[at + 2], ends[-2])
            cue = Cue(at, at, "dorti", "finite")
            made.append(
                Attribution(cue, Span(starts[at], ends[at]), source, None, (content,), False, "ke")
            )
    return made


TOY = Language(code="x-toy", speech=SpeechRules(attributions=attributions))
MIRA = KnownActor("mira-vel", "Mira Vel", "person")


class TestALanguageOfTwentyLines:
    def test_reads_who_says_what(self) -> None:
        text = "Mira Vel dortis ke la urbo dormas. Neniu aŭdis. “Ĝi dormas bone,” Mira Vel."
        found = extract.read("a.txt", text, Known(actors=(MIRA,)), TOY)
        assert [(each.type, each.text, each.speakers, each.rule) for each in found.quotes] == [
            ("indirect", "la urbo dormas", ("mira-vel",), "indirect-ke"),
            ("mixed", "Ĝi dormas bone,", ("mira-vel",), "mixed-same-paragraph"),
        ]

    def test_reads_nothing_that_it_has_no_rules_for(self) -> None:
        text = "Mira Vel dortis ke 400 people protested on Monday, 3 May 2021."
        found = extract.read("a.txt", text, Known(actors=(MIRA,)), TOY)
        assert (found.events, found.figures, found.contests) == ((), (), ())


def test_english_is_imported_when_it_is_asked_for() -> None:
    assert languages.get("en").code == "en"

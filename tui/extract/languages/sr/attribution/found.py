"""The attributions of one sentence, as they are found."""

from __future__ import annotations

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.languages.sr.attribution.sentence import Phrase, SentenceView
from tui.extract.languages.sr.cues import CueForm
from tui.extract.text.document import Span


class SentenceAttributions:
    def __init__(self, sentence: SentenceView) -> None:
        self.sentence = sentence
        self.found: list[Attribution] = []
        self.forms_of: list[CueForm | None] = []
        """For each attribution the form of its verb, None where it has none."""

    def in_order(self) -> list[Attribution]:
        """The attributions in the order of their cues."""
        order = sorted(range(len(self.found)), key=lambda n: self.found[n].cue_span.start)
        places = {old: new for new, old in enumerate(order)}
        result = [self.found[old] for old in order]
        for made in result:
            if made.same_as is not None:
                made.same_as = places[made.same_as]
        return result

    def add(
        self,
        at: int,
        form: CueForm,
        source: Phrase | None,
        content: list[Span],
        before: bool,
        rule: str,
        same_as: int | None = None,
    ) -> None:
        if not content:
            return
        sentence = self.sentence
        implied = None
        if source is None and same_as is None:
            if form.kind == "show":
                return  # "nakon što su rezultati pokazali da": nobody who spoke before.
            same_as = self._shared(form)
            if same_as is None:
                implied = sentence.span((at, at + 1))
        first, last = at, at
        if at + 1 < len(sentence) and sentence.keys[at + 1] in ("je", "su"):
            last = at + 1
        elif at and sentence.keys[at - 1] in ("je", "su"):
            first = at - 1
        cue = Cue(first, last, form.lemma, form.tense)
        span = sentence.span(source) if source else None
        self.keep(cue, span, content, before, rule, same_as, implied)
        self.forms_of[-1] = form

    def _shared(self, form: CueForm) -> int | None:
        """The attribution before in the sentence whose speaker goes on: "X je rekao A i dodao
        B"."""
        for number in range(len(self.found) - 1, -1, -1):
            other = self.forms_of[number]
            if other is None:
                continue
            same = not (form.number and other.number) or form.number == other.number
            if same and form.gender and other.gender and form.tense == other.tense == "past":
                same = form.gender == other.gender
            return number if same else None
        return None

    def keep(
        self,
        cue: Cue,
        source: Span | None,
        content: list[Span],
        before: bool,
        rule: str,
        same_as: int | None,
        implied: Span | None = None,
    ) -> None:
        sentence = self.sentence
        span = Span(sentence.starts[cue.first], sentence.ends[cue.last])
        self.found.append(
            Attribution(
                cue,
                span,
                source,
                same_as,
                tuple(content),
                before,
                rule,
                implied=implied,
                split=len(content) > 1,
            )
        )
        self.forms_of.append(None)

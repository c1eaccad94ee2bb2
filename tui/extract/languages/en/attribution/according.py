"""What is said "according to" somebody: the clause before that, or the one behind it."""

from __future__ import annotations

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.content_end import OPENING_OWN
from tui.extract.languages.en.attribution.contents import Contents
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.text.document import Span

_COUNTS = frozenset("results result count counts tally returns figures".split())
"""What shows numbers, and is no source that says something."""
_WHICH = frozenset("who which where whom".split())
_LONGEST_SOURCE, SHORTEST = 16, 12
"""Words of a source, at most; of a relative clause that is a statement, at least."""


class According:
    """Reads it in one sentence."""

    def __init__(self, sentence: SpeechSentence, contents: Contents) -> None:
        self.sentence = sentence
        self.contents = contents

    def read(self, cue: Cue) -> Attribution | None:
        sentence, tokens = self.sentence, self.sentence.tokens
        if sentence.lower(cue.last + 1) in _WHICH:
            return self._of_antecedent(cue)
        opens = cue.first <= 1 and tokens[0].kind != "quote"
        source = sentence.phrase_right(cue.last + 1, wide=not opens)
        if source is None:
            return None
        begin = 0 if opens else self._clause_of(cue)
        before = sentence.trimmed(sentence.start_of(begin), sentence.starts[cue.first])
        behind = source[1]
        if opens and not self._comma(behind):
            wider = sentence.phrase_right(cue.last + 1, wide=True)
            end = self._past_time(wider[1]) if wider else 0
            if wider is not None and self._comma(end):
                # "According to a report by the council on Friday, ...": all of it is the source.
                source, behind = wider, end
            else:
                source, behind = self._past_publishing(source, wider or source)
        if opens:
            behind = self._past_relative(behind)
        after = sentence.trimmed(
            sentence.start_of(self._past_citing(behind)), self._next_source(behind)
        )
        parted = cue.first > 1 and tokens[cue.first - 1].text == "," and self._comma(behind)
        fronted = self._fronted(cue) and self._comma(behind)
        interrupts = parted and not self._said_before(begin, cue.first - 1)
        if parted and after and tokens[cue.first - 2].lower in _WHICH:
            before = None  # "a hall from where, according to Kos, voters were sent"
        if (
            opens
            or fronted
            or before is None
            or (interrupts and self.contents.endings.is_setting(begin, cue.first - 1))
        ):
            content: tuple[Span, ...] = (after,) if after else ()
        elif interrupts and after:
            content = (before, after)  # "the turnout, according to Kos, was 46 percent"
        else:
            content = (before,)
            tail = self.contents.content_after_break(behind)
            if tail and sentence.quoted(tail):
                content += tail
        follows = not (opens or fronted)
        made = sentence.attribution(cue, source, content, "according-to", before=follows)
        if made is None:
            return None
        made.interrupted = interrupts and len(content) > 1
        counted = tokens[source[1] - 1].lower in _COUNTS and not any(
            sentence.names(at) for at in range(*source)
        )
        made.aside = counted or (bool(begin) and not parted and cue.first - begin < SHORTEST)
        return made

    def _of_antecedent(self, cue: Cue) -> Attribution | None:
        """ "Kos presented a report, according to which the count was slow": what is behind it."""
        behind = self.sentence.between(cue.last + 2)
        owner = self.sentence.antecedent(cue.last + 1)
        end = cue.first - (self.sentence.lower(cue.first - 1) == ",")
        source = (owner[0], end) if owner and owner[0] < end else None
        return self.sentence.attribution(cue, source, behind, "according-to")

    def _past_publishing(self, source: Phrase, whole: Phrase) -> tuple[Phrase, int]:
        """A source and the comma behind when it was published: "a poll by Medis published on
        Tuesday, 58 percent ..."; else as it is, as where "the letters" are published behind it."""
        ahead = [each.lower for each in self.sentence.tokens[whole[0] : whole[0] + _LONGEST_SOURCE]]
        words = ahead[: ahead.index(",")] if "," in ahead else []
        made = not lex.MADE_PUBLIC.isdisjoint(words) and lex.AUXILIARIES.isdisjoint(words)
        here = made and "the" not in words[whole[1] - whole[0] :]
        return (whole, whole[0] + len(words)) if here else (source, source[1])

    def _past_time(self, at: int) -> int:
        """Behind the words that tell when, which stand at a token."""
        end = at
        while end < len(self.sentence.tokens) and self.sentence.time_at(end):
            end += 1
        return end

    def _fronted(self, cue: Cue) -> bool:
        """Whether "according to" opens a clause behind another: "...; according to Kos, ..."."""
        words = [token.lower for token in self.sentence.tokens[max(0, cue.first - 2) : cue.first]]
        return len(words) == 2 and (
            words[1] == ";" or (words[1] in OPENING_OWN and words[0] in (",", ";"))
        )

    def _past_relative(self, behind: int) -> int:
        """Behind ", which Kos presented today,": what the source is."""
        tokens = self.sentence.tokens
        words = [token.text for token in tokens[behind : behind + 3]]
        if words[::2] == [",", ","] and words[1].isupper() and 1 < len(words[1]) < 7:
            return behind + 2  # "According to the Ballot Council, BC, ..."
        related = any(token.lower in _WHICH for token in tokens[behind + 1 : behind + 2])
        if not self._comma(behind) or not related:
            return behind
        commas = (at for at in range(behind + 2, len(tokens)) if tokens[at].text == ",")
        return next((at for at in commas if self.sentence.has_verb(behind + 2, at)), behind)

    def _past_citing(self, behind: int) -> int:
        """Behind ", citing two officials,": where the source has it from."""
        tokens = self.sentence.tokens
        words = [token.lower for token in tokens[behind : behind + 2]]
        if len(words) < 2 or words[0] != "," or words[1] not in ("citing", "quoting"):
            return behind
        commas = (at for at in range(behind + 2, len(tokens)) if tokens[at].text == ",")
        return next(commas, behind)

    def _next_source(self, behind: int) -> int:
        """Where another source begins: "According to Kos, ...; according to Simic, ..."."""
        tokens = self.sentence.tokens
        for at in range(behind, len(tokens) - 2):
            if tokens[at].text not in (";", ","):
                continue
            joined = tokens[at + 1].lower in OPENING_OWN
            other = tokens[at + 1 + joined].lower == "according"
            if other and (joined or tokens[at].text == ";"):
                return self.sentence.starts[at]
        return self.sentence.end

    def _clause_of(self, cue: Cue) -> int:
        """Where the clause begins that "according to" stands behind: "at which 900 people
        were counted according to the town hall"."""
        tokens = self.sentence.tokens
        parted = False
        for at in range(cue.first - 2, 0, -1):
            token = tokens[at]
            if token.kind == "quote":
                return 0
            if token.text == ";":
                return at + 1
            thousands = tokens[at - 1].text.isdigit() and tokens[at + 1].text.isdigit()
            if token.text == "," and not parted and not thousands:
                parted = True  # Farther off no relative clause goes on to here.
                if tokens[at + 1].lower in _WHICH:
                    return at + 2
                if self._owns_relative(at):
                    return at + 3
        return 0

    def _owns_relative(self, at: int) -> bool:
        """Whether ", of which" stands at a comma."""
        words = [token.lower for token in self.sentence.tokens[at + 1 : at + 3]]
        return len(words) == 2 and words[0] in lex.PREPOSITIONS and words[1] in ("which", "whom")

    def _said_before(self, begin: int, end: int) -> bool:
        """Whether a clause with a verb, or a quotation, stands between two tokens: what is
        according to somebody."""
        tokens = self.sentence.tokens
        return any(
            tokens[at].kind == "quote"
            or (self.sentence.is_verb(at) and tokens[at - 1].lower not in lex.RELATIVES)
            for at in range(begin + 1, end)
        )

    def _comma(self, at: int) -> bool:
        return at < len(self.sentence.tokens) and self.sentence.tokens[at].text == ","

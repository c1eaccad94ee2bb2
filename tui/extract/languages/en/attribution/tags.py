"""Cues that stand behind what is said: ", said Kos", ", its spokesman told reporters", ", as Kos
put it"."""

from __future__ import annotations

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.contents import Contents
from tui.extract.languages.en.attribution.sources import Subjects
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.languages.en.cues import cue_verb

_COMING = frozenset("will would 'll shall may might can could".split())
_ADDRESSED = lex.PLURAL_PEOPLE | lex.TIME_NOUNS | cues.DOCUMENTS | lex.MEDIA_WORDS
"""To whom, when and where something is said."""
_NO_TELLERS = frozenset("who which that and but or as while".split())
_WHO_OR_WHOSE = lex.RELATIVES | {"whose"}
_FRAMES = frozenset("that if when while as because who which whom".split())


class Tags:
    """Tells them in one sentence."""

    def __init__(self, sentence: SpeechSentence, subjects: Subjects, contents: Contents) -> None:
        self.sentence = sentence
        self.subjects = subjects
        self.contents = contents

    def inverted(self, cue: Cue) -> bool:
        """Whether the subject stands behind the cue: ``," said Smith``."""
        tokens, first, last = self.sentence.tokens, cue.first, cue.last
        if cue.lemma not in cues.SPEECH or cue.construction != "finite":
            return False
        if first == 0:
            # "Said Smith: ..." opens a sentence.
            return len(tokens) > 2 and tokens[1].capital and self.contents.colon(1) is not None
        before = tokens[first - 1]
        if before.kind == "mark" and before.text == "," and first > 1:
            # A comma before the verb closes an apposition when a subject stands before it.
            inner = tokens[first - 2]
            pronoun = last + 2 < len(tokens) and tokens[last + 1].lower in lex.SUBJECT_PRONOUNS
            goes_on = pronoun and self.sentence.is_verb(last + 2)  # "said he expects the list"
            named = not goes_on and self._ends_with_name(last + 1)
            apposed = inner.kind != "quote" and not named
            if apposed and self.subjects.subject_before_comma(first - 1) is not None:
                return False
        elif before.kind != "quote":
            return False
        if last + 1 >= len(tokens):
            return False
        nxt = tokens[last + 1]
        if nxt.kind != "word":
            return False
        if nxt.lower in ("that", "to", "in", "on", "at", "he", "she", "they", "during", "when"):
            return nxt.lower in ("he", "she", "they")
        if cue_verb(cue.lemma).addressee and before.kind != "quote":
            return False
        if self._acts(last + 1):
            return False  # "Kos, the mayor, said the vote was fair"
        return (
            nxt.capital
            or nxt.lower in lex.DETERMINERS
            or nxt.lower in lex.ROLE_NOUNS
            or nxt.lower in lex.PLURAL_PEOPLE
            or any(t.capital for t in tokens[last + 2 : last + 4])
        )

    def _acts(self, at: int) -> bool:
        """Whether a noun phrase and then its verb begin at a token."""
        tokens = self.sentence.tokens
        phrase = self.sentence.phrase_right(at)
        if phrase is None or phrase[1] >= len(tokens):
            return False
        return tokens[phrase[1]].finite

    def _ends_with_name(self, at: int) -> bool:
        """ "The count goes on, added Vice-President Ana Simic": a name that begins at a token or
        soon behind it, and nothing else but what explains it."""
        tokens = self.sentence.tokens
        phrase = self.sentence.phrase_right(at)
        if phrase is not None and self._of_a_role(phrase):
            phrase = self.subjects.with_name(phrase)
        if phrase is None or self.sentence.time_at(at) or tokens[at].lower in lex.PREPOSITIONS:
            return False
        if self.sentence.has_verb(*phrase):
            return False  # "said police officers surrounded the centre of Brod"
        last = tokens[phrase[1] - 1]
        if not (last.capital or self.sentence.names(at)):
            return False
        behind = tokens[phrase[1]].text if phrase[1] < len(tokens) else "."
        titles = self.sentence.titles
        spoken = any(tokens[each].kind == "quote" and each not in titles for each in range(at - 1))
        long = at > 5 and not spoken
        beyond = tokens[phrase[1] + 1].lower if phrase[1] + 1 < len(tokens) else ""
        told_of = behind == "," and beyond in _WHO_OR_WHOSE
        plain = told_of or not self.sentence.has_verb(phrase[1], len(tokens))
        return long and behind in (".", ",") and plain

    def _of_a_role(self, phrase: Phrase) -> bool:
        """Whether a phrase tells what somebody is: "the head of the commission"."""
        for token in self.sentence.tokens[slice(*phrase)]:
            if token.lower in lex.ROLE_NOUNS:
                return True
            if token.lower in lex.PREPOSITIONS:
                return False
        return False

    def as_said(self, cue: Cue, begin: int, behind: int) -> bool:
        """ "..., as Kos put it": nothing is said behind the cue, and all that stands before."""
        tokens = self.sentence.tokens
        if begin < 2 or tokens[begin - 1].lower != "as" or tokens[begin - 2].kind == "word":
            return False
        ends = behind >= len(tokens) or tokens[behind].kind == "mark"
        return ends and (cue.lemma in cues.SPEECH or tokens[begin - 2].kind == "quote")

    def tells_before(self, cue: Cue) -> bool:
        """Whether nothing but a cue and its source stands behind a quotation that a comma
        closes: it is told by them, whoever spoke before."""
        tokens = self.sentence.tokens
        if cue.lemma not in cues.SPEECH or cue.construction != "finite" or cue.lemma == "describe":
            return False
        if tokens[cue.last].lower in cues.PLURAL_NOUNS:
            return False
        at = cue.first - 1
        while at > 0 and tokens[at].kind != "quote" and cue.first - at < 14:
            token = tokens[at]
            if token.lower in _FRAMES or token.finite:
                return False
            at -= 1
        quote = tokens[at].quote
        return quote is not None and self.sentence.text[quote.end - 1] in ",?!"

    def closes(self, cue: Cue) -> bool:
        """Whether a sentence ends in a cue whose source tells it all: "The board dismissed them,
        its president told reporters"."""
        tokens, found = self.sentence.tokens, self.sentence.found
        if cue.lemma not in cues.SPEECH or cue.construction != "finite" or not found:
            return False
        last = found[-1]
        if (
            last.nested
            or last.before
            or len(tokens) - cue.last > 8
            or self.sentence.quoted(last.content)
        ):
            return False
        source, _ = self.subjects.subject(cue)
        if source is None or source[0] < 4 or tokens[source[0] - 1].text != ",":
            return False
        if tokens[source[0]].lower in _NO_TELLERS or not self.ends(cue):
            return False
        coming = any(
            t.lower in _COMING for t in tokens[max(0, last.cue.first - 3) : last.cue.first]
        )
        follows = tokens[last.cue.last + 1].lower
        if last.cue.lemma in cues.SPEECH and follows != "to" and not coming:
            # "Kos said that all was well, Reuters reported": who passes it on.
            if not last.content or self._takes_noun(last):
                last.nested = bool(last.content)
                return last.nested
            begin = last.content[-1].start
            kept = self.sentence.trimmed(begin, self.sentence.starts[source[0]])
            last.content = (*last.content[:-1], kept) if kept else last.content
            return False
        if len(found) > 1 or not self.contents.follows_content(cue, source[0], cue.last + 1):
            return False
        last.nested = True
        return True

    def _takes_noun(self, made: Attribution) -> bool:
        """Whether what is said by an attribution is no clause, or nothing but another's tag."""
        first = made.content[0].start
        at = next((n for n, s in enumerate(self.sentence.starts) if s >= first), 0)
        that = at > 0 and self.sentence.tokens[at - 1].lower == "that"
        return not that and not self.contents.complements.clause_ahead(at)

    def ends(self, cue: Cue) -> bool:
        """Whether nothing but an addressee, a time or a place stands behind a cue."""
        for token in self.sentence.tokens[cue.last + 1 :]:
            small = token.lower in lex.PREPOSITIONS or token.lower in lex.DETERMINERS
            told = token.lower in _ADDRESSED
            if not (token.capital or small or told or token.kind == "mark"):
                return False
        return True

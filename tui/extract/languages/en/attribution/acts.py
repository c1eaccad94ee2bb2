"""Cues that tell of an act and no speech: "The referendum asked voters whether ..."."""

from __future__ import annotations

from tui.extract.analysis.attribution import Cue
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.contents import Contents
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.languages.en.cues import cue_verb

_NOBODY = frozenset("nobody none no nothing neither".split())
_ONE = frozenset("a an one single".split())
_BALLOTS = frozenset("referendum ballot plebiscite question questionnaire form".split())
"""What voters are asked by, and nobody says."""
_SHOWING = frozenset("underscore underline imply reveal hint".split())
"""What things do as well as people."""


class Acts:
    """Tells them in one sentence."""

    def __init__(self, sentence: SpeechSentence, contents: Contents) -> None:
        self.sentence = sentence
        self.contents = contents

    def does(self, cue: Cue, source: Phrase) -> bool:
        """Whether a cue and its subject tell of no speech."""
        return (
            self._nobody(source)
            or self._might(cue)
            or self._earlier_version(source)
            or self._compares(cue, source)
            or self._aims(cue, source)
            or self._on_ballot(cue, source)
            or self._whom(cue, source)
            or self._is_requested(source)
            or any(token.text == "I" for token in self.sentence.tokens[slice(*source)][1:])
            or self._underscores(cue, source)
        )

    def _might(self, cue: Cue) -> bool:
        """ "Kos could have asked for a recount": nothing is said."""
        tokens = self.sentence.tokens
        before = {token.lower for token in tokens[max(0, cue.first - 3) : cue.first]}
        return not (self.sentence.quotes or before.isdisjoint(("could", "might")))

    def _nobody(self, source: Phrase) -> bool:
        """ "Nobody wanted to hear it", but not "No wonder Kos said so"."""
        words = [token.lower for token in self.sentence.tokens[source[0] : source[0] + 2]]
        before = self.sentence.lower(source[0] - 1)
        none = "not" in (words[0], before) and not _ONE.isdisjoint(words)
        return none or (words[0] in _NOBODY and words[-1] not in ("wonder", "doubt", "surprise"))

    def _is_requested(self, source: Phrase) -> bool:
        """ "Can you tell us how it was?": who is asked to speak has said nothing."""
        words = [self.sentence.lower(at) for at in (source[1] - 2, source[1] - 1)]
        return words[1] == "you" and words[0] in ("can", "could", "would", "will")

    def _earlier_version(self, source: Phrase) -> bool:
        """ "An earlier version of this article said ...": a correction, and nobody's words."""
        words = {token.lower for token in self.sentence.tokens[slice(*source)]}
        return "version" in words and not words.isdisjoint({"earlier", "previous", "original"})

    def _compares(self, cue: Cue, source: Phrase) -> bool:
        """ "Closer than many think appropriate": a measure, and not what they think."""
        before = self.sentence.tokens[source[0] - 1].lower if source[0] else ""
        return before == "than" and cue.lemma in cues.MIND

    def _underscores(self, cue: Cue, source: Phrase) -> bool:
        """ "The vote underscored the need to act": a thing shows it, and nobody speaks."""
        words = [token.lower for token in self.sentence.tokens[slice(*source)]]
        of = next((at for at, word in enumerate(words) if word in lex.PREPOSITIONS), len(words))
        thing = not self.contents.complements.speaks((source[0], source[0] + of))
        return cue.lemma in _SHOWING and thing

    def _on_ballot(self, cue: Cue, source: Phrase) -> bool:
        """ "The referendum asked voters whether ...": nobody speaks."""
        return cue.lemma == "ask" and any(
            token.lower in _BALLOTS for token in self.sentence.tokens[slice(*source)]
        )

    def _whom(self, cue: Cue, source: Phrase) -> bool:
        """ "Kos, whom Simic criticised, left": what is said stands before, and it is a name."""
        tokens = self.sentence.tokens
        if not source[0] or tokens[source[0] - 1].lower != "whom":
            return False
        behind = cue.last + 1
        if behind == len(tokens) or tokens[behind].lower in ("for", "of", "as"):
            return False
        subject = tokens[behind].lower in lex.SUBJECT_PRONOUNS | lex.DETERMINERS
        return not (subject or self.sentence.names(behind))  # "whom Simic said she trusts"

    def _aims(self, cue: Cue, source: Phrase) -> bool:
        """ "The union, which Kos wants to join, is silent": what is done with it is no speech."""
        tokens = self.sentence.tokens
        if not source[0] or tokens[source[0] - 1].lower != "which":
            return False
        behind = [token.lower for token in tokens[cue.last + 1 : cue.last + 3]]
        aims = behind[:1] == ["to"] and behind != ["to", "do"]
        return aims and "to" in cue_verb(cue.lemma).takes

    def is_called(self, cue: Cue) -> bool:
        """ "The movement, called “Dawn”, lost": a name is told, and nobody says it."""
        tokens, before = self.sentence.tokens, cue.first - 1
        if cue.lemma != "call" or before < 1 or cue.last + 2 >= len(tokens):
            return False
        parted = tokens[before].text == "," and tokens[cue.last + 2].text == ","
        return parted and not self.sentence.has_verb(0, before)

    def counts(self, cue: Cue) -> bool:
        """ "The police put it at 11,000": a number, and no way of saying a thing."""
        behind = [token.lower for token in self.sentence.tokens[cue.last : cue.last + 2]]
        return behind == ["it", "at"]

"""Sources that are no plain subject of a verb of saying: "was quoted as saying", "amid claims
that", "to demand", the colon of a headline."""

from __future__ import annotations

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.contents import Contents
from tui.extract.languages.en.attribution.sources import Subjects
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.languages.en.cues import cue_verb
from tui.extract.languages.en.names.gazetteer import countries
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "attribution")

GATES = _WORDS["gates"]
_GATES = GATES | lex.AUXILIARIES
_ASKED = _WORDS["asked"] | {"to", "that"}
_OPEN_SUBJECTS = lex.DETERMINERS | lex.SUBJECT_PRONOUNS
_FORMS = _WORDS["forms"]
"""What a report calls itself before the colon of its headline."""
SPEAKERS = lex.ROLE_NOUNS | lex.PLURAL_PEOPLE | lex.ORG_WORDS | lex.GROUP_NOUNS | cues.DOCUMENTS
"""What may end the words before a headline's colon, beside names."""


class Constructions:
    """Reads them in one sentence."""

    def __init__(self, sentence: SpeechSentence, subjects: Subjects, contents: Contents) -> None:
        self.sentence = sentence
        self.subjects = subjects
        self.contents = contents

    def headline_colon(self) -> Attribution | None:
        """ "Ana Simic: Vote Was Fair" says who says it without a verb."""
        tokens = self.sentence.tokens
        at = self.contents.colon(0)
        if at is None or not 2 <= at <= 5 or len(tokens) < at + 2 or not tokens[0].capital:
            return None
        speaks = self.sentence.names(at - 2) or tokens[at - 2].lower in SPEAKERS
        speaks = speaks or (at in (2, 3) and self.sentence.is_name_elsewhere(at - 2))
        topic = at == 2 and (tokens[0].text in countries() or tokens[0].lower in _FORMS)
        if tokens[at].kind != "quote" and (topic or not (speaks and tokens[at].capital)):
            return None  # "Election live: ...", "Photo: ...": nobody says it.
        colon = Cue(at - 1, at - 1, "say", "finite")
        return self.sentence.attribution(colon, (0, at - 1), self.sentence.between(at), "headline")

    def held_by(self) -> Attribution | None:
        """ "For Kos, who leads the bloc, the vote was “stolen”": as Kos sees it."""
        sentence, tokens = self.sentence, self.sentence.tokens
        if not sentence.quotes or tokens[0].lower != "for" or not sentence.names(1):
            return None
        quote = next(at for at, token in enumerate(tokens) if token.kind == "quote")
        commas = [at for at in range(2, quote) if tokens[at].text == ","]
        begin = commas[-1] + 1 if commas else quote
        if tokens[begin].lower not in _OPEN_SUBJECTS or not sentence.has_verb(begin + 1, quote):
            return None
        cue = Cue(0, 0, "according", "opinion")
        return sentence.attribution(cue, (1, 2), sentence.between(begin), "opinion")

    def opinion(self, cue: Cue) -> Attribution | None:
        """ "In his opinion, ...", "The bloc will be, in the words of Kos, ...": what stands beside
        it in the sentence."""
        sentence = self.sentence
        behind = cue.last + 1
        if sentence.lower(behind) == "of":
            source = sentence.phrase_right(behind + 1)
            behind = source[1] if source else behind
        else:
            source = self.subjects.owner(cue.last)
        opens = cue.first <= 1
        if source is None or not (opens or sentence.quotes):
            return None  # Which clause of the sentence it is about the words do not tell.
        before = () if opens else sentence.between(0, cue.first)
        after = sentence.between(behind)
        return sentence.attribution(cue, source, before + after, "opinion", before=not after)

    def passive(self, cue: Cue) -> Attribution | None:
        if cue.lemma in ("quote", "cite"):
            return self._quoted_as_saying(cue)
        if cue_verb(cue.lemma).addressee:
            return self._was_asked(cue)
        if (told := self._told_before(cue) or self._as_stated(cue)) is not None:
            return told
        source, behind = self._by(cue.last + 1)
        told_as = source is not None and self.sentence.lower(behind) in ("as", "to")
        if not told_as or not cue_verb(cue.lemma).passive:
            return None
        content = self.sentence.between(behind + 1, self.sentence.clause_end(behind + 1))
        return self.sentence.attribution(cue, source, content, "passive")

    def _by(self, at: int) -> tuple[Phrase | None, int]:
        """Who stands behind a "by" at a token, and where that ends."""
        source = self.sentence.phrase_right(at + 1) if self.sentence.lower(at) == "by" else None
        return source, source[1] if source else at

    def _as_stated(self, cue: Cue) -> Attribution | None:
        """ "The count was slow, as stated by Kos": what stands before it."""
        sentence, begin = self.sentence, cue.first - 1
        apart = sentence.lower(begin) == "as" and sentence.lower(begin - 1) == ","
        if not apart or cue.lemma not in cues.SPEECH or not self.contents.prose_before(begin):
            return None
        source = self.subjects.with_name(self._by(cue.last + 1)[0])
        content = self.contents.content_before(begin) if source else ()
        return sentence.attribution(cue, source, content, "passive", before=True)

    def _told_before(self, cue: Cue) -> Attribution | None:
        """ "This was announced on Monday by its leader, Kos": what the sentence before says."""
        subject, _ = self.subjects.subject(cue)
        if subject is None or self.sentence.lower(subject[0]) not in ("this", "that"):
            return None
        if subject[0] > 1 or subject[1] - subject[0] > 1 or cue.lemma not in cues.SPEECH:
            return None
        for at in range(cue.last + 1, cue.last + 8):
            if self.sentence.lower(at) == "by":
                source = self.sentence.span_of(self.subjects.with_name(self._by(at)[0]))
                words = self.sentence.words_of(cue)
                made = Attribution(cue, words, source, None, (), True, "told-before")
                made.of_before = True
                return made if source else None
        return None

    def _was_asked(self, cue: Cue) -> Attribution | None:
        """ "Kos was asked, “...”", "was told by voters that ...": by somebody else than Kos."""
        sentence, tokens = self.sentence, self.sentence.tokens
        source, at = self._by(cue.last + 1)
        for index in range(at, min(len(tokens), at + 14)):
            token = tokens[index]
            if token.kind == "quote" or token.lower in _ASKED:
                break
            if token.finite or (source is None and token.kind == "word" and index > at + 4):
                return None
        else:
            return None
        begin = index + (token.lower in ("that", "to"))
        end = sentence.clause_end(begin, keep_commas=True)
        fronted = self.contents.endings.fronted_until(cue)
        if fronted is not None and begin < fronted < end:
            end = fronted  # "Asked by Kos whether it rained, Simic smiled"
        content = sentence.between(begin, end)
        if source is None and not sentence.quoted(content):
            return None
        return sentence.attribution(cue, source, content, "asked")

    def passed_on(self, cue: Cue) -> Attribution | None:
        """ "N1 quoted Kos as saying ...": Kos says it."""
        whom = self.sentence.phrase_right(cue.last + 1)
        return self._as_saying(cue, whom, whom[1]) if whom else None

    def _quoted_as_saying(self, cue: Cue) -> Attribution | None:
        """ "Kos was quoted by the Herald as saying that ...": by Kos, not by the Herald."""
        source, _ = self.subjects.subject(cue)
        return self._as_saying(cue, source, self._by(cue.last + 1)[1]) if source else None

    def _as_saying(self, cue: Cue, source: Phrase, at: int) -> Attribution | None:
        """What stands behind "as saying", or before it all."""
        sentence, tokens = self.sentence, self.sentence.tokens
        for begin in range(at, min(len(tokens) - 1, at + 12)):
            lower = tokens[begin + 1].lower
            said = lower.endswith("ing") and cues.LEMMAS.get(lower) in cues.SPEECH
            if tokens[begin].lower == "as" and said:
                break
        else:
            return None
        begin += 2
        subject, _ = self.subjects.subject(cue)
        first = min(subject[0], cue.first) if subject else cue.first
        if first and (tokens[first - 1].kind == "quote" or tokens[first - 1].text == ","):
            content = self.contents.content_before(first)
            if content:
                return sentence.attribution(cue, source, content, "passed-on", before=True)
        begin += sentence.lower(begin) == "that"
        end = sentence.clause_end(begin, keep_commas=True)
        if any(token.lower in lex.RELATIVES for token in tokens[max(0, cue.first - 2) : at]):
            end = self.contents.endings.relative_end(cue, begin, end)
        return sentence.attribution(cue, source, sentence.between(begin, end), "passed-on")

    def noun(self, cue: Cue) -> Attribution | None:
        """ "Kos's claim that ...", "amid claims that ...": whose it is where an owner stands
        before the noun, and what is said behind "that"."""
        begin = cue.last + 2
        content = self.sentence.between(begin, self.contents.endings.noun_clause_end(cue, begin))
        if not content or not self._tells(begin):
            return None
        owner = self.subjects.owner(cue.first) or self.contents.complements.voicing(cue.first)
        return self.sentence.attribution(cue, owner, content, "noun")

    def _tells(self, begin: int) -> bool:
        """Whether a clause, and not a relative one ("reports that track spending"), follows."""
        tokens = self.sentence.tokens
        first = tokens[begin]
        opens = first.kind != "word" or first.capital or first.lower in _OPEN_SUBJECTS
        return opens or self.sentence.has_verb(begin + 1, len(tokens))

    def infinitive(self, cue: Cue) -> Attribution | None:
        """ "rallied ... to demand the annulment": a purpose that is a demand."""
        if cue.lemma not in ("demand", "denounce", "condemn", "urge", "announce", "deny"):
            return None
        sentence, back = self.sentence, cue.first - 2
        if back < 1 or sentence.tokens[back].lower in _GATES:
            return None
        verb = next((at for at in range(back) if sentence.is_verb(at)), None)
        source = self.subjects.clause_subject(verb - 1) if verb else None
        if source is None:
            return None
        content = sentence.between(cue.last + 1, sentence.clause_end(cue.last + 1))
        return sentence.attribution(cue, source, content, "purpose")

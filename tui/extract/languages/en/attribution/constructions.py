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
from tui.extract.text.document import Span

_WORDS = lists("words", "attribution")

GATES = _WORDS["gates"]
_GATES = GATES | lex.AUXILIARIES
_ASKED = frozenset("to that whether if what how why who when where".split())
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

    def headline_colon(self) -> None:
        """ "Ana Simic: Vote Was Fair" says who says it without a verb."""
        tokens = self.sentence.tokens
        at = self.contents.colon(0)
        if at is None or not 2 <= at <= 5 or len(tokens) < at + 2 or not tokens[0].capital:
            return
        speaks = self.sentence.names(at - 2) or tokens[at - 2].lower in SPEAKERS
        speaks = speaks or (at in (2, 3) and self.sentence.is_name_elsewhere(at - 2))
        topic = at == 2 and (tokens[0].text in countries() or tokens[0].lower in _FORMS)
        if tokens[at].kind != "quote" and (topic or not (speaks and tokens[at].capital)):
            return  # "Election live: ...", "Photo: ...": nobody says it.
        content = self.sentence.trimmed(self.sentence.starts[at], self.sentence.end)
        if content:
            colon = Span(self.sentence.starts[at - 1], self.sentence.ends[at - 1])
            source = self.sentence.span_of((0, at - 1))
            cue = Cue(at - 1, at - 1, "say", "finite")
            made = Attribution(cue, colon, source, None, (content,), False, "headline")
            self.sentence.found.append(made)

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
        content = sentence.trimmed(sentence.starts[begin], sentence.end)
        span = Span(sentence.starts[0], sentence.ends[0])
        cue = Cue(0, 0, "according", "opinion")
        source = sentence.span_of((1, 2))
        return content and Attribution(cue, span, source, None, (content,), False, "opinion")

    def opinion(self, cue: Cue, span: Span) -> Attribution | None:
        """ "In his opinion, ...", "The bloc will be, in the words of Kos, ...": what stands beside
        it in the sentence."""
        sentence, tokens = self.sentence, self.sentence.tokens
        behind = cue.last + 1
        if behind < len(tokens) and tokens[behind].lower == "of":
            source = sentence.phrase_right(behind + 1)
            behind = source[1] if source else behind
        else:
            source = self.subjects.owner(cue.last)
        if source is None:
            return None
        before = sentence.trimmed(sentence.start, sentence.starts[cue.first]) if cue.first else None
        after = sentence.trimmed(sentence.start_of(behind), sentence.end)
        if cue.first <= 1:
            before = None
        elif not sentence.quotes:
            return None  # Which clause of the sentence it is about the words do not tell.
        content = tuple(each for each in (before, after) if each is not None)
        if not content:
            return None
        return Attribution(
            cue, span, sentence.span_of(source), None, content, after is None, "opinion"
        )

    def passive(self, cue: Cue, span: Span) -> Attribution | None:
        tokens = self.sentence.tokens
        if cue.lemma in ("quote", "cite"):
            return self._quoted_as_saying(cue, span)
        if cue_verb(cue.lemma).addressee:
            return self._was_asked(cue, span)
        if (told := self._told_before(cue, span) or self._as_stated(cue, span)) is not None:
            return told
        if cue.last + 1 >= len(tokens) or tokens[cue.last + 1].lower != "by":
            return None
        if not cue_verb(cue.lemma).passive:
            return None
        source = self.sentence.phrase_right(cue.last + 2)
        if (
            source is None
            or source[1] >= len(tokens)
            or tokens[source[1]].lower not in ("as", "to")
        ):
            return None
        end = self.sentence.clause_end(source[1] + 1)
        content = self.sentence.trimmed(
            self.sentence.start_of(source[1] + 1), self.sentence.start_of(end)
        )
        if content is None:
            return None
        return Attribution(
            cue, span, self.sentence.span_of(source), None, (content,), False, "passive"
        )

    def _as_stated(self, cue: Cue, span: Span) -> Attribution | None:
        """ "The count was slow, as stated by Kos": what stands before it."""
        tokens, begin = self.sentence.tokens, cue.first - 1
        by = cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower == "by"
        apart = begin > 1 and tokens[begin].lower == "as" and tokens[begin - 1].text == ","
        told = by and apart and self.contents.prose_before(begin)
        if not told or cue.lemma not in cues.SPEECH:
            return None
        source = self.subjects.with_name(self.sentence.phrase_right(cue.last + 2))
        content = self.contents.content_before(begin)
        words = self.sentence.span_of(source)
        made = Attribution(cue, span, words, None, content, True, "passive")
        return made if source and content else None

    def _told_before(self, cue: Cue, span: Span) -> Attribution | None:
        """ "This was announced on Monday by its leader, Kos": what the sentence before says."""
        tokens = self.sentence.tokens
        subject, _ = self.subjects.subject(cue)
        if subject is None or tokens[subject[0]].lower not in ("this", "that"):
            return None
        if subject[0] > 1 or subject[1] - subject[0] > 1 or cue.lemma not in cues.SPEECH:
            return None
        for at in range(cue.last + 1, min(len(tokens), cue.last + 8)):
            if tokens[at].lower == "by":
                source = self.subjects.with_name(self.sentence.phrase_right(at + 1))
                made = Attribution(
                    cue, span, self.sentence.span_of(source), None, (), True, "told-before"
                )
                made.of_before = True
                return made if source else None
        return None

    def _was_asked(self, cue: Cue, span: Span) -> Attribution | None:
        """ "Kos was asked, “...”", "was told by voters that ...": by somebody else than Kos."""
        sentence, tokens = self.sentence, self.sentence.tokens
        at = cue.last + 1
        source = None
        if at < len(tokens) and tokens[at].lower == "by":
            source = sentence.phrase_right(at + 1)
            at = source[1] if source else at
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
        content = sentence.trimmed(sentence.start_of(begin), sentence.start_of(end))
        if content is None or (source is None and not sentence.quoted((content,))):
            return None
        return Attribution(cue, span, sentence.span_of(source), None, (content,), False, "asked")

    def passed_on(self, cue: Cue, span: Span) -> Attribution | None:
        """ "N1 quoted Kos as saying ...": Kos says it."""
        whom = self.sentence.phrase_right(cue.last + 1)
        if whom is None:
            return None
        return self._as_saying(cue, span, whom, whom[1])

    def _quoted_as_saying(self, cue: Cue, span: Span) -> Attribution | None:
        """ "Kos was quoted by the Herald as saying that ...": by Kos, not by the Herald."""
        tokens = self.sentence.tokens
        at = cue.last + 1
        if at < len(tokens) and tokens[at].lower == "by":
            by = self.sentence.phrase_right(at + 1)
            at = by[1] if by else at
        source, _ = self.subjects.subject(cue)
        return self._as_saying(cue, span, source, at) if source else None

    def _as_saying(self, cue: Cue, span: Span, source: Phrase, at: int) -> Attribution | None:
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
                return Attribution(
                    cue, span, sentence.span_of(source), None, content, True, "passed-on"
                )
        begin += begin < len(tokens) and tokens[begin].lower == "that"
        end = sentence.clause_end(begin, keep_commas=True)
        if any(token.lower in lex.RELATIVES for token in tokens[max(0, cue.first - 2) : at]):
            end = self.contents.endings.relative_end(cue, begin, end)
        said_then = sentence.trimmed(sentence.start_of(begin), sentence.start_of(end))
        if said_then is None:
            return None
        return Attribution(
            cue, span, sentence.span_of(source), None, (said_then,), False, "passed-on"
        )

    def noun(self, cue: Cue, span: Span) -> Attribution | None:
        """ "Kos's claim that ...", "amid claims that ...": whose it is where an owner stands
        before the noun, and what is said behind "that"."""
        begin = cue.last + 2
        content = self.sentence.trimmed(
            self.sentence.start_of(begin),
            self.sentence.start_of(self.contents.endings.noun_clause_end(cue, begin)),
        )
        if content is None or not self._tells(begin):
            return None
        owner = self.subjects.owner(cue.first) or self.contents.complements.voicing(cue.first)
        source = self.sentence.span_of(owner)
        return Attribution(cue, span, source, None, (content,), False, "noun")

    def _tells(self, begin: int) -> bool:
        """Whether a clause, and not a relative one ("reports that track spending"), follows."""
        tokens = self.sentence.tokens
        first = tokens[begin]
        opens = first.kind != "word" or first.capital or first.lower in _OPEN_SUBJECTS
        return opens or self.sentence.has_verb(begin + 1, len(tokens))

    def infinitive(self, cue: Cue, span: Span) -> Attribution | None:
        """ "rallied ... to demand the annulment": a purpose that is a demand."""
        if cue.lemma not in ("demand", "denounce", "condemn", "urge", "announce", "deny"):
            return None
        back = cue.first - 2
        if back < 1 or self.sentence.tokens[back].lower in _GATES:
            return None
        verb = next((t for t in range(back) if self.sentence.is_verb(t)), None)
        source = self.subjects.clause_subject(verb - 1) if verb else None
        if source is None:
            return None
        content = self.sentence.trimmed(
            self.sentence.start_of(cue.last + 1),
            self.sentence.start_of(self.sentence.clause_end(cue.last + 1)),
        )
        if content is None:
            return None
        return Attribution(
            cue, span, self.sentence.span_of(source), None, (content,), False, "purpose"
        )

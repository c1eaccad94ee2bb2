"""Whose verb it is: the subject of a cue, before it, apart from it, or shared with another."""

from __future__ import annotations

from tui.extract.analysis.attribution import Cue
from tui.extract.languages.en import cues, morphology
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.cue_construction import with_name
from tui.extract.languages.en.attribution.noun_phrases import NounPhrases
from tui.extract.languages.en.attribution.speech_sentence import Phrase
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "attribution")

_REDUCED = frozenset("up of by in from for at with near on as to".split())
"""What follows a participle that only describes: "a mission made up of ..."."""
_CONNECTIVES = (
    lex.ADVERBS | lex.CONJUNCTIONS | frozenset("while although though as because when if".split())
)
_NO_VERBS = lex.DETERMINERS | lex.PRONOUNS | lex.ADVERBS
_NO_SUBJECTS = lex.RELATIVES | lex.PREPOSITIONS
_FRONTING = _WORDS["fronting"]
"""What opens a clause before the sentence's own."""
_OPENING = '“"‘„'
_ARTICLES = frozenset("a an the this that".split())
_DEALING = frozenset("to on about against of over by".split())
"""What stands before a paper that is another's."""
_JOINING = frozenset("and or both nor as than not".split())
_DASHES = frozenset(["—", "–", "-", "--"])
_SHARED = frozenset({"finite", "participle"})
"""The constructions of a cue whose source a later one may share."""


class Subjects(NounPhrases):
    """Finds subjects in one sentence."""

    def _before(self, cue: Cue) -> int:
        """The last token before a cue that is no part of its verb and no adverb of it."""
        tokens = self.sentence.tokens
        at = cue.first - 1
        # "May" is a name, and an auxiliary.
        while (at >= 0 and not self.sentence.names(at)) and (
            tokens[at].lower in lex.ADVERBS
            or tokens[at].lower in lex.AUXILIARIES
            or (
                tokens[at].kind == "word"
                and not tokens[at].capital  # "Pauly"
                and morphology.is_adverb(tokens[at].lower)
            )
            or self.sentence.time_at(at)
            or (tokens[at].lower == "since" and tokens[at - 1].lower in ("has", "have", "had"))
            or (tokens[at].lower == "far" and tokens[at - 1].lower == "so")
        ):
            at -= 1
        return at

    def stand_in(self, cue: Cue) -> Span | None:
        """The "who" or "which" that the article has for the source right before its cue."""
        at = self._before(cue)
        if at < 0 or cue.construction != "finite":
            return None
        token = self.sentence.tokens[at]
        stands = token.kind == "word" and token.lower in ("who", "which", "that")
        return self.sentence.span_of((at, at + 1)) if stands else None

    def subject(self, cue: Cue) -> tuple[Phrase | None, int | None]:
        """The subject of a cue, or the attribution before whose source it shares."""
        beside, shared = self._beside(cue)
        found = self._with_name(beside), shared
        if found != (None, None) or cue.construction != "finite":
            return found
        other = self.sentence.subject_of_clause(cue.first)
        if other is None:
            return found
        # "Kos has waited since Simic, on Monday, cited ...": that clause is another.
        apart = other[1] < cue.first and self.sentence.is_verb(other[1])
        joined = self.sentence.tokens[self._before(cue)].lower in lex.CONJUNCTIONS
        return (None if apart and not joined else other), None

    def _with_name(self, phrase: Phrase | None) -> Phrase | None:
        """A phrase with the name in marks before its noun: "the “Green Dawn” coalition"."""
        if phrase is None or not phrase[0]:
            return phrase
        name, sentence = phrase[0] - 1, self.sentence
        named = sentence.tokens[name].kind == "word" and name not in sentence.titles
        if not named or sentence.text[sentence.starts[name]] not in _OPENING:
            return phrase
        return (name - (name > 0 and sentence.tokens[name - 1].lower in lex.DETERMINERS), phrase[1])

    def _beside(self, cue: Cue) -> tuple[Phrase | None, int | None]:
        """The same as far as what stands right before the cue tells."""
        tokens = self.sentence.tokens
        at = self._before(cue)
        if at < 0:
            return None, None
        token = tokens[at]
        if cue.construction == "participle" and with_name(tokens, at):
            begin = at
            while begin and tokens[begin - 1].capital and not self.sentence.names(begin):
                begin -= 1
            return (begin, at + 1), None
        if cue.construction == "participle":
            if (paper := self._dealt_with(at)) is not None:
                return paper, None
            shared = self.previous(cue)
            return (None, shared) if shared is not None else (self.main_subject(cue.first), None)
        if token.lower in ("who", "which", "that"):
            return self.sentence.antecedent(at), None
        if token.lower in ("and", "but", "or", "then") and token.kind == "word":
            own = self._behind_front(cue, at)
            if own is not None:
                return own, None
            shared = self.previous(cue)
            if shared is not None:
                return None, shared
            found = self._joined(at) or self.main_subject(cue.first)
            return found or self.clause_subject(at - 1), None
        if at in self.sentence.titles:
            return self.subject_before_comma(at), None
        if token.kind == "mark" and token.text == ",":
            shared_comma = self.previous(cue)
            apart = self.subject_before_comma(at)
            if apart is not None:
                return apart, None
            return None, shared_comma
        if token.kind == "mark" and token.text in _DASHES:
            opened = (n for n in range(at - 2, 0, -1) if tokens[n].text == token.text)
            return self.clause_subject(next(opened, at) - 1), None
        if token.text == ")":
            return self.clause_subject(at), None
        if token.kind != "word":
            return None, None
        return self.clause_subject(at), None

    def _dealt_with(self, at: int) -> Phrase | None:
        """ "Kos answered (to) a resolution calling on her to go": the paper that ends at a token,
        where it is somebody else's by the word before it."""
        tokens = self.sentence.tokens
        if tokens[at].lower not in cues.DOCUMENTS:
            return None
        begin = at
        while begin > 0 and tokens[begin].kind == "word" and tokens[begin].lower not in _ARTICLES:
            begin -= 1
        return (begin, at + 1) if begin and tokens[begin - 1].lower in _DEALING else None

    def _behind_front(self, cue: Cue, joined: int) -> Phrase | None:
        """ "When Kos mentioned the vote, Simic laughed and said ...": the subject that stands
        behind the clause in which the cue before stands."""
        tokens = self.sentence.tokens
        before = self.previous(cue)
        if before is None or tokens[0].lower not in _FRONTING:
            return None
        last = self.sentence.found[before].cue.last
        for at in range(last + 1, joined - 1):
            if tokens[at].text == ",":
                found = self.subject_at(at + 1)
                return found if found and found[1] < joined else None
        return None

    def _joined(self, joint: int) -> Phrase | None:
        """ "Simic smiled and said ...": the subject of the verb before "and"."""
        tokens = self.sentence.tokens
        for verb in range(joint - 1, 0, -1):
            if tokens[verb].kind == "quote" or tokens[verb].text in (";", ":"):
                return None
            if self.sentence.is_verb(verb):
                before = self._before(Cue(verb, verb, "", "finite"))
                if before < 0 or tokens[before].kind != "word":
                    return None
                if tokens[before].lower in lex.RELATIVES | lex.CONJUNCTIONS:
                    return None
                return self.clause_subject(before)
        return None

    def behind_opening(self, cue: Cue) -> Phrase | None:
        """The subject of the clause that a participle opens: behind a comma, a verb behind it."""
        tokens, text = self.sentence.tokens, self.sentence.text
        for at in range(cue.last + 1, len(tokens) - 2):
            quote = tokens[at].quote
            if tokens[at].text in (";", ":", "—", "–"):
                return None
            if tokens[at].text == "," or (quote is not None and text[quote.end - 1] == ","):
                found = self.subject_at(at + 1)
                if found is not None:
                    return found
        return None

    def main_subject(self, before: int) -> Phrase | None:
        """The subject of the sentence's first verb: "Kos shared a picture, writing ..."; behind
        what fronts it: "After the Lom fire, Kos shared a picture, calling ..."."""
        tokens = self.sentence.tokens
        commas = (at for at in range(2, before - 1) if tokens[at].text == ",")
        if tokens[0].lower in _FRONTING and (comma := next(commas, None)) is not None:
            own = self.subject_at(comma + 1)
            if own is not None and own[1] < before:
                return own
        for verb in range(1, before):
            if self.sentence.is_verb(verb):
                at = self._before(Cue(verb, verb, "", "finite"))
                apart = at > 0 and tokens[at].text == ","
                found = self.subject_before_comma(at) if apart else self.clause_subject(at)
                if found is not None:
                    return found
        return None

    def subject_of(self, at: int) -> Phrase | None:
        """The subject of the last verb before a token."""
        tokens = self.sentence.tokens
        for verb in range(at - 1, 0, -1):
            if tokens[verb].kind == "quote" or tokens[verb].text in (";", ":"):
                return None
            if self.sentence.is_verb(verb) and tokens[verb].lower not in ("be", "been"):
                before = self._before(Cue(verb, verb, "", "finite"))
                if before < 0:
                    return None
                lower = tokens[before].lower
                if lower in ("and", "or", "but", "that"):
                    continue
                if lower in lex.RELATIVES:
                    return before, before + 1
                apart = tokens[before].text == ","
                found = self.subject_before_comma(before) if apart else self.clause_subject(before)
                if found and found[0] and tokens[found[0] - 1].lower == "that":
                    continue  # What is said has a subject of its own.
                return found
        return None

    def previous(self, cue: Cue) -> int | None:
        for index in range(len(self.sentence.found) - 1, -1, -1):
            other = self.sentence.found[index]
            # "was called “a farce” by Kos, saying he would leave"
            passive = cue.construction == "participle" and other.cue.construction == "passive"
            if not other.nested and (passive or other.cue.construction in _SHARED):
                return other.same_as if other.same_as is not None else index
        return None

    def clause_subject(self, at: int) -> Phrase | None:
        """The noun phrase that ends at a token, as the subject of the verb behind it."""
        tokens = self.sentence.tokens
        start = self.sentence.clause_start(at)
        if start and self.told_of(start - 1):
            # "The aide who spoke to reporters said": the verb's subject stands before "who".
            return self._past_subordinator(self.sentence.antecedent(start - 1))
        index = start
        while index <= at and (
            tokens[index].lower in lex.ADVERBS
            or tokens[index].lower in lex.CONJUNCTIONS
            or tokens[index].kind == "mark"
            or self.sentence.time_at(index)
        ):
            index += 1
        for ago in range(index + 1, min(index + 5, at)):
            if tokens[ago].lower == "ago":
                index = ago + 1  # "A few minutes ago the opposition said"
        if index > at:
            return None
        if tokens[index].lower in lex.PREPOSITIONS and tokens[index].lower not in ("like",):
            found = self.past_opener(index, at)
            clause = tokens[index].lower in ("after", "before", "since", "until") and index < at
            index += tokens[index + 1].lower in ("then", "now") if clause and index + 1 < at else 0
            return (index + 1, at + 1) if clause and found is None else found
        for inner in range(index + 1, at + 1):
            if self.sentence.is_verb(inner) and not self._describes_only(inner, at):
                # "X won the vote Y said": the words behind the verb are not its subject.
                last = self.last_phrase(inner + 1, at)
                # "The list that Kos leads"
                led = last is None and start > 1 and tokens[start - 1].lower in lex.RELATIVES
                return self.sentence.antecedent(start - 1) if led else last
        if (
            start
            and tokens[start - 1].text == ","
            and self.apposed(index)
            and (tokens[index].lower not in lex.DETERMINERS or self.named(start - 2))
        ):
            whole = self.subject_before_comma(at + 1)
            if whole is not None:
                return whole
        apart = tokens[at].lower in lex.LONE_SUBJECTS and tokens[at - 1].lower not in _JOINING
        if apart and index < at:
            return at, at + 1  # "Asked whether it was late she said no"
        alone = tokens[index].lower in lex.LONE_SUBJECTS and index < at
        if alone and tokens[index + 1].lower in ("at", "in"):
            return index, index + 1  # "she at least", "he in turn"
        return index, at + 1

    def _past_subordinator(self, phrase: Phrase | None) -> Phrase | None:
        """A phrase without the word that opens its clause: "Though bakers who came say"."""
        if phrase is None:
            return None
        begin, end = phrase
        while begin < end - 1 and self.sentence.tokens[begin].lower in lex.SUBORDINATORS:
            begin += 1
        return begin, end

    def _describes_only(self, at: int, last: int) -> bool:
        """Whether a participle describes what stands before it: "made up of", "released last
        year"."""
        tokens = self.sentence.tokens
        if at < last:
            return tokens[at + 1].lower in _REDUCED
        past = tokens[at].tag == "past" and at + 1 < len(tokens)
        return past and self.sentence.time_at(at + 1)

    def told_of(self, at: int) -> bool:
        """Whether a "who", "which" or "that" is the subject of the verb right behind it."""
        tokens = self.sentence.tokens
        if tokens[at].lower not in ("who", "which", "that") or at + 1 >= len(tokens):
            return False
        behind = tokens[at + 1]
        if behind.kind != "word" or behind.capital:
            return False
        return behind.finite or (tokens[at].lower == "who" and behind.lower not in _NO_VERBS)

    def last_phrase(self, index: int, at: int) -> Phrase | None:
        tokens = self.sentence.tokens
        for position in range(at, index - 1, -1):
            lower = tokens[position].lower
            if lower in lex.SUBJECT_PRONOUNS or lower in lex.DETERMINERS:
                return position, at + 1
        begin = at
        while begin > index and tokens[begin - 1].capital:
            begin -= 1
        return (begin, at + 1) if tokens[begin].capital else None

    def past_opener(self, index: int, at: int) -> Phrase | None:
        """ "In Belgrade Vucic said": the subject behind an opening preposition's phrase."""
        tokens = self.sentence.tokens
        position = index + 1
        while position <= at:
            if tokens[position].lower in lex.SUBJECT_PRONOUNS:
                return position, at + 1
            if (
                self.sentence.names(position)
                and position > index + 1
                and tokens[position - 1].lower not in lex.DETERMINERS
            ):
                return position, at + 1
            position += 1
        return None

    def subject_before_comma(self, comma: int) -> Phrase | None:
        """The subject that an apposition or a relative clause between commas sets apart
        from its verb; the words of the whole, the apposition too."""
        tokens = self.sentence.tokens
        chunks = self.chunks(comma)
        for index in range(len(chunks) - 1, -1, -1):
            begin, end = chunks[index]
            first = begin
            while first < end and tokens[first].lower in _CONNECTIVES:
                first += 1
            if first == end:
                continue
            lower = tokens[first].lower
            if index and morphology.is_adverb(tokens[begin].lower):
                continue  # "Kos, evidently under pressure, said"
            verbless = not self.sentence.has_verb(first, end)
            if index == 0:
                fits = (
                    verbless
                    and lower not in _NO_SUBJECTS
                    and not self.sentence.time_at(first)
                    and not (first == 0 and self.describes(first))
                )
                return (first, comma) if fits else None
            if self.apposed(first):
                if verbless and lower in lex.DETERMINERS and self.opener(chunks[index - 1]):
                    return first, comma
                continue
            if not verbless:
                return None
            if self.capital(first, end):
                continue
            if index > 1 and (self.place(first, end) or self.named_within(chunks, index)):
                continue
            if index > 1 and self.listed(chunks, index):
                continue
            if index > 1 and tokens[begin].lower == "and" and self.age(chunks[index - 1]):
                begin = chunks[index - 2][0]  # "Ana Simic, 48, and Ivan Kos, 63,"
                return (begin, comma) if self.sentence.names(begin) else (first, comma)
            # "the party's manager, Ana Simic, said": the role stands before the name.
            earlier = chunks[index - 1][0]
            if index > 1 and self.is_role(chunks[index - 1]):
                return earlier, comma
            leads = index == 1 and earlier and tokens[earlier - 1].kind == "quote"
            return (earlier if leads and not self.opener(chunks[0]) else first), comma
        return None

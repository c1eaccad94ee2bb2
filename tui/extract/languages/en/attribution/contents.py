"""What is attributed: the clause behind a cue, or all that stands before its source."""

from __future__ import annotations

from tui.extract.analysis.attribution import Cue
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution import cue_finder
from tui.extract.languages.en.attribution.complements import Complements
from tui.extract.languages.en.attribution.content_end import Endings
from tui.extract.languages.en.attribution.sources import Subjects
from tui.extract.languages.en.attribution.speech_sentence import SpeechSentence
from tui.extract.languages.en.cues import cue_verb
from tui.extract.languages.en.happenings import FORMS
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span

_WORDS = lists("words", "attribution")

_PASSED_OVER = lex.ADVERBS - {"so", "not", "there", "now", "twice"}
_NO_SECOND_HALF = _WORDS["no_second_half"]
"""What opens no second half of a statement: "said Kos, whose party lost"."""
_WITH_VERBS = lex.AUXILIARIES | lex.ADVERBS
"""What stands before a verb as part of it: "has just told"."""
_DASHES = frozenset("-–—")
_OF_WHICH = frozenset("which who whom whose".split())
_EXPLAINING = lex.DETERMINERS | lex.ROLE_NOUNS
_BEFORE_DAY = frozenset("late early shortly earlier later".split())
"""What stands before the time at which something is said: "late on Sunday"."""
_SETTINGS = frozenset("in during at on after via through from".split())
_BEHIND_SPEECH = _SETTINGS | _WORDS["behind_speech"]
"""What may stand behind a source and its cue where they follow what is said."""


class Contents:
    """Finds contents in one sentence."""

    def __init__(self, sentence: SpeechSentence, subjects: Subjects) -> None:
        self.sentence = sentence
        self.subjects = subjects
        self.complements = Complements(sentence, subjects)
        self.endings = Endings(sentence, subjects)

    def follows_content(self, cue: Cue, begin: int, behind: int) -> bool:
        """Whether what is attributed stands before the source and its cue."""
        tokens = self.sentence.tokens
        if begin == 0:
            return False
        before = tokens[begin - 1]
        quoted_before = before.kind == "quote" or (
            before.text == "," and begin > 1 and tokens[begin - 2].kind == "quote"
        )
        if not quoted_before and self.subjects.stand_in(cue) is not None:
            return False  # "Kos, a baker who has pledged to leave"
        finds = "finding" in cue_verb(cue.lemma).takes and tokens[begin].lower in ("a", "an")
        shows = finds and self._ends_at(behind)
        if not quoted_before and tokens[cue.last].lower in cues.PLURAL_NOUNS and not shows:
            return False  # and not "..., a survey by Medis shows."
        if not quoted_before and self._goes_on(cue, begin, behind):
            return False
        aims = tokens[behind : behind + 1] and tokens[behind].lower == "to"
        if aims and not quoted_before and "to" in cue_verb(cue.lemma).takes:
            return False  # "While it rained, Kos sought to leave"
        if before.kind != "quote" and before.text not in (",", "—", "–", "?", "!", "-"):
            return False
        index = behind
        if cue_verb(cue.lemma).addressee and index < len(tokens):
            addressed = self.sentence.phrase_right(index)
            if addressed:
                index = addressed[1]
                if not quoted_before and self.complements.asked_to(addressed):
                    return False
        if index >= len(tokens):
            return quoted_before or self.sentence.headline or self.prose_before(begin)
        nxt = tokens[index]
        if nxt.kind == "quote":
            return quoted_before
        if before.text == "," and self._parted_from_verb(cue, begin, behind):
            return True  # "The town, she told us on Friday, has ..."
        if not quoted_before and nxt.text == "," and self._opens_speech(index + 1):
            return False
        if nxt.text in (".", ",", ";", "—", "–", "?", "!", ")", "-"):
            inverted = behind > cue.last + 1 and begin > 4
            return quoted_before or nxt.text != "," or inverted or self.prose_before(begin)
        if nxt.text == ":":
            # "By now 93 percent are counted, he said: Kos leads": both sides are what is said.
            spoken = index + 1 < len(tokens) and tokens[index + 1].kind == "quote"
            told = self.prose_before(begin) and not self.endings.fronts(0)
            return told and not quoted_before and not spoken
        if quoted_before:
            if not self._ends_speech(begin):
                return False
            return nxt.lower not in ("that", "there") or cue_verb(cue.lemma).addressee != ""
        run_on = nxt.lower in _BEHIND_SPEECH and self.prose_before(begin)
        return run_on and not self.that_ahead(index)

    def _ends_at(self, index: int) -> bool:
        """Whether the sentence ends at a token."""
        tokens = self.sentence.tokens
        return index >= len(tokens) or tokens[index].text == "."

    def _goes_on(self, cue: Cue, begin: int, behind: int) -> bool:
        """Whether what stands before a source is not what it says. So it is where the cue tells the
        next thing that its subject does ("Kos, the mayor, rang them and conceded"), where it has an
        object of its own ("In Brod, Kos asked for a recount"), and where only the rest of a clause
        is said ("who has, she says, sold yams")."""
        tokens = self.sentence.tokens
        between = range(begin, cue.first)
        other = any(
            self.sentence.is_verb(at) and tokens[at].lower not in _WITH_VERBS for at in between
        )
        joined = other and not any(tokens[at].lower in _OF_WHICH for at in between)
        asks = tokens[behind - 1].lower == "for"
        broken = tokens[begin - 2].lower in lex.AUXILIARIES and not self._ends_at(behind)
        return joined or asks or (broken and tokens[behind].text == ",")

    def _ends_speech(self, begin: int) -> bool:
        """Whether a quotation before a source ends as what that source said does."""
        tokens = self.sentence.tokens
        before = tokens[begin - 1]
        closing = before.quote or tokens[begin - 2].quote
        ends = closing is not None and self.sentence.text[closing.end - 1] in ",?!—-…."
        return ends or before.text == "," or (begin == 1 and self._opens_speech(0, words=4))

    def _parted_from_verb(self, cue: Cue, begin: int, behind: int) -> bool:
        """Whether a cue and its source stand between commas, with a verb right behind them."""
        tokens = self.sentence.tokens
        last = behind + 1 >= len(tokens)
        if not last and tokens[behind].text == "," and self._verb_at(behind + 1):
            return True
        if cue.lemma not in cues.SPEECH or any(
            token.lower in lex.RELATIVES or token.text == "," for token in tokens[begin:behind]
        ):
            return False
        for index in range(behind, min(behind + 8, len(tokens) - 1)):
            token = tokens[index]
            if token.text == ",":
                return tokens[index + 1].lower in lex.AUXILIARIES
            if token.kind != "word" or token.finite or token.lower == "that":
                return False
        return False

    def _verb_at(self, at: int) -> bool:
        lower = self.sentence.tokens[at].lower
        finite = FORMS.get(lower, ("", ""))[1] in ("s", "past")
        return finite or lower in lex.AUXILIARIES or self.sentence.is_verb(at)

    def _opens_speech(self, index: int, words: int = 1) -> bool:
        """Whether a quotation with a capital, of so many words, stands at a token."""
        tokens = self.sentence.tokens
        if index >= len(tokens):
            return False
        quote = tokens[index].quote
        if quote is None or not self.sentence.text[quote.start].isupper():
            return False
        return self.sentence.text.count(" ", quote.start, quote.end) >= words - 1

    def that_ahead(self, index: int) -> bool:
        return any(token.lower == "that" for token in self.sentence.tokens[index : index + 14])

    def prose_before(self, begin: int) -> bool:
        """Whether a clause stands before the source: it has a verb of its own."""
        tokens = self.sentence.tokens
        answer = begin == 2 and tokens[0].lower not in lex.ADVERBS  # "Yes, he said."
        return answer or (begin > 3 and self.sentence.has_verb(0, begin - 1))

    def content_before(self, begin: int, within: str = "") -> tuple[Span, ...]:
        """What stands before a source; ``within`` a mark of a sentence, only behind that."""
        tokens = self.sentence.tokens
        marks = (at + 1 for at in range(begin - 1, 0, -1) if tokens[at].text == within)
        start = next(marks, 0) if within else 0
        if self.sentence.found:
            # What an earlier attribution of the unit governs is not attributed twice.
            last = next((each for each in reversed(self.sentence.found) if not each.nested), None)
            stop = max([last.cue_span.end, *(span.end for span in last.content)]) if last else 0
            while start < begin and self.sentence.starts[start] < stop:
                start += 1
            if start >= begin:
                return ()
        while start < begin and tokens[start].kind == "mark":
            start += 1
        if start and tokens[start].lower in _OF_WHICH:
            return ()  # "..., which he said was late, the film shows"
        return self.sentence.between(start, begin)

    def content_after_break(self, behind: int) -> tuple[Span, ...]:
        """What goes on behind ", he said,": the other half of a split statement."""
        tokens = self.sentence.tokens
        index = behind
        while index < len(tokens) and tokens[index].kind not in ("mark", "quote"):
            index += 1
            if index - behind > 25:
                return ()
        if index < len(tokens) and tokens[index].kind == "mark" and tokens[index].text in ",;—–:":
            index += 1
        if index >= len(tokens) or tokens[index].text == ".":
            return ()
        cues = cue_finder.find(tokens) if self.sentence.headline else self.sentence.cues
        if any(cue.first == index and cue_verb(cue.lemma).attributes for cue in cues):
            return ()
        first = tokens[index]
        opens = first.kind == "word" and first.lower in _NO_SECOND_HALF
        # "..., he said, and the debt"
        adds = opens and first.lower in lex.CONJUNCTIONS and not self.sentence.quotes
        if opens and not adds:
            return ()
        gerund = first.lower.endswith("ing")  # "..., she said, wiping"
        if adds or gerund or self._explains(index):
            verbless = not self.sentence.has_verb(index, len(tokens))
            if verbless != adds:
                return ()
        if any(token.lower in _OF_WHICH for token in tokens[index : index + 3]):
            return ()  # "were held, he added, most of whom came from Brod"
        return self.stretch(index, self.endings.end_of_content(index, cues))

    def _explains(self, index: int) -> bool:
        """Whether words behind a source tell only who that is: "said Kos, the party's leader"."""
        first, *behind = self.sentence.tokens[index : index + 2]
        return first.lower in _EXPLAINING or any(each.lower in lex.POSSESSIVES for each in behind)

    def content_after(self, cue: Cue, behind: int, cues: list[Cue]) -> tuple[Span, ...]:
        tokens = self.sentence.tokens
        index = behind
        fronted = self.endings.fronted_until(cue)
        that: int | None = None
        if index >= len(tokens) or index == fronted:
            return ()
        if cue_verb(cue.lemma).addressee and tokens[index].kind == "word":
            addressed = self.sentence.phrase_right(index)
            if addressed and tokens[addressed[1] - 1].lower == "not":
                addressed = addressed[0], addressed[1] - 1
            that = self.that_before_clause(index)
            if that is not None:
                index = that
            elif addressed and self.complements.asked_to(addressed):
                index = addressed[0 if cue.lemma == "ask" else 1]
                return self.stretch(index, self.endings.end_of_content(index, cues, fronted))
            elif cue_verb(cue.lemma).addressee == "always" and addressed:
                index = addressed[1]
        if that is None and (cue.lemma != "call" or tokens[index].lower == "that"):
            that = self.that_before_clause(index)
        colon = self.colon(index, within=True)
        if that is not None:
            index = that
        elif colon is not None:
            index = colon
        else:
            index = self.past_setting(index)
        if index >= len(tokens) or tokens[index].text in (".", "?", "!"):
            return ()
        if cue.lemma == "describe" and tokens[index].lower == "as":
            index = min(index + 1, len(tokens) - 1)  # "what Kos described as “theft”"
        listed = colon is None or cue.lemma in ("dismiss", "reject")
        if that is None and listed and not self.complements.complement(cue, index):
            return ()
        end = self.endings.end_of_content(index, cues, fronted)
        if self.subjects.stand_in(cue) is not None:
            end = self.endings.relative_end(cue, index, end)
        if that is None and cue_verb(cue.lemma).cls == "stance" and not self.sentence.quotes:
            end = self.endings.of_thing(index, end)
        if cue.lemma == "ask" and cue.last > cue.first:  # "asked for papers, and they came"
            comma = self.sentence.clause_end(index)
            end = comma if self.sentence.has_verb(comma, end) else end
        closing = self._bracket_behind(cue)
        said = closing is None or self.sentence.has_verb(index, closing)
        if not (said or any(token.kind == "quote" for token in tokens[index:closing])):
            return ()  # "the head (or, some say, the owner)"
        return self.stretch(index, end if closing is None else closing)

    def _bracket_behind(self, cue: Cue) -> int | None:
        """Where the brackets close in which a cue stands, or the dashes right around it."""
        sentence, tokens = self.sentence, self.sentence.tokens
        before = cue.first - 2
        dash = tokens[before].text if before > 0 and tokens[before].text in _DASHES else ""
        if not dash and sentence.text.find("(", sentence.start, sentence.starts[cue.first]) < 0:
            return None
        marks = [token.text for token in tokens[: cue.first] if token.text in ("(", ")")]
        if not dash and (not marks or marks[-1] != "("):
            return None
        closing = dash or ")"
        return next((at for at in range(cue.last, len(tokens)) if tokens[at].text == closing), None)

    def stretch(self, index: int, end: int) -> tuple[Span, ...]:
        """What stands between two tokens, if it is more than a mark."""
        found = self.sentence.between(index, end)
        return found if found and found[0].end - found[0].start > 2 else ()

    def that_before_clause(self, index: int) -> int | None:
        """Behind a "that" that opens the clause: at once, or past where and when."""
        tokens = self.sentence.tokens
        if index >= len(tokens):
            return None
        if tokens[index].lower == "that":
            return index + 1
        if not (
            tokens[index].lower in lex.PREPOSITIONS
            or self.sentence.time_at(index)
            or tokens[index].lower in lex.ADVERBS
            or tokens[index].text == ","
            or tokens[index].capital
            or tokens[index].lower in lex.PLURAL_PEOPLE
            or tokens[index].lower in lex.DETERMINERS
            or tokens[index].lower in _BEFORE_DAY
            or tokens[index].lower in ("him", "her", "them", "us", "me")
        ):
            return None
        for position in range(index, min(len(tokens), index + 30)):
            token = tokens[position]
            if tokens[position - 1].lower == "as" and token.lower in lex.AUXILIARIES:
                continue  # "acknowledged, as did Kos, that ..."
            if token.kind == "quote" or token.finite or token.text in (";", ":"):
                return None
            if token.lower in ("while", "whereas") and tokens[position - 1].text == ",":
                return None  # "..., results showed, while the mayor alleged that ..."
            if token.lower == "that":
                before = tokens[position - 1]
                if before.lower in lex.PREPOSITIONS:
                    return None  # "in that time"
                if before.text == "," or before.kind == "word":
                    relative = self.subjects.told_of(position) and not before.capital
                    return None if relative or self.endings.apposed(position) else position + 1
        return None

    def colon(self, index: int, within: bool = False) -> int | None:
        """Behind the colon that ends what introduces speech; ``within`` a clause behind a
        cue no verb stands before it."""
        tokens = self.sentence.tokens
        for position in range(index, min(len(tokens), index + 16)):
            if tokens[position].text == ":":
                return position + 1
            if tokens[position].kind == "quote" or (within and tokens[position].finite):
                return None
        return None

    def past_setting(self, index: int) -> int:
        """Past "on Thursday", "in a statement", ", however," to where the clause begins."""
        tokens = self.sentence.tokens
        begin = index
        while index < len(tokens):
            token = tokens[index]
            if token.kind == "mark" and token.text == ",":
                index += 1
                continue
            if self.sentence.time_at(index) or token.lower in _PASSED_OVER:
                index += 1
                continue
            if token.lower in _SETTINGS:
                end = self.setting_end(index)
                if end is None:
                    break
                index = end
                continue
            break
        return index if index < len(tokens) else begin

    def setting_end(self, index: int) -> int | None:
        """The end of a phrase of place or occasion, where a clause or a quote follows."""
        tokens = self.sentence.tokens
        for position in range(index + 1, min(len(tokens), index + 16)):
            token = tokens[position]
            if token.kind == "quote":
                return position
            if token.text == ",":
                return position + 1
            if token.kind == "mark" and token.text in ".;?!":
                return position
            if position > index + 1 and token.lower in ("he", "she", "they", "it", "we", "there"):
                return position
            if token.lower == "that":
                return position + 1
        return None

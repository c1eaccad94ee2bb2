"""What is attributed: the clause behind a cue, or all that stands before its source."""

from __future__ import annotations

from itertools import pairwise

from tui.extract import lexicon as lex
from tui.extract.layout import Span
from tui.extract.speech import grammar
from tui.extract.speech.grammar import Cue
from tui.extract.speech.sentence import Sentence
from tui.extract.speech.subjects import Subjects

ADDRESSED = frozenset("tell assure inform remind advise warn ask caution promise".split())
TAKES_NOUN = frozenset(
    """deny reject dismiss denounce condemn criticize criticise accuse blame demand urge call
    appeal propose recommend describe praise slam blast deride decry dispute refute rebuke
    request question""".split()
)
"""Cues whose complement is a noun phrase as often as a clause."""

MIND_CLAUSES = frozenset(
    """believe think hope expect fear feel suspect doubt know indicate show estimate find conclude
    insist suggest mean worry assume predict""".split()
)
CLAUSE_ONLY = frozenset(
    """state note report charge offer question direct post show find indicate mean know feel see
    hear promise observe answer request challenge order address ask write plan project test
    estimate count hold support object relate order counter conclude agree continue add
    describe call stress warn threaten worry wonder understand learn recall express""".split()
)
COMMITS = frozenset("decide refuse decline agree plan want offer seek hope prefer intend".split())
"""What one refuses, agrees or wants to do, where the doing follows."""
GIVES = frozenset(
    "acknowledge note cite suggest predict outline announce reveal confirm tout mention defend"
    " endorse declare recount".split()
)
"""Cues that take what is told as a noun: "noted the clot's existence"."""
_ASKED = [[word] for word in "whether if what how why who whom when where".split()]
"""What a question is asked with."""
TELLING = frozenset(
    """poll polls survey surveys study studies report reports data figures results records
    documents estimates analysis""".split()
)
"""Sources that show what they tell."""
_SETTINGS = frozenset("in during at on after via through from".split())
_REDUCED = frozenset("up of by in from for at with near on as to".split())
"""What follows a participle that only describes: "a mission made up of ..."."""
_CONNECTIVES = (
    lex.ADVERBS | lex.CONJUNCTIONS | frozenset("while although though as because when if".split())
)


class Contents:
    """Finds contents in one sentence."""

    def __init__(self, sentence: Sentence, subjects: Subjects) -> None:
        self.sentence = sentence
        self.subjects = subjects

    def follows_content(self, cue: Cue, begin: int, behind: int) -> bool:
        """Whether what is attributed stands before the source and its cue."""
        tokens = self.sentence.tokens
        if begin == 0:
            return False
        before = tokens[begin - 1]
        quoted_before = before.kind == "quote" or (
            before.text == "," and begin > 1 and tokens[begin - 2].kind == "quote"
        )
        if not quoted_before and tokens[cue.last].lower in grammar.PLURAL_LOOKALIKES:
            return False
        if before.kind != "quote" and before.text not in (",", "—", "–", "?", "!", "-"):
            return False
        index = behind
        if cue.lemma in ADDRESSED and index < len(tokens):
            addressed = self.sentence.phrase_right(index)
            if addressed:
                index = addressed[1]
        if index >= len(tokens):
            return True
        nxt = tokens[index]
        if nxt.kind == "quote":
            return quoted_before
        if not quoted_before and nxt.text == "," and self._opens_speech(index + 1):
            return False
        if (
            nxt.text == ","
            and index + 1 < len(tokens)
            and (
                tokens[index + 1].lower in lex.AUXILIARIES or grammar.maybe_verb(tokens, index + 1)
            )
        ):
            return True  # "The town, she said, has ...": the source stands in between.
        if nxt.text in (".", ",", ";", "—", "–", "?", "!", ")", "-"):
            return quoted_before or nxt.text != "," or self.prose_before(begin)
        if nxt.text == ":":
            return False
        if quoted_before:
            closing = before.quote if before.quote else tokens[begin - 2].quote
            ends = closing is not None and self.sentence.text[closing.end - 1] in ",?!—-…."
            commaed = before.text == ","
            if not (ends or commaed):
                return False
            return nxt.lower not in ("that", "there") or cue.lemma in ADDRESSED
        return (
            nxt.lower
            in (
                "in",
                "on",
                "at",
                "during",
                "to",
                "after",
                "before",
                "when",
                "while",
                "as",
                "last",
                "late",
                "earlier",
                "this",
                "recently",
                "yesterday",
                "today",
                "via",
                "from",
                "through",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
            )
            and self.prose_before(begin)
            and not self.that_ahead(index)
        )

    def _opens_speech(self, index: int) -> bool:
        """Whether a quotation with a capital stands at a token."""
        tokens = self.sentence.tokens
        if index >= len(tokens):
            return False
        quote = tokens[index].quote
        return quote is not None and self.sentence.text[quote.start].isupper()

    def that_ahead(self, index: int) -> bool:
        return any(token.lower == "that" for token in self.sentence.tokens[index : index + 14])

    def prose_before(self, begin: int) -> bool:
        """Whether a clause stands before the source: it has a verb of its own."""
        tokens = self.sentence.tokens
        return (begin > 3 and any(grammar.maybe_verb(tokens, t) for t in range(begin - 1))) or (
            begin > 1
            and begin <= 4
            and tokens[0].capital
            and tokens[begin - 1].text == ","
            and begin == 2
        )

    def content_before(self, begin: int) -> tuple[Span, ...]:
        tokens = self.sentence.tokens
        start = 0
        if self.sentence.found:
            # What an earlier attribution of the unit governs is not attributed twice.
            earlier = [each for each in self.sentence.found if not each.nested]
            ends = [span.end for each in earlier[-1:] for span in each.content]
            stop = max([*ends, *(each.cue_span.end for each in earlier[-1:])], default=0)
            while start < begin and tokens[start].start < stop:
                start += 1
            if start >= begin:
                return ()
        while start < begin and tokens[start].kind == "mark":
            start += 1
        found = self.sentence.trimmed(self.sentence.start_of(start), self.sentence.start_of(begin))
        return (found,) if found else ()

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
        cues = grammar.cues(tokens)
        if any(cue.first == index for cue in cues):
            return ()
        if tokens[index].kind == "word" and tokens[index].lower in (
            "who",
            "which",
            "a",
            "according",
            "adding",
            "referring",
            "and",
            "but",
            "while",
            "where",
        ):
            return ()
        found = self.sentence.trimmed(
            self.sentence.start_of(index), self.sentence.start_of(self.end_of_content(index, cues))
        )
        return (found,) if found and found.end - found.start > 2 else ()

    def content_after(self, cue: Cue, behind: int, cues: list[Cue]) -> tuple[Span, ...]:
        tokens = self.sentence.tokens
        index = behind
        fronted = self.subjects.fronted_until(cue)
        if index >= len(tokens) or index == fronted:
            return ()
        if cue.lemma in ADDRESSED and tokens[index].kind == "word":
            addressed = self.sentence.phrase_right(index)
            if addressed and tokens[addressed[1] - 1].lower == "not":
                addressed = addressed[0], addressed[1] - 1
            that = self.that_before_clause(index)
            if that is not None:
                index = that
            elif addressed and self.asked_to(addressed):
                index = addressed[0 if cue.lemma == "ask" else 1]
                return self.stretch(index, self.end_of_content(index, cues, fronted))
            elif cue.lemma in ("tell", "assure", "inform", "remind") and addressed:
                index = addressed[1]
        that = self.that_before_clause(index)
        colon = self.colon(index, within=True)
        if colon is not None and (that is None or colon < that):
            index = colon
            that = None
        elif that is not None:
            index = that
        else:
            index = self.past_setting(index)
        if index >= len(tokens) or tokens[index].text in (".", "?", "!"):
            return ()
        if that is None and colon is None and not self.complement(cue, index):
            return ()
        end = self.end_of_content(index, cues, fronted)
        if self.subjects.stand_in(cue) is not None:
            end = self.relative_end(cue, index, end)
        return self.stretch(index, end)

    def stretch(self, index: int, end: int) -> tuple[Span, ...]:
        """What stands between two tokens, if it is more than a mark."""
        found = self.sentence.trimmed(self.sentence.start_of(index), self.sentence.start_of(end))
        return (found,) if found and found.end - found.start > 2 else ()

    def asked_to(self, addressed: tuple[int, int]) -> bool:
        """Whether what somebody is asked or told to do, or asked about, follows the addressee."""
        following = [token.lower for token in self.sentence.tokens[addressed[1] :][:2]]
        return following[:1] == ["to"] or following == ["not", "to"] or following[:1] in _ASKED

    def relative_end(self, cue: Cue, index: int, end: int) -> int:
        """Where ", who said ...," ends: at the comma before the verb of the whole."""
        tokens = self.sentence.tokens
        for position in range(index + 1, end - 1):
            if tokens[position].text == "," and grammar.maybe_verb(tokens, position + 1):
                return position
            if self.closes_with_comma(position) and grammar.maybe_verb(tokens, position + 1):
                return position + 1
        return end

    def that_before_clause(self, index: int) -> int | None:
        """Behind a "that" that opens the clause: at once, or past where and when."""
        tokens = self.sentence.tokens
        if index < len(tokens) and tokens[index].lower == "that" and tokens[index].kind == "word":
            return index + 1
        if index >= len(tokens) or not (
            tokens[index].lower in lex.PREPOSITIONS
            or self.sentence.time_at(index)
            or tokens[index].lower in lex.ADVERBS
            or tokens[index].text == ","
            or tokens[index].capital
            or tokens[index].lower in lex.PLURAL_PEOPLE
            or tokens[index].lower in lex.DETERMINERS
            or tokens[index].lower in ("him", "her", "them", "us", "me")
        ):
            return None
        for position in range(index, min(len(tokens), index + 30)):
            token = tokens[position]
            if token.kind == "quote" or grammar.finite(token) or token.text in (";", ":"):
                return None
            if token.lower == "that" and position > index:
                before = tokens[position - 1]
                if before.text == "," or before.kind == "word":
                    return position + 1
        return None

    def colon(self, index: int, within: bool = False) -> int | None:
        """Behind the colon that ends what introduces speech; ``within`` a clause behind a
        cue no verb stands before it."""
        tokens = self.sentence.tokens
        for position in range(index, min(len(tokens), index + 16)):
            if tokens[position].text == ":":
                return position + 1
            if tokens[position].kind == "quote" or (within and grammar.finite(tokens[position])):
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
            if self.sentence.time_at(index) or token.lower in lex.ADVERBS - {
                "so",
                "not",
                "there",
                "now",
            }:
                index += 1
                continue
            if token.lower in _SETTINGS and token.kind == "word":
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

    def complement(self, cue: Cue, index: int) -> bool:
        """Whether what stands behind a cue without "that" is what is said."""
        tokens = self.sentence.tokens
        nxt = tokens[index]
        if nxt.kind == "quote":
            return True
        if nxt.kind == "mark":
            return False
        quoted = any(t.kind == "quote" for t in tokens[index : index + 40])
        lemma = cue.lemma
        if lemma in TAKES_NOUN or lemma in ("call", "vow", "pledge", "threaten", "promise"):
            if lemma in ("call",) and cue.last == cue.first:
                return quoted or any(
                    t.lower in ("a", "an", "the") for t in tokens[index : index + 4]
                )
            return nxt.lower not in ("as",)
        if lemma in ("describe",):
            return True
        if lemma in GIVES and self._noun_phrase(index):
            return True
        if lemma in ("show", "indicate"):
            return quoted or self.clause_ahead(index) or self.tells(cue, index)
        if lemma in ("mean", "suggest", "prove"):
            return quoted
        if lemma in lex.SPEECH or lemma in MIND_CLAUSES:
            clause = self.clause_ahead(index)
            if lemma == "say":
                return clause or quoted or nxt.lower not in lex.PREPOSITIONS | {"more", "much"}
            if lemma in CLAUSE_ONLY:
                return (
                    (clause and nxt.lower not in lex.PREPOSITIONS)
                    or quoted
                    or (lemma == "report" and nxt.lower not in lex.PREPOSITIONS)
                )
            return clause or quoted
        if lemma in COMMITS:
            return (
                nxt.lower == "to"
                or (lemma in ("want", "decide") and nxt.lower in ("against",))
                or (lemma == "want" and self.to_do(index))
            )
        if lemma in lex.MIND:
            return quoted and lemma in ("want", "wish", "seek", "consider", "see", "view")
        return quoted

    def tells(self, cue: Cue, index: int) -> bool:
        """Whether a poll or a document shows a thing."""
        tokens = self.sentence.tokens
        subject, _ = self.subjects.subject(cue)
        if subject is None or not self._noun_phrase(index):
            return False
        return any(tokens[at].lower in TELLING for at in range(*subject))

    def to_do(self, index: int) -> bool:
        """Whether somebody and then what he is to do stands here: "wants the mayor to go"."""
        phrase = self.sentence.phrase_right(index)
        return phrase is not None and self.asked_to(phrase)

    def _noun_phrase(self, index: int) -> bool:
        """Whether a noun phrase of some length begins at a token."""
        token = self.sentence.tokens[index]
        opens = (
            token.lower in lex.DETERMINERS
            or token.capital
            or token.lower.endswith(("al", "ive", "ous", "ing", "ed", "ary", "s"))
        )
        return opens and token.lower not in lex.PREPOSITIONS | lex.ADVERBS | lex.SUBORDINATORS

    def clause_ahead(self, index: int) -> bool:
        """Whether a subject and its verb stand from here on."""
        tokens = self.sentence.tokens
        if tokens[index].lower in ("to", "how", "why", "what", "whether", "if", "when", "where"):
            return True
        if tokens[index].lower in lex.SUBJECT_PRONOUNS:
            return True
        for position in range(index + 1, min(len(tokens), index + 28)):
            token = tokens[position]
            if token.kind == "mark" and token.text in ";:":
                return False
            if token.lower in ("who", "which") and token.kind == "word":
                continue
            if grammar.maybe_verb(tokens, position):
                return True
            if (
                token.kind == "word"
                and token.lower.endswith("s")
                and not token.lower.endswith(("ss", "us", "is"))
                and not token.capital
                and position > index
                and position + 1 < len(tokens)
                and tokens[position + 1].lower in ("to", "that", "a", "an", "the", "no", "every")
            ):
                return True
        return False

    def noun_clause_end(self, cue: Cue, begin: int) -> int:
        """Where "claims that ..." ends: with the sentence or at a comma, and of a subject
        before the verb of which it is one ("The claim that he won | drew laughter")."""
        tokens = self.sentence.tokens
        end = self.sentence.clause_end(begin)
        leads = not any(grammar.maybe_verb(tokens, t) for t in range(1, cue.first))
        verbs = [t for t in range(begin + 1, end) if grammar.maybe_verb(tokens, t)]
        for one, other in pairwise(verbs):
            between = [token.lower for token in tokens[one + 1 : other]]
            joined = any(
                word in lex.CONJUNCTIONS or word in lex.SUBORDINATORS or word == "to"
                for word in between
            )
            if leads and other > one + 1 and not joined:
                return other
        return end

    def end_of_content(self, index: int, cues: list[Cue], fronted: int | None = None) -> int:
        end = self.before_circumstance(index, self.sentence.clause_end(index, keep_commas=True))
        if fronted is not None and index < fronted < end:
            end = fronted
        for other in cues:
            if other.first <= index or other.first >= end:
                continue
            start = self.own_clause(other)
            if start is not None and start > index:
                return start
        return end

    def before_circumstance(self, index: int, end: int) -> int:
        """Up to ", as hundreds protested": what the reporter adds behind what was said."""
        tokens = self.sentence.tokens
        for position in range(index + 1, end - 2):
            if tokens[position].kind == "quote":
                return end
            if tokens[position].text == "," and (
                tokens[position + 1].lower
                in ("amid", "days", "hours", "weeks", "referring", "alluding", "compared")
                or (
                    tokens[position + 1].lower == "as"
                    and tokens[position + 2].lower not in ("well", "it", "he", "she", "they", "i")
                    and any(grammar.maybe_verb(tokens, t) for t in range(position + 2, end))
                )
            ):
                return position
        return end

    def closes_with_comma(self, at: int) -> bool:
        """Whether a token is a quotation with a comma before its closing mark."""
        quote = self.sentence.tokens[at].quote
        return quote is not None and self.sentence.text[quote.end - 1] == ","

    def own_clause(self, other: Cue) -> int | None:
        """Where a later cue's clause begins, when it stands beside and not inside."""
        tokens = self.sentence.tokens
        at = other.first - 1
        while at >= 0 and tokens[at].lower in lex.ADVERBS | lex.AUXILIARIES:
            at -= 1
        if at < 0:
            return None
        inward = other.lemma in lex.MIND and other.lemma not in lex.SPEECH
        if other.shape == "participle" and tokens[at].text == ",":
            return None if inward else at
        if other.shape == "participle" and self.closes_with_comma(at):
            return at + 1
        if other.shape == "according" and at >= 0 and tokens[at].text == ",":
            return at
        if other.shape == "finite" and tokens[at].lower in ("and", "but"):
            # "said she was tired and wanted a rest": what is said goes on.
            return None if inward else at
        if other.shape == "finite" and tokens[at].kind == "word":
            begin = self.sentence.clause_start(at)
            if (
                begin > 1
                and tokens[begin - 1].lower in ("but", "while")
                and (tokens[begin - 2].text == ",")
            ):
                return begin - 2
            if (
                begin > 1
                and tokens[begin - 1].lower == "and"
                and tokens[begin - 2].kind in ("mark", "quote")
                and tokens[begin - 2].text == ","
            ):
                return begin - 2
            if (
                begin > 0
                and tokens[begin - 1].text == ","
                and tokens[at].lower in ("he", "she", "they")
            ):
                return begin - 1
        return None

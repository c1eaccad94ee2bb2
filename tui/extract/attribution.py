"""Who is the source of what: cues, their subjects, and the words attributed.

For each unit: find the cues, for each cue its subject (before it, behind it, or the one of
the verb before it), and what it governs: the clause behind it, or all that stands before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tui.extract import grammar
from tui.extract import lexicon as lex
from tui.extract.grammar import Cue
from tui.extract.layout import Span
from tui.extract.units import Token, Unit

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
    estimate count hold support object relate order decide counter conclude agree continue add
    describe call stress warn threaten worry wonder understand learn recall express""".split()
)
DROPPED = frozenset("speak read support encourage invite consider regard oppose prove".split())
GATES = frozenset(
    """want wants wanted plan plans planned refuse refuses refused decline declines declined intend
    intended try tries tried trying seek sought about going have has had need needs able expected
    fail failed fails ready likely unable reluctant hesitant continue began begun likely set
    used""".split()
)


@dataclass(slots=True)
class Attribution:
    """A cue with its source and what is attributed, all as token ranges or spans."""

    cue: Cue
    cue_span: Span
    source: Span | None
    """The words that name the source, an apposition with them."""
    same_as: int | None
    """The index of the attribution whose source this one shares."""
    content: tuple[Span, ...]
    before: bool
    """Whether the content stands before the cue."""
    rule: str


_SETTINGS = frozenset("in during at on after via through from".split())
_REDUCED = frozenset("up of by in from for at with near on as to".split())
"""What follows a participle that only describes: "a mission made up of ..."."""
_CONNECTIVES = (
    lex.ADVERBS | lex.CONJUNCTIONS | frozenset("while although though as because when if".split())
)


def read(unit: Unit, text: str, mention_end: Callable[[int], int | None]) -> list[Attribution]:
    """The attributions of a unit, in order of their cues. ``mention_end`` gives the end of
    the actor's mention that begins at a position of the text, if one does."""
    reader = _Reader(unit, text, mention_end)
    return reader.read()


def _collapsed(
    tokens: tuple[Token, ...], text: str, mention_end: Callable[[int], int | None]
) -> tuple[Token, ...]:
    """The tokens with every name as one word, so that no part of it is read as grammar."""
    found: list[Token] = []
    until = -1
    for token in tokens:
        if token.start < until:
            continue
        end = mention_end(token.start) if token.kind == "word" else None
        if end is not None and end > token.end:
            found.append(Token(token.start, end, text[token.start : end], "word"))
            until = end
        else:
            found.append(token)
    return tuple(found)


class _Reader:
    def __init__(self, unit: Unit, text: str, mention_end: Callable[[int], int | None]) -> None:
        self.unit = unit
        self.text = text
        self.tokens = _collapsed(unit.tokens, text, mention_end)
        self.titles = self._title_quotes()
        self.text = text
        self.mention_end = mention_end
        self.found: list[Attribution] = []

    def read(self) -> list[Attribution]:
        cues = grammar.cues(self.tokens)
        limit = -1
        for cue in cues:
            if cue.first < limit:
                continue
            made = self._attribution(cue, cues)
            if made is None:
                continue
            self.found.append(made)
            if not made.before and made.content:
                # A cue inside a clause that is itself reported belongs to the reported
                # speaker, unless it stands apart behind a comma or a conjunction.
                limit = self._nested_until(cue, made)
        return self.found

    def _title_quotes(self) -> frozenset[int]:
        """The tokens that are a name or title in marks, not speech."""
        return frozenset(
            index
            for index, token in enumerate(self.tokens)
            if token.quote is not None
            and lex.TITLED_WORDS.search(self.text, max(0, token.start - 60), token.start)
        )

    # ---------------------------------------------------------------- cues

    def _attribution(self, cue: Cue, cues: list[Cue]) -> Attribution | None:
        tokens = self.tokens
        span = Span(tokens[cue.first].start, tokens[cue.last].end)
        if cue.lemma in DROPPED:
            return None
        if cue.shape == "according":
            return self._according(cue, span)
        if cue.shape == "passive":
            return self._passive(cue, span)
        if cue.shape == "impersonal":
            return None
        if cue.shape == "infinitive":
            return self._infinitive(cue, span)
        source: tuple[int, int] | None = None
        same_as: int | None = None
        rule = "before"
        if self._inverted(cue):
            source = self._with_name(self._phrase_right(cue.last + 1))
            rule = "inverted"
        if source is None:
            source, same_as = self._subject(cue)
            rule = "before"
        if source is None and same_as is None:
            return None
        if source and cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower in lex.AUXILIARIES:
            first = source[0] - 1
            if first >= 0 and tokens[first].lower in ("what", "who", "which", "that"):
                return None  # "what it said was fraud" is part of another statement.
        begin = min(source[0], cue.first) if source else cue.first
        behind = source[1] if rule == "inverted" and source else cue.last + 1
        if self._follows_content(cue, begin, behind):
            content = self._content_before(begin)
            if content:
                tail = self._content_after_break(behind)
                if self.unit.quotes and tail and not self._quoted(tail):
                    tail = ()
                return Attribution(
                    cue, span, self._words(source), same_as, content + tail, True, f"{rule}-after"
                )
        content = self._content_after(cue, behind, cues)
        if not content:
            return None
        return Attribution(cue, span, self._words(source), same_as, content, False, rule)

    def _according(self, cue: Cue, span: Span) -> Attribution | None:
        source = self._phrase_right(cue.last + 1, wide=True)
        if source is None:
            return None
        before = self._trim(self.unit.start, self.tokens[cue.first].start)
        behind = source[1]
        if cue.first <= 1 or before is None:
            after = self._trim(self._at(behind), self.unit.end)
            content: tuple[Span, ...] = (after,) if after else ()
        else:
            content = (before,)
            tail = self._content_after_break(behind)
            if tail and self._quoted(tail):
                content += tail
        if not content:
            return None
        return Attribution(
            cue, span, self._words(source), None, content, cue.first > 1, "according-to"
        )

    def _passive(self, cue: Cue, span: Span) -> Attribution | None:
        tokens = self.tokens
        if cue.last + 1 >= len(tokens) or tokens[cue.last + 1].lower != "by":
            return None
        if cue.lemma not in lex.SPEECH and cue.lemma not in (
            "see",
            "view",
            "consider",
            "condemn",
            "criticize",
            "denounce",
            "accuse",
            "reject",
            "dismiss",
            "urge",
        ):
            return None
        source = self._phrase_right(cue.last + 2)
        if (
            source is None
            or source[1] >= len(tokens)
            or tokens[source[1]].lower not in ("as", "to")
        ):
            return None
        end = self._clause_end(source[1] + 1)
        content = self._trim(self._at(source[1] + 1), self._at(end))
        if content is None:
            return None
        return Attribution(cue, span, self._words(source), None, (content,), False, "passive")

    def _infinitive(self, cue: Cue, span: Span) -> Attribution | None:
        """ "rallied ... to demand the annulment": a purpose that is a demand."""
        if cue.lemma not in ("demand", "denounce", "condemn", "urge", "announce", "deny"):
            return None
        back = cue.first - 2
        if back < 1 or self.tokens[back].lower in GATES | lex.AUXILIARIES:
            return None
        verb = next((t for t in range(back) if grammar.maybe_verb(self.tokens, t)), None)
        source = self._clause_subject(verb - 1) if verb else None
        if source is None:
            return None
        content = self._trim(self._at(cue.last + 1), self._at(self._clause_end(cue.last + 1)))
        if content is None:
            return None
        return Attribution(cue, span, self._words(source), None, (content,), False, "purpose")

    def _inverted(self, cue: Cue) -> bool:
        """Whether the subject stands behind the cue: ``," said Smith``."""
        tokens, first, last = self.tokens, cue.first, cue.last
        if cue.lemma not in lex.SPEECH or cue.shape != "finite" or first == 0:
            return False
        before = tokens[first - 1]
        if before.kind == "mark" and before.text == "," and first > 1:
            # A comma before the verb closes an apposition when a subject stands before it.
            inner = tokens[first - 2]
            if inner.kind != "quote" and self._subject_before_comma(first - 1) is not None:
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
        if cue.lemma in ADDRESSED and before.kind != "quote":
            return False
        return (
            nxt.capital
            or nxt.lower in lex.DETERMINERS
            or nxt.lower in lex.ROLE_NOUNS
            or nxt.lower in lex.PLURAL_PEOPLE
            or any(t.capital for t in tokens[last + 2 : last + 4])
        )

    # ------------------------------------------------------------- subjects

    def _subject(self, cue: Cue) -> tuple[tuple[int, int] | None, int | None]:
        tokens = self.tokens
        at = cue.first - 1
        while at >= 0 and (
            tokens[at].lower in lex.ADVERBS
            or tokens[at].lower in lex.AUXILIARIES
            or (tokens[at].kind == "word" and tokens[at].lower.endswith("ly"))
            or self._time_at(at)
        ):
            at -= 1
        if at < 0:
            return None, None
        token = tokens[at]
        if cue.shape == "participle":
            return None, self._previous(cue) if self.found else None
        if token.lower in ("who", "which", "that"):
            return self._antecedent(at), None
        if token.lower in ("and", "but", "or", "then") and token.kind == "word":
            shared = self._previous(cue)
            if shared is not None:
                return None, shared
            return self._clause_subject(at - 1), None
        if at in self.titles:
            return self._subject_before_comma(at), None
        if token.kind == "mark" and token.text == ",":
            shared_comma = self._previous(cue)
            apart = self._subject_before_comma(at)
            if apart is not None:
                return apart, None
            return None, shared_comma
        if token.kind == "mark" and token.text in ("—", "–", "-", ")"):
            return self._clause_subject(at - 1), None
        if token.kind != "word":
            return None, None
        return self._clause_subject(at), None

    def _previous(self, cue: Cue) -> int | None:
        for index in range(len(self.found) - 1, -1, -1):
            other = self.found[index]
            if other.cue.last < cue.first and other.cue.shape in ("finite", "participle"):
                return other.same_as if other.same_as is not None else index
        return None

    def _time_at(self, at: int) -> bool:
        """Whether a token belongs to "on Thursday" or "this week" before a verb."""
        tokens = self.tokens
        lower = tokens[at].lower
        if lower in grammar.TIME_NOUNS:
            return True
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        return lower in ("on", "last", "late", "early", "this", "earlier") and (
            following in grammar.TIME_NOUNS or following in ("late", "early", "last", "this")
        )

    def _clause_start(self, at: int) -> int:
        """The first token of the clause whose verb's subject ends at a token."""
        tokens = self.tokens
        depth = 0
        index = at
        while index >= 0:
            token = tokens[index]
            if token.kind == "quote":
                return index + 1
            if token.kind == "mark":
                if token.text == ")":
                    depth += 1
                elif token.text == "(":
                    depth = max(0, depth - 1)
                elif not depth and token.text in (";", ":", "—", "–", "…", "...", ",", "--"):
                    return index + 1
            elif not depth:
                lower = token.lower
                if lower in lex.SUBORDINATORS and lower != "than":
                    return index + 1
                if lower in ("but", "yet", "so") or (lower == "as" and index < at):
                    return index + 1
                if lower in ("and", "or") and self._joins_clauses(index):
                    return index + 1
            index -= 1
        return 0

    def _joins_clauses(self, at: int) -> bool:
        """Whether an "and" begins a clause of its own: a verb stands before it and its
        neighbours are not two parts of one subject."""
        tokens = self.tokens
        if at and tokens[at - 1].kind in ("mark", "quote"):
            return True
        for index in range(at - 1, -1, -1):
            if tokens[index].kind != "word":
                return False
            if grammar.maybe_verb(tokens, index):
                return True
        return False

    def _clause_subject(self, at: int) -> tuple[int, int] | None:
        """The noun phrase that ends at a token, as the subject of the verb behind it."""
        tokens = self.tokens
        start = self._clause_start(at)
        index = start
        while index <= at and (
            tokens[index].lower in lex.ADVERBS
            or tokens[index].lower in lex.CONJUNCTIONS
            or tokens[index].kind == "mark"
            or self._time_at(index)
        ):
            index += 1
        if index > at:
            return None
        if tokens[index].lower in lex.PREPOSITIONS and tokens[index].lower not in ("like",):
            return self._past_opener(index, at)
        for inner in range(index, at + 1):
            if (
                grammar.maybe_verb(tokens, inner)
                and inner > index
                and not (inner < at and tokens[inner + 1].lower in _REDUCED)
            ):
                # "X won the vote Y said": the words behind the verb are not its subject.
                return self._last_phrase(inner + 1, at)
        if start and tokens[start - 1].text == "," and self._apposed(index):
            whole = self._subject_before_comma(at + 1)
            if whole is not None:
                return whole
        return index, at + 1

    def _last_phrase(self, index: int, at: int) -> tuple[int, int] | None:
        tokens = self.tokens
        for position in range(at, index - 1, -1):
            lower = tokens[position].lower
            if lower in lex.SUBJECT_PRONOUNS or lower in lex.DETERMINERS:
                return position, at + 1
        begin = at
        while begin > index and tokens[begin - 1].capital:
            begin -= 1
        return (begin, at + 1) if tokens[begin].capital else None

    def _past_opener(self, index: int, at: int) -> tuple[int, int] | None:
        """ "In Belgrade Vucic said": the subject behind an opening preposition's phrase."""
        tokens = self.tokens
        position = index + 1
        while position <= at:
            if tokens[position].lower in lex.SUBJECT_PRONOUNS:
                return position, at + 1
            if self.mention_end(tokens[position].start) is not None and position > index + 1:
                return position, at + 1
            position += 1
        return None

    def _subject_before_comma(self, comma: int) -> tuple[int, int] | None:
        """The subject that an apposition or a relative clause between commas sets apart
        from its verb; the words of the whole, the apposition too."""
        tokens = self.tokens
        chunks = self._chunks(comma)
        for index in range(len(chunks) - 1, -1, -1):
            begin, end = chunks[index]
            first = begin
            while first < end and tokens[first].lower in _CONNECTIVES:
                first += 1
            if first == end:
                continue
            lower = tokens[first].lower
            verbless = not any(grammar.maybe_verb(tokens, t) for t in range(first, end))
            if index == 0:
                fits = verbless and lower not in grammar.RELATIVES | lex.PREPOSITIONS
                return (first, comma) if fits else None
            if self._apposed(first):
                if verbless and lower in lex.DETERMINERS and self._opener(chunks[index - 1]):
                    return first, comma
                continue
            return (first, comma) if verbless else None
        return None

    def _apposed(self, first: int) -> bool:
        """Whether a chunk between commas explains a name rather than being one."""
        lower = self.tokens[first].lower
        return (
            lower in grammar.RELATIVES | lex.DETERMINERS | lex.PREPOSITIONS | lex.ROLE_NOUNS
            or lower in ("whose", "where", "along", "once", "now", "then")
            or lower.endswith(("ing", "ed"))
            or lower[0].isdigit()
        )

    def _opener(self, chunk: tuple[int, int]) -> bool:
        begin, end = chunk
        lower = self.tokens[begin].lower
        return (
            lower in lex.PREPOSITIONS
            or lower in lex.ADVERBS
            or any(grammar.maybe_verb(self.tokens, t) for t in range(begin, end))
        )

    def _chunks(self, comma: int) -> list[tuple[int, int]]:
        """The comma-parted stretches before a comma, back to a stronger boundary."""
        tokens = self.tokens
        chunks: list[tuple[int, int]] = []
        end = comma
        depth = 0
        index = comma - 1
        while index >= 0:
            token = tokens[index]
            if token.kind == "quote" or (token.kind == "mark" and token.text in ";:—–"):
                if index not in self.titles:
                    break
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                depth = max(0, depth - 1)
            elif token.text == "," and not depth:
                if index + 1 < end:
                    chunks.append((index + 1, end))
                end = index
            index -= 1
        if index + 1 < end:
            chunks.append((index + 1, end))
        return chunks[::-1]

    def _antecedent(self, at: int) -> tuple[int, int] | None:
        """What "who" or "which" stands for: the phrase right before it."""
        tokens = self.tokens
        end = at
        if end and tokens[end - 1].text == ",":
            end -= 1
        begin = end
        depth = 0
        while begin > 0:
            token = tokens[begin - 1]
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                depth = max(0, depth - 1)
            elif not depth and (
                token.kind != "word"
                or token.lower in lex.PREPOSITIONS
                or grammar.maybe_verb(tokens, begin - 1)
            ):
                break
            begin -= 1
        return (begin, end) if begin < end else None

    def _phrase_right(self, at: int, wide: bool = False) -> tuple[int, int] | None:
        """The noun phrase that begins at a token."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        index = at
        depth = 0
        while index < len(tokens):
            token = tokens[index]
            if token.kind == "quote":
                break
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                depth -= 1
            elif not depth:
                if token.kind == "mark" and token.text not in ("-", "&", "'", "/"):
                    if not (wide and token.text == "," and self._listed(index)):
                        break
                elif index > at and (
                    token.lower in grammar.RELATIVES
                    or token.lower
                    in ("as", "when", "while", "after", "before", "because", "during")
                    or self._time_at(index)
                    or (token.lower in ("on", "in", "at", "to") and not wide)
                    or (
                        not wide
                        and token.lower in lex.PREPOSITIONS
                        and token.lower not in ("of", "for")
                    )
                    or (grammar.finite(token) and not self._possessive(index))
                ):
                    break
            index += 1
        while index > at and tokens[index - 1].kind == "mark":
            index -= 1
        return (at, index) if index > at else None

    def _possessive(self, index: int) -> bool:
        tokens = self.tokens
        if tokens[index].lower != "'s" or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        return following.kind == "word" and not (
            following.lower.endswith("ing")
            or following.lower in lex.DETERMINERS
            or following.lower in ("been", "not", "no")
        )

    def _with_name(self, phrase: tuple[int, int] | None) -> tuple[int, int] | None:
        """A phrase with the name set behind it: "the mayor, Ana Simic,"."""
        if phrase is None:
            return None
        end = phrase[1]
        if end + 1 < len(self.tokens) and self.tokens[end].text == ",":
            name = self.tokens[end + 1]
            if name.capital and self.mention_end(name.start) is not None:
                return phrase[0], end + 2
        return phrase

    def _listed(self, comma: int) -> bool:
        """Whether a comma parts the members of a list ("the A, the B and the C")."""
        tokens = self.tokens
        for index in range(comma + 1, len(tokens)):
            if tokens[index].kind == "quote" or tokens[index].text in (".", ";", "who", "which"):
                return False
            if tokens[index].lower == "and":
                return True
            if tokens[index].lower in lex.AUXILIARIES or grammar.finite(tokens[index]):
                return False
        return False

    # -------------------------------------------------------------- content

    def _follows_content(self, cue: Cue, begin: int, behind: int) -> bool:
        """Whether what is attributed stands before the source and its cue."""
        tokens = self.tokens
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
            addressed = self._phrase_right(index)
            if addressed:
                index = addressed[1]
        if index >= len(tokens):
            return True
        nxt = tokens[index]
        if nxt.kind == "quote":
            return False if not quoted_before else True
        if (
            nxt.text == ","
            and index + 1 < len(tokens)
            and (
                tokens[index + 1].lower in lex.AUXILIARIES or grammar.maybe_verb(tokens, index + 1)
            )
        ):
            return True  # "The town, she said, has ...": the source stands in between.
        if nxt.text in (".", ",", ";", "—", "–", "?", "!", ")", "-"):
            return quoted_before or nxt.text != "," or self._prose_before(begin)
        if nxt.text == ":":
            return False
        if quoted_before:
            closing = before.quote if before.quote else tokens[begin - 2].quote
            ends = closing is not None and self.text[closing.end - 1] in ",?!—-…."
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
            and self._prose_before(begin)
            and not self._that_ahead(index)
        )

    def _that_ahead(self, index: int) -> bool:
        return any(token.lower == "that" for token in self.tokens[index : index + 14])

    def _prose_before(self, begin: int) -> bool:
        """Whether a clause stands before the source: it has a verb of its own."""
        tokens = self.tokens
        return (
            begin > 3
            and any(grammar.maybe_verb(tokens, t) for t in range(begin - 1))
            or (
                begin > 1
                and begin <= 4
                and tokens[0].capital
                and tokens[begin - 1].text == ","
                and begin == 2
            )
        )

    def _content_before(self, begin: int) -> tuple[Span, ...]:
        tokens = self.tokens
        start = 0
        if self.found:
            # What an earlier attribution of the unit governs is not attributed twice.
            last = self.found[-1]
            ends = [span.end for span in last.content]
            stop = max([*ends, last.cue_span.end])
            while start < begin and tokens[start].start < stop:
                start += 1
            if start >= begin:
                return ()
        while start < begin and tokens[start].kind == "mark":
            start += 1
        found = self._trim(self._at(start), self._at(begin))
        return (found,) if found else ()

    def _content_after_break(self, behind: int) -> tuple[Span, ...]:
        """What goes on behind ", he said,": the other half of a split statement."""
        tokens = self.tokens
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
        found = self._trim(self._at(index), self._at(self._end_of_content(index, cues)))
        return (found,) if found and found.end - found.start > 2 else ()

    def _quoted(self, spans: tuple[Span, ...]) -> bool:
        return any(
            quote.open < span.end and span.start < quote.close
            for span in spans
            for quote in self.unit.quotes
        )

    def _content_after(self, cue: Cue, behind: int, cues: list[Cue]) -> tuple[Span, ...]:
        tokens = self.tokens
        index = behind
        if index >= len(tokens):
            return ()
        if cue.lemma in ADDRESSED and tokens[index].kind == "word":
            addressed = self._phrase_right(index)
            that = self._that_before_clause(index)
            if that is not None:
                index = that
            elif cue.lemma in ("tell", "assure", "inform", "remind") and addressed:
                index = addressed[1]
        that = self._that_before_clause(index)
        colon = self._colon(index)
        if colon is not None and (that is None or colon < that):
            index = colon
            that = None
        elif that is not None:
            index = that
        else:
            index = self._past_setting(index)
        if index >= len(tokens) or tokens[index].text in (".", "?", "!"):
            return ()
        if that is None and colon is None and not self._complement(cue, index):
            return ()
        end = self._end_of_content(index, cues)
        found = self._trim(self._at(index), self._at(end))
        return (found,) if found and (found.end - found.start) > 2 else ()

    def _that_before_clause(self, index: int) -> int | None:
        """Behind a "that" that opens the clause: at once, or past where and when."""
        tokens = self.tokens
        if index < len(tokens) and tokens[index].lower == "that" and tokens[index].kind == "word":
            return index + 1
        if index >= len(tokens) or not (
            tokens[index].lower in lex.PREPOSITIONS
            or self._time_at(index)
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

    def _colon(self, index: int) -> int | None:
        tokens = self.tokens
        for position in range(index, min(len(tokens), index + 16)):
            if tokens[position].text == ":":
                return position + 1
            if tokens[position].kind == "quote":
                return None
        return None

    def _past_setting(self, index: int) -> int:
        """Past "on Thursday", "in a statement", ", however," to where the clause begins."""
        tokens = self.tokens
        begin = index
        while index < len(tokens):
            token = tokens[index]
            if token.kind == "mark" and token.text == ",":
                index += 1
                continue
            if self._time_at(index) or token.lower in lex.ADVERBS - {"so", "not", "there", "now"}:
                index += 1
                continue
            if token.lower in _SETTINGS and token.kind == "word":
                end = self._setting_end(index)
                if end is None:
                    break
                index = end
                continue
            break
        return index if index < len(tokens) else begin

    def _setting_end(self, index: int) -> int | None:
        """The end of a phrase of place or occasion, where a clause or a quote follows."""
        tokens = self.tokens
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

    def _complement(self, cue: Cue, index: int) -> bool:
        """Whether what stands behind a cue without "that" is what is said."""
        tokens = self.tokens
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
        if lemma in ("show", "indicate", "mean", "suggest", "prove"):
            return quoted
        if lemma in lex.SPEECH or lemma in MIND_CLAUSES:
            clause = self._clause_ahead(index)
            if lemma == "say":
                return clause or quoted or nxt.lower in ("no", "yes", "so", "nothing")
            if lemma in CLAUSE_ONLY:
                return (
                    (clause and nxt.lower not in lex.PREPOSITIONS)
                    or quoted
                    or (lemma == "report" and nxt.lower not in lex.PREPOSITIONS)
                )
            return clause or quoted
        if lemma in lex.MIND:
            return quoted and lemma in ("want", "wish", "seek", "consider", "see", "view")
        return quoted

    def _clause_ahead(self, index: int) -> bool:
        """Whether a subject and its verb stand from here on."""
        tokens = self.tokens
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

    def _end_of_content(self, index: int, cues: list[Cue]) -> int:
        end = self._before_circumstance(index, self._clause_end(index, keep_commas=True))
        for other in cues:
            if other.first <= index or other.first >= end:
                continue
            start = self._own_clause(other)
            if start is not None and start > index:
                return start
        return end

    def _before_circumstance(self, index: int, end: int) -> int:
        """Up to ", as hundreds protested": what the reporter adds behind what was said."""
        tokens = self.tokens
        for position in range(index + 1, end - 2):
            if tokens[position].kind == "quote":
                return end
            if tokens[position].text == "," and (
                tokens[position + 1].lower in ("amid", "days", "hours", "weeks")
                or (
                    tokens[position + 1].lower == "as"
                    and tokens[position + 2].lower not in ("well", "it", "he", "she", "they", "i")
                    and any(grammar.maybe_verb(tokens, t) for t in range(position + 2, end))
                )
            ):
                return position
        return end

    def _own_clause(self, other: Cue) -> int | None:
        """Where a later cue's clause begins, when it stands beside and not inside."""
        tokens = self.tokens
        at = other.first - 1
        while at >= 0 and tokens[at].lower in lex.ADVERBS:
            at -= 1
        if at < 0:
            return None
        if other.shape == "participle" and tokens[at].text == ",":
            return at
        if other.shape == "according" and at >= 0 and tokens[at].text == ",":
            return at
        if other.shape == "finite" and tokens[at].lower in ("and", "but"):
            return at
        if other.shape == "finite" and tokens[at].kind == "word":
            begin = self._clause_start(at)
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

    def _nested_until(self, cue: Cue, made: Attribution) -> int:
        """The token before which further cues are inside what is reported."""
        end = made.content[-1].end
        for index in range(cue.last + 1, len(self.tokens)):
            if self.tokens[index].start >= end:
                return index
        return len(self.tokens)

    def _clause_end(self, index: int, keep_commas: bool = False) -> int:
        """One past the last token of a complement: a full stop, a semicolon, or with
        ``keep_commas`` off a comma too."""
        tokens = self.tokens
        position = index
        depth = 0
        while position < len(tokens):
            token = tokens[position]
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                depth -= 1
            elif token.kind == "mark" and depth <= 0:
                if token.text == ";":
                    return position
                if token.text == "," and not keep_commas and position > index:
                    return position
            position += 1
        return position

    # ---------------------------------------------------------------- spans

    def _words(self, phrase: tuple[int, int] | None) -> Span | None:
        if phrase is None:
            return None
        begin, end = phrase
        while end > begin + 1 and self.tokens[end - 1].text == ",":
            end -= 1
        return Span(self.tokens[begin].start, self.tokens[end - 1].end)

    def _at(self, index: int) -> int:
        return self.tokens[index].start if index < len(self.tokens) else self.unit.end

    def _trim(self, start: int, end: int) -> Span | None:
        """A stretch without the space and the punctuation at its ends."""
        text = self.text
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:—–-"):
            end -= 1
        while start < end and (text[start].isspace() or text[start] in ",.;:—–"):
            start += 1
        return Span(start, end) if end > start else None

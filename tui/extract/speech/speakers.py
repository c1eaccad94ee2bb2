"""Who the words of a source stand for: a name, several, a pronoun, "the group".

A speaker is an actor, and where the text does not let one know who it is, there is none.
The rules, in order: a name is itself; a name set beside a nominal explains it; a nominal
is the actor that was described so, or the last one of its type; a pronoun is the speaker
before, or the subject of the sentence before, that fits it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tui.extract import lexicon as lex
from tui.extract.found import Mention
from tui.extract.layout import Layout, Span
from tui.extract.names.finding import Found, Names, countries
from tui.model import ActorType, slug

PERSON_PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f"}
FIRST_PERSON = frozenset("i we you me us".split())
PART_BREAK = re.compile(r"\s+(?:and|as well as|or)\s+")
RELATIVE = re.compile(r"\s(?:who|which)\b")
HONORIFIC = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Gov|Gen|President|Senator)\.?\s+")
CAPITAL = re.compile(r"[^\W\d_a-z][^\W\d_]+")
LONE = re.compile(r"[^\W\d_a-z][^\W\d_]*[a-z][\w'’-]*")
EXAMPLES = re.compile(r"^(?:like|including|such as|among them)\b", re.IGNORECASE)
OPENERS = re.compile(
    r"^(?:(?:the|a|an|some|many|several|most|other|others|all|both|these|those|few|one|two|three"
    r"|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|scores|of|more|than|another"
    r"|own|\d[\d,.]*)\s+)+",
    re.IGNORECASE,
)
POSSESSOR = re.compile(r"^.*?(?:['’]s|s['’])\s+")
OWN = re.compile(r"^(?:his|her|its|their)\s+", re.IGNORECASE)
TAIL = re.compile(
    r"\s+(?:made|based|including|who|which|that|of|for|in|at|on|from|to|by|with|near|against"
    r"|(?:[a-z]+ed|[a-z]+ing)\s(?:by|in|at|on|for|from|to|up|of|with|the|an?))\b.*$|[,—–(].*$",
    re.DOTALL,
)
NOMINAL = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[^\W\d_]+['’]s)\s(?:(?!of\b|and\b|in\b|to\b|for\b|by\b|that\b)"
    r"[a-z][\w’'-]*\s){0,3}?(?P<noun>coalition|alliance|party|bloc)\b"
    r"(?=\s*[.,;:—–)]|\s(?:is|was|has|had|have|will|would|said|says|secured|won|got|took|lost|came"
    r"|which|who|that|also|in|on|of)\b)"
)
NATION = re.compile(
    r"\b[Tt]he\s(?:(?!of\b|and\b|in\b|to\b|for\b|by\b|that\b)[^\W\d_][\w-]*\s){1,3}?"
    r"(?:nation|country|republic|kingdom)\b(?!['’])(?:\s(?:seeking|backed|led|ruled|of)\s[^,.;:\n]{3,40})?"
)
GROUPISH: dict[str, frozenset[ActorType]] = {
    "group": frozenset({"group", "coalition"}),
    "coalition": frozenset({"coalition"}),
    "alliance": frozenset({"coalition", "group"}),
    "bloc": frozenset({"coalition", "institution"}),
    "movement": frozenset({"group", "coalition", "party"}),
    "party": frozenset({"party"}),
    "camp": frozenset({"coalition", "party", "group"}),
    "organization": frozenset({"institution", "group"}),
    "organisation": frozenset({"institution", "group"}),
    "newspaper": frozenset({"media"}),
    "paper": frozenset({"media"}),
    "network": frozenset({"media"}),
    "magazine": frozenset({"media"}),
    "outlet": frozenset({"media"}),
    "broadcaster": frozenset({"media"}),
    "station": frozenset({"media"}),
}
INSTITUTIONS = frozenset(
    """government administration cabinet ministry department agency commission committee council
    court parliament assembly senate house congress police army military office tribunal
    judiciary bureau authority board service""".split()
)
PLURAL_TYPES: frozenset[ActorType] = frozenset(
    {"party", "coalition", "institution", "group", "media", "state"}
)
DOCUMENTS = lex.CUE_NOUNS | frozenset(
    """results figures data findings conclusions reports polls surveys documents studies records
    statistics numbers estimates evidence emails""".split()
)
FAR = 2500
"""Characters beyond which "the party" no longer means the party named there."""
REACH = 6
"""How many sentences back a pronoun or a nominal looks."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the actors' ids (none when the text does not say), the words that name
    them, the rule that decided, and how sure it is."""

    actors: tuple[str, ...]
    words: Span | None
    rule: str
    sure: float


class Speakers:
    """Resolves sources to actors, one text at a time, in order of the text."""

    def __init__(self, layout: Layout, names: Names, described: Sequence[tuple[str, Span]]) -> None:
        self.layout = layout
        self.text = layout.text
        self.names = names
        self.described: dict[str, list[str]] = {}
        for actor, span in described:
            self.described.setdefault(actor, []).append(self.text[span.start : span.end].lower())
        self.mentions = [m for m in names.mentions if m.named]
        self._starts = [m.start for m in self.mentions]
        self.resolved: list[Mention] = []
        self.last: list[tuple[int, Speaker]] = []
        """The speakers so far, with the position of their words."""

    # ------------------------------------------------------------- the entry

    def resolve(self, source: Span) -> Speaker:
        """The actors that the words of a source stand for."""
        words = self.text[source.start : source.end]
        bare = words.strip(" ,").lower()
        if bare in PERSON_PRONOUNS or bare in ("they", "it", "who") or bare in FIRST_PERSON:
            speaker = self._pronoun(bare, source)
        else:
            speaker = self._phrase(source)
        if speaker.actors:
            self.last.append((source.start, speaker))
        return speaker

    def labelled(self, words: Span) -> Speaker:
        """The person whose name a transcript's label has in capitals."""
        label = self.text[words.start : words.end].split()[-1].lower()
        for actor in self.names.actors.values():
            if actor.type == "person" and actor.name.split()[-1].lower() == label:
                return Speaker((actor.id,), words, "label", 0.9)
        return Speaker((), words, "label", 0.3)

    def remember(self, position: int, speaker: Speaker) -> None:
        """Note who spoke where a quotation has no source of its own."""
        if speaker.actors:
            self.last.append((position, speaker))

    def within(self, start: int, end: int) -> list[Mention]:
        """The named mentions inside a stretch of text."""
        first = bisect_left(self._starts, start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end:
                found.append(mention)
        return found

    # --------------------------------------------------------------- phrases

    def _phrase(self, source: Span) -> Speaker:
        text = self.text
        head_end = self._head_end(source)
        behind_by = re.compile(r"\bby\s+(?:the\s+)?").search(text, source.start, source.end)
        first_word = re.match(r"(?:the |a |an )?(?:[\w-]+ )?(\w+)", text[source.start : source.end])
        if behind_by and first_word and first_word[1].lower() in DOCUMENTS:
            owners = self._heads(Span(behind_by.end(), source.end))
            if owners:
                return Speaker(tuple(owners), source, "document-by", 0.8)
        rest = Span(head_end, source.end)
        opening = text[rest.start : rest.end].lstrip(" ,")
        examples = EXAMPLES.match(opening)
        if opening and not examples and self._head_mention(Span(source.start, head_end)) is None:
            apposed = self._apposed(rest)
            if apposed is not None:
                self._resolved(Span(source.start, head_end), apposed)
                return Speaker((apposed,), source, "apposition", 0.95)
        actors: list[str] = []
        rules: list[str] = []
        sure = 1.0
        for part in self._parts(Span(source.start, head_end)):
            got = self._part(part, source)
            actors.extend(a for a in got.actors if a not in actors)
            rules.append(got.rule)
            sure = min(sure, got.sure)
        if examples:
            named = self.within(rest.start, rest.end)
            actors.extend(m.actor for m in named[:1] if m.actor not in actors)
        return Speaker(tuple(actors), Span(source.start, head_end), rules[0] if rules else "", sure)

    def _head_end(self, source: Span) -> int:
        """Where the head of a phrase ends: before an apposition or a relative clause."""
        depth = 0
        position = source.start
        inside = {m.start: m.end for m in self.within(source.start, source.end)}
        while position < source.end:
            if position in inside:
                position = inside[position]
                continue
            letter = self.text[position]
            if letter in "(":
                depth += 1
            elif letter == ")":
                depth -= 1
            elif not depth and (letter in ",—–;" or RELATIVE.match(self.text, position)):
                break
            position += 1
        while position > source.start and self.text[position - 1].isspace():
            position -= 1
        return position

    def _parts(self, head: Span) -> list[Span]:
        """The members of "A and B", names left whole."""
        inside = self.within(head.start, head.end)
        parts: list[Span] = []
        begin = head.start
        for join in PART_BREAK.finditer(self.text, head.start, head.end):
            if any(m.start < join.end() and join.start() < m.end for m in inside):
                continue
            parts.append(Span(begin, join.start()))
            begin = join.end()
        parts.append(Span(begin, head.end))
        return [part for part in parts if part.end > part.start]

    def _part(self, part: Span, source: Span) -> Speaker:
        mention = self._head_mention(part)
        if mention is not None:
            return Speaker((mention.actor,), part, "name", 0.97)
        words = self.text[part.start : part.end]
        if words.strip().lower() in PERSON_PRONOUNS:
            return self._pronoun(words.strip().lower(), part)
        return self._nominal(part, source)

    def _head_mention(self, part: Span) -> Mention | None:
        """The name that a phrase is about: not an owner, not behind a preposition."""
        text = self.text
        for mention in reversed(self.within(part.start, part.end)):
            before = text[part.start : mention.start]
            after = text[mention.end : part.end]
            if re.match(r"['’]s?\s+\w", after) or re.match(r"['’]$", after):
                continue
            if re.search(r"\b(?:of|for|from|in|at|by|with|to|on|near|against|like)\s", before):
                continue
            rest = re.sub(r"^\s*\({1,2}[^()]*\){1,2}", "", after).strip(" ,.").lower()
            if not rest:
                return mention
            first = rest.split()[0]
            if first in GROUPISH or first in ("campaign", "team") or first in lex.PREPOSITIONS:
                return mention
            if first in ("himself", "herself", "itself", "then", "also", "jr", "sr"):
                return mention
            if not first.isalpha():
                return mention
        return None

    def _apposed(self, rest: Span) -> str | None:
        """The name that an apposition gives: ``, Vladimir Obradovic,``."""
        begin = rest.start
        for chunk in re.split(r"([,—–])", self.text[rest.start : rest.end]):
            span = Span(begin, begin + len(chunk))
            begin = span.end
            stripped = chunk.strip().lower()
            if not stripped or stripped.split()[0] in ("one", "who", "which", "like", "including"):
                continue
            mention = self._head_mention(Span(span.start, span.end))
            if mention is not None:
                return mention.actor
            quoted = re.search(r"[\"“”‘„«]", self.text[span.start : rest.end])
            if quoted:
                named = self.within(span.start, rest.end)
                if named:
                    return named[0].actor
        return None

    def _heads(self, listed: Span) -> list[str]:
        """The members of a list of names, an owner ("the OSCE's Office") left out."""
        kept: list[str] = []
        for mention in self.within(listed.start, listed.end):
            after = self.text[mention.end : listed.end]
            if re.match(r"['’]s?\s+\w", after):
                continue
            if mention.actor not in kept:
                kept.append(mention.actor)
        return kept

    # -------------------------------------------------------------- nominals

    def _nominal(self, part: Span, source: Span) -> Speaker:
        text = self.text
        words = text[part.start : part.end].strip()
        lower = words.lower().replace("’", "'")
        possessive = OWN.match(words)
        core = OPENERS.sub("", OWN.sub("", words))
        owned = POSSESSOR.match(core)
        owner = self._owner(part) if owned else None
        if owned:
            core = OPENERS.sub("", core[owned.end() :])
        core = TAIL.sub("", core).strip(" ,.")
        if not core:
            return Speaker((), part, "unnamed", 0.3)
        tokens = [token.lower() for token in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", core)]
        if not tokens:
            return Speaker((), part, "unnamed", 0.3)
        noun = tokens[-1]
        definite = bool(owned or possessive) or lower.startswith(("the ", "that ", "this "))
        core = HONORIFIC.sub("", core)
        if LONE.fullmatch(core) and core.lower() not in _VAGUE | lex.CALENDAR | lex.PLURAL_PEOPLE:
            return self._lone(core, part)
        if noun in DOCUMENTS:
            return Speaker((), part, "document", 0.3)
        if noun in GROUPISH and (definite or len(tokens) > 1):
            found = self._typed(noun, tokens[:-1], part, owner)
            if found:
                return Speaker((found,), part, "nominal", 0.75)
            if noun == "party":
                return Speaker((), part, "unnamed", 0.3)
        if noun in lex.ROLE_NOUNS:
            person = self._role(tokens, part, definite)
            return Speaker((person,) if person else (), part, "nominal-role", 0.7)
        if noun in INSTITUTIONS:
            named = self._institution(noun, part) if definite and len(tokens) == 1 else None
            if named:
                return Speaker((named,), part, "nominal", 0.75)
            return self._group(core, part, "institution")
        if (
            noun in lex.PLURAL_PEOPLE - DOCUMENTS
            or noun in lex.GROUP_NOUNS
            or (noun.endswith("s") and noun[:-1] in lex.ROLE_NOUNS | lex.GROUP_NOUNS)
            or noun.endswith(("ers", "ors", "ists", "ians", "ees"))
        ):
            if len(tokens) == 1 and noun in _VAGUE:
                return Speaker((), part, "unnamed", 0.3)
            if possessive:
                before = self.within(source.start, part.start)
                if not before:
                    return self._group(core, part, "group")
                core = f"{text[before[-1].start : before[-1].end].split()[-1]} {core}"
            return self._group(core, part, "group")
        return Speaker((), part, "unnamed", 0.3)

    def _lone(self, core: str, part: Span) -> Speaker:
        """A single capitalised word that speaks is a person known by that name alone."""
        key = slug(core)
        if key not in self.names.actors:
            self.names.actors[key] = Found(key, core, "person", False, "speaks")
        kind = self.names.actors[key].type
        start = self.text.find(core, part.start, part.end)
        self.resolved.append(Mention(start, start + len(core), key, kind, True, "speaks"))
        return Speaker((key,), part, "lone-name", 0.8)

    def _owner(self, part: Span) -> str | None:
        for mention in self.within(part.start, part.end):
            if re.match(r"['’]s?\s", self.text[mention.end : mention.end + 3]):
                return mention.actor
        return None

    def _typed(self, noun: str, modifiers: list[str], part: Span, owner: str | None) -> str | None:
        """The party or group that "the main opposition coalition" means."""
        types = GROUPISH[noun]
        strong = {word for word in modifiers if word not in _WEAK}
        candidates: dict[str, tuple[int, int]] = {}
        for mention in (*self.mentions, *self.resolved):
            if mention.type not in types or mention.start == part.start:
                continue
            before = mention.start < part.start
            told = " ".join(self.described.get(mention.actor, ()))
            overlap = sum(word in told.split() for word in strong)
            if owner is not None:
                overlap += 2 * self._owned_by(mention, owner)
            distance = abs(mention.start - part.start) + (0 if before else 400)
            score = (-overlap, distance)
            if mention.actor not in candidates or score < candidates[mention.actor]:
                candidates[mention.actor] = score
        if not candidates:
            return None
        best = min(candidates, key=lambda actor: candidates[actor])
        if owner is not None and noun == "party" and candidates[best][0] > -2:
            return None
        if candidates[best][0] == 0 and candidates[best][1] > FAR:
            return None
        self._resolved(part, best)
        return best

    def _owned_by(self, mention: Mention, owner: str) -> bool:
        """Whether the text says whose a party is: "Vucic's right-wing ... Party", "the ...
        Party of President Vucic"."""
        around = self.within(mention.start - 60, mention.end + 60)
        for other in around:
            if other.actor != owner:
                continue
            if other.end <= mention.start:
                gap = self.text[other.end : mention.start]
                if re.match(r"['’]s?\s", gap) and not re.search(r"[.,;:]", gap):
                    return True
            elif re.match(
                r"\s(?:\([^)]*\)\s)?of\s(?:\w+\s){0,2}$", self.text[mention.end : other.start]
            ):
                return True
        return False

    def _institution(self, noun: str, part: Span) -> str | None:
        for mention in reversed(self.mentions[: bisect_left(self._starts, part.start)]):
            if (
                mention.type == "institution"
                and noun in self.text[mention.start : mention.end].lower().split()
            ):
                return mention.actor
        return None

    def _role(self, tokens: list[str], part: Span, definite: bool) -> str | None:
        """The person described by just these words, or by this role and no other person."""
        whole = " ".join(tokens)
        text = self.text[part.start : part.end].lower()
        exact = [
            actor
            for actor, told in self.described.items()
            if self._person(actor) and any(whole == t or text == t for t in told)
        ]
        if len(exact) == 1:
            return exact[0]
        if not definite:
            return None
        noun = tokens[-1]
        aliases = _ROLE_ALIASES.get(noun, frozenset({noun}))
        holders = [
            actor
            for actor, told in self.described.items()
            if self._person(actor) and any(aliases & set(re.findall(r"[\w-]+", t)) for t in told)
        ]
        recent = self._recent(holders, part.start)
        return recent or (holders[0] if len(holders) == 1 else None)

    def _recent(self, actors: Sequence[str], position: int) -> str | None:
        index = bisect_left(self._starts, position)
        for mention in reversed(self.mentions[max(0, index - 40) : index]):
            if mention.actor in actors:
                return mention.actor
        return None

    def _person(self, actor: str) -> bool:
        found = self.names.actors.get(actor)
        return found is not None and found.type == "person"

    def _group(self, core: str, part: Span, kind: ActorType) -> Speaker:
        """A group that has no name of its own, under the words that the text has for it."""
        name = core[0].upper() + core[1:]
        key = slug(name)
        if key not in self.names.actors:
            self.names.actors[key] = Found(key, name, kind, False, "nominal")
        start = self.text.find(core.split()[-1], part.start, part.end)
        begin = self.text.find(core, part.start, part.end)
        if OWN.match(self.text[part.start : part.end]):
            begin, core = part.start, self.text[part.start : part.end]
        span = (begin, begin + len(core)) if begin >= 0 else (start, start + len(core.split()[-1]))
        if span[0] >= 0:
            self.resolved.append(Mention(span[0], span[1], key, kind, True, "nominal"))
        return Speaker((key,), part, "nominal-group", 0.8)

    def _resolved(self, part: Span, actor: str) -> None:
        kind = self.names.actors[actor].type
        self.resolved.append(Mention(part.start, part.end, actor, kind, False, "nominal"))

    def nominals(self) -> None:
        """Resolve "the leading opposition coalition" where nobody quotes it, too: figures
        and events have subjects as well."""
        done = {mention.start for mention in self.resolved}
        for found in NOMINAL.finditer(self.text):
            sentence = self.layout.sentence_at(found.start())
            part = Span(found.start(), found.end())
            if sentence is None or found.end() > sentence.end or part.start in done:
                continue
            inside = self.within(part.start, part.end + 40)
            if any(
                m.end > part.start + 12 or m.type != "state" for m in inside if m.start < part.end
            ):
                continue
            if any(m.start <= part.end + 1 for m in inside if m.start >= part.end):
                continue  # "the opposition alliance Serbia ..." is a name with its type.
            words = found.group().split()
            self._typed(found["noun"].lower(), [w.lower() for w in words[1:-1]], part, None)

        self._nations()

    def _nations(self) -> None:
        """ "the troubled Balkan nation": the state named last, within two sentences."""
        for found in NATION.finditer(self.text):
            sentence = self.layout.sentence_at(found.start())
            if sentence is None or found.end() > sentence.end:
                continue
            index = bisect_left(self.layout.sentences, sentence)
            first = self.layout.sentences[max(0, index - 1)].start
            words = CAPITAL.findall(self.text, first, found.start())
            states = [slug(word) for word in words if word in countries()]
            if states and states[-1] in self.names.actors:
                self._resolved(Span(found.start(), found.end()), states[-1])

    # -------------------------------------------------------------- pronouns

    def _pronoun(self, word: str, source: Span) -> Speaker:
        if word in FIRST_PERSON:
            return Speaker((), source, "first-person", 0.3)
        if word in PERSON_PRONOUNS:
            actor = self._person_before(source.start, PERSON_PRONOUNS[word])
        else:
            actor = self._group_before(source.start, word)
        if actor is None:
            return Speaker((), source, "pronoun", 0.3)
        return Speaker((actor,), source, "pronoun", 0.8)

    def _fits(self, actor: str, gender: str) -> bool:
        found = self.names.actors[actor]
        return found.type == "person" and found.gender in ("", gender)

    def _person_before(self, position: int, gender: str) -> str | None:
        """The last speaker, or else the subject of a sentence before, that fits."""
        here = self.layout.sentence_at(position)
        sentences = self.layout.sentences
        if here is None:
            return None
        index = bisect_left(sentences, here)
        first = sentences[max(0, index - REACH)].start
        for back in range(index, max(-1, index - REACH - 1), -1):
            sentence = sentences[back]
            stop = min(sentence.end, position)
            spoken = [s for at, s in self.last if sentence.start <= at < stop]
            for speaker in reversed(spoken):
                for actor in speaker.actors:
                    if self._fits(actor, gender):
                        return actor
            for mention in self.within(sentence.start, stop):
                if mention.type == "person" and self._fits(mention.actor, gender):
                    return mention.actor
        for at, speaker in reversed(self.last):
            if at < first - 3_000:
                break
            for actor in speaker.actors:
                if at < position and self._fits(actor, gender):
                    return actor
        return None

    def _group_before(self, position: int, word: str) -> str | None:
        here = self.layout.sentence_at(position)
        sentences = self.layout.sentences
        if here is None:
            return None
        index = bisect_left(sentences, here)
        for back in range(index, max(-1, index - 3), -1):
            sentence = sentences[back]
            stop = min(sentence.end, position)
            spoken = [s for at, s in self.last if sentence.start <= at < stop]
            for speaker in reversed(spoken):
                for actor in speaker.actors:
                    if self.names.actors[actor].type in PLURAL_TYPES:
                        return actor
            for mention in self.within(sentence.start, stop):
                kinds = PLURAL_TYPES - {"state"} if word == "they" else PLURAL_TYPES
                owner = self.text[mention.end : mention.end + 2] in ("’s", "'s")
                if mention.type in kinds and not owner:
                    return mention.actor
        return None


_VAGUE = frozenset("many some others sources reports people members men women source".split())
_WEAK = frozenset("main biggest largest leading new own same entire whole".split())
_ROLE_ALIASES = {
    "senator": frozenset({"senator", "sen"}),
    "congressman": frozenset({"congressman", "rep", "representative"}),
    "congresswoman": frozenset({"congresswoman", "rep", "representative"}),
    "governor": frozenset({"governor", "gov"}),
    "president": frozenset({"president"}),
    "minister": frozenset({"minister"}),
    "nominee": frozenset({"nominee", "candidate"}),
    "candidate": frozenset({"nominee", "candidate"}),
}

"""People's names: where they begin and end, and whose they are whatever case they stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from tui.extract.languages.sr.cues import forms
from tui.extract.languages.sr.letters import key, latin
from tui.extract.languages.sr.names.declension import ALL, Nominative, given, nominatives
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import bodies, roles
from tui.extract.languages.sr.words import lists, stems

_GOVERNS = {
    **dict.fromkeys("od iz do kod protiv zbog bez posle nakon oko ispred pored".split(), "G"),
    **dict.fromkeys("prema ka".split(), "D"),
    **dict.fromkeys("sa s".split(), "I"),
    **dict.fromkeys("o".split(), "L"),
}
"""The case that a preposition wants, where it wants but one."""
_TRADES = ("nica", "inja", "arka", "erka", "orka", "nik", "telj", "ar", "ac", "ist", "log", "or")
"""How nouns end that tell what somebody is."""
_OF_PLACES = ("ski", "ska", "sko", "ske", "skoj", "sku", "cka", "cki", "cko", "cke")
"""How adjectives end that places are called after."""
_IN_ROLES = frozenset("i za u pri kod".split())
"""What a role may go on with: "ministar rada i odbrane", "poslanik u Saboru"."""
_ACCENTED = frozenset("čćšžđчћшжђ")
"""Letters that a text without accents has not."""
_CASES = frozenset(("", *"aeiou", "om", "em", "ama", "ima"))
"""How a noun may end behind its beginning: "sok", "planine", and neither "Sokol" nor "Planinka"."""
_FAR = 6
"""Words before a name in which a role may stand that is the person's."""


class Person(NamedTuple):
    """Somebody: the id, the whole name and the surname in the nominative, "m", "f" or ""."""

    id: str
    name: str
    surname: str
    gender: str

    @property
    def woman(self) -> bool:
        return self.gender == "f"


class Reading(NamedTuple):
    """A name as one place has it."""

    first: int
    last: int
    name: str
    surname: str
    gender: str
    cases: frozenset[str]
    role: str
    """The gender that a role before it tells."""
    known: bool
    """Whether it begins with a name that is a given name."""


def _is_thing(word: str) -> bool:
    """Whether a word is a case of a noun whose name follows as surnames do: "hotel"."""
    told = stems("words", "things")
    return any(word.startswith(stem) and word[len(stem) :] in _CASES for stem in told)


class NameContext:
    """What the whole text tells of its names: which words stand in it, and which in pairs."""

    def __init__(
        self,
        tokens: Sequence[NameToken],
        found: Sequence[tuple[int, int]],
        known: Set[str] = frozenset(),
    ) -> None:
        self.known = known
        """The names of known people, by their keys."""
        self.tokens = tokens
        self.seen = Counter(each.key for each in tokens if each.capital)
        self.small = {each.key for each in tokens if not each.capital}
        self.accented = any(not _ACCENTED.isdisjoint(each.text) for each in tokens)
        self.pairs: Counter[str] = Counter()
        for start, end in found:
            for at in range(start, end - 1):
                self.pairs[f"{tokens[at].key} {tokens[at + 1].key}"] += 1

    def person(self, start: int, end: int) -> Reading | None:
        """The person that a run of capitals names, or None."""
        tokens = self.tokens
        first = self._begins(start, end)
        if first is None or end - first < 2:
            return None
        role = self._role(first)
        if not given(tokens[first].text):
            if any(self._no_name(each) for each in tokens[first:end]):
                return None
            if tokens[first].key.endswith(_OF_PLACES) or not self._may_be_named(first, end, role):
                return None
        elif all(self._no_name(each) for each in tokens[first + 1 : end]) and not (
            _is_surname(tokens[end - 1])  # "Radoje Nikšić" has the name of a town, and is none.
        ):
            return None
        end = min(end, first + 4)
        best = max(self._readings(first, end, role), key=lambda each: each[0])
        return best[1]

    # --------------------------------------------------------------- bounds

    def _begins(self, start: int, end: int) -> int | None:
        """Where in a run of capitals a name begins: at a given name, else behind the words
        that are none."""
        tokens = self.tokens
        for at in range(start, end - 1):
            if not given(tokens[at].text) or self._common(tokens[at]):
                continue
            if at + 2 < end and tokens[at].key in bodies() and given(tokens[at + 1].text):
                continue  # "predsednica Vlade Ana Kos"
            if tokens[at + 1].key not in lists("words")["no_names"] or _is_surname(tokens[at + 1]):
                return at
        first = start
        while first < end and self._common(tokens[first]):
            first += 1
        while end - first > 2 and tokens[first].key in lists("words")["no_names"]:
            first += 1  # "izvestilac za Srbiju Leonel Pikar"
        if end - first > 2 and tokens[first].opens and tokens[first].key.endswith(_TRADES):
            first += 1  # "Redarka Neda Kos"
        noble = any(each.key in lists("words")["nobility"] for each in tokens[first:end])
        if end - first > 2 and not noble and self._role(first):
            return end - 2  # "urednik programa Televizije Petar Kos"
        return first

    def _common(self, token: NameToken) -> bool:
        """Whether a word has its capital from where it stands."""
        if not token.opens:
            return token.key in roles()
        if token.key in roles() or token.key in forms() or token.key in lists("words")["small"]:
            return True
        return token.key in self.small and not given(token.text)

    def _no_name(self, token: NameToken) -> bool:
        return token.key in lists("words")["no_names"] or token.key in bodies()

    def _may_be_named(self, first: int, end: int, role: str) -> bool:
        """Whether two words that are no known name are one: a role stands before, or a verb of
        saying beside them."""
        tokens = self.tokens
        if end - first > 3 or any(len(each.key) < 2 for each in tokens[first:end]):
            return False
        if role:
            return True
        if tokens[first].opens and _is_thing(tokens[first].key):
            return False
        if first and tokens[first].joined and tokens[first - 1].key in lists("words")["in_places"]:
            return False  # "iz Novosela Kosanić poručuje"
        behind = [each.key for each in tokens[end : end + 2]]
        before = [each.key for each in tokens[max(0, first - 2) : first]]
        beside = [*behind[: 2 if behind[:1] in (["je"], ["su"]) else 1], *before[-2:]]
        return any(word in forms() for word in beside)

    # ----------------------------------------------------------------- role

    def _role(self, first: int) -> str:
        """The gender of a role that stands before a name as its own, "" where none does."""
        noun = self._role_noun(first)
        return noun[0] if noun else ""

    def _role_noun(self, first: int) -> tuple[str, frozenset[str]] | None:
        at = first
        for _ in range(_FAR):
            at -= 1
            if at < 0 or not (self.tokens[at + 1].joined or at + 1 == first):
                return None
            token = self.tokens[at]
            for noun in roles().get(token.key, ()):
                return noun.gender, frozenset().union(*(each.cases for each in roles()[token.key]))
            if token.key in _IN_ROLES and at + 1 < first:
                continue
            if token.key in forms() or token.opens or token.key in lists("words")["small"]:
                return None
        return None

    # ------------------------------------------------------------- readings

    def _readings(
        self, first: int, end: int, role: str
    ) -> Sequence[tuple[tuple[float, int], Reading]]:
        """The people that a name may be of, each with how likely that is."""
        words = [each.text for each in self.tokens[first:end]]
        known = given(words[0])
        found = list(self._declined(first, end, role, known, True)) if known else []
        declined = key(words[-1]).endswith(("ica", "icu", "icem"))
        declined = declined and (not self.accented or latin(words[-1])[:-1].endswith(("ć", "će")))
        if not found or (declined and all(read.gender == "f" for _, read in found)):
            # No woman's surname declines: "najava Milijana Kosića".
            male = "" if declined else role
            names = self._unknown(words[0], male)
            if found and not any("N" in each.cases for each, _ in known):
                # "Danicu Pericu" is of a Danica: no name as it stands, and of no Danic.
                short = key(words[0])[:-1].endswith("ic")
                names = [] if short else [one for one in names[1:] if len(one[0].name) > 2]
            found += self._declined(first, end, role, names, False)
        if not found:
            gender = role or next((each for _, each in known), "")
            name, surname = " ".join(words), " ".join(words[1:])
            as_it_is = Reading(first, end, name, surname, gender, ALL, role, bool(known))
            found.append(((0.0, 0), as_it_is))
        return found

    def _declined(
        self,
        first: int,
        end: int,
        role: str,
        names: Sequence[tuple[Nominative, str]],
        known: bool,
    ) -> Iterator[tuple[tuple[float, int], Reading]]:
        words = [each.text for each in self.tokens[first:end]]
        wanted, opens = self._wanted(first), self.tokens[first].opens
        number = 0
        for name, gender in names:
            woman = gender == "f"
            for rest, cases in _surnames(words[1:], woman):
                shared = name.cases & cases
                if not shared:
                    continue
                score = self._score(words, (name.name, *rest), shared & wanted, woman, opens)
                score += 1.0 if role and role == gender else 0.0
                number -= 1
                whole, surname = " ".join((name.name, *rest)), " ".join(rest)
                read = Reading(first, end, whole, surname, gender, shared, role, known)
                yield (score, number), read

    def _unknown(self, word: str, role: str) -> list[tuple[Nominative, str]]:
        itself, *others = nominatives(word, role == "f")
        return [(each, role) for each in (itself._replace(cases=frozenset("N")), *others)]

    def _wanted(self, first: int) -> frozenset[str]:
        """The cases that the words before a name allow."""
        noun = self._role_noun(first)
        if noun and noun[1]:
            return noun[1]
        if self.tokens[first].opens:
            return frozenset("N")
        if first and self.tokens[first].joined:
            case = _GOVERNS.get(self.tokens[first - 1].key)
            if case:
                return frozenset(case)
        return ALL

    def _score(
        self,
        words: Sequence[str],
        read: Sequence[str],
        fitting: frozenset[str],
        woman: bool,
        opens: bool,
    ) -> float:
        score = 5.0 if key(" ".join(read)) in self.known else 0.0
        same = [key(a) == key(b) for a, b in zip(words, read, strict=True)]
        if all(same):
            # "Dragana Đilasa" is seldom a woman.
            score += 0.0 if woman and key(words[-1]).endswith("a") and not opens else 1.0
        if f"{key(read[0])} {key(read[-1])}" in self.pairs:
            score += 2.0
        if not same[-1] and self.seen[key(read[-1])]:
            score += 1.5
        if not fitting:
            score -= 3.0
        if woman and same[-1] and not same[0] and key(words[-1]).endswith(("icu", "icom")):
            score -= 0.4  # "Danicom Pericom": both decline.
        last = read[-1]
        if last.endswith(("ića", "ића", "ću", "ћу", "ćem", "ћем")):
            score -= 6.0
        if not same[-1] and words[-1][-1] in "aа":
            score += 0.3
        if not same[-1] and key(last).endswith(("ic", "ov", "ev", "in")):
            score += 0.7
        plain = key(read[0])
        if key(last).endswith("ic") and plain.endswith("o") and _ends_in_two(plain[:-1]):
            score += 0.3  # "Marku Đoriću" is no Mark.
        if plain.endswith("ije"):
            score += 0.2  # "Ananija" is of an Ananije.
        return score


def _is_surname(token: NameToken) -> bool:
    return token.key.endswith(("ic", "ica", "icu", "icem")) and not token.key.endswith("nica")


def _ends_in_two(stem: str) -> bool:
    return len(stem) > 1 and not set(stem[-2:]) & set("aeiou")


def _surnames(
    words: Sequence[str], woman: bool
) -> Iterator[tuple[tuple[str, ...], frozenset[str]]]:
    """The nominatives of what stands behind a given name, with their cases: of two words both
    decline, of three the last."""
    if not words:
        return
    for last in nominatives(words[-1], woman):
        if len(words) == 1:
            yield (last.name,), last.cases
            continue
        for middle in nominatives(words[-2], woman):
            shared = middle.cases & last.cases
            if shared and key(words[-2]) not in lists("words")["nobility"]:
                yield (*words[:-2], middle.name, last.name), shared
        if key(words[-2]) in lists("words")["nobility"]:
            yield (*words[:-1], last.name), last.cases

"""Whether what stands behind a cue without "that" is what is said."""

from __future__ import annotations

from tui.extract.analysis.attribution import Cue
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.sources import Subjects
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.languages.en.cues import cue_verb
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "attribution")

_SHOWN = _WORDS["shown"]
"""What is posted, and nothing said by it."""
_NOT_SAID = lex.PREPOSITIONS | {"more", "much"}
_ARTICLES = frozenset({"a", "an", "the"})
_NO_NOUNS = lex.PREPOSITIONS | lex.ADVERBS | lex.SUBORDINATORS
_DECLARED = _WORDS["declared"]
"""What somebody or something is declared: "declared winner"."""
_SUBJECTS = lex.SUBJECT_PRONOUNS | lex.DETERMINERS
_SAID_NOTHING = frozenset("comment say answer respond reply discuss concede".split())
_FAR = 24
"""Words behind "described" among which "as" tells how."""
_MONEY = frozenset("€$£")
THESE = frozenset("this that it these those him her them".split())
_AFTER_ALL = frozenset([".", ",", ";", "and", "but"])
"""What stands behind a lone "this"."""
_NOBODY = frozenset("nobody none everybody everyone".split())
_ASKED = _WORDS["asked"]
"""What a question is asked with."""
TELLING = _WORDS["telling"]
"""Sources that show what they tell."""
_SOURCES = (
    TELLING | cues.DOCUMENTS | lex.ORG_WORDS | lex.GROUP_NOUNS | lex.ROLE_NOUNS | lex.PLURAL_PEOPLE
)
"""Whom and what a report cites."""
_SPEAKERS = _SOURCES | lex.SUBJECT_PRONOUNS
_DECIDED = _WORDS["decided"]
"""What a body decides on when it rejects it, and says nothing."""
_NEVER = frozenset("not n't never rarely hardly seldom".split())
_PARTICLES = {"blast": ("out", "off"), "argue": ("with", "over"), "hail": ("from",)}
"""Words with which a cue tells of no speech: "blasted out an email"."""
_GOES_ON = frozenset("so but or".split())
"""What opens nothing that is said: "conceded on Sunday but accused ..."."""
_NEAR = 7
_CONVENED = _WORDS["convened"]
_WHEN = lex.PREPOSITIONS | lex.SUBORDINATORS | lex.CALENDAR | lex.CONJUNCTIONS | _WORDS["when"]
_SOME = frozenset("all both most some several one two three four five six many".split())
_COUNTING = frozenset("a an many much few little long".split())
"""What makes "as" a measure: "as many as ten"."""


class Complements:
    """Looks behind the cues of one sentence."""

    def __init__(self, sentence: SpeechSentence, subjects: Subjects) -> None:
        self.sentence = sentence
        self.subjects = subjects

    def complement(self, cue: Cue, index: int) -> bool:
        """Whether what stands behind a cue without "that" is what is said."""
        tokens = self.sentence.tokens
        nxt = tokens[index]
        if nxt.kind == "quote":
            return True
        apart = tokens[index - 1].text == "," and nxt.lower in lex.AUXILIARIES
        quoted = bool(self.sentence.quotes) and any(
            t.kind == "quote" for t in tokens[index : index + 40]
        )
        mark = nxt.kind == "mark" and nxt.text not in _MONEY
        called = cue.lemma == "call" and quoted  # "called them, “the twins”"
        if mark or apart or nxt.lower in _GOES_ON or (self._nothing(index) and not called):
            return False  # "said so at once", "the lists, N1 reports, are these".
        if self.sentence.headline and nxt.lower == "as":
            return False  # "Kos concedes as bloc takes lead"
        verb = cue_verb(cue.lemma)
        if verb.cls == "speech" and nxt.lower == "as" and not quoted and self._meanwhile(index):
            return False
        if not quoted and self._does(cue, index):
            return False
        return any(self._fits(frame, cue, index, quoted) for frame in verb.takes)

    def voicing(self, noun: int) -> Phrase | None:
        """The subject of the verb that governs a noun: "Kos expressed deep concern that ..."."""
        tokens = self.sentence.tokens
        for at in range(noun - 1, max(0, noun - _NEAR), -1):
            if tokens[at].lower in cues.VOICING:
                found = self.subjects.subject(Cue(at, at, "", "finite"))[0]
                return found if found and self.speaks(found) else None
            word = tokens[at].kind == "word" and tokens[at].lower not in lex.PREPOSITIONS
            if not word or tokens[at].capital or tokens[at].finite:
                return None  # "raised taxes amid fears that ..."
        return None

    def speaks(self, phrase: Phrase) -> bool:
        """Whether words may stand for somebody, and are no thing ("the verdict")."""
        begin, end = phrase
        words = {token.lower for token in self.sentence.tokens[begin:end]}
        return self.sentence.tokens[end - 1].capital or not words.isdisjoint(_SPEAKERS)

    def says(self, cue: Cue) -> bool:
        """Whether a subject and its verb stand right behind a cue that takes a clause."""
        takes = cue_verb(cue.lemma).takes
        clauses = "clause" in takes or "plain clause" in takes
        behind = self.sentence.phrase_right(cue.last + 1)
        tokens = self.sentence.tokens
        if not clauses or behind is None or behind[1] >= len(tokens):
            return False
        return self.sentence.is_verb(behind[1])

    def _nothing(self, index: int) -> bool:
        """Whether "nobody" or a lone "this" stands behind a cue: "denied this"."""
        tokens = self.sentence.tokens
        ahead = [token.lower for token in tokens[index : index + 3]]
        if ahead in (["to", "do", "so"], ["to", "do", "that"]) or ahead[:2] == ["the", "same"]:
            return True
        alone = index + 1 >= len(tokens) or tokens[index + 1].lower in _AFTER_ALL
        if ahead[0] == "this" and ahead[1:2] in (["after"], ["before"], ["during"], ["in"], ["at"]):
            return True  # "said this in an interview"
        if ahead[0] in _NOBODY:
            # "said nobody had told him", "said none of them had"
            return alone or not (tokens[index + 1].finite or tokens[index + 1].lower == "of")
        return alone and ahead[0] in THESE

    def _does(self, cue: Cue, index: int) -> bool:
        """Whether a thing is done and nothing is said: "The study offers three ways out", "wrote
        a letter", "dismissed the police chief", "endorsed nobody"."""
        ahead = [token.lower for token in self.sentence.tokens[index : index + 5]]
        if ahead[0] in _PARTICLES.get(cue.lemma, ()):
            return True
        match cue.lemma:
            case "offer":
                return self._document(cue)
            case "post" | "tweet":  # "posted a video of the hall"
                return not _SHOWN.isdisjoint(ahead)
            case "report":  # "reported it to the police", "first reported the story"
                if self.sentence.headline and ahead[0].isdigit():
                    return not self.sentence.has_verb(index, len(self.sentence.tokens))
                told = ahead[0] in THESE and ahead[1:2] in (["to"], ["information"], ["news"])
                return told or ahead[:2] in (["the", "story"], ["the", "news"])
            case "threaten":  # "threatened the chairwoman", and not "threatened to leave"
                return ahead[0] != "to"
            case "describe" | "characterise" | "characterize":
                # "described the complaints": how, nobody tells.
                behind = self.sentence.tokens[index : index + _FAR]
                return all(token.lower != "as" for token in behind)
            case "refuse" | "decline":  # "declined to comment": nothing is said.
                return ahead[0] == "to" and not _SAID_NOTHING.isdisjoint(ahead[1:2])
            case "mention" | "blame" | "accuse" | "criticise" | "criticize" | "condemn":
                return self._denied(cue)
            case "declare":
                return ahead[0] in _DECLARED
            case "answer":  # "answered the question whether it rained"
                return "question" in ahead or "questions" in ahead
            case "call" if cue.last == cue.first:
                return self._convenes(index)
            case "call" if self.sentence.tokens[cue.last].lower in ("on", "upon"):
                # "called on another reporter": who is to do something has it behind.
                return all(token.lower != "to" for token in self.sentence.tokens[index:])
            case "say":  # "voters said no in a plebiscite"
                return ahead[0] in ("yes", "no") and ahead[1:2] in (["in"], ["to"], ["at"])
            case "question":
                return ahead[0] in lex.PLURAL_PEOPLE
            case "write":
                written = ahead[0] in lex.DETERMINERS and not cues.DOCUMENTS.isdisjoint(ahead)
                thing = self.sentence.phrase_right(index)
                return written or (thing is not None and self._ends(thing[1]))
            case "dismiss" | "reject":
                phrase = self.sentence.phrase_right(index)
                words = {token.lower for token in self.sentence.tokens[slice(*phrase or (0, 0))]}
                decided = not _DECIDED.isdisjoint(words) or ahead[0] in _SOME or ahead[0].isdigit()
                return decided or (cue.lemma == "dismiss" and not lex.ROLE_NOUNS.isdisjoint(words))
            case "ask":  # "asked for comment": nothing is said.
                return ahead[0] in ("comment", "comments")
            case "cite":  # "citing an exit poll": where it is from.
                singular = {*ahead, *(word.removesuffix("s") for word in ahead)}
                return not _SOURCES.isdisjoint(singular) or self.sentence.tokens[index].capital
            case _:
                return False

    def _ends(self, at: int) -> bool:
        """Whether a phrase ends with the clause, or where more is told of it."""
        token = self.sentence.tokens[at] if at < len(self.sentence.tokens) else None
        return token is None or token.kind == "mark" or token.lower in lex.PREPOSITIONS

    def _denied(self, cue: Cue) -> bool:
        """Whether a cue is denied: "did not mention", "isn't saying"."""
        before = self.sentence.tokens[max(0, cue.first - 2) : cue.first]
        return any(token.lower in _NEVER for token in before)

    def _convenes(self, index: int) -> bool:
        """Whether a vote or a meeting is called, and not called anything: "called the election
        last July"."""
        tokens = self.sentence.tokens[index : index + _NEAR]
        at = next((at for at, token in enumerate(tokens) if token.lower in _CONVENED), None)
        if at is None or any(token.lower in _ARTICLES for token in tokens[1:at]):
            return False
        behind = tokens[at + 1 : at + 2]
        return all(token.kind == "mark" or token.lower in _WHEN for token in behind)

    def _document(self, cue: Cue) -> bool:
        """Whether the subject of a cue is a poll or a document."""
        subject, _ = self.subjects.subject(cue)
        return subject is not None and any(
            self.sentence.tokens[at].lower in TELLING for at in range(*subject)
        )

    def _fits(self, frame: str, cue: Cue, index: int, quoted: bool) -> bool:
        """Whether what stands at a token is what a frame of ``cues.toml`` says."""
        tokens = self.sentence.tokens
        lower = tokens[index].lower
        match frame:
            case "quote":
                return quoted
            case "clause":
                return self.clause_ahead(index)
            case "plain clause":
                return lower not in lex.PREPOSITIONS and self.clause_ahead(index)
            case "noun":
                return lower != "as"
            case "noun phrase":
                return self._noun_phrase(index)
            case "name" if cue.last > cue.first:
                return lower != "as"
            case "name":
                near = tokens[index : index + 4]
                return quoted or any(token.lower in _ARTICLES for token in near)
            case "pronoun":
                return lower in lex.SUBJECT_PRONOUNS
            case "for":  # "asked for a recount", and not "asked for help"
                return cue.last > cue.first and self._noun_phrase(index)
            case "finding":
                return self._noun_phrase(index) and self._document(cue)
            case "anything":
                return lower not in _NOT_SAID
            case "somebody to":
                phrase = self.sentence.phrase_right(index)
                return phrase is not None and self.asked_to(phrase)
            case _:
                return lower == frame

    def _meanwhile(self, index: int) -> bool:
        """Whether an "as" opens what happened meanwhile, to the end of the sentence: "said as
        the crowd cheered", and not "said as many as ten came" or "said as mayor, he ..."."""
        tokens = self.sentence.tokens
        if any(token.text == "," for token in tokens[index:]) or index + 1 >= len(tokens):
            return False
        behind = tokens[index + 1]
        known = behind.lower in _SUBJECTS or behind.capital
        return behind.lower not in _COUNTING and (known or len(tokens) - index <= 4)

    def asked_to(self, addressed: tuple[int, int]) -> bool:
        """Whether what somebody is asked or told to do, or asked about, follows the addressee."""
        following = [token.lower for token in self.sentence.tokens[addressed[1] :][:2]]
        to_do = following[:1] == ["to"] or following == ["not", "to"]
        return to_do or not _ASKED.isdisjoint(following[:1])

    def _noun_phrase(self, index: int) -> bool:
        """Whether a noun phrase of some length begins at a token."""
        token = self.sentence.tokens[index]
        opens = (
            token.lower in lex.DETERMINERS
            or token.capital
            or token.lower[0].isdigit()
            or token.lower.endswith(("al", "ive", "ous", "ing", "ed", "ary", "s"))
        )
        return opens and token.lower not in _NO_NOUNS

    def clause_ahead(self, index: int) -> bool:
        """Whether a subject and its verb stand from here on."""
        tokens = self.sentence.tokens
        if tokens[index].lower == "to" and index + 1 < len(tokens):
            # "shouted to leave", and not "shouted to the crowd"
            return not (tokens[index + 1].capital or tokens[index + 1].lower in lex.DETERMINERS)
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
            if self.sentence.is_verb(position):
                return True
            if (
                token.lower.endswith("s")
                and not token.lower.endswith(("ss", "us", "is"))
                and not token.capital
                and position + 1 < len(tokens)
                and tokens[position + 1].lower in ("to", "that", "a", "an", "the", "no", "every")
            ):
                return True
        return False

"""How English interviews and transcripts word their labels, introductions and last lines."""

from __future__ import annotations

import re

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.words import lists
from tui.extract.languages.language import TurnRules
from tui.extract.text.late_pattern import late

_WORDS = lists("words", "attribution")

_LEADS = _WORDS["leads"]
_UNNAMED = _LEADS | _WORDS["unnamed"]
_WORD = r"[^\W\d_a-z][\w.&/’'-]*"
_TALK = (
    r"(?:interview|conversation|briefing|press\s(?:conference|briefing)|news\sconference|transcript"
    r"|discussion|debate|hearing|session|broadcast|programme|program|talk|text|podcast|event|panel)"
)

TURNS = TurnRules(
    unnamed=_UNNAMED,
    answers=frozenset({"a", "answer"}),
    leads=_LEADS,
    beside_unnamed=_WORDS["turns"],
    of_whom=late(r"\s(?:from|of|for)\s(?:the\s)?(?!floor)"),
    no_labels=frozenset(
        [
            *"""photo foto photos photograph picture video audio byline section length dateline
            load-date copyright source sources tags topics related published updated author
            authors editor note correction category subject language publication headline
            graphic pages page title credit credits caption update live opinion analysis
            exclusive breaking latest transcript interview watch listen subscribe share
            contact""".split(),
            "read more",
            "see also",
            "more on this",
        ]
    ),
    interview=late(
        r"\b(?:interview(?:ed|s)?|sp(?:oke|eaks)\s(?:to|with)|talk(?:s|ed|ing)\s(?:to|with|about)"
        r"|tells|told|answer(?:s|ed)\s(?:the\s)?questions?|in\sconversation|s[ia]ts?\sdown\swith"
        r"|met\s(?:us|me)\b|(?:receives?|received|meets|welcomes?|welcomed)\s(?:us|me)\b"
        r"|(?:answers|questions)\s(?:from|of|by|for)|Q\s?&\s?A)\b|\basked\s(?:her|him|them)\b",
        re.IGNORECASE,
    ),
    asked_by=late(
        r"\binterview\s(?:was\s)?(?:conducted|led|done|held|made)?\s?by\s"
        r"|\bquestions\s(?:were\s)?(?:asked|put)\sby\s|\b(?:[Ii]nterviewer|[Ii]nterviewed\sby):?\s"
        r"|\b(?:moderated|hosted|chaired|presented|led)\sby\s|\b(?:[Mm]oderator|[Hh]ost):?\s(?=[^\W\d_a-z]+\s[^\W\d_a-z])"
    ),
    press=late(
        r"\b(?:briefing|press\s(?:conference|briefing)|news\sconference|reporters|journalists|debate"
        r"|panel|discussion|hearing|the\spress)\b",
        re.IGNORECASE,
    ),
    introduces=late(
        r"(?:(?:Thank\syou|Thanks|Hello|Hi|Good\s(?:morning|afternoon|evening|day))[^.?!:]{0,40}[.,!]\s+)?"
        r"(?:I['’]m\s|I\sam\s|[Mm]y\sname\sis\s|[Tt]his\sis\s)?"
        rf"(?P<who>{_WORD}(?:\s{_WORD}){{1,2}}?)"
        rf"(?:,?\s(?:from|of|with|for|at)\s(?:the\s)?|,\s|\s[–—-]\s)(?:the\s)?{_WORD}(?:\s{_WORD}){{0,3}}(?:[.,:]|\s[–—-])\s"
    ),
    answer_within=late(r"(?<=[?.!”\"’])\s+(?P<who>A|Answer)\s?[:.]\s+(?=\S)"),
    writer_answers=late(
        r"\b(?:I\s(?:have\s)?(?:answered|replied|responded)|asked\sme|my\s(?:answers|replies|responses)"
        r"|interview\swith\sme|interviewed\sme)\b"
    ),
    own_words=late(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e)\b"),
    to_somebody=late(r"\b[Yy]ou(?:rs?)?\b"),
    replies=late(
        r"(?:Yes|No|Naturally|Of\scourse(?:\snot)?|Certainly|Exactly|Absolutely|Indeed|True|Right"
        r"|Not\sat\sall|Never|Precisely|Unfortunately|I\s(?:do|did|am|was|have|would|know)(?:n['’]t|\snot)?"
        r"|That(?:['’]s|\sis|\swas)\s(?:not\s)?(?:true|right|so|correct))[.,!]\s"
    ),
    addresses=late(r",\s(?!(?:who|whose|whom|which|an?|the|and|or|\d+)\b)"),
    speaks=late(r"[^“”\"„«»]{0,60}?\b(?:I|[Ww]e)\b[^“”\"„«»]*$"),
    offices=lex.ROLE_NOUNS | lex.HONORIFICS | lex.SHORT_TITLES,
    is_sentence=late(
        r"[.;!?]\s|\b(?:who|which|that|is|are|was|were|has|had|have|will|would|said|says|told|writes?"
        r"|wrote|added|by|from|with|photo|on|in|to|for"
        r"|about|at|why|how|what|when|next|questions?|we|you)\b",
        re.IGNORECASE,
    ),
    closing=late(
        rf"[\[(*_]*(?:(?:The|This|Our|An?|End\sof(?:\sthe)?)\s(?:[\w-]+\s){{0,2}}{_TALK}\b"
        rf"|{_TALK}(?:ed)?\s(?:by|edited|conducted|has|was|ended)\b"
        r"|(?:Translat|Edit|Transcrib|Prepar|Report|Record)(?:ed|ing|ion)\s(?:by|from|for)\b"
        r"|[^.?!\n]{0,60}\b[Tt]hank(?:s|\syou)(?:\svery\smuch|\sso\smuch)?\sfor\s(?:the\s|this\s|your\s|our\s|"
        r"talking|speaking|being|joining|agreeing|finding)"
        r"|(?:Follow|Share|Watch|Listen|Read|Subscribe|Sign\sup|Contact)\s(?:[A-Z@]|us\b|and\b|the\b|more\b|on\b)"
        r"|END$|[-–—]?30[-–—]?$|###)"
    ),
)

"""The words that tell whose a figure is: verbs that gain, and what stands between."""

from __future__ import annotations

import re

from tui.extract.languages.en.figures.changes import MOVES
from tui.extract.text.bullets import BULLETS
from tui.extract.text.late_pattern import late

_CHANGED = MOVES.pattern.removeprefix(r"\b").removesuffix(r"\b")
VERB = late(
    r"\b(?:w[io]n(?:s|ning)?|secur(?:es?|ed|ing)|earn(?:s|ed|ing)?|g[eo]t(?:s|ting)?"
    r"|receiv(?:es?|ed|ing)|takes?|took|taken|taking|garner(?:s|ed|ing)?|gain(?:s|ed|ing)?|polled|expects?|counts?\son"
    r"|scor(?:es?|ed|ing)|captur(?:es?|ed|ing)|collect(?:s|ed|ing)?|pick(?:s|ed|ing)\sup"
    r"|drew|draws?|drawn|claim(?:s|ed|ing)|holds?|held|holding|has|have|had|having|controls?"
    r"|controlled|los(?:es?|t|ing)|finish(?:es|ed|ing)?|comes?|came|coming|stands?|stood|trail(?:s|ed)"
    r"|reach(?:es|ed)?|sits(?=\sat\b)|attract(?:s|ed)|notch(?:es|ed)|snag(?:s|ged)|plac(?:es|ed)|rank(?:s|ed)|needs?|leads?|led"
    r"|obtain(?:s|ed|ing)?|achiev(?:es?|ed|ing)|amass(?:es|ed|ing)?|clinch(?:es|ed|ing)?"
    r"|gather(?:s|ed|ing)?|muster(?:s|ed|ing)?|elect(?:s|ed|ing)?|record(?:s|ed|ing)?"
    r"|register(?:s|ed|ing)?|net(?:s|ted)|total(?:s|l?ed|l?ing)|swe(?:ep|pt)|reap(?:s|ed)|command(?:s|ed)|boast(?:s|ed)"
    r"|manag(?:es?|ed|ing)|bag(?:s|ged|ging)|grab(?:s|bed|bing)|nab(?:s|bed)|retain(?:s|ed|ing)?|keeps?|kept"
    r"|cl(?:i|u)ng(?:s|ing)?(?:\son)?\sto|(?<=to )poll"
    r"|leading|trailing|beats?|beating|defeat(?:s|ed|ing)|edg(?:es|ed|ing)|ended"
    r"|(?:is|was|are|were)(?=\s(?:at|on|in|up|down|second|third|ahead|leading|\d)\b)|ends?|sees?|saw|given|credited|heading|poised"
    r"|course|track|polling"
    r"|(?:(?<=is )|(?<=was )|(?<=are )|(?<=were )|(?<=been ))"
    r"(?:supported|backed|preferred|favou?red|voted\sfor)"
    rf"|{_CHANGED}(?=\s(?:[\w.]+\s){{0,5}}?(?:to|from)\b))\b"
)
LEAD = late(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|beats?|beating|defeat(?:s|ed|ing)|edg(?:es|ed|ing)"
    r"(?:\sout)?|trounc(?:es|ed|ing)|crush(?:es|ed|ing)|rout(?:s|ed|ing)|thrash(?:es|ed|ing)|best(?:s|ed|ing)|ahead\sof|behind|over"
    r"|against|tops|topped|topping)\s"
)
LED = late(LEAD.pattern + r"(?:the\s)?(?:[A-Z][a-z]+\.?\s){0,3}$")
"""The same right before a name: who is named there comes second."""
AFTER = late(r"\S\s(?:after|by|without|before|having)\s$")
"""What makes a participle that of the subject before it: "conceded after winning"."""
SEEN = late(
    r"\b(?:is|was|are|were|been|be|looks?|seems?|appears?)\s(?:[a-z]+ly\s)?(?:seen|tipped|shown|on\s(?:course|track)\sfor|in\sline\sfor|close\sto"
    r"|projected\sas|set\sfor)\s$|\b(?:is|was|are|were|been)\s(?:now\s|currently\s|still\s|[a-z]+ly\s)?$"
)
"""What makes a participle that of the subject: "was seen taking"."""
OPENS = late(
    r"[;:—–]|\s-\s|[“”\"]|,?\s(?:while|whereas|but|although|though|where|because|if|when|since(?!\s(?:\d|[A-Z]|last|then|the)))\s"
    r"|,?\s(?P<relative>who|which|that)\s|,\s(?:and|or|with)\s"
    r"|\b(?:said|says?|show(?:s|ed|n|ing)?|projected|projects|reported|reports|indicat\w+|suggest\w*|told\s[a-z]+"
    r"|found|finds|announced|declared|proclaimed|predicts?|predicted|forecast|estimated|gave|gives?|puts?|believes?|claim(?:s|ed))(?!\sto\b)\s(?:that\s)?"
    r"|(?:\A|(?<=\s))(?:[Ww]hile|[Ww]hereas|[Aa]lthough|[Tt]hough)\s"
)
BREAKS = late(
    r";|,?\s(?:while|whereas|but|although|though|because|who|which|that)\s|[“\"]"
    r"|\b(?:said|says?)\s|\bto\s(?:award|allocate|elect|fill|choose|pick|decide|distribute|name)\b"
)
"""What between a verb and a number begins another clause."""
BARE = late(
    r"[\s,)”\"]*(?:(?:of|the|their|its|his|her|valid|popular|total|all|cast|votes?|ballots?|seats?"
    r"|and|or|also|then|but|has|have|had|having|will|would|could|be|been|being|is|are|was|were|to"
    r"|not|only|just|so|far|as|while|it|they|he|she|likely|set|expected|projected|forecast|thus"
    r"|in|both|nationwide|nationally|national|list|[a-z]+ly)\b[\s,]*)*"
)
BARE_BEHIND = late(
    r"(?:\s(?:in|of|at|for|on|from|across)\s(?:(?!(?:and|but|while|or|as)\b)[a-z’'-]+[\s,]+){1,7})?"
    + BARE.pattern
)
"""The same behind a figure of the clause."""
GOVERNED = late(
    r"\b(?:by|of|from|in|with|against|around|over|for|at|on|between|among|behind|to|under|about"
    r"|including|like|near|versus)\s(?:the\s|a\s|an\s|its\s|his\s|her\s"
    r"|their\s)?(?:(?!the\s|a\s|an\s)(?:[a-z-]+|[a-z]+-[A-Za-z-]+,?|President|Prime|Minister|Mr|Mrs|Ms|Dr|Sen|Gov"
    r"|Former|Governor|Senator)\.?\s){0,5}(?<!\selection\s)(?<!\selections\s)$"
)
HEADSHIP = late(
    r"\b(?:leadership|presidency|chairmanship|chair|head|leader|speaker)\sof\s[^,;:.]{0,40}$"
)
"""What stands before a party that somebody heads: "won the leadership of the Greens"."""
NOMINAL = late(
    r"\b(?P<kind>[\w-]+)\s(?P<noun>coalition|alliance|party|bloc|list|group|movement|grouping)"
    r"(?:\s(?:has|have|had|will|would))*\s?$",
    re.IGNORECASE,
)
CALLED = late(
    r"\b(?P<kind>(?:ruling|governing|opposition|populist|conservative)\s(?:party|coalition|alliance|bloc|list))"
    r",?\s[“„\"»«]?$"
)
POSSESSIVE = late(r"['’]s?(?=\s)")
OWNS = late(
    r"['’]s?\s(?:showing\s(?:at|of)\s|(?:own|paltry|mere|current|combined|first|remaining|existing|present|other)\s)?"
)
BESIDE = late(
    r"(?:\s?\([^()]{1,30}\))*(?:['’]s\ssupport)?(?:\sin\s(?:first|second|third|fourth|fifth)(?:\splace)?)?,?\s?(?:\(|:\s|(?:now\s|also\s|still\s|currently\s"
    r"|who\s)?(?:ahead(?:\sby\s[\w\s]{1,20})?,?\s)?"
    r"(?:(?:stands?|stood|is|was|were|sits|polls|polled|finished)\s)?(?:at|on|with)\s)"
    r"(?:just\s|only\s|a\s(?:mere|paltry)\s)?"
    r"|\s(?:fell|stayed|remained|finished|ended|was|stopped)\s(?:just\s|narrowly\s)?(?:below|under|short\sof|outside)"
    r"\s(?:it|that|the\s(?:[\w-]+\s){0,3}(?:threshold|barrier|hurdle|mark|census|parliament)),?\s(?:at|on|with)\s(?:just\s|only\s)?"
)
PLACED = late(
    r"\b(?:in|from|(?<!ahead )of|across|near|over)\s(?:the\s)?"
    r"(?:(?!(?:puts?|gave|gives?|had|has|with|shows?|showed|sees)\b)[a-z-]+\s){0,2}$"
)
WON_WITH = late(r"\bwon,?\swith\s$")
GOES_TO = late(
    r"\s(?:(?:of|the|all|valid|votes?|ballots?|support|seats?|cast)\s){0,4}"
    r"(?:in\s(?:the\s)?(?:new\s)?(?:[a-z]+\s)?(?:parliament|assembly|council|chamber|house)\s)?"
    r"(?:for|(?:of\s(?:[\w’'.-]+\s){1,6})?(?:who\s)?(?:said\sthey\s)?(?:would\s)?(?:support(?:ed|s)?|back(?:ed|s)?"
    r"|favou?r(?:ed|s)?|prefer(?:red|s)?|chose|choose|picked|named)|(?:went|going|goes|go)\sto|(?:were|was|are|is)?\s?(?:won|taken|secured|held)\sby|(?P<winner>by)"
    r"|(?:of\s(?:[\w’'.-]+\s){1,4})?(?:said\s(?:that\s)?they\s)?(?:would|will|plan(?:ned)?\sto|intend(?:ed)?\sto)\s(?:vote|cast\s(?:a|their)\sballots?|opt)\sfor|(?:of\s(?:the\s|all\s)?(?:[a-z]+\s)?voters\s)?(?:voted|opted)\sfor)\s"
    r"(?:the\s)?(?:Xx*['’]s\s)?(?:(?!(?:while|whereas|and|but|against|over|from|than|not|never)\b)[a-z-]+\s|(?!Xx)[A-Z][a-z]+\.?\s){0,4}"
)
AT_STAKE = late(
    r"\s(?:(?:are|were|is|was|will\sbe|that\sare)\s)?(?:at\sstake|available|up\sfor\sgrabs|on\soffer|to\sbe\swon)\b"
)
"""What stands behind what nobody has won yet."""
OF_MOTION = late(
    r"\b(?:pass(?:ed|es)?|approved|adopted|carried|rejected|defeated|voted\sdown)\s(?:with|by)\s(?:just\s|only\s|about\s)?$"
)
"""What stands before the votes on a question, which is no party's."""
GIVEN_TO = late(r"\s(?:seats\s|mandates\s)?to\s(?:the\s)?")
TO_UNKNOWN = late(r"\s(?:seats\s|mandates\s)?to\s(?:the\s)?(?!Xx)[A-Z]")
GAVE = late(
    r"\b(?:g[ai]v(?:e|es|ing)|assign(?:s|ed|ing)?|award(?:s|ed|ing)?|allots?|allotted|hand(?:s|ed|ing)?)\s$"
)
"""What stands before seats, and between them and who is given them."""
SOMEBODYS = late(r"\b[^\W\d_]+(?:['’]s|s['’])\s$")
"""What stands before a share of somebody whom no rule knows: "her rival’s"."""
ALSO_TO = late(r"\sto\s(?:the\s)?(?:Xx*['’]s\s)?(?:[a-z-]+\s){0,3}")
"""What stands between a share and who has it as the one told before it has its own."""
NAMED = late(r"\s(?:named|chose|picked|prefer(?:red)?|back(?:ed)?|support(?:ed)?|favou?red)\b")
"""What those asked do with whom they are for."""
WENT = late(
    r"(?:\sof\s(?:the\s|all\s)?(?:[a-z-]+\s)?(?:votes?|ballots?)(?:\scast)?)?\s(?:went|goes|go)\b"
)
"""What stands behind a share that is told before whose it is."""
NAMED_AHEAD = late(r"Xx*(?:\s?\([^()]{1,20}\))?,?\s$")
"""A name right before a share."""
FIRST_PRECEDES = late(r"\d\s?(?:%|per\s?cent|pct)?\sto\s$")
"""What stands before the second of two shares that are told against each other."""
UNKNOWN_AHEAD = late(r"[^\W\d_a-z][\w’-]+\s\($")
"""What stands before a bracket that tells more of somebody whom no rule knows."""
OF_POLL = late(
    r"(?:['’]s?)?\s(?:opinion\s|exit\s)?(?:polls?|surveys?|pollsters?)\b"
    r"|\s(?:had|has|puts?)\s(?:[A-Z][\w.’-]+\s){1,3}(?:up|ahead|leading|trailing|behind|down)\b"
)
"""What stands behind the name of who asks people, and wins nothing."""
OF_UNKNOWN = late(
    r"\b(?!Xx)[A-Z][\w-]+\sof\s(?:the\s)?(?:[A-Z][a-z]+\.?\s|(?:former|prime|deputy|outgoing)\s|minister\s|president\s){0,4}$"
)
"""What stands before somebody whose party is told by a name that no rule knows."""
TRAILS_BY = late(r"\s?(?:percentage\s)?(?:points?\s)?behind\b")
OUTDONE = late(
    r"\b(?:follow(?:s|ing)|trail(?:s|ed|ing)|beat(?:s|ing)?|defeat(?:s|ed|ing))\s(?:the\s)?"
    r"(?:[A-Z][a-z]+\.?\s){0,2}$"
)
"""What stands before somebody to whom another's result is compared."""
RESPECTIVELY = late(r"[^.;]{0,80}\brespectively\b")
RESPECTIVE = late(
    r"(?:[\s,]+(?:and|or|of|the|votes?|seats|mandates|deputies|per|cent|percent|pct|[\d.,]+\s?%?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\w)|\s?%)*,?\srespectively\b"
)
"""The same right behind the last of several figures, or behind one of those before it."""
NUMBER = late(r"\d(?:[\d.,]*\d)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b")
ROW_OF_NUMBERS = late(
    r"(?<!between\s)(?<![\d.,])\d[\d.,]*\d?(?:,\s\d[\d.,]*\d?){0,4},?\sand\s\d[\d.,]*"
)
"""Several numbers of which the last alone has its noun: "7.4 and 4.9 percent"."""
AND_ANOTHER = late(r"(?:,\s(?:the\s)?[A-Z]\w[^,.;]{0,40}){0,4},?\sand\s(?:the\s)?[A-Z]")
OTHERS_SAY = late(r"\s(?:supporting|backing|favou?ring|undecided|saying|preferring|opposed)\b")
"""What stands behind a share of those who are for nobody named so far."""
EACH = late(r"\s(?:of\sthe\svotes?\s)?each\b")
BOTH = late(r"\b(?:[Bb]oth|[Ee]ach)\b[^,;.]{0,90}$")
AND = late(r"\band\b")
LISTED = late(r"(?:\s?\([^()]{1,30}\))?,\s(?:the\s)?")
"""What stands between two of several who have one thing together."""
AND_OTHERS = late(
    r"(?:\s?\([^()]{1,30}\))?,?\s(?:and|or|plus|together\swith|along\swith)\s(?:its|his|her|their|other|others|several|some|two|three|a|an|the)\s[a-z]"
)
"""What stands behind somebody who has a thing together with others."""
COORDINATED = late(
    r"(?:\s?\([^()]{1,30}\))*,?\s(?:and|or)\s(?:the\s)?(?:[a-z-]+\s|[A-Z][a-z]+\.?\s){0,6}"
)
PAIRED = late(
    r"(?:\sof\s(?:the\s|all\s)?(?:[a-z-]+\s)?(?:votes?|ballots?)(?:\scast)?)?"
    r"(?:\son\s(?:[A-Z]\w+\s[0-9]{1,2}|[0-9]{1,2}\s[A-Z]\w+))?"
    r"(?:\s?[(\[|]\s?(?:(?:19|20)[0-9]{2}:\s)?|(?:\s?\|)|\s[–—-]{1,2}\s|,?\s(?:and|or|with|on|for|which\s(?:is|was)"
    r"|(?:which|that|a\sresult\sthat)\s(?:would\s|will\s|should\s)?(?:gives?|gave|means?|meant|brings?|makes?|translat(?:es?|ed)\s(?:in)?to|amounts?\sto|equals?"
    r"|corresponds?\sto)(?:\s(?:it|them|her|him))?|(?:translating|converting|thanks)\s(?:in)?to|(?:equivalent|equal|amounting|corresponding)\sto|(?:enough|good)\sfor"
    r"|(?:winning|gaining|taking|securing|getting|receiving|giving\s(?:it|them))|i\.\s?e\.|that\sis|electing|representing|being|equal\sto|meaning)\s)(?:also\s)?(?:a\stotal\sof\s)?"
)
"""What between two figures shows that they are of one."""
COMMA_PAIRED = late(r"(?:\sof\s(?:the\s)?votes)?,\s(?:also\s|or\s)?")
OWN_NOUN = late(r"[\w.,]+\s(?:votes|seats|mandates|deputies)\b")
"""A comma pairs two figures where the second has a noun of its own: "46 percent, 13 seats"."""
OPENING_WITH = late(
    r"(?:With|At|On|(?:Having\s)?(?:Winn?|Tak|Secur|Receiv|Gain|Garner|Gett|Poll|Scor|Captur|w[io]n|taken|secured|received|gained|polled|scored|captured)(?:ing)?)"
    r"\s(?:just\s|only\s|about\s|some\s|nearly\s)?"
)
THEN = late(
    r"(?:\sof\s(?:the\s)?votes?)?(?:\s(?:and|or)\s[\w.,]+\s(?:(?:of\s(?:the\s)?[\w]+\s)?(?:seats|mandates|votes|deputies)))?"
    r"(?:\sof\s(?:the\s|all\s)?(?:[a-z-]+\s)?(?:votes?|ballots?)(?:\scast)?)?"
    r"(?:,\sor\s[\d.]+\s?(?:%|per\s?cent|percent|pct)|\s\([^()]{1,20}\))?,\s(?:the\s)?(?:[a-z-]+\s){0,4}"
    r"|\s(?:the\s)?"
)
PRONOUN_WITH = late(
    r"(?:^|[,;]\s|\sand\s)(?P<who>[Ii]t|[Tt]hey|[Hh]e|[Ss]he)\s[^,;:]{0,50}\bwith\s(?:just\s|only\s)?$"
)
PLACE_WITH = late(
    r"\s(?:in|of)\s(?:the\s)?[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2},?\s(?:with|on)\s(?:just\s|only\s|about\s|some\s)?"
)
"""What stands between a place won and its share: "came first in the election in Orland with"."""
OF_LIST = late(r"['’]s?\s(?:list|slate|ticket|coalition|bloc)\b")
UNTOLD = late(r"\b[A-Z]")
BULLET = late(
    rf"[\s{BULLETS}|–—-]"
    r"*(?:[0-9]{1,2}[.)]\s)?(?:[A-Z][\w’-]+(?:\s[A-Z][\w’-]+){0,2}:\s)?(?:[Tt]he\s)?(?:[a-z]+\s){0,2}"
)
"""What stands before the name of a row: a bullet, a number, the town that it is of."""
ALSO_OF_ROW = late(r"\s(?:(?:and|&)\s(?:the\s)?[A-Z]|[–—-]\s(?!X)[A-Z])")
"""What stands behind the first of two names that a row has."""
OTHER_OF_ROW = late(r"\s(?:while|whereas|but|and)\s(?:the\s)?[A-Z]")
"""What stands behind the figure of a row where it goes on with another name."""
HERE_AND = late(
    r"(?:\sof\s(?:the\s)?votes?)?\s(?:in|at|among|across|abroad|nationwide|nationally)(?:\s[\w’'-]+){0,6}?(?:,?\s(?:and|but|while)|,)\s"
    r"(?:only\s|just\s|about\s)?"
)
THERE = late(
    r"(?:\sof\s(?:the\s)?votes?)?\s(?:nationwide|nationally|overall|abroad|in|at|among|across|elsewhere)\b"
)
"""What stands before and behind what the same list has in another place."""
ELSEWHERE = late(
    r"(?:\s(?:of\s(?:the\s)?votes?|support|seats|mandates))?,?\s(?:and\s|while\s)?(?:in|for)\s(?:the\s)?[A-Z][\w’-]+"
    r"(?:\s[A-Z][\w’-]+)?\s(?:it\s(?:had|has|won|got)\s)?(?:just\s|only\s)?"
)
"""What between two figures leads to another town of the same owner."""
WHO = late(
    r"(?:\s?\([^()]{1,40}\))?,\s(?:who|which|whose)\s[^;:“”\"\d]{3,200},\s(?P<main>[^,;:“”\"\d]{2,60})"
)
"""A name with a clause on it, and what follows up to a figure."""
WITH = late(
    r"(?:\bwith|(?<=first )on|(?<=second )on|(?<=third )on|(?<=fourth )on)\s"
    r"(?:just\s|only\s|some\s|around\s|about\s|a\s(?:mere|paltry)\s|an?\s(?:total|result|score|tally|share)\sof\s)?$"
)
OTHER_CLAUSE = late(
    r"[;“”\"]|\b(?:said|says?|predicted|projected|forecast|showed|reported|announced|estimated|while|whereas|but|although|though|because|despite|compared)\b(?!\sto\b)|\d"
)
BACKED = late(
    r"\b(?:backed|supported|led|headed|nominated|endorsed|proposed|chaired)\sby\s(?:the\s)?(?:[a-z-]+\s){0,4}"
    r"(?:of\s(?:the\s)?(?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+,\s)?(?:Xx*\s\()?$"
)
"""What stands before somebody who backs whom a clause is about."""
ASIDE = late(
    r"(?:\s?\([^()]*\))?,\s(?:an?|the|its|which|who|whose|also|long|founded|formed|made|opposed|allied|backed|close)\s"
    r"[^,;:“”\"\d]{2,90}$"
)
ASIDE_ENDS = late(r",\s(?:[a-z]+\s)?(?:came|was|is|finished|ended|placed|ranked|follow(?:s|ed))\b")
"""What stands before and behind the last name of what is told of a subject between commas."""
LESSER = late(
    r"\b(?:of|in|from|against|over|ahead\sof|behind|for|at|between|among|near|before|after|than|beats?|beating"
    r"|defeat(?:s|ed|ing)|edg(?:es|ed|ing)(?:\sout)?|follows|following|trails|trailed|trailing|whose)\s(?:the\s|a\s|an\s|its\s|his\s|her\s|their\s)?(?:(?!(?:and|or|but)\b)[a-z-]+\s){0,3}$"
)
"""What stands before somebody in a phrase that is not the clause's own."""
GIVEN = late(
    r"\b(?:giv(?:es?|ing)|gave|hand(?:s|ed|ing)|bring(?:s|ing)|brought|leav(?:es|ing)|left|earn(?:s|ed|ing)|puts?"
    r"|putting|had|has|sees|saw|predicted|projected)\s(?P<who>it|them|her|him|the\s(?:(?:ruling|governing|opposition)\s)?(?:party|list|coalition"
    r"|bloc|alliance|movement))\s(?:a\stotal\sof\s|just\s|only\s|on\s|at\s|ahead\s(?:on|at|with)\s)?$"
)
PRONOUN = late(
    r"(?:^|[\s,])(?P<who>it|they|he|she|the\s(?:party|list|coalition|bloc|alliance|movement))\b",
    re.IGNORECASE,
)
ADJACENT = late(r"(?:\s?\([^()]{1,30}\))?(?:,|\s?[–—:|-])?\s")
SOURCE = late(
    r"\b(?:according\sto|(?<!followed )by|from|says?|said|support(?:s|ed|ing)?|back(?:s|ed|ing)?"
    r"|trusts?|with|in|for|(?<!group )(?<!list )of)\s(?:the\s)?"
    r"(?:(?!(?:and|or|gave|gives?|puts?|had|has|showed|shows?|handed)\b)[a-z]+\s){0,2}$"
)
TOGETHER = late(r"\b(?:combined|together|jointly|between them|each)\b")
LEADING = late(
    r"\b(?:w[io]n|wins|winning|h[oe]lds?|holding|kept|keeps|retain(?:s|ed|ing)|leads?|led|leading|ahead|beats?|beating|defeat(?:s|ed|ing)|edg(?:es|ed|ing)|finish(?:es|ed)|victory)\b"
)
"""What somebody does by a margin."""
BEHIND = late(
    r"\b(?:trail(?:s|ed|ing)?|los(?:es?|t|ing)\sto|behind)\s(?:the\s)?(?:[a-z-]+\s){0,4}$"
)
"""What stands before somebody who leads by a margin."""
BEFORE_WHICH = late(
    r"(?:\s?\([^()]*\))?[)\]”\"’]*(?:,\s(?:an?|the|its|his|her|part)\s[a-z][^,;:.\dX]{2,80})?"
)
"""What stands between a name and what a relative clause tells of it."""
PART_OF = late(r",\s(?:(?:a\s)?(?:part|member|partner))\s(?:of|in)\s(?:the\s)?(?:[a-z-]+\s)*$")
"""What stands before a whole that somebody is told to be a part of."""
HAS_VERB = late(
    r"(?:\s?\([^()]*\))?\s(?:is|was|are|were|has\sbeen|had\sbeen|became|remain(?:s|ed)|came|ran|stood)\b"
)
"""What stands behind the subject of a clause."""
PASSIVE = late(
    r"\b(?:was|were|been|being|is|are|got)\s(?:[a-z]+ly\s)?(?:defeated|beaten|edged|led|won|lost)$"
)
"""What is done to somebody by a margin."""
BEATEN = late(
    r"\b(?:was|were|been|being|is|are|got)\s(?:[a-z]+ly\s)?(?:defeated|beaten|edged(?:\sout)?|trounced|crushed|routed|thrashed|bested)$"
)
"""What is done to somebody by who is ahead."""
AGENT = late(r"\bby\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,3}$")
"""What stands before who does it."""
SHORT_BY = late(
    r"\s(?:is|was|were|are|fell|left|remain(?:s|ed)|came|end(?:s|ed)(?:\sup)?)\s(?:still\s|just\s|only\s)?"
)
SHORT = late(r"\s(?:short|shy)\b")
"""What stands before and behind how many somebody would need more."""
_LEAD_NOUN = r"(?:lead|margin|advantage|majority|edge)"
WHOSE_LEAD = late(rf"['’]s?\s(?:[a-z]+\s){{0,2}}{_LEAD_NOUN}\b")
LEAD_OF = late(rf"\b{_LEAD_NOUN}\s(?:of|for)\s(?:the\s)?$")
"""What stands behind and before somebody whose lead it is."""
HAS_MORE = late(r"\s(?:has|had|got|w[io]ns?|received|polled)\s(?:just\s|only\s)?")
IS_AHEAD = late(
    r"\s(?:(?:is|was|are|were|finished|came|stands?|stood|remains?|now|still|just|only)\s){1,3}"
)
AHEAD = late(r"\s(?:ahead|clear|in\sfront)\b")
"""What stands before and behind by how much somebody leads."""
WENT_TO = late(r"\b(?:went|goes|go|fell)\sto\s(?:the\s)?$")
BY = late(r"\sby\s(?:just\s|only\s)?")
"""What stands before and behind somebody to whom a seat went."""
AHEAD_BY = late(
    r"\s(?:(?:is|was|were|has|had|just|now)\s)*(?:(?:ahead|in\sfront)\s(?:by\s)?|(?:w[io]ns?|leads?|led)\sby\s)"
    r"(?:just\s|only\s|about\s)?"
)
"""What stands between who leads and by how much."""
MORE_THAN = late(r"\smore\sthan\b")
_A_LEAD = r"\s(?:an?|the)\s(?:[a-z-]+\s)?(?:majority|lead|margin|advantage)\sof\s(?:just\s|only\s)?"
AND_A_LEAD = late(rf",?\s(?:and|with|or){_A_LEAD}")
"""What stands between the votes of somebody and by how many they are more than others'."""
A_LEAD = late(_A_LEAD)
GAVE_A_LEAD = late(
    rf"\b(?:gave|gives?|giving|left|leaves|leaving|handed|handing)\s(?P<who>her|him|it|them){_A_LEAD}$"
)
FOR = late(
    r"(?:\s(?:votes|seats|points))?\s(?:for|in\sfavou?r\sof)\s(?:the\s)?(?:[A-Z][a-z]{1,3}\.?\s)?"
)
MOVED_BY = late(
    r"(?:['’]s?\s(?:vote\s)?(?:share|support|vote|result))?(?:\sof\s(?:the\s)?votes?)?,?\s"
    rf"(?:(?:has|have|had|is|was|are|were)\s)?(?:{MOVES.pattern}|up|down)\s(?:by\s)?"
    r"(?:just\s|only\s|about\s|some\s|nearly\s)?"
)
"""What stands between somebody and by how much they have more or less."""
OPTION = late(
    r"[“\"]?\b(?:Yes|No)\b[”\"]?(?:\s(?:vote|side|camp|campaign))?,?\s"
    r"(?:(?:has|had|have|got|was|is|stood|at|on|with|won|received|took)\s){0,3}(?:just\s|only\s)?$"
)
"""What stands before the share of one of the two answers of a referendum."""
VOTED_YES = late(r"[^.;,\d]{0,30}?\s(?:said|voted)\s[“\"]?(?:[Yy]es|[Nn]o|against)\b")
"""What stands behind it."""


def is_answer(text: str, begin: int, start: int, end: int) -> bool:
    """Whether a share that stands between two places of a sentence is one of Yes or No."""
    ahead = OPTION.search(text, max(begin, start - 40), start)
    return ahead is not None or VOTED_YES.match(text, end) is not None


WITH_A_LEAD = late(r"\s(?:with|holding|enjoying)\san?\s")
WINNER_BY = late(
    r"\s(?:as\s)?(?:the\s)?(?:winner|victor)(?:\s\w+){0,4}?\s?(?:by\s)?(?:just\s|only\s)?"
)
"""What stands between the winner and a margin."""
OWN_LEAD = late(r"(?:['’]s)?\s(?:an?\s|its\s)?")
"""What stands between somebody and a lead of theirs: "gave the list a 12-point lead"."""
OVERTURNED = late(
    rf"\b(?:overturn|erase|wipe|overc[ao]me|destroy)(?:s|d|ed|ing)?\b[^.;,]{{0,60}}\b{_LEAD_NOUN}\s(?:of|over)\s(?:[a-z]+\s){{0,2}}$"
)
"""What stands before a lead that another has lost: "overturning a Blue majority of 11,000"."""
HIS_LEAD = late(rf"\b(?P<who>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s{_LEAD_NOUN}\b")
SPENT = late(
    r"\s(?:has\s|had\s|have\s)?(?:spent|paid|raised|donated|borrowed|owes|embezzled|stole|invested)\s"
)
"""What stands between somebody and money of theirs."""

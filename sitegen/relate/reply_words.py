"""Words that say of a quotation that it answers somebody. Data for ``answers``."""

import re

# What says by itself that somebody was answered. Who agrees, agrees with somebody or to something else more often.
REPLIES = re.compile(
    r"\b(?:replie[sd]|reply|replying|respond(?:s|ed|ing)?|retort(?:s|ed|ing)?|counter(?:s|ed|ing)?|rejoin(?:s|ed)"
    r"|answer(?:s|ed|ing)?|(?P<agrees>(?:dis)?agree[sd])|beg(?:s|ged)\s+to\s+differ|concur(?:s|red)"
    r"|(?:shot|shoots|shooting|hit|hits|hitting|fired|fires|firing|snapped|snaps|snapping|struck|strikes)\s+back)\b",
    re.IGNORECASE,
)
# How these begin, in small letters: where none stands, the pattern needs no look.
REPLY = ("repl", "respond", "retort", "counter", "rejoin", "answer", "agree", "beg", "concur", "back")
AGREES = re.compile(r"(?:dis)?agree[sd]\b(?=\s*[.:,;!])", re.IGNORECASE)
# What is answered that nobody said: "responded to the fire", "answered the phone".
UNSAID = re.compile(
    r"\s+(?:to\s+)?(?:(?:the|a|an|his|her|their|its|every|any|some|more|several|all|no|\w+\s+of)\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:phones?|calls?|doors?|bell|prayers?|fires?|emergenc(?:y|ies)|crisis|alarms?|scenes?|questions?|queries|query"
    r"|reporters?|requests?|inquir(?:y|ies)|enquir(?:y|ies)|emails?|e-mails?|letters?|messages?|reports?|polls?|threats?"
    r"|attacks?|needs?|disasters?|outbreak|surveys?|voters?|moderators?|journalists?)\b",
    re.IGNORECASE,
)
# Somebody else asks: what follows answers the question, not whoever was quoted before.
ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|quizzed|pressed|prompted|reporters?|interviewers?|moderators?"
    r"|journalists?|hosts?|anchors?|wonder(?:s|ed)|e-?mailed|contacted|phoned|texted|when\s+(?:I|we)\b)\b",
    re.IGNORECASE,
)
# The words are older than what stands before them.
EARLIER = re.compile(
    r"\b(?:had|earlier|previously|once|last\s+(?:week|month|year|spring|summer|autumn|fall|winter|night)|years?\s+ago"
    r"|months?\s+ago|weeks?\s+ago|days?\s+ago|(?:in|since)\s+(?:1[89]|20)\d\d|back\s+in|at\s+the\s+time|used\s+to"
    r"|a\s+(?:day|week|month|year)\s+before|previous)\b",
    re.IGNORECASE,
)
# Leads from the other speaker's name to the answer.
_TO_NAME = (
    r"(?:told\s+of|told\s+about|informed\s+of|respond(?:s|ed|ing)?\s+to|in\s+(?:response|reply|answer)\s+to|reacting\s+to"
    r"|repl(?:ies|ied|ying)\s+to|answer(?:s|ed|ing)?|echo(?:es|ed|ing)?|contradict(?:s|ed|ing)?|rebut(?:s|ted|ting)?"
    r"|refut(?:es|ed|ing)|(?:dis)?agree(?:s|d|ing)?\s+with|counter(?:s|ed|ing)?|reject(?:s|ed|ing)?|den(?:ies|ied|ying)"
    r"|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|(?:hit|hitting|hits|shot|shooting|fired|firing)\s+back\s+at"
    r"|push(?:es|ed|ing)?\s+back\s+(?:on|against|at)|took\s+issue\s+with|taking\s+issue\s+with|confronted\s+with"
    r"|commenting\s+on|interrupt(?:s|ed|ing)?|corrected|reminded|reminding)"
)
_SAID = (
    r"(?:words|remarks?|comments?|claims?|statements?|assertions?|allegations?|accusations?|criticisms?|suggestions?"
    r"|arguments?|answers?|repl(?:y|ies)|responses?|characteri[sz]ations?|complaints?|warnings?|contentions?|denials?"
    r"|tweets?|insistence)"
)
_TITLE = r"(?:(?:(?!(?:by|that|in|on|to|for|when|after|as|and)\s)[\w-]+\.?)\s+){0,4}"
# Right before the other's name.
TO_NAME = re.compile(rf"\b{_TO_NAME}\s+{_TITLE}$", re.IGNORECASE)
# Right behind the other's name.
SAID = re.compile(rf"\s*[’']s?\s+(?:[\w-]+\s+){{0,3}}?{_SAID}\b", re.IGNORECASE)
# Of several remarks it says which one: "'s claim that", and of something else than remarks: "'s offer".
WHICH = re.compile(
    rf"\s*[’']s?\s+(?:(?:[\w-]+\s+){{0,3}}?{_SAID}\s+(?:that|about|on|in|at|during|of|to|from)\b"
    rf"|(?!(?:[\w-]+\s+){{0,3}}?{_SAID}\b)\w)",
    re.IGNORECASE,
)
# Right before it.
SAID_BY = re.compile(
    rf"\b(?:{_SAID}|reports?)\s+(?:(?:made|issued|published)\s+)?(?:by|from|of)\s+{_TITLE}$", re.IGNORECASE
)
HIS = re.compile(r"his|her|their|its", re.IGNORECASE)
HIS_SAID = re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?{_SAID}\b", re.IGNORECASE)
_ROLE = (
    r"(?:spokes\w+|manager|chair(?:man|woman|person)?|president|director|chief|advis[eo]rs?|aides?|lawyers?|attorneys?"
    r"|strategist|secretary|deputy|wife|husband|son|daughter|brother|sister|mother|father|surrogate|supporters?|ally"
    r"|allies|mate|founder|co-founder|head|executive|officer|member|campaign|assistant|counsel|agent|partner"
    r"|representative|leader|editor|commissioner|treasurer|captain|coach)"
)
# From the other's name to the answerer's, and from the answerer's to the other's.
HIS_ROLE = re.compile(rf"(?:[’']s?)?,?\s+(?:[\w-]+\s+){{0,4}}?{_ROLE},?\s+(?:[\w-]+,?\s+){{0,4}}", re.IGNORECASE)
ROLE_OF = re.compile(
    rf",?\s+(?:[\w-]+\s+){{0,6}}?{_ROLE}\s+(?:[\w-]+\s+){{0,3}}?(?:of|for|at|with|to)\s+{_TITLE}", re.IGNORECASE
)
# "Orr, the *Lee* campaign's chair": what stands between the names, and what behind the other's.
APPOSED = re.compile(r",\s+(?:who\s+\w+\s+)?(?:(?:the|a|an|former|then)\s+){0,2}", re.IGNORECASE)
ROLE = re.compile(rf"(?:[’']s?)?\s+(?:[\w-]+(?:[’']s?)?\s+){{0,4}}?{_ROLE}\b", re.IGNORECASE)
# Sets the words against those before.
TURNS_AGAINST = re.compile(
    r"\b(?:But|However|Instead|Yet|Not so|By contrast|On the other hand)\b"
    r"|,\s+(?:however|though|by\s+contrast|for\s+(?:his|her|its|their)\s+part)\s*,|\b(?:unconvinced|not\s+convinced)\b"
)
# Another place or time.
ELSEWHERE = re.compile(
    r"\b(?:at|during|in)\s+(?:an?|the|his|her|their|another)\s+(?:[\w-]+\s+){0,2}(?:rally|speech|ceremony|dinner|concert)\b"
    r"|\b(?:last|this)\s+(?:night|week|month|year)\b|\bmeanwhile\b|\belsewhere\b",
    re.IGNORECASE,
)
DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b")
# Gives the words of others.
RELAYS = re.compile(
    r"according\s+to|report(?:s|ed|ing)?|cit(?:es|ed|ing)|quot(?:es|ed|ing)|publish(?:es|ed|ing)", re.IGNORECASE
)
# A question to somebody.
ASKS = re.compile(r"ask(?:s|ed|ing)?|press(?:es|ed)|enquired|inquired", re.IGNORECASE)
YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
# The perfect: what somebody has said at other times.
PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
# Says something, where other cues may report what somebody does: "he showed", "the club reported a loss".
SAYS = re.compile(
    r"(?:say|said|tell|told|add|argu|insist|writ|wrote|claim|warn|suggest|stat|explain|note|noting|call|point|maintain"
    r"|conten|assert|tweet|declar|acknowledg|admit|conced|agree|promis|vow|pledg|predict|complain|stress|emphasi|remark"
    r"|comment|accus|reject|dismiss|den[iy]|question|wonder|ask|repl|respond|retort|counter|answer|disagree|according)\w*|:",
    re.IGNORECASE,
)

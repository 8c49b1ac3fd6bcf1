"""Words that say of a claim that it is not so. Data for ``denials``.

Each verb needs what it denies: "rejected the claim" denies, "rejected the offer" does not. Precision goes before
completeness: an object that is not listed makes no denial.
"""

import re

# A word between the verb and its object that begins no phrase of its own: "rejected the minister's *false* claims".
_WORD = (
    r"(?:(?!(?:of|for|from|to|by|in|on|at|with|as|and|but|because|after|before|when|who|which|that|over|about)\b)"
    r"[\"“‘]?[\w’'-]+[\"”’]?\s+)"
)
# What only somebody's words can be. "Charges" are a court's as well.
_CLAIM = (
    r"(?:claims?|allegations?|accusations?|assertions?|suggestions?|insinuations?|innuendo(?:e?s)?|contentions?"
    r"|rumou?rs?|speculation|characteri[sz]ations?|portrayals?|depictions?|falsehoods?)\b"
)
# What may be a plan, a wish or a paper as well, unless a clause says what is held: "the idea that it was his".
_VIEW = (
    r"(?:ideas?|notions?|reports?|criticisms?|concerns?|fears?|stor(?:y|ies)|arguments?|theor(?:y|ies)|charges?"
    r"|findings?|views?|complaints?|perceptions?|narrative|premise|account|version|statements?|implications?)\s+that\b"
)
_HELD = rf"{_WORD}{{0,5}}(?:{_CLAIM}|{_VIEW})"
_FALSE = (
    r"(?:false\w*|untrue|not true|nonsense|baseless|unfounded|groundless|fabricat\w+|fictions?|fictitious|invented"
    r"|inventions?|(?:an?\s+)?(?:outright\s+|complete\s+|total\s+)?lies?|untruths?|made[- ]up|rubbish|bogus|fake"
    r"|inaccurate|incorrect)\b"
)
# What is granted or not: "denied him entry", "denied bail".
_GRANTED = (
    r"(?:access|admission|admittance|aid|appeals?|applications?|assistance|asylum|bail|benefits?|boarding|care|chances?"
    r"|clearance|clemency|compensation|coverage|credentials?|credit|custody|dignity|education|entry|equality|food"
    r"|freedom|funding|funds|hearings?|help|housing|justice|licen[cs]es?|loans?|medicine|membership|motions?"
    r"|opportunit(?:y|ies)|parole|passage|payments?|permission|permits?|petitions?|planning|promotions?|protection"
    r"|refuge|requests?|rights?|seats?|service|shelter|support|training|treatment|visas?|votes?|work)\b"
)

# What stands behind "denied" where it means that something is not so.
_DENIED = (
    r"(?:that\b|(?:ever\s+|even\s+)?(?:having|being|(?!(?:\w+\s+)?" + _GRANTED + r")(?!the\b)\w{2,}ing)\b"
    r"|(?:he|she|they|there|it)\s+(?:ever\s+|even\s+)?(?:is|are|was|were|had|has|have|did|do|does|would|will|could|can"
    r"|knew|took|\w+ed)\b|(?:it|this|so|as\s+much)\b(?=\s*(?:[.,;:—–(]|and\b|but\b|all\b|outright\b|on\b|in\b|to\b|$))"
    rf"|(?:any|all)\s+(?!{_GRANTED}|{_WORD}{_GRANTED})[\w’'-]+"
    rf"|wrongdoing\b|knowledge\b|involvement\b|responsibility\b|guilt\b|{_HELD}"
    rf"|(?:the|these|those|such|all|any|both|his|her|their|its|[\w’'-]+[’']s?)\s+{_WORD}{{0,2}}"
    r"(?:reports?|stor(?:y|ies)|charges?|account|version|rumou?rs?|theory)\b)"
)
_DISPUTED = rf"(?:that\b|{_HELD}|{_WORD}{{0,4}}(?:account|version|findings?|figures?)\b)"
_REJECTED = (
    rf"(?:(?:as\s+[\w-]+\s+)?{_HELD}"
    rf"|{_WORD}{{1,6}}as\s+[\"“‘]*(?:[\w-]+\s+){{0,3}}?{_FALSE})"
)
_CALLED = rf"{_WORD}{{0,4}}(?:{_CLAIM}|stor(?:y|ies)\b|reports?\b|charges?\b)[^.;:]{{0,40}}?[\s\"“‘]{_FALSE}"

_VERBS = (
    (r"den(?:y|ies|ied|ying)", _DENIED),
    (r"(?:disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?)", _DISPUTED),
    (r"(?:debunk(?:s|ed|ing)?|repudiat(?:e|es|ed|ing))", _HELD),
    (
        r"(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|brush(?:es|ed|ing)?\s+(?:off|aside)|scoff(?:s|ed|ing)?\s+at"
        r"|laugh(?:s|ed|ing)?\s+off|wav(?:es|ed|ing)\s+(?:away|off)|push(?:es|ed|ing)?\s+back\s+(?:on|against|at))",
        _REJECTED,
    ),
    (r"(?:call(?:s|ed|ing)?|brand(?:s|ed|ing)?|label(?:s|l?ed|l?ing)?|describ(?:es|ed|ing)|term(?:s|ed|ing))", _CALLED),
)
_NOUN = r"denials?\s+(?:that|of)\b"
# Behind these a denial is what is said: "repeated his denial that".
REPEATS = re.compile(r"repeat(?:s|ed|ing)?|reiterat(?:es|ed|ing)|renew(?:s|ed|ing)?|issu(?:es|ed|ing)", re.IGNORECASE)
DENIES = re.compile(
    "|".join(rf"\b(?P<verb{n}>{verb})\s+{object_}" for n, (verb, object_) in enumerate(_VERBS))
    + rf"|\b(?P<noun>{_NOUN})",
    re.IGNORECASE,
)
# How the verbs and nouns of these begin, in small letters: where none stands, the pattern above needs no look. What
# calls something false needs a word for that as well.
DENY = (
    *("deny", "denie", "denia", "disput", "refut", "rebut", "contradict", "debunk", "repudiat", "reject", "dismiss"),
    *("brush", "scoff", "laugh", "wave", "waving", "push"),
)
CALL = ("call", "brand", "label", "describ", "term")
FALSE = (
    *("false", "untru", "not true", "nonsense", "baseless", "unfounded", "groundless", "fabricat", "fiction"),
    *("fictitious", "invent", "lie", "made up", "made-up", "rubbish", "bogus", "fake", "inaccurate", "incorrect"),
)
# Needs no object behind the words themselves: "“I never went,” Lee denied."
BARE = re.compile(r"den(?:ies|ied)", re.IGNORECASE)
# Right before the verb: the denial is none, is awaited, or is only thought of. "May" and "Will" may be names.
NOT_SO = re.compile(
    r"(?:\b(?:(?i:not|never|neither|nor|cannot|nobody|no\s+one|none|few|without|hardly|barely|if|whether|unless|why|how)"
    r"|can|could|may|might|would|should|must|did|does|do|will|stopp?(?:ed|ing)\s+short\s+of|instead\s+of"
    r"|rather\s+than|avoid(?:ed|ing)?|longer)\b|n[’']t\b)\s+(?:[\w’'-]+\s+){0,3}$"
)
# "To deny" is no denial yet, unless it goes on or comes about.
_INFINITIVE = r"\bto\s+(?:[\w-]+ly\s+)?$"
_COMES_ABOUT = (
    r"(?:\b(?:continu(?:es|ed|ing)|(?:went|goes|going)\s+on|quick|moved|rushed|hastened|forced"
    r"|took\s+to\s+[\w’'-]+)\s+)"
)
TO = re.compile(_INFINITIVE, re.IGNORECASE)
COMES_ABOUT = re.compile(_COMES_ABOUT + _INFINITIVE, re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|get|got)\s+(?:[\w-]+ly\s+)?$", re.IGNORECASE)
NO_DENIAL = re.compile(
    r"\b(?:no|without|withdr[ae]ws?|withdrew|retract(?:s|ed)|despite|amid|after|against)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
# What words hold that put a denial into words, where only the sentence before tells of it.
CONTRADICTS = re.compile(
    rf"\b(?:no|not|never|nothing|none|nobody|nonsense|wrong|absurd|ridiculous|{_FALSE})\b|n[’']t\b", re.IGNORECASE
)
# How a denial's own words are brought in: "Lee denied it, saying “I was at home”".
SAYING = re.compile(
    r":|(?:say|call|tell|insist|add|writ|declar|stat|tweet|repl|respond|answer|maintain|sa[iy]|told|wrote)\w*",
    re.IGNORECASE,
)

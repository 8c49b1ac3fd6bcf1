"""The rules of one block, in the order in which they are asked. A rule sees what earlier ones found."""

from sitegen.analyse.quotes.found import Rule
from sitegen.analyse.quotes.rules.after import cue_after
from sitegen.analyse.quotes.rules.before import cue_before
from sitegen.analyse.quotes.rules.clauses import clauses, marked_clauses
from sitegen.analyse.quotes.rules.headline import headline_speaker
from sitegen.analyse.quotes.rules.in_words import in_words
from sitegen.analyse.quotes.rules.relayed import relayed
from sitegen.analyse.quotes.rules.signed import signed
from sitegen.analyse.quotes.rules.split import split_by_cue
from sitegen.analyse.quotes.rules.subject_after import subject_after
from sitegen.analyse.quotes.rules.turns import turns
from sitegen.analyse.quotes.rules.whose import whose

RULES: tuple[Rule, ...] = (
    turns,
    clauses,
    cue_after,
    split_by_cue,
    cue_before,
    in_words,
    marked_clauses,
    signed,
    headline_speaker,
    subject_after,
    whose,
    relayed,
)

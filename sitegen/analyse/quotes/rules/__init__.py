"""The rules of one block, in the order in which they are asked. A rule sees what earlier ones found."""

from sitegen.analyse.quotes.found import Rule
from sitegen.analyse.quotes.rules.according import according_to
from sitegen.analyse.quotes.rules.after import cue_after
from sitegen.analyse.quotes.rules.before import cue_before
from sitegen.analyse.quotes.rules.clauses import clauses, marked_clauses
from sitegen.analyse.quotes.rules.headline import headline_speaker
from sitegen.analyse.quotes.rules.inserted import inserted
from sitegen.analyse.quotes.rules.split import split_by_cue
from sitegen.analyse.quotes.rules.subject_after import subject_after

RULES: tuple[Rule, ...] = (
    cue_after,
    split_by_cue,
    marked_clauses,
    cue_before,
    inserted,
    clauses,
    according_to,
    headline_speaker,
    subject_after,
)

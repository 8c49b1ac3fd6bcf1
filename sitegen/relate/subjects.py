"""Who does what the reporter tells: the named subject right before a verb."""

import re
from bisect import bisect_right

from sitegen.model.mention import Mention
from sitegen.model.site import Reading
from sitegen.relate.narration import Narration

# Between a subject and its verb: ", who is 34," and "has also repeatedly".
_BETWEEN = re.compile(
    r"(?:[’']s?)?(?:\s*,[^,.;:]{1,80},|\s*\([^)]{1,40}\))?"
    r"\s+(?:who\s+)?(?:(?:has|have|had|also|again|always|later|then|quickly|once|and|today|however|but|just|soon|is|was"
    r"|[\w-]+ly|on\s+[A-Z]\w+day)\s+){0,4}"
)


def subject_of(reading: Reading, narration: Narration, verb: int, first: int) -> Mention | None:
    """Return who does what the verb at offset ``verb`` says: the mention before it, not before offset ``first``."""
    mentions = reading.analysis.mentions
    number = bisect_right(mentions, verb, key=lambda mention: mention.span.start) - 1
    if number < 0 or mentions[number].span.start < first:
        return None
    subject = mentions[number]
    return subject if _BETWEEN.fullmatch(narration.text, subject.span.end, verb) else None

"""A headline that names its speaker: Lee: Board "never asked" about the crane. Lee on the crane: "Nobody asked."

Source: observed in news; the name before the colon speaks for the whole line.
"""

from sitegen.analyse.lexicon.nouns import HUMAN
from sitegen.analyse.lexicon.titles import is_qualifier
from sitegen.analyse.quotes.found import Found, claimed
from sitegen.analyse.quotes.marks import words_in
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.mention import Mention
from sitegen.model.quote import Voice

_LONGEST_LABEL, _LONGEST_HEADLINE = 6, 40
_FEWEST_MARKED = 2
_VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
TOPICS = frozenset({"on", "to", "about"})


def headline_speaker(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute what follows a name and a colon at the head of a block: of a headline the whole line, marked or not,
    else the free passages."""
    taken = claimed(found)
    colon = next((i for i in scene.run[: _LONGEST_LABEL + 1] if scene.tokens.words[i] == ":"), None)
    if colon is None or scene.inside(colon):
        return found
    mention = _named(scene, speakers, colon)
    if mention is None:
        return found
    voice = Voice(mention.span, "name", mention.kind, mention.cluster)
    cue = scene.tokens.span(range(colon, colon + 1))
    whole = scene.content(range(colon + 1, scene.run.stop))
    headline = scene.number == 0 and len(scene.run) < _LONGEST_HEADLINE and _says_something(scene, colon)
    if headline and whole is not None and not any(whole.overlaps(span) for other in found for span in other.spans):
        numbers = tuple(number for number, passage in enumerate(scene.passages) if whole.overlaps(passage.inner))
        return (*found, Found((whole,), numbers, "colon", 0.8, voice, cue))
    results = list(found)
    for number, run in enumerate(scene.tokens_of):
        if number in taken or not run or run.start < colon or scene.titled(number):
            continue
        span = scene.content(run)
        if span is not None:
            results.append(Found((span,), (number,), "colon", 0.75, voice, cue))
    return tuple(results)


def _says_something(scene: Scene, colon: int) -> bool:
    """Tell words from a title: they have a verb, or two words in marks. "Ann Lee: A life in boats" has neither."""
    behind = range(colon + 1, scene.run.stop)
    if any(scene.tokens.parse.tags[index] in _VERBS for index in behind):
        return True
    numbers = {scene.owner[index] for index in behind if scene.inside(index)}
    return any(words_in(scene.tokens.text, scene.passages[number].inner) >= _FEWEST_MARKED for number in numbers)


def _named(scene: Scene, speakers: Speakers, colon: int) -> Mention | None:
    """Return the person or organisation that is all that stands before the colon, titles apart; of "Lee on Kim" the
    first. "Lee trial: …" is about somebody."""
    tokens = scene.tokens
    topic = next((index for index in range(scene.run.start, colon) if tokens.lower[index] in TOPICS), colon)
    words = [index for index in range(scene.run.start, topic) if tokens.words[index][0].isalnum()]
    mention = speakers.mention_at(words[-1]) if words else None
    if mention is None or mention.kind == "place":
        return None
    named = tokens.within(mention.span)
    before = [index for index in words if index not in named]
    alone = all(is_qualifier(tokens.words[index]) or tokens.lower[index] in HUMAN for index in before)
    return mention if alone else None

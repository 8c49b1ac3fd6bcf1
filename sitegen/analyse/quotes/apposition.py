"""Names behind words for somebody: "a nurse at the mill, Mrs Ann Lee, said"; "Leader of the Opposition Ann Lee said".

Source: appositions as the commonest way in which news introduces a source (Collins and Singer 1999); the page is read
where the parser hangs the name on a word in between.
"""

from collections.abc import Callable

from sitegen.analyse.lexicon.nouns import CALLINGS, HUMAN
from sitegen.analyse.lexicon.titles import is_title
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.spot import PROPER
from sitegen.model.mention import Mention

# How far behind, in tokens: "the commissioner for power in the state of Igbelu, Ann Lee,".
_WITHIN = 14
# What ends the noun phrase, by the first two letters of the tag.
_ENDS = frozenset({"VB", "MD", "CC", "WP"})


def named_behind(scene: Scene, mention_at: Callable[[int], Mention | None], head: int) -> Mention | None:
    """Return the person who is named behind the noun at ``head``, which stands for somebody; None where nobody is."""
    tokens, tags = scene.tokens, scene.tokens.parse.tags
    noun, comma = tokens.lower[head], False
    if tags[head] not in {"NN", "NNP"} or not (noun in HUMAN or noun in CALLINGS or is_title(noun)):
        return None
    for index in range(head + 1, min(head + _WITHIN, scene.run.stop)):
        mention = mention_at(index)
        if mention is not None and mention.kind == "person":
            return mention if _apposed(scene, mention_at, mention, head, comma=comma) else None
        comma = comma or tokens.words[index] == ","
        if scene.inside(index) or tags[index][:2] in _ENDS or (comma and tags[index] == "DT"):
            return None
    return None


def _apposed(
    scene: Scene, mention_at: Callable[[int], Mention | None], mention: Mention, head: int, *, comma: bool
) -> bool:
    """Tell whether a name stands between commas, or right behind the proper noun that ends an office."""
    tokens = scene.tokens
    run = tokens.within(mention.span)
    before = run.start - 1
    while before > head and is_title(tokens.words[before]):
        before -= 1
    if tokens.words[before] == ",":
        return run.stop in scene.run and tokens.words[run.stop] == ","
    office = is_title(tokens.lower[head]) and tokens.parse.tags[before] in PROPER and mention_at(before) is None
    return office and not comma and before > head

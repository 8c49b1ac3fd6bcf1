"""Whether "he" or "she" can mean somebody: by title, else by given name."""

from collections.abc import Sequence

from sitegen.analyse.lexicon.given_names import gender
from sitegen.analyse.lexicon.titles import FEMALE_TITLES, HONORIFICS, MALE_TITLES
from sitegen.analyse.people import Profile
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Cluster, Mention
from sitegen.model.person_name import bare


def genders_of(
    tokens: Tokens, clusters: Sequence[Cluster], profiles: Sequence[Profile], named: Sequence[Mention]
) -> tuple[str, ...]:
    """Return the gender of each cluster: "f", "m", "" where nothing tells it, "x" of what is no person.

    A title tells more than a name: "Mr Kelly". ``named`` are the mentions by name, in order.
    """
    titles = _titles(tokens, named)
    known = {str(profile.name): profile.gender for profile in profiles}
    genders = []
    for number, found in enumerate(clusters):
        before = titles.get(number, set())
        female, male = bool(before & FEMALE_TITLES), bool(before & MALE_TITLES)
        if found.kind != "person":
            genders.append("x")
        elif female != male:
            genders.append("f" if female else "m")
        elif female or before & HONORIFICS:
            genders.append(known.get(found.name, ""))
        else:
            genders.append(known.get(found.name) or gender(found.name.split(" ")[0]))
    return tuple(genders)


def addressed(tokens: Tokens, clusters: Sequence[Cluster], named: Sequence[Mention]) -> tuple[str, ...]:
    """Return the gender of each cluster by its forms of address alone: "f", "m", or "" for none or both."""
    titles = _titles(tokens, named)
    found = []
    for number in range(len(clusters)):
        female, male = (bool(titles.get(number, set()) & words) for words in (FEMALE_TITLES, MALE_TITLES))
        found.append("" if female == male else "f" if female else "m")
    return tuple(found)


def _titles(tokens: Tokens, named: Sequence[Mention]) -> dict[int, set[str]]:
    """Return for each cluster the words before its mentions that can be titles, in lower case without full stop."""
    found: dict[int, set[str]] = {}
    for mention in named:
        if mention.cluster is None or mention.kind != "person":
            continue
        run = tokens.within(mention.span)
        if run and run.start and tokens.adjacent(run.start - 1, run.start):
            before = run.start - 2 if tokens.words[run.start - 1] == "." and run.start > 1 else run.start - 1
            found.setdefault(mention.cluster, set()).add(bare(tokens.words[before]))
    return found

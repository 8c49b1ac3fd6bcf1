"""Coreference clusters of one article, and the mentions that belong to them."""

from collections.abc import Sequence

from sitegen.analyse.occurrence import Occurrence
from sitegen.analyse.people import Profile
from sitegen.analyse.tokens import Tokens
from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article
from sitegen.model.mention import Cluster, Mention
from sitegen.model.person_name import fold


def cluster(
    article: Article, tokens: Tokens, profiles: Sequence[Profile], occurrences: Sequence[Occurrence]
) -> tuple[tuple[Cluster, ...], tuple[Mention, ...]]:
    """Number the entities of the article and tie each occurrence to one, or to the candidates that compete.

    People named in the text or by the author in the front matter come first, in the order of their first mention;
    then lone names, organisations and places, one cluster a folded form.
    """
    used = {number for found in occurrences for number in found.people}
    listed = {person.id or person.name for person in article.people}
    kept = [
        number
        for number, profile in enumerate(profiles)
        if number in used or (profile.given or " ".join(profile.forms[0]).replace(" - ", "-")) in listed
    ]
    first = {number: at for at, found in reversed(list(enumerate(occurrences))) for number in found.people}
    kept.sort(key=lambda number: first.get(number, len(occurrences)))
    index_of = {number: position for position, number in enumerate(kept)}
    forms: list[dict[str, None]] = [{} for _ in kept]
    others: dict[tuple[str, str], int] = {}
    heads: list[tuple[str, Occurrence]] = []
    mentions = []
    for found in occurrences:
        span = tokens.span(found.tokens)
        surface = " ".join(span.of(article.text).split())
        candidates = tuple(index_of[number] for number in found.people)
        if len(candidates) > 1:
            mentions.append(Mention(span, "name", found.kind, None, candidates))
            continue
        if candidates:
            number = candidates[0]
        else:
            name = _without_article(found.under or surface)
            key = (found.kind, fold(name))
            number = others.setdefault(key, len(kept) + len(others))
            if number == len(forms):
                forms.append({})
                heads.append((name, found))
        forms[number].setdefault(surface)
        mentions.append(Mention(span, "name", found.kind, number))
    people = tuple(_person(profiles[number], tuple(forms[position])) for position, number in enumerate(kept))
    rest = tuple(
        Cluster(name, found.kind, tuple(forms[len(kept) + i]), lone=found.kind == "person")
        for i, (name, found) in enumerate(heads)
    )
    return (*people, *rest), tuple(mentions)


def _person(profile: Profile, forms: tuple[str, ...]) -> Cluster:
    # A name the author vouches for is somebody, however short ("习近平", "Pelé").
    lone = not profile.name.full and not profile.given and not profile.aliases
    return Cluster(
        str(profile.name),
        "person",
        forms,
        profile.titles,
        lone,
        profile.given,
        family_first=profile.name.family_first,
    )


def _without_article(surface: str) -> str:
    return surface[4:] if surface[:4].lower() == "the " else surface


def ambiguities(article: Article, clusters: Sequence[Cluster], mentions: Sequence[Mention]) -> tuple[Diagnostic, ...]:
    """Return one warning for each form that several people of the article could be meant by."""
    found: dict[tuple[str, tuple[int, ...]], Diagnostic] = {}
    for mention in mentions:
        if not mention.candidates:
            continue
        surface = mention.span.of(article.text)
        names = " or ".join(clusters[i].name for i in mention.candidates)
        key = (surface, mention.candidates)
        if key not in found:
            line, column = article.place(mention.span.start)
            found[key] = Diagnostic(
                "ambiguous-name",
                "warning",
                article.path,
                line,
                column,
                f"“{surface}” could be {names}; it is not linked",
                "name the person in full where it matters, or say who is meant in the whole article: "
                f"people: [{{name: {surface}, id: …}}]",
            )
    return tuple(found.values())

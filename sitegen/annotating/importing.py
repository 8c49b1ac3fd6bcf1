"""Annotations from elsewhere: each at its place in its article, proposed, and none twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote, urlsplit

from sitegen.annotate import Anchors, Lost, selector_of
from sitegen.annotating.desk import Change, Desk, as_read, extended, sidecar_of
from sitegen.annotating.known import Standing, known_as, standing
from sitegen.annotating.report import short
from sitegen.diagnostics import Diagnostic
from sitegen.intake import Offered, Proposal
from sitegen.model.annotation import NOBODY, Annotation
from sitegen.model.article import Article
from sitegen.model.ledger import Ledger
from sitegen.model.publication import PublishedSpeaker

_ARTICLES = "/articles/"


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import comes to: files that change, how many annotations are new and known, and what is to be said."""

    changes: tuple[Change, ...]
    new: int
    known: int
    remarks: tuple[Diagnostic, ...]


def taken(desk: Desk, offered: Offered, ledger: Ledger, *, article: Article | None, accept: bool) -> Taken:
    """Find the place of each annotation that is offered, in ``article`` or in the one that it names itself.

    Those that cannot be placed are told, each with its words, and the others are taken. With ``accept`` they hold at
    once. Raises InputError where a file of annotations cannot be edited.
    """
    finder = _Articles(desk.contents.articles)
    sources = {one.source for some in desk.contents.annotations.values() for one in some} - {""}
    speakers = {entry.quote.id: entry.quote.speaker for entry in ledger.entries}
    anchors: dict[str, Anchors] = {}
    there: dict[str, list[Standing]] = {}
    new: dict[str, list[Annotation]] = {}
    articles: dict[str, Article] = {}
    remarks = list(offered.diagnostics)
    known = 0
    for proposal in offered.proposals:
        said = proposal.annotation
        if said.source and said.source in sources:
            known += 1
            continue
        where = article or finder.of(proposal)
        if where is None:
            remarks.append(_homeless(proposal))
            continue
        if where.id not in anchors:
            anchors[where.id] = Anchors(where.text)
            there[where.id] = standing(desk, where)
        found = anchors[where.id].find(said.selector)
        if isinstance(found, Lost):
            remarks.append(_unplaced(where, proposal, found))
            continue
        selector = selector_of(where.text, found.span, anchors[where.id].folded)
        made, wrong = as_read(
            replace(
                _named(proposal, speakers),
                selector=selector,
                proposed=not accept,
                path=sidecar_of(where),
            )
        )
        if made is None or wrong:
            remarks.append(_impossible(proposal, wrong))
            continue
        if known_as(there[where.id], made, found.span):
            known += 1
            continue
        there[where.id].append((made, found.span))
        new.setdefault(where.id, []).append(made)
        articles[where.id] = where
    changes = tuple(extended(desk, articles[id_], some) for id_, some in sorted(new.items()))
    return Taken(changes, sum(map(len, new.values())), known, tuple(remarks))


def _named(proposal: Proposal, speakers: Mapping[str, PublishedSpeaker | None]) -> Annotation:
    """Return what a proposal says; of a report, that the words are not those of the speaker who was published."""
    speaker = speakers.get(proposal.quotation) if proposal.quotation else None
    said = proposal.annotation
    if speaker is None or said.facet != "speaker" or said.value != NOBODY:
        return said
    return replace(said, decision="reject", value=speaker.person or speaker.name)


class _Articles:
    """Finds the article that an annotation was made on."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_id = {article.id: article for article in articles}

    def of(self, proposal: Proposal) -> Article | None:
        """Return the article with the id that is said, or at the end of the address; None where there is none."""
        if proposal.article in self._by_id:
            return self._by_id[proposal.article]
        try:
            path = unquote(urlsplit(proposal.target).path)
        except ValueError:
            return None
        path = f"/{path.removesuffix('index.html').strip('/')}"
        # A folder of articles may itself be called so.
        places = [at for at in range(len(path)) if path.startswith(_ARTICLES, at)]
        ids = (path[at + len(_ARTICLES) :] for at in places)
        return next((self._by_id[id_] for id_ in ids if id_ in self._by_id), None)


def _homeless(proposal: Proposal) -> Diagnostic:
    page = proposal.article or proposal.target or "nothing"
    message = f"{_told(proposal.annotation)} is about {page}, which is no article here"
    hint = "name the article with --article, if it is about one"
    annotation = proposal.annotation
    return Diagnostic("import-article", "error", annotation.path, annotation.line, None, message, hint)


def _unplaced(article: Article, proposal: Proposal, lost: Lost) -> Diagnostic:
    told = _told(proposal.annotation)
    if not proposal.annotation.selector.exact:
        message, hint = f"{told} is about no words", "say it with sitegen annotations add, about words that it means"
        return _no_place(proposal, message, hint)
    likely = ""
    if lost.best is not None:
        line, best = article.place(lost.best.start)[0], short(lost.best.of(article.text))
        likely = f"; the likeliest place is line {line}: {best}"
    reason = "stand in several places" if lost.reason == "ambiguous" else "do not stand there"
    message = f"{told}: its words {reason} in {article.path}{likely}"
    return _no_place(proposal, message, f"say it with sitegen annotations add {article.id}")


def _impossible(proposal: Proposal, wrong: Sequence[Diagnostic]) -> Diagnostic:
    reason = wrong[0].message if wrong else "it says nothing"
    return _no_place(proposal, f"{_told(proposal.annotation)} cannot be taken: {reason}", "say it otherwise")


def _told(annotation: Annotation) -> str:
    """Return who said what of which words, for somebody who has to do it by hand."""
    who = f" by {annotation.by}" if annotation.by else ""
    what = f"{annotation.decision} {annotation.facet}".strip()
    said = " ".join(filter(None, (short(annotation.value), short(annotation.why) if annotation.why else "")))
    exact = f" on {short(annotation.selector.exact)}" if annotation.selector.exact else ""
    return f"{what} {said}{who}{exact}"


def _no_place(proposal: Proposal, message: str, hint: str) -> Diagnostic:
    annotation = proposal.annotation
    return Diagnostic("import-place", "error", annotation.path, annotation.line, None, message, hint)

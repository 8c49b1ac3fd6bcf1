"""Who is suppressed in a site, and by which names they are known: throughout it, and in one article."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Mention
from sitegen.model.person_name import PersonName, compatible, plausible, split_name
from sitegen.model.record_names import alone_of, bare_names, loose_names, names_of
from sitegen.model.site import Reading
from sitegen.model.slug import slugify
from sitegen.model.spans import merged, without
from sitegen.model.withheld import Names, folded, words_in
from sitegen.withhold.article_texts import addresses_of, annotation_texts, texts_of
from sitegen.withhold.found import Found, is_whole


@dataclass(frozen=True, slots=True)
class Known:
    """The names of one suppressed record: its own, and the single words that mean it where it is named."""

    record: AuthorityRecord
    names: Names
    alone: Names


@dataclass(frozen=True, slots=True)
class Book:
    """What is suppressed in a site.

    ``ids`` are the entities that are taken out; those of ``sakes`` only since their own name holds a suppressed one,
    those of ``akin`` since theirs can be another form of one, and nobody else's.
    ``renamed`` are ids of organisations and places whose name holds one, with what they become. ``names`` stand for
    nobody else; ``bare`` are single words that others can bear. ``others`` are names of those who stay, which hold a
    surname or a bare name.
    """

    known: tuple[Known, ...] = ()
    ids: frozenset[str] = frozenset()
    sakes: tuple[Entity, ...] = ()
    akin: tuple[Entity, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()
    names: Names = field(default_factory=Names)
    bare: Names = field(default_factory=Names)
    others: Names = field(default_factory=Names)

    def __bool__(self) -> bool:
        return bool(self.known)

    def hides(self, entity: Entity) -> bool:
        """Tell whether an entity is taken out; one of a single article also where its name holds a suppressed one."""
        return entity.id in self.ids or (entity.local and bool(self.names.find(entity.name)))

    def new_id(self, id_: str | None) -> str | None:
        """Return the id under which an entity that stays is known."""
        return dict(self.renamed).get(id_, id_) if id_ is not None else None

    def concerns(self, reading: Reading) -> bool:
        """Tell whether something of a suppressed record can stand in an article; quick, and never wrongly no."""
        if not self.ids.isdisjoint(id_ for id_ in reading.entities if id_ is not None):
            return True
        if any(id_ in reading.entities for id_, _ in self.renamed):
            return True
        if any(person.id in self.ids for person in reading.article.people):
            return True
        # Names of other forms than those of the article's own texts stand in its addresses.
        texts = (*texts_of(reading.article), *addresses_of(reading.article), *annotation_texts(reading.analysis))
        plain = folded("\n".join(texts))
        return self.names.may_stand_in(plain) or self.bare.may_stand_in(plain)

    def found_in(self, reading: Reading) -> Found:
        """Return what the suppressed are called in one article, and where they are named in its text."""
        article, analysis = reading.article, reading.analysis
        gone = frozenset(
            number
            for number, cluster in enumerate(analysis.clusters)
            if reading.entities[number] in self.ids
            or (is_nobodys(reading.entities[number]) and self.names.find(cluster.name))
        )
        # Others are taken out for their name alone: what else they are called stays.
        sakes = {entity.id for entity in self.sakes}
        own = self.ids - sakes
        theirs = frozenset(number for number in gone if reading.entities[number] in own)
        # A record can bring a cluster along that nothing in the text stands for.
        ids = {
            reading.entities[mention.cluster]
            for mention in analysis.mentions
            if mention.cluster is not None and mention.cluster in theirs
        }
        everything = "\n\n\n".join(texts_of(article))
        resolved = [mention.span for mention in analysis.mentions if mention.form == "name" and is_of(mention, theirs)]
        surfaces = {span.of(article.text) for span in resolved}
        present = [
            known
            for known in self.known
            if known.record.id in ids
            or any(known.alone.find(surface) for surface in surfaces)
            or known.names.find(everything)
            or any(person.id == known.record.id for person in article.people)
        ]
        listed = [person.name for person in article.people if person.id in own]
        called = Names.of([*surfaces, *listed], people=True)
        bare = self.bare | Names((), called.single)
        for known in present:
            bare |= known.alone
        names = self.names | Names(called.full, (), called.turned, called.literal)
        kept = [mention for mention in analysis.mentions if self._means_another(mention, reading, gone)]
        others = self.others | Names.of(
            mention.span.of(article.text) for mention in kept if len(words_in(mention.span.of(article.text))) > 1
        )
        taken = [*(mention.span for mention in kept), *others.find(article.text)]
        certain = (*resolved, *names.find(article.text))
        spans = (*certain, *without(bare.find(article.text), taken))
        found = Found(gone, names, bare, others, merged(certain), merged(spans), gone)
        # What nobody could tell apart from them goes as well.
        doubtful = (n for n, id_ in enumerate(reading.entities) if n not in gone and is_nobodys(id_))
        unclear = {n for n in doubtful if is_whole(found.covered(analysis.clusters[n].name))}
        return replace(found, gone=gone | unclear) if unclear else found

    def found_in_page(self, page: Article) -> Found:
        """Return what the suppressed are called in a text that nobody analysed."""
        everything = "\n\n\n".join(texts_of(page))
        bare = self.bare
        for known in self.known:
            if known.names.find(everything):
                bare |= known.alone
        certain = self.names.find(page.text)
        spans = (*certain, *without(bare.find(page.text), self.others.find(page.text)))
        return Found(frozenset(), self.names, bare, self.others, merged(certain), merged(spans))

    def _means_another(self, mention: Mention, reading: Reading, gone: frozenset[int]) -> bool:
        if mention.form != "name" or mention.cluster is None or mention.cluster in gone:
            return False
        surface = mention.span.of(reading.article.text)
        if mention.kind != "person" and surface.endswith("s") and any(k.alone.find(surface) for k in self.known):
            # "The Marrows", whom the model takes for a place.
            return False
        return not is_nobodys(reading.entities[mention.cluster])


def book_of(records: Sequence[AuthorityRecord], entities: Sequence[Entity] = ()) -> Book:
    """Return what ``records`` suppress, given all ``entities`` of the site; it is empty where they suppress nothing."""
    suppressed = [record for record in records if record.suppress]
    if not suppressed:
        return Book()
    akin = _akin(suppressed, entities)
    own = {record.id for record in suppressed} | {entity.id for entity in akin}
    known = tuple(Known(record, names_of([record]), alone_of(record)) for record in suppressed)
    names = names_of(suppressed)
    # What articles call them by more than one word, and nobody else.
    people = {entity.id for entity in entities if entity.id in own and entity.kind == "person"}
    called = ((entity.name, *entity.forms) for entity in entities if entity.id in people)
    forms = {form for names in called for form in names if " " in form}
    foreign = {words_in(form) for entity in entities if entity.id not in own for form in (entity.name, *entity.forms)}
    names |= Names.of((form for form in forms if words_in(form) not in foreign), people=True)
    bare = bare_names(suppressed) | loose_names(suppressed)
    holding = [e for e in entities if e.id not in own and not e.local and names.find(e.name)]
    sakes = tuple(entity for entity in holding if entity.kind == "person")
    renamed = [entity.id for entity in holding if entity.kind != "person"]
    ids = own | {entity.id for entity in sakes}
    alone = bare
    for each in known:
        alone |= each.alone
    others = (
        form
        for entity in entities
        if entity.id not in ids and not entity.local
        for form in _forms(entity)
        if len(words_in(form)) > 1 and alone.find(form)
    )
    return Book(
        known,
        frozenset(ids),
        sakes,
        akin,
        tuple((id_, f"withheld-{number}") for number, id_ in enumerate(renamed, 1)),
        names,
        bare,
        Names.of(others),
    )


def is_of(mention: Mention, gone: frozenset[int]) -> bool:
    """Tell whether a mention stands for one of the clusters ``gone``, or for one of several that all are."""
    if mention.cluster is not None:
        return mention.cluster in gone
    return bool(mention.candidates) and gone.issuperset(mention.candidates)


def _akin(suppressed: Sequence[AuthorityRecord], entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the people without a record whose full name agrees with a suppressed one, and with nobody else's.

    "Jane Maud Roe" and "J. Roe" can be Jane Roe; the latter can also be the John Roe of another article.
    """
    people = [record for record in suppressed if record.kind == "person"]
    meant = [parts for record in people for name in record.names if (parts := _parts(name))]
    if not meant:
        return ()
    ids = {record.id for record in suppressed}
    staying: dict[str, list[tuple[Entity, PersonName]]] = {}
    for entity in entities:
        parts = _parts(entity.name) if entity.kind == "person" and not entity.local and entity.id not in ids else None
        if parts is not None:
            staying.setdefault(parts.key, []).append((entity, parts))
    found = [
        (entity, parts)
        for key in {parts.key for parts in meant}
        for entity, parts in staying.get(key, ())
        if entity.record is None and entity.id.startswith(slugify(entity.name))
        if any(compatible(parts, one) for one in meant)
    ]
    rest = {entity.id for entity, _ in found}
    return tuple(
        entity
        for entity, parts in sorted(found, key=lambda pair: pair[0].id)
        if not any(other.id not in rest and compatible(parts, name) for other, name in staying[parts.key])
    )


def _parts(name: str) -> PersonName | None:
    words = tuple(name.split())
    parts = split_name(words) if plausible(words) else None
    return parts if parts is not None and parts.full else None


def is_nobodys(id_: str | None) -> bool:
    """Tell whether an id is none, or that of a lone name of one article."""
    return id_ is None or "~" in id_


def _forms(entity: Entity) -> tuple[str, ...]:
    return (*entity.names, *entity.forms)

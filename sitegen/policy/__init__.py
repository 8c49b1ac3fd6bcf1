"""The rules that a site must meet before it is published, and where it does not. Pure.

They speak of what is published: a site without drafts, and without those whom a record suppresses.
"""

from collections.abc import Iterable

from sitegen.diagnostics import Diagnostic
from sitegen.model.entity import AuthorityRecord
from sitegen.model.settings import PolicySettings
from sitegen.model.site import Site
from sitegen.policy.certainty import too_many, unsure
from sitegen.policy.orphans import orphans
from sitegen.policy.sensitive import unconfirmed
from sitegen.policy.speakers import unknown

__all__ = ["asks", "offences"]

_FORBID, _ALLOW = "forbid", "allow"


def asks(policy: PolicySettings, records: Iterable[AuthorityRecord], *, annotated: bool) -> bool:
    """Tell whether there is anything that a site with ``records`` could do against ``policy``.

    ``annotated`` tells whether people decided anything beside its articles.
    """
    sensitive = policy.sensitive_confirmed and any(record.sensitive for record in records)
    forbidden = policy.unknown_speakers == _FORBID or (annotated and policy.orphans != _ALLOW)
    return sensitive or forbidden or policy.machine_share < 1 or policy.min_confidence > 0


def offences(policy: PolicySettings, site: Site, remarks: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return an error for everything in ``site`` that ``policy`` does not allow, rule by rule.

    ``remarks`` are what the stages said of the site: an annotation that lost its place is known from them alone.
    """
    found: list[Diagnostic] = []
    if policy.sensitive_confirmed:
        found += _sorted(unconfirmed(site))
    if policy.unknown_speakers == _FORBID:
        found += _sorted(unknown(site))
    if policy.orphans != _ALLOW:
        found += _sorted(orphans(remarks, harmless=policy.orphans == _FORBID))
    found += _sorted(unsure(site, policy.min_confidence))
    found += too_many(site, policy.machine_share)
    return tuple(found)


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda remark: (remark.path, remark.line or 0, remark.column or 0))

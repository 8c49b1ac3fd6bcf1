"""Where GitHub Pages shows a site: under its owner's address, or a domain of their own.

Source: GitHub's documentation of Pages, "Types of GitHub Pages sites" and "About custom domains".
"""

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from sitegen.hosting.remote import Repository

Kind = Literal["owner", "project", "domain", "elsewhere"]

_HINT = "correct base_url in sitegen.toml, or leave it out"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site stands.

    ``kind`` is "owner" for the site of a user or an organisation, "project" for one of their projects, "domain" for
    one with a domain of its own, which the file CNAME of the published branch names, and "elsewhere" where nobody but
    the author knows. ``problem`` says why ``base_url`` cannot be right, "" where it can.
    """

    kind: Kind
    url: str
    domain: str = ""
    problem: str = ""
    hint: str = ""


def address_of(repository: Repository | None, domain: str, base_url: str) -> Address:
    """Return where the site of ``repository`` stands.

    ``domain`` is what the published branch's CNAME names already, ``base_url`` what the configuration says; each is
    "" where there is none. Without a repository at GitHub, the site stands where the configuration says.
    """
    if repository is None:
        return Address("elsewhere", base_url)
    standard = _standard(repository)
    wanted = urlsplit(base_url)
    host, path = (wanted.hostname or "").lower(), wanted.path.rstrip("/") + "/"
    if domain:
        return _at_domain(domain.lower(), base_url, host, path)
    kind: Kind = "owner" if repository.is_of_owner else "project"
    if not base_url:
        return Address(kind, standard)
    usual = urlsplit(standard)
    if host == usual.hostname:
        right = wanted.scheme == "https" and not wanted.port and path.casefold() == usual.path.casefold()
        problem = "" if right else f"base_url is {base_url}, but GitHub shows this repository at {standard}"
        return Address(kind, standard, problem=problem, hint=f'write base_url = "{standard}", or leave it out')
    if host.endswith(".github.io") or "." not in host or wanted.port:
        problem = f"base_url is {base_url}, but GitHub shows this repository at {standard}"
        return Address(kind, standard, problem=problem, hint=f'write base_url = "{standard}", or leave it out')
    if path == "/":
        return Address("domain", base_url.rstrip("/") + "/", host)
    if kind == "project" and path.casefold() == usual.path.casefold():
        # The owner's own site has a domain: their projects stand below it.
        return Address(kind, base_url.rstrip("/") + "/")
    problem = f"base_url is {base_url}, but a domain of its own shows a site at its root, https://{host}/"
    return Address("domain", f"https://{host}/", host, problem, _HINT)


def _at_domain(domain: str, base_url: str, host: str, path: str) -> Address:
    if not base_url:
        return Address("domain", f"https://{domain}/", domain)
    if host == domain and path == "/":
        return Address("domain", base_url.rstrip("/") + "/", domain)
    problem = f"base_url is {base_url}, but the CNAME of the published site names {domain}"
    hint = f'write base_url = "https://{domain}/", or leave it out; a new domain goes into CNAME on that branch first'
    return Address("domain", f"https://{domain}/", domain, problem, hint)


def _standard(repository: Repository) -> str:
    host = f"https://{repository.owner.lower()}.github.io/"
    return host if repository.is_of_owner else f"{host}{repository.name}/"

"""A git remote's address: whose repository it is, where that is GitHub's."""

import re
from dataclasses import dataclass

# https://github.com/owner/name.git, ssh://git@ssh.github.com:443/owner/name, git@github.com:owner/name, and the host
# aliases of people with several accounts: git@github.com-work:owner/name.
_GITHUB = re.compile(
    r"""(?:(?:https?|ssh|git)://(?:[^@/\s]+@)?(?:www\.|ssh\.)?github\.com(?::\d+)?/+
        |(?:[^@/\s]+@)?github\.com(?:-[\w.-]+)?:/*)
        (?P<owner>[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))/(?P<name>[\w.-]+?)(?:\.git)?/*""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository at GitHub."""

    owner: str
    name: str

    @property
    def is_of_owner(self) -> bool:
        """Whether it holds the one site of its user or organisation, which stands at the root of their address."""
        return self.name.casefold() == f"{self.owner}.github.io".casefold()


def repository_of(url: str) -> Repository | None:
    """Return the repository that a remote's address leads to, None where it is not GitHub's."""
    found = _GITHUB.fullmatch(url.strip())
    return Repository(found["owner"], found["name"]) if found else None

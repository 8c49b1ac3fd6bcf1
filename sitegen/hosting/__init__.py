"""What is known of GitHub Pages: where it shows a repository's site, and how much it takes. Pure."""

from sitegen.hosting.address import Address, address_of
from sitegen.hosting.limits import over_limits
from sitegen.hosting.remote import Repository, repository_of

__all__ = ["Address", "Repository", "address_of", "over_limits", "repository_of"]

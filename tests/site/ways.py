"""Ways through a site in a browser."""

from playwright.sync_api import Locator


def follow(link: Locator) -> None:
    """Click a link and wait until all of its page is there: what is left half loaded counts as a failed request."""
    with link.page.expect_navigation():
        link.click()

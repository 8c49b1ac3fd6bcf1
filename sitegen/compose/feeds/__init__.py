"""Feeds: Atom, RFC 4287. A feed has no relative addresses, so only a site that knows its own has any.

What is not dated stands in none, nor what is not published yet, nor words of people whom search engines shall not find.
"""

from sitegen.compose.feeds.articles import articles_feed, feed_entries
from sitegen.compose.feeds.corrections import corrections_feed, feed_cases
from sitegen.compose.feeds.speakers import speaker_feed, speaker_feeds

__all__ = ["articles_feed", "corrections_feed", "feed_cases", "feed_entries", "speaker_feed", "speaker_feeds"]

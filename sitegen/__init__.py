"""sitegen: annotated articles as a static site about who said what."""

__version__ = "0.1.0"

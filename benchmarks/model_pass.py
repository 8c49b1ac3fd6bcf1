"""model_pass.py SITE: spaCy's own pass over the articles of a site, as one process with spaCy's own defaults.

The same pipeline as the site's, with the same components left out, reads the texts of the articles as sitegen reads
them from their files. Prints one JSON object: CPU seconds of loading (the import of spaCy included) and of the pass,
wall seconds of both, and the number of tokens.
"""

import json
import sys
import time
from pathlib import Path

from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.memo import Memo
from sitegen.shell.config import read_settings
from sitegen.shell.reader import read_site

# What sitegen leaves out as well.
EXCLUDED = ["lemmatizer", "attribute_ruler"]
# Whole articles in small batches: no other size, and no reading by paragraphs, is faster with the small pipeline.
BATCH = 16


def main(site: Path) -> None:
    """Read and print."""
    settings, _ = read_settings(site)
    articles = read_contents(read_site(site).files, settings, Memo()).articles
    texts = [article.text[article.after_headline :] for article in articles]
    cpu, wall = time.process_time(), time.perf_counter()
    from spacy.util import load_model_from_package  # noqa: PLC0415  the import is a part of loading

    language = load_model_from_package(settings.nlp.model, exclude=EXCLUDED)
    loaded, ready = time.process_time(), time.perf_counter()
    tokens = sum(map(len, language.pipe(texts, batch_size=BATCH)))
    figures = {
        "load_cpu": loaded - cpu,
        "load_wall": ready - wall,
        "cpu": time.process_time() - loaded,
        "wall": time.perf_counter() - ready,
        "tokens": tokens,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

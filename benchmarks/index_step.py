"""index_step.py SITE FOLDER: what the search index of a built site costs by itself, written into the new FOLDER.

Prints one JSON object: CPU seconds of composing the records, of Pagefind, and of writing its files, in all processes;
numbers of records and files; and the most memory that Pagefind held, in MB. The site is read from its cache before.
"""

import datetime
import json
import resource
import sys
import time
from pathlib import Path

from sitegen.compose import search_records
from sitegen.model.edition import Edition
from sitegen.pipeline import Memo
from sitegen.planning import plan, read_inputs
from sitegen.shell.cache import Cache
from sitegen.shell.collector import collect_rarely
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.search_index import remembered_index
from sitegen.shell.versions import code_versions


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it started and that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def main(site: Path, folder: Path) -> None:
    """Measure and print."""
    # As in the command line.
    collect_rarely()
    inputs = read_inputs(site)
    parser = SpacyParser(inputs.settings.nlp.model, inputs.settings.nlp.weights)
    with Cache(site) as cache:
        index = plan(inputs, Edition(datetime.date.today()), parser, Memo(cache, code_versions())).index
    begun = cpu()
    records = search_records(index)
    files, failed = remembered_index(records, inputs.settings.language, Memo())
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    taken = cpu() - begun
    if failed:
        sys.exit(failed[0].message)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    print(json.dumps({"cpu": taken, "records": len(records), "files": len(files), "peak_mb": peak}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

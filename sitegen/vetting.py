"""The wiring of the policy in ``sitegen check``: the articles as they would be published, against the site's own rules.

Where there is no rule to break, nothing but the configuration and the records is read; else what the last build made is
taken from the cache, and the model is needed only for what is not there.
"""

import datetime
from pathlib import Path

from sitegen.check import Finding, Report
from sitegen.model.edition import Edition
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress, unwatched
from sitegen.pipeline import Memo
from sitegen.pipeline.contents import read_contents
from sitegen.planning import plan, read_inputs
from sitegen.policy import asks, offences
from sitegen.shell.cache import Cache
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.versions import code_versions

_RECORDS = frozenset({"person", "organisation", "place"})


def vet(
    folder: Path,
    *,
    today: datetime.date | None = None,
    drafts: bool = False,
    future: bool = False,
    parser: Parser | None = None,
    progress: Progress = unwatched,
) -> Report:
    """Return what in the articles of the site in ``folder`` its policy does not allow; nothing where it asks nothing.

    ``today``, ``drafts`` and ``future`` as they were given to the build. Paths are relative to ``folder``. Raises
    InputError where the content has errors.
    """
    inputs = read_inputs(folder)
    policy = inputs.settings.policy
    records = read_contents([file for file in inputs.sources.files if file.role in _RECORDS], inputs.settings, Memo())
    annotated = any(file.role == "annotations" for file in inputs.sources.files)
    if not asks(policy, records.records, annotated=annotated):
        return Report((), ())
    with Cache(folder) as cache:
        parser = parser or SpacyParser(inputs.settings.nlp.model, inputs.settings.nlp.weights)
        edition = Edition(today or datetime.date.today(), drafts, future)
        made = plan(inputs, edition, parser, Memo(cache, code_versions()), progress)
    found = offences(policy, made.site, made.remarks)
    checked = sum(len(reading.analysis.quotes) for reading in made.site.readings)
    what = "quotations, as they would be published: what they say meets the policy of sitegen.toml"
    return Report((Finding("policy", checked, what, len(found)),), found)

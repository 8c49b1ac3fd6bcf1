"""Where articles are analysed: in this process (``sitegen.pipeline.tasks``), in several, or on a cluster."""

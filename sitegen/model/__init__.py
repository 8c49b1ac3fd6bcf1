"""Frozen values: tuples inside, ids in place of object references, one noun a file."""

"""Templates that were compiled before by this process: a preview compiles again only what was edited."""

from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache

from sitegen.render.environments import Sandboxed, Shipped, Trusted


class _Compiled(BytecodeCache):
    """Keeps bytecode in memory, never on disk: what could be planted there would run outside the sandbox."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._code.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()

    def clear(self) -> None:
        self._code.clear()


# Each kind compiles to code of its own.
_BY_KIND: dict[type[Environment], _Compiled] = {kind: _Compiled() for kind in (Shipped, Trusted, Sandboxed)}


def compiled(kind: type[Environment]) -> BytecodeCache:
    """Return the bytecode of environments of ``kind``; its entries are told apart by name and source."""
    return _BY_KIND[kind]

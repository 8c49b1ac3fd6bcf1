"""Narrower copies of a picture: right way up, without metadata, in its own format."""

import io
import warnings
from collections.abc import Sequence

from PIL import Image, ImageOps

# Of other kinds (more bits, inks of print) a copy could have other colours than the picture.
_MODES = {"RGB": "RGB", "RGBA": "RGBA", "L": "L", "LA": "LA", "P": "RGBA", "PA": "RGBA", "1": "L"}
_SAVING = {
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "PNG": {"compress_level": 9},
    "WEBP": {"quality": 80, "method": 4},
}
_COLOURS = 256


class Broken(Exception):  # noqa: N818 - a user's file, no bug
    """The picture cannot be read to its end."""


def narrower(content: bytes, widths: Sequence[int]) -> dict[int, bytes]:
    """Return copies of a JPEG, PNG or WebP in ``widths`` pixels; none of a picture that moves or has rare colours.

    Raises Broken where the picture is damaged; whoever calls has looked at its size before.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=list(_SAVING)) as picture:
                name = picture.format or ""
                picture.load()
                if getattr(picture, "is_animated", False) or picture.mode not in _MODES:
                    return {}
                upright = ImageOps.exif_transpose(picture)
                # What stands in an image's info is saved with it, but for the profile, which decides on its colours.
                profile = upright.info.get("icc_profile")
                few = upright.mode in {"P", "1"}
                mode = _MODES[upright.mode]
                if mode == "RGBA" and "transparency" not in upright.info and upright.mode == "P":
                    mode = "RGB"
                upright = upright.convert(mode)
                copies = {}
                # The widest comes first, so that each is made from a picture that is not much larger.
                for width in sorted(widths, reverse=True):
                    height = max(1, round(upright.height * width / upright.width))
                    upright = upright.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
                    copies[width] = _saved(upright, name, profile, few=few)
                return copies
    except Exception as error:
        # Pillow raises whatever a decoder stumbles over: OSError, SyntaxError, ValueError, struct.error, MemoryError.
        raise Broken(str(error) or type(error).__name__) from error


def _saved(picture: Image.Image, name: str, profile: bytes | None, *, few: bool) -> bytes:
    if few and name == "PNG":
        picture = picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE)
    out = io.BytesIO()
    picture.info = {}
    picture.save(out, name, **_SAVING[name], **({"icc_profile": profile} if profile else {}))
    return out.getvalue()

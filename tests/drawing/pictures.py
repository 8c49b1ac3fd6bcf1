"""Pictures as cameras and programs make them."""

import io
import random
from functools import lru_cache

from PIL import Image, PngImagePlugin

SECRET = b"LITTLEHAVEN"


@lru_cache(maxsize=64)
def photograph(width: int = 1800, height: int = 1200, *, turned: int = 1, form: str = "JPEG") -> bytes:
    """Return a picture whose left half is red, with Exif that tells its place."""
    picture = Image.new("RGB", (width, height), (200, 30, 30))
    picture.paste((30, 30, 200), (width // 2, 0, width, height))
    # Something that costs bytes, so that narrower copies pay.
    grain = Image.frombytes("L", (width, height), random.Random(7).randbytes(width * height)).convert("RGB")
    picture = Image.blend(picture, grain, 0.15)
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = turned
    exif[0x8825] = {1: "N", 2: (54.0, 3.0, 0.0)}
    out = io.BytesIO()
    picture.save(out, form, exif=exif, quality=85, **({"comment": SECRET} if form == "JPEG" else {}))
    return out.getvalue()


def drawing(width: int = 1800, height: int = 600) -> bytes:
    """Return a PNG of few colours, with words beside its pixels."""
    picture = Image.new("P", (width, height), 0)
    picture.putpalette([251, 251, 249, 27, 28, 30, 176, 40, 28])
    picture.paste(1, (10, 10, width - 10, 40))
    picture.paste(2, (10, 60, 300, 90))
    told = PngImagePlugin.PngInfo()
    told.add_text("Location", SECRET.decode())
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=told)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    """Return a picture, read to its end."""
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture

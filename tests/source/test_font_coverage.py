"""Which characters a font has."""

from pathlib import Path

import pytest

from sitegen.source.font_coverage import coverage

FONTS = Path(__file__).parent.parent.parent / "sitegen/shell/drawing/fonts"


@pytest.mark.parametrize("name", ["serif.ttf", "sans.ttf", "sans-bold.ttf"])
def test_the_shipped_fonts_have_latin_greek_and_cyrillic(name: str) -> None:
    found = coverage((FONTS / name).read_bytes())
    assert set(map(ord, "Zażółć gęślą jaźń, Ελλάδα, Жуковский, “—…”")) <= found
    assert not set(map(ord, "漢字العربيةไทย")) & found
    assert 0xFFFF not in found


def test_damage_is_no_coverage_and_no_failure() -> None:
    font = (FONTS / "serif.ttf").read_bytes()
    for length in (*range(0, 600), *range(600, len(font), 991)):
        assert coverage(font[:length]) <= coverage(font)
    for content in (b"", b"text", b"OTTO", b"ttcf", b"\x00\x01\x00\x00\xff\xff"):
        assert coverage(content) == frozenset()


def test_the_licence_goes_with_the_fonts() -> None:
    licence = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Reserved Font Name" in licence
    # A changed font may not bear the reserved name.
    for font in FONTS.glob("*.ttf"):
        assert b"SourceS" not in font.read_bytes()
    assert sum(font.stat().st_size for font in FONTS.glob("*.ttf")) < 400_000

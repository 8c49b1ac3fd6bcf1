"""Which word of a name is the family's."""

import pytest

from sitegen.analyse.name_order import person_name


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Xi Jinping", "Xi"),
        ("Mao Zedong", "Mao"),
        ("Kim Jong Un", "Kim"),
        ("Moon Jae-in", "Moon"),
        ("Lee Hsien Loong", "Lee"),
        ("Nguyen Phu Trong", "Nguyen"),
        ("Orbán Viktor", "Orbán"),
        ("Viktor Orbán", "Orbán"),
        ("Jack Ma", "Ma"),
        ("Kim Kardashian", "Kardashian"),
        ("Lee Harvey Oswald", "Oswald"),
        ("Ann Lee", "Lee"),
        ("Ursula van der Leyen", "van der Leyen"),
        ("Rekha Thomas", "Thomas"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    found = person_name(tuple(name.split()))
    assert found is not None
    assert found.surname == surname
    assert str(found) == name

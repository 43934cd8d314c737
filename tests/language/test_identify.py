"""The language of a text."""

import pytest

from communique.language.identify import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The foreign ministers met in Oslo on Monday and discussed the border.", "en"),
        ("Le ministre des affaires étrangères a rencontré son homologue à Paris.", "fr"),
        ("Questo sito utilizza i cookie per migliorare la navigazione degli utenti.", "it"),
        ("Der Außenminister traf seinen Amtskollegen am Montag in Wien zu Gesprächen.", "de"),
        ("El ministro de Exteriores se reunió con su homólogo en Bogotá el lunes.", "es"),
        ("Министры иностранных дел встретились в понедельник в Осло.", "ru"),
        ("Dışişleri bakanı pazartesi günü Ankara'da mevkidaşıyla görüştü.", "tr"),
        ("وزیر امور خارجه روز دوشنبه با همتای خود در تهران دیدار کرد.", "fa"),
        ("التقى وزير الخارجية نظيره في القاهرة يوم الاثنين.", "ar"),
    ],
)
def test_the_language_of_a_sentence(text: str, code: str) -> None:
    found, score = identify(text)
    assert found == code
    assert score > 0.5


@pytest.mark.parametrize("text", ["", "   ", "12.30 – 14.00", "***"])
def test_a_text_without_letters_has_none(text: str) -> None:
    assert identify(text) == ("und", 0.0)


def test_a_long_text_is_judged_by_its_beginning() -> None:
    english = "The ministers met in Oslo and discussed the border at length. " * 100
    assert identify(english + "Le ministre a parlé. " * 1000) == identify(english)

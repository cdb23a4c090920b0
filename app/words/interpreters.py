"""One line in each of the landlord's languages: ring, say the language, it costs nothing (ruling 27)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from app.words import languages

# Else the groups of a telephone number change places where the writing runs from right to left.
LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT ISOLATE}{phone}\N{POP DIRECTIONAL ISOLATE}"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said to the speakers of one language, in it."""

    code: str
    dir: str
    name: str
    text: str


# The language is asked for by its English name, because an English speaker answers the telephone.
SAID: Mapping[str, str] = MappingProxyType(
    {
        "ar": "اتصل على {phone} وقل بالإنجليزية “Arabic”. المترجم الشفهي مجاني.",
        "bn": "{phone} নম্বরে ফোন করুন এবং ইংরেজিতে “Bengali” বলুন। দোভাষীর জন্য কোনো খরচ নেই।",
        "cy": "Ffoniwch {phone} a dywedwch “Welsh”. Mae’r cyfieithydd am ddim.",
        "es": "Llame al {phone} y diga en inglés “Spanish”. El intérprete es gratuito.",
        "fa": "با {phone} تماس بگیرید و به انگلیسی بگویید “Farsi”. مترجم رایگان است.",
        "gu": "{phone} પર ફોન કરો અને અંગ્રેજીમાં “Gujarati” કહો. દુભાષિયો મફત છે.",
        "it": "Chiami il {phone} e dica in inglese “Italian”. L’interprete è gratuito.",
        "pa": "{phone} ’ਤੇ ਫ਼ੋਨ ਕਰੋ ਅਤੇ ਅੰਗਰੇਜ਼ੀ ਵਿੱਚ “Punjabi” ਕਹੋ। ਦੁਭਾਸ਼ੀਆ ਮੁਫ਼ਤ ਹੈ।",
        "pl": "Zadzwoń pod {phone} i powiedz po angielsku „Polish”. Tłumacz jest bezpłatny.",
        "pt": "Ligue para {phone} e diga em inglês “Portuguese”. O intérprete é gratuito.",
        "ro": "Sunați la {phone} și spuneți în engleză „Romanian”. Interpretul este gratuit.",
        "so": "Wac {phone} oo Ingiriisi ku dheh “Somali”. Turjubaanku waa bilaash.",
        "tr": "{phone} numarasını arayın ve İngilizce “Turkish” deyin. Tercüman ücretsizdir.",
        "uk": "Наберіть {phone} і скажіть англійською «Ukrainian». Перекладач безкоштовний.",
        "ur": "{phone} پر فون کریں اور انگریزی میں “Urdu” کہیں۔ ترجمان مفت ہے۔",
        "zh": "请致电 {phone}，用英语说“Mandarin”。口译服务免费。",
    }
)


@cache
def lines(spoken: tuple[str, ...], phone: str) -> tuple[Line, ...]:
    """Return a line for each of the languages we have words for, in the order given; none without a phone."""
    if not phone:
        return ()
    return tuple(_line(code, phone) for code in spoken if code in SAID)


def _line(code: str, phone: str) -> Line:
    text = SAID[code].format(phone=LEFT_TO_RIGHT.format(phone=phone))
    return Line(code, languages.direction(code), languages.name(code), text)

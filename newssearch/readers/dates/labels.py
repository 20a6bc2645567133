"""The words that pages print before, or behind, the date of publication and that of an update."""

import re

from newssearch.patterns import lazily

_UPDATED = (
    r"(?:last |first )?(?:updated|modified|revised)\b|last update\b"
    r"|(?:zuletzt )?(?:aktualisiert|bearbeitet|geändert)|letzte (?:aktualisierung|änderung)"
    r"|\bstand(?: des artikels)?:"
    r"|\bstand(?= \d)|mis(?:e)? à jour|modifié|actualizad[oa]|última actualización|atualizado|última atualização"
    r"|aggiornato|(?:ultim[oa] )?(?:aggiornamento|modifica)\b|обновлено|оновлено|آخر تحديث|تحديث:"
    r"|son güncelleme|güncelle(?:me|ndi)"
    r"|päivitetty|frissítve|diperbarui|עודכן|bijgewerkt|laatste update|uppdaterad|senast ändrad"
    r"|opdateret|oppdatert|(?:data )?aktualizacj[ai]|기사수정|최종 ?수정|수정|업데이트|最終更新|更新(?:时间|時間|日時)?"
)
_PUBLISHED = (
    r"(?:first )?(?:published|posted|post date|created|issued|released|\bdate)\b|veröffentlicht|erschienen"
    r"|erscheinungsdatum|\bdatum:|publiziert|publié"
    r"|mis en ligne|publicado|pubblicato|опубликовано|gepubliceerd|geplaatst|publicerad|publisert|udgivet"
    r"|data publikacji|opublikowano|기사입력|기사등록|입력|등록|게재|승인|발행|송고|発表|公開|配信|掲載"
    r"|опубліковано|نُشر|نشر في|تاريخ النشر|yayınlan(?:ma|dı)|julkaistu|publikováno|vydáno|megjelent|dipublikasikan"
    r"|פורסם"
    r"|发布(?:时间)?|發布(?:時間)?|發佈"
)

UPDATED = lazily(_UPDATED, re.IGNORECASE)
PUBLISHED = lazily(_PUBLISHED, re.IGNORECASE)

LABEL = f"(?:{_UPDATED}|{_PUBLISHED})"
"""A regular expression's source for either."""


def label(text: str) -> str:
    """What the last label of a text says of the date behind it: `updated`, `published`, or nothing.

    >>> label("Publié à Lyon, mis à jour le"), label("입력"), label("Oil fell")
    ('updated', 'published', '')
    """
    found = [(match.start(), "updated") for match in UPDATED.finditer(text)]
    found += [(match.start(), "published") for match in PUBLISHED.finditer(text)]
    return max(found)[1] if found else ""


def begins_with_label(text: str) -> bool:
    """Whether a text begins as a date line's label does: `Actualizado Miércoles`."""
    return UPDATED.match(text) is not None or PUBLISHED.match(text) is not None

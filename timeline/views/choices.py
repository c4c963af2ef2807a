"""The single choices of the filter form in words."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def choices():
    """{key: [(value, label)]} of the choices that the form offers, in their order."""
    return {
        "lane": [
            ("question", _("question")),
            ("actor", pgettext("lane", "actor")),
            ("topic", _("topic")),
            ("kind", _("kind")),
            ("country", _("country")),
        ],
        "color": [("stance", _("stance")), ("kind", _("kind"))],
    }

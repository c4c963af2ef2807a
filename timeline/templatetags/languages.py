"""What a page says of its languages: the switch between them, and where the others are."""

from django import template
from django.http import QueryDict
from django.utils.html import format_html

from timeline.languages import KEY, NAMES
from timeline.translation import language

register = template.Library()


@register.inclusion_tag("_language_switch.html", takes_context=True)
def language_switch(context):
    """Plain links to this page in each language, each in its own words."""
    return {"languages": ways(context.get("request"))}


@register.inclusion_tag("_language_alternates.html", takes_context=True)
def language_alternates(context):
    """For search engines: this page in each language, and where the browser chooses."""
    request, canonical = context.get("request"), context.get("absolute")
    if not request or not canonical:
        return {"alternates": []}
    path, _, query = canonical.partition("?")
    return {
        "alternates": [(code, path + way) for code, _, way, _ in ways_of(query)],
        "default": path + without(query),
    }


@register.simple_tag(takes_context=True)
def written_in(context):
    """The attribute of a text that is the debate's own, where its language is not that of the page."""
    code = getattr(context.get("debate"), "language", "")
    return format_html(' lang="{}"', code) if code and code.split("-")[0] != language() else ""


def ways(request):
    """[(code, name, address, whether it is spoken now)] of this page."""
    return list(ways_of(request.META.get("QUERY_STRING", ""))) if request else []


def ways_of(query):
    """The same for a query, as relative addresses."""
    for code, name in NAMES.items():
        asked = QueryDict(query, mutable=True)
        asked[KEY] = code
        yield code, name, f"?{asked.urlencode()}", code == language()


def without(query):
    """The query without a language, as a relative address."""
    asked = QueryDict(query, mutable=True)
    asked.pop(KEY, None)
    return f"?{asked.urlencode()}" if asked else ""

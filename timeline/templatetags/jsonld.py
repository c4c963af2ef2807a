"""`{% jsonld thing %}`: what search engines read of a page, as a block of data in its head."""

import json

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from timeline.exports.jsonld import event_data, view_data
from timeline.filters import View

register = template.Library()
# Within a script element nothing may look like markup, and no line ends that JSON allows and scripts did not.
_ESCAPED = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def jsonld(context, thing):
    """The data block of a `View`, with the events under `months` in the context, or of an event."""
    site = context["request"].build_absolute_uri("/")[:-1]
    if isinstance(thing, View):
        shown = [event for month in context.get("months", ()) for event in month.events]
        data = view_data(thing, shown, site, site + context["canonical"])
    else:
        data = event_data(thing, site)
    return format_html('<script type="application/ld+json">{}</script>', data_block(data))


def data_block(data):
    """JSON that stays data wherever in a page it stands."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPED))

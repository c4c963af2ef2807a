"""The tag that prints what previews, oEmbed readers and search engines take from the head of a page."""

from django import template

from timeline.exports.preview_heads import head_of

register = template.Library()


@register.inclusion_tag("_head_preview.html", takes_context=True)
def preview_head(context):
    """Open Graph, Twitter and oEmbed tags; the contract stands in `_head_permalink.html`."""
    site = context["request"].build_absolute_uri("/")[:-1]
    return {"head": head_of(context, site), "site": site}

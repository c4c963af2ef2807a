"""The source that an article becomes: found where the debate has it already, else made once."""

from timeline.dates import DateSpan
from timeline.models import Source
from timeline.models.search import fold

from .addresses import free_slug
from .likeness.sources import same_address


def known_source(debate, url, publisher, title):
    """The source of a debate at this address, or of this publisher and title; None where it has none."""
    sources = Source.objects.filter(debate=debate).order_by("pk")
    if url:
        address = same_address(url)
        for pk, other in sources.exclude(url="").values_list("pk", "url"):
            if same_address(other) == address:
                return Source.objects.get(pk=pk)
    wanted = fold(publisher), fold(title)
    for source in sources.filter(publisher__iexact=publisher.strip()):
        if (fold(source.publisher), fold(source.title)) == wanted and not (url and source.url):
            return source
    return None


def source_of(article):
    """The article's source, made from its data where there is none yet; runs inside the caller's change."""
    if article.source is None:
        article.source = known_source(article.debate, article.url, article.publisher, article.title)
        article.source = article.source or _made(article)
        article.save(update_fields=["source", "changed_at"])
    if not article.source.published:
        _date(article.source, article)
    return article.source


def _made(article):
    slug = free_slug(
        Source, article.debate, f"{article.publisher} {article.title}", f"source {article.published}"
    )
    source = Source(debate=article.debate, slug=slug, url=article.url, language=article.language)
    source.publisher, source.title = article.publisher, article.title
    source.published, source.published_basis = article.published, article.published_basis
    source.save()
    return source


def _date(source, article):
    """Give a source without a day that of the article: its phrases could not be read."""
    source.published, source.published_basis = article.published, article.published_basis
    source.save()
    source.settle_events(None)


def anchor_of(article):
    """The day that the article's phrases are read against: the last on which it can have been published."""
    if article.source and article.source.published_latest:
        return article.source.published_latest
    span = DateSpan.from_edtf(article.published)
    return span.latest or span.earliest

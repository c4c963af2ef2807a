"""Citations as files: `cite.txt`, `cite.bib` and `cite.ris` of a view or a page."""

from django.http import HttpResponse

from timeline.exports.citation import FORMATS

from .data import Refused, answering_problems
from .share import asked


def cite(ending):
    """The view for one format; a query that cannot be used is refused, not cited as another."""
    _, written, content_type = FORMATS[ending]

    @answering_problems
    def answer(request, **slugs):
        shared = asked(request, slugs)
        if shared.kind == "view" and shared.view.filters.problems:
            raise Refused(shared.view.filters.problems)
        return cited(shared.reference(request), written, content_type, ending)

    return answer


def cited(reference, written, content_type, ending):
    """The response with a citation in it; programs are offered it as a file."""
    response = HttpResponse(written(reference), content_type=f"{content_type}; charset=utf-8")
    if ending != "txt":
        response["Content-Disposition"] = f'attachment; filename="{reference.key}.{ending}"'
    return response

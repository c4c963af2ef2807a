"""Numbers beside the rows of a list, counted in the list's own query."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce


def number_of(rows, link):
    """How many of `rows` point to the listed row through `link`, as an expression.

    A subquery: grouping the list itself would drop its order and multiply with what filters join.
    """
    counted = rows.filter(**{link: OuterRef("pk")}).order_by().values(link).annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)

"""Other names: typed one a line, and what a row is found by in lists and in choices."""

from django import forms
from django.contrib import admin

from timeline.models.search import fold


class LinesField(forms.Field):
    """A list of texts, one a line; blanks and repetitions fall out."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"})

    def prepare_value(self, value):
        """Lines for the widget."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        """The list of what the lines say."""
        lines = value if isinstance(value, list) else (value or "").splitlines()
        return list(dict.fromkeys(line.strip() for line in lines if line.strip()))

    def has_changed(self, initial, data):
        """Whether the list differs, however it was typed."""
        return self.to_python(initial) != self.to_python(data)


def also_called(what):
    """The field of a row's aliases; `what` tells which names belong there."""
    return LinesField(required=False, label="Also called", help_text=f"One name a line: {what}")


class FoundByNames(admin.ModelAdmin):
    """Rows that are found by their name and their other names."""

    name_field = "name"

    def get_search_results(self, request, queryset, search_term):
        """Every word occurs in the name or in another name, whatever its case, accents or script.

        Compared in Python: SQLite keeps the letters of a JSON list escaped, and knows no case beyond ASCII.
        """
        rows, _ = super().get_search_results(request, queryset, "")
        asked = fold(search_term).split()
        if not asked:
            return rows, False
        names = rows.order_by().values_list("pk", self.name_field, "aliases")
        folded = ((pk, fold(" . ".join([name, *aliases]))) for pk, name, aliases in names)
        found = [pk for pk, words in folded if all(word in words for word in asked)]
        return rows.filter(pk__in=found), False

    @admin.display(description="also called")
    def aliases_in_words(self, row):
        """The other names in a line."""
        return ", ".join(row.aliases)

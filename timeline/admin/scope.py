"""Keeping to one debate: what a form offers, and what it refuses.

The browser says with every search in a choice which debate the form is about (`static/admin-scope.js`),
so that only rows of that debate are offered. That is a convenience; the forms here are what holds.
"""

from django import forms
from django.db.models import Model, QuerySet
from django.db.models.constants import LOOKUP_SEP

from timeline.models import Argument, Debate

from .keys import as_key
from .recorded import RecordedAdmin


def debate_of(row):
    """The key of the debate that a row belongs to, or None for what belongs to none."""
    return getattr(row, "debate_key", None)


class ScopedForm(forms.ModelForm):
    """A form whose choices all belong to one debate: its own, or that of the event or question it names.

    `debate_id` is given by `ScopedFormSet` to rows that are edited inside their parent's form.
    """

    def __init__(self, *args, debate_id=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.parent_debate_id = debate_id

    def own_debate_id(self):
        """The debate that everything chosen must belong to, or None where nothing says so yet."""
        if self.parent_debate_id:
            return self.parent_debate_id
        if "debate" in self.fields:
            return getattr(self.cleaned_data.get("debate"), "pk", None)
        parent = self.cleaned_data.get("event") or self.cleaned_data.get("question")
        return getattr(parent, "debate_id", None)

    def clean(self):
        """Refuse, at its field, whatever belongs to another debate."""
        cleaned = super().clean()
        debate_id = self.own_debate_id()
        if debate_id:
            for name, chosen in list(cleaned.items()):
                self._refuse_strangers(name, chosen, debate_id)
        return cleaned

    def _refuse_strangers(self, name, chosen, debate_id):
        for row in _rows(chosen):
            stranger = debate_of(row)
            if stranger and stranger != debate_id:
                debate = Debate.objects.get(pk=stranger)
                self.add_error(
                    name, f"“{row}” belongs to another debate, “{debate}”; choose one of this debate."
                )


def _rows(chosen):
    """What was chosen in a field, as rows; nothing where the field holds no relation."""
    if isinstance(chosen, QuerySet):
        return chosen.select_related("question") if chosen.model is Argument else chosen
    return [chosen] if isinstance(chosen, Model) else []


class NamedFormSet(forms.BaseInlineFormSet):
    """Rows inside a parent's form, in a table whose heads name the columns but not the fields."""

    def add_fields(self, form, index):
        """Name every field: in a table its only label is the head of the column."""
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label and not field.widget.is_hidden:
                field.widget.attrs.setdefault("aria-label", field.label)


class ScopedFormSet(NamedFormSet):
    """Rows inside a parent's form: they learn the debate from the parent, saved or not."""

    def get_form_kwargs(self, index):
        """Give each row the debate of its parent."""
        return super().get_form_kwargs(index) | {"debate_id": debate_of(self.instance)}


def the_only_debate():
    """The key of the debate where there is just one, else None."""
    first_two = Debate.objects.values_list("pk", flat=True)[:2]
    return first_two[0] if len(first_two) == 1 else None


class ScopedAdmin(RecordedAdmin):
    """Rows of a debate: offered within it, named once with the debate, which then stays."""

    form = ScopedForm
    debate_path = "debate"  # how the debate is reached from a row, for filters

    class Media:
        js = [
            "admin/js/jquery.init.js",
            "admin-scope.js",
            "admin-focus.js",
            "admin-choices.js",
            "admin-heads.js",
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        """An existing row's debate is shown but cannot change: all that hangs on it would be torn off."""
        form = super().get_form(request, obj, change=change, **kwargs)
        if "debate" in form.base_fields:
            form.base_fields["debate"].disabled = obj is not None
            form.base_fields["debate"].widget.can_add_related = False
        return form

    def get_changeform_initial_data(self, request):
        """Where there is only one debate, a new row belongs to it."""
        initial = super().get_changeform_initial_data(request)
        if "debate" not in initial:
            initial["debate"] = the_only_debate()
        return initial

    def lookup_allowed(self, lookup, value, request):
        """Not from what hangs on a row back to the row: "the actors of event 5" would tell of a draft."""
        first = lookup.split(LOOKUP_SEP)[0]
        backwards = {relation.name for relation in self.opts.related_objects}
        return first not in backwards and super().lookup_allowed(lookup, value, request)

    def get_search_results(self, request, queryset, search_term):
        """In a choice's search, only rows of the debate that the form is about."""
        rows, duplicates = super().get_search_results(request, queryset, search_term)
        if getattr(request.resolver_match, "url_name", None) == "autocomplete":
            rows = self.within(request, rows)
        return rows, duplicates

    def within(self, request, rows):
        """Narrow rows to the debate, or that of the event, which the browser sent along."""
        if debate := as_key(request.GET.get("debate")):
            rows = rows.filter(**{self.debate_path: debate})
        if event := as_key(request.GET.get("event")):
            rows = rows.filter(**{f"{self.debate_path}__events": event})
        return rows

    def view_on_site(self, obj):
        """Straight to the page, without the detour over `contenttypes`."""
        return obj.get_absolute_url()

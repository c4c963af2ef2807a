"""A form that comes back to a row which somebody has deleted or merged meanwhile: nothing typed is lost."""

import re

from django.shortcuts import render

from timeline.models import Merge

from .conflicts import UNKNOWN, of_record
from .duplicates import change_url
from .posted import in_words, taken
from .reasons import FIELDS
from .telling import named

ROW = re.compile(r"(\w+)-(\d+)-(\w+)")


def gone(model_admin, request, key):
    """The page that says what became of the row and keeps what was typed; None where nothing is known."""
    if not hasattr(model_admin.model, "history"):
        return None
    record = model_admin.model.history.filter(id=key).first()
    if record is None or not model_admin.may_bring_back(request, record):
        return None
    row, name = record.history_object, named(record)
    into = _merged_into(model_admin.model, key)
    context = model_admin.admin_site.each_context(request) | {
        "title": "It is gone",
        "subtitle": name,
        "name": name,
        "opts": model_admin.opts,
        "record": record,
        "into": into,
        "into_url": into and change_url(into),
        "typed": [*_typed(model_admin, request, row, record), *_typed_inside(model_admin, request, row)],
    }
    return render(request, "admin/recorded_gone.html", context)


def _merged_into(model, key):
    done = Merge.objects.filter(kind=getattr(model, "page", ""), taken=key, undone_at=None).first()
    return done and model._base_manager.filter(pk=done.kept).first()


def _typed(model_admin, request, row, record):
    """[(label, what was typed)] of the fields that are not as the row had them."""
    form = model_admin.get_form(request, row, change=True)(instance=row)
    for name, one in form.fields.items():
        raw = taken(one, name, request.POST)
        if name in FIELDS or name not in request.POST or one.widget.is_hidden:
            continue
        before = of_record(record, name)
        if one.has_changed(None if before is UNKNOWN else before, raw):
            yield _capital(str(one.label)), in_words(one, raw)


def _typed_inside(model_admin, request, row):
    """The same of the rows inside it."""
    for formset, inline in model_admin.get_formsets_with_inlines(request, row):
        prefix, fields = formset.get_default_prefix(), formset.form.base_fields
        found = {}
        for posted in request.POST:
            match = ROW.fullmatch(posted)
            if match and match[1] == prefix and match[3] in fields:
                found.setdefault(match[2], []).append(match[3])
        for number, names in found.items():
            before = _record_inside(inline.model, request.POST.get(f"{prefix}-{number}-id"))
            said = []
            for name in names:
                raw = taken(fields[name], f"{prefix}-{number}-{name}", request.POST)
                was = UNKNOWN if before is None else of_record(before, name)
                if fields[name].has_changed(None if was is UNKNOWN else was, raw):
                    said.append(f"{fields[name].label or name}: {in_words(fields[name], raw)}")
            if said:
                what = inline.verbose_name if before is None else named(before)
                yield _capital(str(what)), "; ".join(said)


def _record_inside(model, key):
    known = hasattr(model, "history") and (key or "").isascii() and (key or "").isdigit()
    return model.history.filter(id=int(key[:18])).first() if known else None


def _capital(text):
    return text[:1].upper() + text[1:]

"""Imports: upload a file, look at what each row would do, write it; goes on where it stopped."""

from functools import wraps

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from timeline.exports.import_template import csv_template, xlsx_template
from timeline.ingest.importing import running
from timeline.ingest.importing.columns import SHEETS
from timeline.ingest.importing.reading import SIZE_AT_MOST
from timeline.ingest.importing.rights import Rights
from timeline.ingest.problems import BadFile
from timeline.models import Debate, Event, Import
from timeline.models.roles import may_curate, may_edit_any

from .import_page import refused_file, run_page
from .import_steps import TAKEN_BACK, streamed, streams
from .scope import the_only_debate
from .waiting import Waiting, waits

BUSY = "Somebody else is writing much just now, so nothing was done. Try again in a moment."
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = [("", "as its header says"), *((kind, f"{kind}s") for kind in SHEETS)]


@waits
def imports(user):
    """The own imports that were checked or begun, and not finished."""
    if may_curate(user):
        state = Import.State
        rows = Import.objects.filter(author=user, state__in=[state.CHECKING, state.CHECKED, state.WRITING])
        url = reverse("admin:timeline_import_changelist")
        yield Waiting("Imports not finished", rows.count(), url, "Write them, or drop them.")


def step(view):
    """A step that is posted; whoever comes to its address from a log-in is shown the import."""

    @wraps(view)
    def posted(request, pk):
        if request.method == "POST":
            try:
                return view(request, pk)
            except OperationalError:  # a lock that somebody has held for too long
                messages.error(request, BUSY)
        return redirect("admin:timeline_import_change", pk)

    return posted


class ImportForm(forms.Form):
    """What is asked of a file before it is checked."""

    debate = forms.ModelChoiceField(Debate.objects.all())
    file = forms.FileField(
        help_text="CSV or XLSX, TimelineJS (JSON or its spreadsheet), or a debate file (JSON). At most 10 MB."
    )
    status = forms.ChoiceField(label="New events become")
    all_or_nothing = forms.BooleanField(
        required=False,
        label="All or nothing",
        help_text="Write nothing unless every row can be used. Otherwise the good rows are kept.",
    )
    kind = forms.ChoiceField(choices=KINDS, required=False, label="A CSV holds")
    language = forms.CharField(
        max_length=35, required=False, help_text="Of the dates of a TimelineJS file: en, uk, de."
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = Rights(user).statuses()
        self.initial.setdefault("debate", the_only_debate())
        self.fields["file"].widget.attrs["accept"] = ".csv,.xlsx,.json,.tsv,.txt"

    def clean_file(self):
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > SIZE_AT_MOST:
            raise forms.ValidationError("The file is larger than 10 MB. Import it in parts.")
        return file

    def start(self, user):
        """The import of a valid form, or None with what is wrong at the file."""
        said = dict(self.cleaned_data)
        file, debate = said.pop("file"), said.pop("debate")
        try:
            return running.start(file.read(), debate, file.name, user, **said)
        except OperationalError:
            self.add_error(None, BUSY)
        except BadFile as bad:
            for line in bad.lines():
                fault = line.removeprefix("file: ")
                self.add_error("file", fault[:1].upper() + fault[1:] + ".")
        return None


@admin.register(Import)
class ImportAdmin(admin.ModelAdmin):
    """The list of imports is Django's own; upload and progress are pages of ours."""

    list_display = ["file_name", "debate", "format", "state", "total", "author", "made_at"]
    list_filter = ["state", "debate"]
    list_select_related = ["debate", "author"]
    search_fields = ["file_name", "author__username"]
    date_hierarchy = "made_at"

    def get_queryset(self, request):
        """Everybody's to editors, one's own to contributors."""
        rows = super().get_queryset(request)
        return rows if may_edit_any(request.user) else rows.filter(author=request.user)

    def has_add_permission(self, request):
        """Whoever may write drafts may import them."""
        return may_curate(request.user)

    def has_view_permission(self, request, obj=None):
        """Whoever may add one looks at it."""
        return may_curate(request.user)

    def has_change_permission(self, request, obj=None):
        """An import is run, not edited; its page decides by row what may be written."""
        return may_curate(request.user)

    def has_delete_permission(self, request, obj=None):
        """The record of an import goes; what it wrote stays."""
        return may_edit_any(request.user)

    def get_deleted_objects(self, objs, request):
        """Name the imports; their rows go with them and may be thousands."""
        return [str(run) for run in objs], {self.opts.verbose_name_plural: len(objs)}, set(), []

    def get_urls(self):
        """The steps of an import, and the files to fill in."""
        view = self.admin_site.admin_view
        steps = {
            "advance": self.advance,
            "halt": self.halt,
            "confirm": self.confirm,
            "again": self.again,
            "drop": self.drop,
        }
        return [
            *(
                path(f"<int:pk>/{name}/", view(step(done)), name=f"timeline_import_{name}")
                for name, done in steps.items()
            ),
            path("<int:pk>/refused/", view(require_safe(self.refused)), name="timeline_import_refused"),
            path("template.xlsx", view(require_safe(self.workbook)), name="timeline_import_xlsx"),
            path("template/<slug:kind>.csv", view(require_safe(self.sheet)), name="timeline_import_csv"),
            *super().get_urls(),
        ]

    def add_view(self, request, form_url="", extra_context=None):
        """The upload."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        given = (request.POST, request.FILES) if request.method == "POST" else ()
        form = ImportForm(*given, user=request.user, initial=dict(request.GET.items()))
        if form.is_bound and form.is_valid() and (run := form.start(request.user)):
            return redirect("admin:timeline_import_change", run.pk)
        context = self.admin_site.each_context(request) | {
            "title": "Import a file",
            "opts": self.opts,
            "form": form,
            "kinds": list(SHEETS),
        }
        return render(request, "admin/import_new.html", context, status=422 if form.errors else 200)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        """How far it is and what its rows do."""
        run = self._run(request, object_id)
        if "taken_back" in request.GET:  # where the script that heard so leads to
            messages.error(request, TAKEN_BACK)
        return run_page(self, request, run)

    def _run(self, request, key):
        if not self.has_change_permission(request):
            raise PermissionDenied
        rows = self.get_queryset(request).select_related("debate", "author")
        return get_object_or_404(rows, pk=key if str(key).isdigit() else 0)

    def advance(self, request, pk):
        """Do the next piece; a script is told how far it is as it goes."""
        run = self._run(request, pk)
        if streams(request):
            return streamed(run, Rights(request.user))
        try:
            running.advance(run, Rights(request.user))
        except running.Stale:
            running.stopped(run)
            messages.error(request, TAKEN_BACK)
        return redirect("admin:timeline_import_change", pk)

    def halt(self, request, pk):
        """Leave off."""
        running.halt(self._run(request, pk))
        return redirect("admin:timeline_import_change", pk)

    def confirm(self, request, pk):
        """Begin to write."""
        run = self._run(request, pk)
        if run.status == Event.Status.PUBLISHED and run.status not in dict(Rights(request.user).statuses()):
            raise PermissionDenied
        try:
            running.confirm(run, "all_or_nothing" in request.POST)
        except running.Stale:
            messages.error(request, "Rows are refused, and it was to be all or nothing: nothing was written.")
        return redirect("admin:timeline_import_change", pk)

    def again(self, request, pk):
        """Check once more."""
        running.check_again(self._run(request, pk))
        return redirect("admin:timeline_import_change", pk)

    def drop(self, request, pk):
        """Give it up."""
        running.drop(self._run(request, pk))
        return redirect("admin:timeline_import_change", pk)

    def refused(self, request, pk):
        """The refused rows as a file, each with what is wrong, to be mended and uploaded."""
        name, content = refused_file(self._run(request, pk))
        kind = XLSX if name.endswith("xlsx") else "text/csv; charset=utf-8"
        response = HttpResponse(content, content_type=kind)
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response

    def workbook(self, request):
        """The workbook to fill in."""
        response = HttpResponse(xlsx_template(), content_type=XLSX)
        response["Content-Disposition"] = content_disposition_header(True, "debateline-template.xlsx")
        return response

    def sheet(self, request, kind):
        """The CSV to fill in."""
        if kind not in SHEETS:
            return redirect(reverse("admin:timeline_import_add"))
        response = HttpResponse(csv_template(kind), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = content_disposition_header(True, f"debateline-{kind}s.csv")
        return response

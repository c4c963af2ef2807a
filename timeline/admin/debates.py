"""Debates, and what they are made of: questions with their arguments, topics."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html

from timeline.models import Actor, Argument, Debate, Event, Question, Topic

from .counts import number_of
from .keys import as_key
from .lasting import KeptWithEvents
from .mergeable import Mergeable, ShowsUses, linked, listed
from .names import FoundByNames, also_called
from .recorded import RecordedAdmin
from .scope import NamedFormSet, ScopedAdmin, ScopedForm, ScopedFormSet

FIRST_PARTS = 2  # empty rows of each kind on the form of a new debate
NEXT = (
    'Next: <a href="{}">add its first event</a>, <a href="{}">import a spreadsheet</a>, '
    'or <a href="{}">work through an article</a>.'
)


class PartInline(admin.TabularInline):
    """Parts listed with their debate; each is deleted on its own page, which shows what hangs on it."""

    formset = NamedFormSet
    can_delete = False
    show_change_link = True

    def get_extra(self, request, obj=None, **kwargs):
        """A new debate has room for its first parts."""
        return FIRST_PARTS if obj is None else 0


class QuestionInline(PartInline):
    """The questions of a debate."""

    model = Question
    fields = ["title", "slug", "rank"]
    prepopulated_fields = {"slug": ["title"]}


class TopicInline(PartInline):
    """The topics of a debate."""

    model = Topic
    fields = ["name", "slug", "kind", "rank"]
    prepopulated_fields = {"slug": ["name"]}


class ActorInline(PartInline):
    """The actors of a debate that is only begun; later there are too many for its page."""

    model = Actor
    fields = ["name", "slug", "kind", "country"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Debate)
class DebateAdmin(RecordedAdmin):
    """The frame: title, description, questions, topics; of a new one the actors as well."""

    fields = ["title", "slug", "description", "language", "changed_at"]
    inlines = [QuestionInline, TopicInline, ActorInline]
    list_display = ["title", "slug", "question_count", "event_count", "changed_at"]
    search_fields = ["title", "description", "slug"]
    readonly_fields = ["changed_at"]

    class Media:
        js = ["admin-focus.js", "admin-heads.js"]

    def get_prepopulated_fields(self, request, obj=None):
        """An address follows the title only until it is first saved."""
        return {} if obj else {"slug": ["title"]}

    def get_queryset(self, request):
        """Debates with what they hold, counted in the same query."""
        counts = {
            "question_count": number_of(Question.objects, "debate"),
            "event_count": number_of(Event.objects.curated_by(request.user), "debate"),
        }
        return super().get_queryset(request).annotate(**counts)

    def get_inlines(self, request, obj):
        """Actors stand on the page of a debate that has no event yet."""
        begun = obj is None or not obj.events.exists()
        return self.inlines if begun else [QuestionInline, TopicInline]

    def response_add(self, request, obj, post_url_continue=None):
        """Say what comes next."""
        event, rows, article = (
            f"{reverse(f'admin:timeline_{kind}_add')}?debate={obj.pk}"
            for kind in ("event", "import", "article")
        )
        response = super().response_add(request, obj, post_url_continue)
        messages.info(request, format_html(NEXT, event, rows, article))
        return response

    def view_on_site(self, obj):
        """Its timeline."""
        return obj.get_absolute_url()

    @admin.display(description="questions", ordering="question_count")
    def question_count(self, debate):
        """How many questions it has."""
        return debate.question_count

    @admin.display(description="events", ordering="event_count")
    def event_count(self, debate):
        """How many events it has, whatever their status."""
        return debate.event_count


class ArgumentForm(ScopedForm):
    """An argument: what it answers is another argument about the same question."""

    class Meta:
        model = Argument
        fields = ["question", "slug", "side", "text", "answers", "rank"]
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def clean(self):
        """Refuse an answer to itself, or to an argument about another question."""
        cleaned = super().clean()
        answers, question = cleaned.get("answers"), cleaned.get("question")
        if answers and answers.pk == self.instance.pk:
            self.add_error("answers", "An argument cannot answer itself.")
        if answers and question and answers.question_id != question.pk:
            self.add_error("answers", f"“{answers}” is about another question, “{answers.question}”.")
        return cleaned


class ArgumentInline(admin.StackedInline):
    """The reasons for and against a question."""

    model = Argument
    form = ArgumentForm
    formset = ScopedFormSet
    fields = [("side", "slug", "rank"), "text", "answers"]
    extra = 0

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """An argument answers one about the same question."""
        if db_field.name == "answers":
            question = as_key(request.resolver_match.kwargs.get("object_id"))
            kwargs["queryset"] = Argument.objects.filter(question=question)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class RankedForm(ScopedForm):
    """A question or a topic with its other names one a line."""

    aliases = also_called("how articles and readers put it. Events and articles are searched for them all.")


class RankedAdmin(ShowsUses, FoundByNames, KeptWithEvents, ScopedAdmin):
    """What is shown as a list in a debate's own order."""

    form = RankedForm
    name_field = "title"
    event_links = ("questions", "positions__question")
    used_by = [
        ("event", "events", "event", "questions"),
        ("position", "positions", "position", "question"),
        ("argument", "arguments", "argument", "question"),
    ]

    def get_prepopulated_fields(self, request, obj=None):
        """An address follows the name only until it is first saved."""
        return {} if obj else {"slug": [self.name_field]}

    def get_queryset(self, request):
        """Rows with the number of their events, counted in the same query."""
        counted = number_of(Event.objects.curated_by(request.user), self.event_links[0])
        return super().get_queryset(request).annotate(event_count=counted)

    @admin.display(description="events", ordering="event_count")
    def event_count(self, row):
        """How many events are about it, with their list."""
        return linked(row.event_count, "", listed("event", self.event_links[0], row))


@admin.register(Question)
class QuestionAdmin(Mergeable, RankedAdmin):
    """Questions with their arguments."""

    inlines = [ArgumentInline]
    fields = ["debate", "title", "slug", "aliases", "summary", "rank"]
    list_display = ["title", "aliases_in_words", "debate", "rank", "event_count"]
    list_filter = ["debate"]
    list_select_related = ["debate"]
    search_fields = ["title"]  # and the aliases, see `FoundByNames`
    search_help_text = "Title, other names"


@admin.register(Topic)
class TopicAdmin(Mergeable, RankedAdmin):
    """Weapon systems, instruments."""

    name_field = "name"
    event_links = ("topics",)
    used_by = [("event", "events", "event", "topics")]
    fields = ["debate", "name", "slug", "aliases", "kind", "rank"]
    list_display = ["name", "aliases_in_words", "kind", "debate", "rank", "event_count"]
    list_filter = ["debate", "kind"]
    list_select_related = ["debate"]
    search_fields = ["name"]
    search_help_text = "Name, other names"


@admin.register(Argument)
class ArgumentAdmin(ScopedAdmin):
    """Arguments by themselves: to be found in a choice, and across questions."""

    form = ArgumentForm
    debate_path = "question__debate"
    autocomplete_fields = ["question", "answers"]
    list_display = ["text", "side", "question", "rank"]
    list_filter = ["question__debate", "side", "question"]
    list_select_related = ["question__debate"]
    search_fields = ["text", "slug"]
    view_on_site = False

    def within(self, request, rows):
        """In a choice's search, only arguments about the question beside it, where there is one."""
        question = as_key(request.GET.get("question"))
        return rows.filter(question=question) if question else super().within(request, rows)

"""Articles: the list of a curator's desk, the form that adds one, and the way to its workbench."""

from django.contrib import admin, messages
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html

from timeline.dates import DateSpan, words
from timeline.models import Article, Decision
from timeline.models.roles import may_curate, may_edit_any

from . import article_views
from .article_forms import ArticleForm, NewArticleForm
from .article_taking import FILE, may_fetch, take
from .recorded import RecordedAdmin
from .scope import the_only_debate
from .waiting import Waiting, waits

DECIDED = ~Q(decisions__outcome=Decision.Outcome.OPEN)


@admin.register(Article)
class ArticleAdmin(RecordedAdmin):
    """Articles, worked through one by one. Contributors have their own, editors all.

    Their history tells that a text was discarded, and never what it said.
    """

    list_display = ["worked_on", "publisher", "published_in_words", "state", "made", "added_by", "changed_at"]
    list_display_links = None
    list_filter = ["state", "debate", "language"]
    list_select_related = ["debate", "added_by"]
    search_fields = ["title", "publisher", "url"]
    search_help_text = "Title, publisher, address"
    view_on_site = False
    add_form_template = "admin/article_add.html"

    class Media:
        js = ["admin-focus.js"]

    def add_view(self, request, form_url="", extra_context=None):
        """A press for it, or a file with the rest left empty, has the form filled in, which saves nothing."""
        if request.method == "POST" and self.has_add_permission(request) and (what := taking(request)):
            request.taken = take(what, request.POST, request.FILES)
            request.POST = request.taken.data
        return super().add_view(request, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        """A new article brings its text; afterwards the text stays as it is."""
        form = super().get_form(
            request, obj, change=change, form=ArticleForm if obj else NewArticleForm, **kwargs
        )
        if "debate" in form.base_fields:
            form.base_fields["debate"].disabled = obj is not None
            form.base_fields["debate"].widget.can_add_related = False
        form.taken = getattr(request, "taken", None)
        return form

    def get_changeform_initial_data(self, request):
        """Where there is only one debate, an article is about it."""
        return {"debate": the_only_debate()} | super().get_changeform_initial_data(request)

    def get_fieldsets(self, request, obj=None):
        """The text first: it is what a curator comes with."""
        known = ["debate", "publisher", "title", "url", "language"]
        if obj and not self.has_change_permission(request, obj):
            fields = [*known, "date_text", "published", "published_basis"]
            return self.asking(request, obj, [(None, {"fields": fields})])
        text = [("The text", {"fields": ["pasted", "file"]})] if obj is None else []
        if text and may_fetch():
            text[0][1]["fields"].insert(0, known.pop(known.index("url")))
        day = ("When it was published", {"fields": ["date_text", "inferred", "basis"]})
        return self.asking(request, obj, [*text, ("What it is", {"fields": known}), day])

    def render_change_form(self, request, context, *args, **kwargs):
        """One way to save: it leads to the workbench."""
        context |= {"show_save_and_continue": False, "show_save_and_add_another": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def get_queryset(self, request):
        """Those that this curator works with, with the number of decisions."""
        rows = super().get_queryset(request).visible_to(request.user)
        return rows.annotate(decided=Count("decisions", filter=DECIDED))

    def has_module_permission(self, request):
        """Whoever writes drafts has a desk."""
        return may_curate(request.user)

    def has_change_permission(self, request, obj=None):
        """Once it is a source, the publication's data are changed there."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or obj.source_id is None)

    def may_bring_back(self, request, record):
        """An article that was deleted, to those who saw it: without its text."""
        return may_edit_any(request.user) or record.added_by_id == request.user.pk

    @property
    def told(self):
        """With what was decided about its places."""
        return (*self.parts.tables, (Decision, "article_id"))

    def get_urls(self):
        """The workbench."""
        pages = {
            "<int:pk>/desk/": ("work", article_views.work),
            "<int:pk>/desk/words/": ("words", article_views.words_selected),
            "<int:pk>/desk/state/": ("state", article_views.state),
            "<int:pk>/desk/actor/": ("newcomer", article_views.newcomer),
            "<int:pk>/desk/<int:start>-<int:end>/": ("place", article_views.place),
        }
        own = [
            path(route, self._view(view), name=f"timeline_article_{name}")
            for route, (name, view) in pages.items()
        ]
        return [*own, *super().get_urls()]

    def _view(self, view):
        def within(request, **kwargs):
            request.admin_site = self.admin_site
            return view(request, **kwargs)

        return self.admin_site.admin_view(within)

    def save_model(self, request, obj, form, change):
        """Say whose it is."""
        if not change:
            obj.added_by = request.user
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """Straight to the workbench."""
        if obj.source:
            said = "This debate has the source already: “{}”. Its date of publication is the one that counts."
            messages.info(request, said.format(obj.source))
        return HttpResponseRedirect(work_address(obj))

    def response_change(self, request, obj):
        """Back to the workbench."""
        return HttpResponseRedirect(work_address(obj))

    @admin.display(description="article", ordering="title")
    def worked_on(self, article):
        """The title, as the way to its workbench."""
        return format_html('<a href="{}">{}</a>', work_address(article), article.title)

    @admin.display(description="published", ordering="published")
    def published_in_words(self, article):
        """Its day of publication."""
        return words(DateSpan.from_edtf(article.published), short=True)

    @admin.display(description="decided", ordering="decided")
    def made(self, article):
        """How many places of it are decided."""
        return article.decided


def taking(request):
    """What a posted form is to be filled in from, or None: from a file also where the rest was left empty."""
    if what := request.POST.get("_take"):
        return what
    given = {name for name, value in request.POST.items() if value.strip()}
    whole = {"publisher", "title"} <= given and given & {"date_text", "inferred"}
    return FILE if request.FILES.get("file") and not whole and "pasted" not in given else None


def work_address(article):
    """The address of an article's workbench."""
    return reverse("admin:timeline_article_work", args=[article.pk])


@waits
def own_articles(user):
    """The articles that a curator has begun and not finished."""
    if may_curate(user):
        rows = Article.objects.filter(added_by=user, state=Article.State.OPEN)
        address = reverse("admin:timeline_article_changelist") + "?state__exact=open"
        yield Waiting("Your open articles", rows.count(), address, "Go on where you left.")

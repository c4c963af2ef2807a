"""The form of an article: pasted or uploaded, and on whose word its day of publication stands."""

from django import forms
from django.contrib.admin import widgets
from django.forms.utils import ErrorDict
from django.utils import timezone
from django.utils.html import format_html

from timeline.dates import NotADate
from timeline.ingest.article_source import known_source
from timeline.ingest.article_text import LARGEST_FILE, Unreadable, text_of, tidy
from timeline.models import Article
from timeline.tagging.languages import guess

from .article_taking import ADDRESS, FILE, may_fetch
from .scope import ScopedForm
from .single_dates import NOT_STATED, ReadInput, publication_of


class ArticleForm(ScopedForm):
    """What is known of an article. Its day is stated in its own words, or inferred with a reason."""

    url = forms.URLField(
        label="Address",
        max_length=1000,
        required=False,
        assume_scheme="https",
        widget=widgets.AdminURLFieldWidget,
        help_text="Only kept as a reference: nothing is fetched from it.",
    )
    date_text = forms.CharField(
        label="Published, as the article says",
        max_length=200,
        required=False,
        widget=ReadInput("published"),
        help_text="Its own words, such as “Sunday, 24 September 2023”. Empty where the date is not stated.",
    )
    inferred = forms.CharField(
        label="Published, as you infer it",
        max_length=200,
        required=False,
        widget=ReadInput("published"),
        help_text="Only where it is not stated: 2023-09-24, September 2023.",
    )
    basis = forms.CharField(
        label="What you infer it from",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Readers see this beside the date, with the word “inferred”.",
    )

    class Meta:
        model = Article
        fields = ["debate", "publisher", "title", "url", "date_text", "language"]
        help_texts = {"language": "Such as en, uk, de. Empty: it is recognised."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        stored = self.instance
        self.added = timezone.localdate(stored.created_at or timezone.now())
        for name in ("date_text", "inferred"):
            if name in self.fields:
                self.fields[name].widget.day = self.added
        if stored.pk and not stored.date_text:
            self.initial.setdefault("inferred", stored.published)
            self.initial.setdefault("basis", stored.published_basis.removeprefix("inferred: "))

    def clean(self):
        """Read the day of publication, and say what is missing of it."""
        cleaned = super().clean()
        stated, inferred = (cleaned.get(name, "").strip() for name in ("date_text", "inferred"))
        if stated.casefold() == NOT_STATED:
            stated = cleaned["date_text"] = ""
        field = "date_text" if stated or not inferred else "inferred"
        if not stated and not inferred:
            self.add_error("date_text", "Give the date in the article’s words, or infer one below.")
        elif not stated and not cleaned.get("basis", "").strip():
            self.add_error("basis", "Say what the date is inferred from.")
        else:
            self._read_day(stated or inferred, field, cleaned)
        return cleaned

    def _read_day(self, phrase, field, cleaned):
        try:
            span = publication_of(phrase, self.added, cleaned.get("language"))
        except NotADate as refusal:
            self.add_error(field, refusal.reason)
            return
        except forms.ValidationError as refusal:
            self.add_error(field, refusal)
            return
        self.instance.published = span.edtf
        stated = field == "date_text"
        self.instance.published_basis = "stated" if stated else f"inferred: {cleaned['basis'].strip()}"


class WithButton:
    """A widget with a button behind it, which has the form filled in and shown again instead of saved."""

    def __init__(self, take, label, **kwargs):
        super().__init__(**kwargs)
        self.take, self.label = take, label

    def render(self, *args, **kwargs):
        """The widget, then the button."""
        button = '{} <button class="act take" name="_take" value="{}" formnovalidate>{}</button>'
        return format_html(button, super().render(*args, **kwargs), self.take, self.label)


class FileToRead(WithButton, forms.FileInput):
    """A file whose text can be looked at before anything is saved."""


class AddressToFetch(WithButton, forms.URLInput):
    """An address whose page can be fetched."""


class NewArticleForm(ArticleForm):
    """A new article: its text is pasted, comes as a file, or, where that is allowed, from its address.

    `taken` is set by the admin where a press asked to have the form filled in: it is then shown, not saved.
    """

    taken = None
    pasted = forms.CharField(
        label="Text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField", "dir": "auto"}),
        help_text="Paste the article here, or choose a file below. Only curators see it.",
    )
    file = forms.FileField(
        label="Or a file",
        required=False,
        help_text=f"Text (.txt), a saved page (.html) or a PDF, of at most {LARGEST_FILE // 1_000_000} MB.",
        widget=FileToRead(
            FILE,
            "Read the file",
            attrs={"accept": ".txt,.html,.htm,.pdf,text/plain,text/html,application/pdf"},
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if may_fetch():
            url, words = self.fields["url"], "Fetch the text from the address"
            url.widget = AddressToFetch(ADDRESS, words, attrs={"class": "vURLField"})
            url.help_text = "Kept as a reference. Nothing is fetched unless you press the button."
        for name, note in (self.taken.notes if self.taken else {}).items():
            self.fields[name].help_text = format_html('<strong class="proposed">{}</strong>', note)

    def is_valid(self):
        """What was only filled in is shown first."""
        return not self.taken and super().is_valid()

    def full_clean(self):
        """Of a form that was only filled in, say nothing but what could not be taken."""
        super().full_clean()
        if self.taken:
            self._errors = ErrorDict()
            for name, reason in self.taken.refused.items():
                self.add_error(name, reason)
        elif self.is_bound and self.errors and self.files.get("file") and self.instance.text:
            self._keep_file()

    def _keep_file(self):
        """No browser gives a file back with a refused form, so its text stays where one pastes."""
        self.data = self.data.copy()
        self.data["pasted"] = self.instance.text
        self["file"].help_text = "The text of the file stands above now; it need not be chosen again."

    def clean(self):
        """Take the text, from wherever it comes; its language helps to read the day."""
        self._take_text()
        return super().clean()

    def _take_text(self):
        pasted, file = self.cleaned_data.get("pasted", "").strip(), self.cleaned_data.get("file")
        if pasted and file:
            self.add_error("file", "There is text above as well. Take one of the two out.")
        elif not pasted and not file and "file" not in self.errors:
            self.add_error("pasted", "Paste the text, or choose a file.")
        elif pasted or file:
            self._take(pasted, file)

    def _take(self, pasted, file):
        try:
            text = tidy(pasted) if pasted else text_of(file.name, _bytes(file))
        except Unreadable as refusal:
            self.add_error("pasted" if pasted else "file", refusal.reason)
            return
        self.instance.text = text
        self.cleaned_data["language"] = self.cleaned_data.get("language") or guess(text) or ""

    def save(self, commit=True):
        """Save, with the source that the debate may have of it already."""
        article = self.instance
        article.source = known_source(article.debate, article.url, article.publisher, article.title)
        return super().save(commit)


def _bytes(file):
    """What was uploaded, at most a byte more than is read of it."""
    return file.read(LARGEST_FILE + 1)

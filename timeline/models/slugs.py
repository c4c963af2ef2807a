"""Addresses that last: slugs, and what they were called before."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

# "none" is the filter value for blanks and "others" the chart's last lane; the rest are the site's own.
RESERVED = {"none", "others", "admin", "dates", "healthz", "oembed", "s", "static"}


def validate_slug_is_free(slug):
    """Refuse the words that filters and lanes use for themselves."""
    if slug in RESERVED:
        raise ValidationError(f"“{slug}” is reserved; choose another address.", code="reserved_slug")


class FormerSlug(models.Model):
    """A slug that an object had before it was renamed; its old address redirects for good.

    `debate` is null for the former slug of a debate itself.
    """

    debate = models.ForeignKey("Debate", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    slug = models.SlugField(max_length=80)
    target = models.BigIntegerField(help_text="Primary key of the renamed object.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["debate", "kind", "slug"], name="former_slug_unique_in_debate"),
            models.UniqueConstraint(
                fields=["kind", "slug"],
                condition=models.Q(debate__isnull=True),
                name="former_slug_of_debate_unique",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.slug}"


class Addressed(models.Model):
    """Something public with a slug within its debate, a page, a natural key and lasting addresses."""

    slug = models.SlugField(
        max_length=80,
        validators=[validate_slug_is_free],
        help_text="Part of the address. Old addresses keep working after a change.",
    )
    page = None  # the name of its URL pattern, such as "event"

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db, field_names, values):
        """Remember the slug as stored, so that `save` can tell a rename."""
        loaded = super().from_db(db, field_names, values)
        loaded._stored_slug = loaded.__dict__.get("slug")
        return loaded

    def save(self, *args, **kwargs):
        """Save, and keep the former address when the slug has changed."""
        before = getattr(self, "_stored_slug", None)
        super().save(*args, **kwargs)
        if before and before != self.slug:
            FormerSlug.objects.update_or_create(
                debate_id=self._debate_of_slug(), kind=self.page, slug=before, defaults={"target": self.pk}
            )
        self._stored_slug = self.slug

    def _debate_of_slug(self):
        return self.debate_id

    def natural_key(self):
        """The debate's slug and one's own: the same in every installation."""
        return (self.debate.slug, self.slug)

    natural_key.dependencies = ["timeline.debate"]

    def get_absolute_url(self):
        """Its page."""
        return reverse(self.page, args=[self.debate.slug, self.slug])


class AddressedQuerySet(models.QuerySet):
    """Lookups that `Addressed` models share."""

    def get_by_natural_key(self, debate_slug, slug):
        """The object with this slug in this debate."""
        return self.get(debate__slug=debate_slug, slug=slug)

    def renamed_from(self, debate, slug):
        """What used to have this slug in this debate; raises `DoesNotExist` where nothing had."""
        former = FormerSlug.objects.filter(debate=debate, kind=self.model.page, slug=slug)
        return self.get(pk=former.values("target")[:1])

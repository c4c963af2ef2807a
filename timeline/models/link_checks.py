"""What came of asking whether a source's address still answers; asked by `manage.py checklinks` alone."""

from django.db import models

from .sources import Source


class LinkCheck(models.Model):
    """The last answer of a source's address; an empty `problem` means that it answered."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="link_check")
    url = models.URLField(max_length=1000)
    checked_at = models.DateTimeField()
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["source"]

    def __str__(self):
        return self.problem or "answers"

    def natural_key(self):
        """Its source's."""
        return self.source.natural_key()

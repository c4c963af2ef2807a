#!/usr/bin/env python
"""Debateline's command line: `python manage.py demo` is the one to start with."""

import os
import sys

CONFIGURED = {"SECRET_KEY", "SECRET_KEY_FILE", "DEBUG"}


def main():
    """Run a management command; with nothing configured at all, on this machine only, in debug mode."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
    # Somebody who set none of these is trying it out; whoever set a key runs a site and gets no debug pages.
    if not CONFIGURED & os.environ.keys():
        os.environ["DEBUG"] = "true"
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.INSTALLED_APPS  # noqa: B018 - reads the settings
    except (
        ImproperlyConfigured
    ) as mistake:  # Django runs its own commands, `check` among them, in spite of it
        sys.exit(str(mistake))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

"""`demo`: everything that is missing, then a server on this machine to try Debateline out with."""

import errno
import os
import secrets
import socket

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV
from whitenoise.runserver_nostatic.management.commands.runserver import Command as Runserver

from timeline.models import Debate

HOST = "127.0.0.1"
REAL_DEBATE = "long-range-weapons"


class Command(BaseCommand):
    """Set up what is missing, say how to log in, serve."""

    help = (
        "Try Debateline out: creates the database, the debate over long-range weapons for Ukraine and an "
        f"admin account where they are missing, and serves on {HOST}."
    )

    def add_arguments(self, parser):
        parser.add_argument("port", nargs="?", type=port_number, default=8000, help="default: 8000")
        parser.add_argument("--no-reload", action="store_true", help="do not restart when the code changes")

    def handle(self, *, port, no_reload, **options):
        # The autoreloader runs this command again in the process that serves, after every change.
        if os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
            if not settings.DEBUG:
                raise CommandError(
                    "demo is for trying Debateline out, and this environment configures a site. Unset "
                    "SECRET_KEY and SECRET_KEY_FILE, or set DEBUG=true; docs/operating.md has the rest."
                )
            refuse_taken(port)
            self.set_up()
        serve(port, reload=not no_reload)

    def set_up(self):
        """Database, debate, account: made where they are missing, left alone where they are not."""
        call_command("migrate", verbosity=0, interactive=False)
        if not Debate.objects.filter(slug=REAL_DEBATE).exists():
            self.stdout.write("Loading the debate, once ...")
            fixture = settings.BASE_DIR / "fixtures" / f"{REAL_DEBATE}.json"
            call_command("loaddebate", str(fixture), stdout=self.stdout, stderr=self.stderr)
        self.stdout.write(account())
        self.stdout.flush()


def account():
    """Make an admin account where there is none, and say how to log in."""
    users = get_user_model().objects
    admin = users.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if admin:
        name = admin.get_username()
        return f"Admin: as {name}. Forgotten the password? python manage.py changepassword {name}"
    name, password = free_name(users), secrets.token_urlsafe(12)
    users.create_superuser(name, password=password)
    return (
        f"Admin: as {name}, password {password} (shown this once; "
        f"python manage.py changepassword {name} sets another)"
    )


def free_name(users):
    """ "admin", or where somebody without an administrator's rights is called so, the next free name."""
    taken = set(users.filter(username__startswith="admin").values_list("username", flat=True))
    names = ("admin", *(f"admin{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def port_number(text):
    """A port as an argument; raises `ValueError`, which argparse turns into its message."""
    port = int(text)
    if not 1 <= port <= 65535:
        raise ValueError(text)
    return port


def refuse_taken(port):
    """Raise `CommandError` when nothing can listen on the port, before anything else is done."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server itself does
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reasons = {errno.EADDRINUSE: "is taken", errno.EACCES: "needs more rights"}
            reason = reasons.get(error.errno, f"cannot be used ({error.strerror})")
            other = 8080 if port == 8000 else 8000
            raise CommandError(
                f"Port {port} {reason}. Name another: python manage.py demo {other}"
            ) from error


def serve(port, reload):
    """Serve until Ctrl-C."""
    call_command(Server(), f"{HOST}:{port}", use_reloader=reload, skip_checks=True)


class Server(Runserver):
    """Django's development server, which says in one line what a newcomer needs."""

    def on_bind(self, server_port):
        """Say where it listens, as soon as it does."""
        address = f"http://{HOST}:{server_port}/"
        self.stdout.write(f"\nDebateline: {address}   (curating: {address}admin/)   Ctrl-C stops it.\n")
        self.stdout.flush()

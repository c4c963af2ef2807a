"""The site under test: Debateline as it is run in production, with the real debate, in a process of its own.

Its own process, because then no test's transaction, flush or event loop can reach it, and what the browser
meets is what a reader would: gunicorn, hashed static files, pages for errors. It is set up once for a run;
every worker copies the database and starts its own server, and so may any test that is going to write.
"""

import contextlib
import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, build_opener

import psycopg
from django.conf import settings

START_WITHIN = 60  # seconds
ADMIN = ("curator", "reads every source twice")
TEMPLATE = "debateline_browser"  # the PostgreSQL database that the others are copies of


class Blueprint:
    """What the sites of one run have in common, made by whichever worker comes first."""

    def __init__(self, directory):
        self.directory = directory
        self.postgres = os.environ["DATABASE_URL"] if "postgres" in os.environ["DATABASE_URL"] else None
        self.made = 0
        directory.mkdir(exist_ok=True)
        with (directory / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            made = directory / "made"
            if not made.exists():
                made.write_text(self._make())
        if failure := made.read_text():
            raise RuntimeError(failure)

    def site(self, name, *commands):
        """Start a site on a database of its own, after these of manage.py; whoever asks for it stops it."""
        environment = self._environment(self._copy(name))
        for command in commands:
            run = [sys.executable, settings.BASE_DIR / "manage.py", *command]
            subprocess.run(run, env=environment, check=True, capture_output=True)
        return Site(environment, self.directory / f"{name}.log")

    def _make(self):
        """Make it; returns why that failed, for all workers to tell, or nothing."""
        environment = self._environment(self._database(TEMPLATE, template="template1"))
        run = [sys.executable, settings.BASE_DIR / "manage.py"]
        name, password = ADMIN
        account = {"DJANGO_SUPERUSER_USERNAME": name, "DJANGO_SUPERUSER_PASSWORD": password}
        fixture = settings.BASE_DIR / "fixtures" / "long-range-weapons.json"
        for command in (
            ["migrate", "--verbosity=0"],
            ["loaddebate", fixture],
            ["createsuperuser", "--noinput", "--email=curator@example.invalid"],
            ["collectstatic", "--noinput", "--verbosity=0"],
        ):
            done = subprocess.run(
                [*run, *command], env=environment | account, capture_output=True, text=True, check=False
            )
            if done.returncode:
                return f"manage.py {command[0]} failed:\n{done.stdout}{done.stderr}"
        return ""

    def _copy(self, name):
        if self.postgres:
            return self._database(f"{TEMPLATE}_{name}", template=TEMPLATE)
        copy = self._database(name, template=None)
        shutil.copy(self.directory / f"{TEMPLATE}.sqlite3", self.directory / f"{name}.sqlite3")
        return copy

    def _database(self, name, template):
        """The URL of a database; on PostgreSQL, also make it."""
        if not self.postgres:
            return f"sqlite:///{self.directory / name}.sqlite3"
        parts = urlsplit(self.postgres)
        socket_directory = str(Path(parts.path).parent).removeprefix("/")
        with psycopg.connect(
            host=f"/{socket_directory.lstrip('/')}", user=parts.username, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self.postgres.removesuffix("/postgres") + f"/{name}"

    def _environment(self, database):
        static = self.directory / "static"
        own = {"DATABASE_URL": database, "DATABASE_POOL": "true", "STATIC_ROOT": str(static)}
        return os.environ | own | {"LOG_LEVEL": "WARNING"}


class Site:
    """A running server; `url` has no slash at its end."""

    def __init__(self, environment, log):
        self.log = log
        with socket.create_server(("127.0.0.1", 0)) as listening, log.open("w") as output:
            # The listening socket is handed over, so that nobody can take the port in between.
            handed = listening.fileno()
            command = [sys.executable, "-m", "gunicorn", "timeline.wsgi", f"--bind=fd://{handed}"]
            command += ["--threads=8", "--worker-class=gthread", "--access-logfile=-", "--no-control-socket"]
            self.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            self.process = subprocess.Popen(
                command,
                cwd=settings.BASE_DIR,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=[handed],
            )
        self._wait()

    def _wait(self):
        """Until it answers; raises `RuntimeError` with its log when it does not."""
        opener = build_opener(ProxyHandler({}))
        deadline = time.monotonic() + START_WITHIN
        while self.process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(URLError, TimeoutError, ConnectionError):
                if opener.open(f"{self.url}/healthz", timeout=START_WITHIN).status == 200:
                    return
            time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"the site did not start:\n{self.log.read_text()}")

    def stop(self):
        """Stop the server."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

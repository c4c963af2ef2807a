"""One line on a terminal that says how far a long command is; nothing where nobody watches."""

import time


class Progress:
    """A callable for `progress(stage, done, total)`; writes ten times a second, only to a terminal."""

    def __init__(self, stream):
        self.stream = stream
        self.watched = stream.isatty()
        self.written = 0.0
        self.width = 0

    def __call__(self, stage, done, total):
        if not self.watched:
            return
        now = time.monotonic()
        if done < total and now - self.written < 0.1:
            return
        self.written = now
        self._show(f"{stage}: {done} of {total}")

    def _show(self, line):
        self.stream.write("\r" + line.ljust(self.width), ending="")
        self.stream.flush()
        self.width = len(line)

    def done(self):
        """Leave the terminal's line empty for the report."""
        if self.width:
            self._show("")
            self.stream.write("\r", ending="")
            self.width = 0

"""Watches a page for everything that must not happen on it."""

from urllib.parse import urlsplit

# Reported through the console, so that it also reaches us from frames and from before a page is left.
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", event => console.error(
    `CSP: ${event.violatedDirective} forbids ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}` +
    ` ${event.sample}`))
"""


class Watch:
    """Collects the troubles of one browser context; `allow` names those that a test brings about itself."""

    def __init__(self, context, site_url):
        self.site = urlsplit(site_url).netloc
        self.troubles, self.allowed = [], []
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._on_console)
        context.on("weberror", lambda error: self.troubles.append(f"script error: {error.error}"))
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failure)
        context.on("response", self._on_response)

    def allow(self, words):
        """Let troubles that contain these words pass."""
        self.allowed.append(words)

    def left(self):
        """The troubles that no test allowed."""
        return [trouble for trouble in self.troubles if not any(words in trouble for words in self.allowed)]

    def _on_console(self, message):
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self.troubles.append(f"console {message.type}: {message.text} ({where})")

    def _on_request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.site:
            self.troubles.append(f"request to another host: {request.url}")

    def _on_failure(self, request):
        # A request is aborted when the page is left, or when a newer one takes its place.
        if request.failure != "net::ERR_ABORTED":
            self.troubles.append(f"request failed: {request.url}: {request.failure}")

    def _on_response(self, response):
        if response.status >= 500:
            self.troubles.append(f"server error {response.status}: {response.url}")

"""Forms that readers send without a cookie: nobody is signed in by them, so there is no session to protect.

What a token in a cookie is for elsewhere, the browser's own word does: where the form was sent from. Another
site's page is not to send a form by its visitors' hands, each from an address of their own. The form also
says when it was opened, signed, so that it cannot be sent by whoever has not asked for it.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

KEPT = timedelta(days=2)  # how long an open form can be sent: it lies in a tab overnight
SALT = "timeline.form"


def token(about):
    """What a form about something carries in a hidden field."""
    return TimestampSigner(salt=SALT).sign(about)


def is_ours(given, about):
    """Whether this is the token of a form about that; one that is too old counts, and is `outdated`."""
    try:
        return TimestampSigner(salt=SALT).unsign(given) == about
    except BadSignature:
        return False


def outdated(given):
    """Whether a token is older than forms are kept."""
    try:
        TimestampSigner(salt=SALT).unsign(given, max_age=KEPT)
    except SignatureExpired:
        return True
    return False


def from_this_site(request):
    """Whether the browser says that one of our own pages sent it; one that says nothing is believed.

    `Sec-Fetch-Site` is said over HTTPS, `Origin` by all browsers of today when a form is posted.
    """
    site, origin = request.headers.get("Sec-Fetch-Site", ""), request.headers.get("Origin", "")
    if site and site != "same-origin":
        return False
    return not origin or urlsplit(origin).netloc == request.get_host()

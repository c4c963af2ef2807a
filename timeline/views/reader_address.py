"""Where a request comes from, and the allowance that everybody there shares."""

import hmac
import ipaddress

from django.conf import settings


def allowance_of(reader, of="share"):
    """The name of a reader's allowance: a digest that cannot be turned back without the site's key."""
    return hmac.new(settings.SECRET_KEY.encode(), f"{of} {reader}".encode(), "sha256").hexdigest()


def reader_address(request):
    """Where a request comes from: the address, or of IPv6 the network that one household has.

    Of `X-Forwarded-For` only what our own `PROXIES` added is believed: anybody can write the rest.
    """
    claimed = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if settings.PROXIES else []
    told = claimed[-settings.PROXIES].strip() if len(claimed) >= settings.PROXIES > 0 else ""
    try:
        found = ipaddress.ip_address(told or request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    if found.version == 6 and found.ipv4_mapped:
        found = found.ipv4_mapped
    return str(found) if found.version == 4 else str(ipaddress.ip_network((found, 64), strict=False))

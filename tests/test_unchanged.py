"""A 304 keeps the word on framing that the answer gave: browsers write its headers over those they kept."""

import pytest

pytestmark = pytest.mark.django_db
FRAMING = ("X-Frame-Options", "Content-Security-Policy")


def policies(response):
    """What a response says on framing, in no order."""
    return [sorted(response.headers.get(name, "").split("; ")) for name in FRAMING]


@pytest.mark.parametrize(
    "path", ["embed/?actor=olaf-scholz", "embed/?event=scholz-summer-interview", "", "events.csv"]
)
def test_a_304_says_of_framing_what_the_answer_said(client, debate, path):
    first = client.get(f"/long-range-weapons/{path}")
    again = client.get(f"/long-range-weapons/{path}", headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)
    assert policies(again) == policies(first)
    framed = path.startswith("embed")
    assert ("frame-ancestors *" in again["Content-Security-Policy"]) == framed
    assert ("X-Frame-Options" in again.headers) != framed

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


@pytest.mark.parametrize("encoding", ["", "gzip"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "?kind=vote",
        "events/cluster-munitions-announced/",
        "turns/",
        "deeds/",
        "share/",
        "embed/",
        "events.json",
    ],
)
def test_head_says_what_get_says(client, debate, path, encoding):
    url, asked = f"/long-range-weapons/{path}", {"accept-encoding": encoding}
    got, head = client.get(url, headers=asked), client.head(url, headers=asked)
    assert head.status_code == got.status_code == 200
    assert head.headers["ETag"] == got.headers["ETag"]
    assert head.content == b""
    again = client.head(url, headers=asked | {"if-none-match": got.headers["ETag"]})
    assert (again.status_code, policies(again)) == (304, policies(got))


def test_what_is_not_there_is_not_unchanged(client, debate):
    gone = client.head("/long-range-weapons/events/none/")
    assert gone.status_code == 404

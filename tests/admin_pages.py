"""A browser without JavaScript, as far as the admin's forms go: what it would post of a page."""

from html.parser import HTMLParser


def filled(response, form):
    """{name: values} that a browser would post of the form with this id, untouched."""
    reader = _Reader(form)
    reader.feed(response.content.decode())
    return reader.fields


def seen(client, path, data):
    """These data as they are posted from the page at this path: with the edition that it shows, if any."""
    context = client.get(path).context or {}
    return {"_edition": context.get("edition", "")} | data


class _Reader(HTMLParser):
    def __init__(self, form):
        super().__init__()
        self.form, self.inside, self.fields = form, False, {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, attributes):
        has = dict(attributes)
        if tag == "form":
            self.inside = has.get("id") == self.form
        if not self.inside or ("disabled" in has and tag != "option"):
            return
        name = has.get("name")
        if tag == "input" and name and has.get("type") not in ("submit", "button"):
            if has.get("type") not in ("checkbox", "radio") or "checked" in has:
                self.fields.setdefault(name, []).append(has.get("value") or "on" * ("checked" in has))
        elif tag == "select":
            self.select = name, "multiple" in has
            if "multiple" not in has:
                self.first = True
        elif tag == "option" and self.select:
            self._option(has)
        elif tag == "textarea":
            self.textarea = name
            self.fields[name] = [""]

    def _option(self, has):
        name, multiple = self.select
        if "selected" in has:
            chosen = self.fields.setdefault(name, [])
            chosen[:] = [*chosen, has.get("value", "")] if multiple else [has.get("value", "")]
        elif not multiple:
            self.fields.setdefault(name, [has.get("value", "")])

    def handle_data(self, data):
        if self.textarea:
            self.fields[self.textarea][0] += (
                data.removeprefix("\n") if not self.fields[self.textarea][0] else data
            )

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.textarea = None

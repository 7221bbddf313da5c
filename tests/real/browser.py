# SPDX-FileCopyrightText: 2026 The Petrel authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person with a browser, scripted: opens the page of a sign-in, fills in the server's own form, and follows where
it leads."""

import html.parser
import urllib.error
import urllib.parse
import urllib.request


class Form(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.action = None
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list) -> None:
        values = dict(attributes)
        if tag == "form" and self.action is None:
            self.action = values.get("action") or ""
        elif tag == "input" and self.action is not None and values.get("name"):
            self.fields[values["name"]] = values.get("value") or ""


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def submit_sign_in(page: str, name: str, password: str) -> tuple[str, str]:
    """Signs in on the page at that address; where the server then sends the browser, and the body it answered."""
    opener = urllib.request.build_opener(NoRedirect)
    with opener.open(page, timeout=30) as answer:
        form = Form()
        form.feed(answer.read().decode())
    if form.action is None or not {"login", "passwd"} <= form.fields.keys():
        raise RuntimeError(f"no sign-in form at {page}")
    form.fields |= {"login": name, "passwd": password}
    target = urllib.parse.urljoin(page, form.action)
    try:
        with opener.open(target, urllib.parse.urlencode(form.fields).encode(), timeout=30) as answer:
            return "", answer.read().decode()
    except urllib.error.HTTPError as redirect:
        if redirect.code not in (301, 302, 303, 307):
            raise
        return redirect.headers["Location"], ""


def sign_in(page: str, name: str, password: str) -> None:
    """The whole way to the address that the program asked the server to send the browser to."""
    location, body = submit_sign_in(page, name, password)
    if not location:
        raise RuntimeError(f"the server did not accept the sign-in: {body[:200]}")
    with urllib.request.urlopen(location, timeout=30) as answer:
        answer.read()

"""An article's address in a browser: a graphical one beside the explorer, or one of text."""

from __future__ import annotations

from textual.app import App, SuspendNotSupported


def open_address(app: App[None], url: str) -> str:
    """Open an address; a line that says what was done.

    A browser of text, as over ssh, takes the terminal until it ends: the explorer is suspended
    meanwhile. Where there is no browser the address is copied.
    """
    if app.is_web:
        app.open_url(url)
        return f"Opened beside this page: {url}"
    import webbrowser  # slow to import, and seldom needed

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        app.copy_to_clipboard(url)
        return f"There is no browser here. Address: {url}"
    if not _draws_in_terminal(browser):
        app.open_url(url)
        return f"Opened in the browser: {url}"
    try:
        with app.suspend():
            browser.open(url)
    except SuspendNotSupported:
        app.copy_to_clipboard(url)
        return f"The browser needs the terminal. Address: {url}"
    return f"Back from {url}"


def _draws_in_terminal(browser: object) -> bool:
    """Whether a browser is a program for terminals: the library starts all others in the
    background, or in a window of their own."""
    import webbrowser

    if isinstance(browser, webbrowser.GenericBrowser):
        return not isinstance(browser, webbrowser.BackgroundBrowser)
    return isinstance(browser, webbrowser.UnixBrowser) and not browser.background

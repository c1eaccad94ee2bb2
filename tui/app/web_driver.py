"""The explorer in a browser: it draws into a page, and ends when the page is gone."""

from __future__ import annotations

from textual import messages
from textual.drivers.web_driver import WebDriver


class BrowserDriver(WebDriver):
    """Textual's own driver, which would go on when nobody listens."""

    def run_input_thread(self) -> None:
        super().run_input_thread()
        # Nothing more can be typed: the server has closed the pipe, or is gone itself.
        self._app.call_later(self._app.post_message, messages.ExitApp())

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open an address of the web; any other could act in the page."""
        if url.lower().startswith(("http://", "https://")):
            super().open_url(url, new_tab)

"""A whole corpus as one page that stands alone, for whoever has nothing installed.

Its style and its script are in it, known to the browser by their digests, and nothing is
loaded. All words enter through :mod:`tui.report.elements`, which escapes what is not markup.
"""

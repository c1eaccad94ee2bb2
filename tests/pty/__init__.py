"""The explorer as a terminal sees it."""

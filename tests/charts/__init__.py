"""Charts as text, without a screen."""

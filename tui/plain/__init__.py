"""Plain text, a fact a line: for who hears the screen instead of seeing it, and for scripts.

Nothing is drawn, nothing stands in columns, and no sign has a meaning that words do not say.
"""

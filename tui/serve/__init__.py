"""The explorer in a browser: who may look, how many at once, and what goes when they leave.

The terminal in the page, and the way to the process behind it, are those of textual-serve; what
it does not have stands here: a token, a look at who asks, a limit, and an end.
"""

"""Charts without a screen: from records to lines of signs, each with the role it plays.

What the explorer draws in cells is printed as text by ``serbia-tui chart``; both have the
same table of numbers beside it.
"""

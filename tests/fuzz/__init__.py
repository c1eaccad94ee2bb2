"""What nobody would write: read, built or refused, and never a traceback.

Short in the usual run, where the same examples come every time; ``make fuzz`` goes on with
examples of its own for as long as it is given. What it found stands beside each test as an
``example``.
"""

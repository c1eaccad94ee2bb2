"""Events: what takes place, is going on, is planned, claimed or demanded.

The rules, in order; the first that takes a head keeps it:

* ``dated-noun``: a noun of happening with a date beside it ("last Sunday’s election").
* ``dated-verb``: a verb that a date stands with ("said on Thursday").
* ``held``: a verb of holding and a noun of happening ("a rally was staged").
* ``verb``: a verb that tells of a happening by itself ("dozens have been detained").
* ``attempt``, ``claimed``: an attempt, or an act inside somebody's words ("Serbia is trying
  to buy votes").
* ``demand``: a verb of demanding and what is demanded ("demand the annulment").
* ``upcoming``: a noun of happening that is said to lie ahead.
* ``going-on``: a noun of happening that "is still ongoing".
* ``noun``: a noun of happening with its victim ("the killing of Oliver Ivanovic").

What stands inside somebody's words is that speaker's claim, plan or demand, never a fact.
"""

from tui.extract.languages.en.events.detection import find

__all__ = ["find"]

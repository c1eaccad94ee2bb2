"""Events: what takes place, is going on, is planned, claimed or demanded.

The rules, in order; the first that takes a head keeps it:

* ``dated-noun``: a noun of happening with a date beside it ("last Sunday’s election").
* ``dated-verb``: a verb that a date stands with ("said on Thursday").
* ``held``: a verb of holding and a noun of happening ("a rally was staged").
* ``verb``: a verb that tells of a happening by itself ("dozens have been detained"); those of
  the ordinary acts of the field are rows of ``events.toml``.
* ``attempt``, ``claimed``: an attempt, or an act inside somebody's words ("Serbia is trying
  to buy votes"), of which somebody is accused, or that is told as alleged.
* ``intended``, ``announced``, ``called``: what somebody plans or promises to do, announces, or
  calls people to ("vowed to resign", "announced a lawsuit").
* ``forced``: what somebody was made to do ("forced the minister to resign").
* ``added``: what a participle adds to an act ("stormed the hall, injuring two").
* ``lead``: the news of the first two sentences of a report, whatever its verb.
* ``done``: what somebody who is named did or is to do, whatever the verb, where no other rule
  has taken it.
* ``demand``: a verb of demanding and what is demanded ("demand the annulment", "called for
  talks").
* ``arranged``, ``deadline``: what is to come by arrangement, or has to be done by a day.
* ``upcoming``: a noun of happening that is said to lie ahead.
* ``going-on``: a noun of happening that "is still ongoing".
* ``noun``: a noun of happening with its victim ("the killing of Oliver Ivanovic").

What stands in quotation marks is that speaker's claim, plan or demand, never a fact; so is
what is reported, but for acts that are the speaker's own, that whoever reports them keeps
count of, or that a clause tells by the way ("after a man was shot").

How a text is read, in order:

1. ``detection`` asks ``rules`` which sentences have the words of which rules, and runs these.
2. A rule looks at one ``event_sentence``: its words, dates and names (``sentence_words``), its
   verbs and clauses (``clauses``), and how a verb stands. What it finds is an ``EventDraft``.
3. ``recording`` makes an event of the draft: ``sorts`` says what kind a verb tells of,
   ``subjects`` who does it, ``clause_titles`` and ``noun_titles`` its title, which ``titles``
   shortens and ``title_subjects``, ``title_ends`` and ``title_checks`` may refuse. Where nobody
   is named there is no event.
4. ``story_days`` gives days to what has no date of its own, ``vote_days`` to results.

``occasions`` gives an act the day of the vote or rally at which it happens, and ``chronicle``
reads rows of years, whose present is past.
"""

from tui.extract.languages.en.events.detection import find

__all__ = ["find"]

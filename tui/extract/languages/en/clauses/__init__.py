"""The words of a sentence, its verbs, and how its clauses and their subjects lie."""

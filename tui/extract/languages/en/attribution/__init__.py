"""Who says what: marks, cues, subjects, contents, speakers, quotes."""

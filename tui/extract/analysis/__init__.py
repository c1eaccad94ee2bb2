"""One analysis of a sentence for every stage: its tokens, its quotations, its attributions."""

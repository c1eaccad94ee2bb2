"""Who says what in a Serbian text."""

"""The names of a Serbian text, in whatever case they stand."""

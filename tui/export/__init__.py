"""Records as text for other programs and for people: one small file a format."""

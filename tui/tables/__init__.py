"""Records as rows and columns, and the files in which they are kept."""

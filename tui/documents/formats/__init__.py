"""What each kind of file is known by and read with, a small file each."""

"""The past of the whole data file: its backups, what was deleted, and a file that won’t open."""

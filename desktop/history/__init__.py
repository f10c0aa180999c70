"""The past of the whole data file: its backups, going back to one, and a file that won't open."""

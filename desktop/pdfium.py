"""PDFium's turn: it does one thing at a time, whatever thread asks."""

from threading import RLock

TURN = RLock()
"""To be held while anything of a document is used."""

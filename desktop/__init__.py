"""Pledge Tree: sessions, pledges and feedback on one laptop, without the internet."""

__version__ = "0.1.0"

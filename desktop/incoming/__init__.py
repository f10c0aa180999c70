"""Bringing in lists: people, a register, pledges and feedback from other people's files."""

"""Exports of online forms, as they come."""

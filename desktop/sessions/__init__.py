"""Sessions: one event at a place and time."""

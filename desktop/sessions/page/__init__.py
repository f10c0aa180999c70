"""What the facilitator sees of all sessions."""

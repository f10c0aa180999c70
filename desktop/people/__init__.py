"""People who may come to sessions."""

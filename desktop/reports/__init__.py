"""Reports: the session summary and its figures."""

"""Lists out: people, registers, pledges, feedback and sessions as CSV or Excel files."""

"""Every check of Pledge Tree; `python3 -m tests` runs them all."""

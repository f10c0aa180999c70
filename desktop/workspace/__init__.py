"""The session workspace: register, pledges, feedback, print and share."""

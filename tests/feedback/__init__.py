"""Feedback, as a facilitator and an attacker see it."""

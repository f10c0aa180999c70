"""Programmes: a series of sessions with one purpose."""

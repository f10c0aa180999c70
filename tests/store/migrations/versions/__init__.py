"""Tests of each step."""

"""Tests of the printing kit."""

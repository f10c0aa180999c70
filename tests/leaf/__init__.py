"""Tests of the leaf."""

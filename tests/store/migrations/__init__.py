"""Tests of the store’s migrations."""

"""Pledges: what people promise to do, in their own words."""

"""The pledges of a session as the facilitator sees them."""

from desktop.pledges.page.pledges import PledgesPage

__all__ = ["PledgesPage"]

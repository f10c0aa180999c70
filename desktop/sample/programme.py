"""Which programme the sample is, and who leads it."""

from desktop.programmes.model import Programme
from desktop.store.reader import Db
from desktop.store.record import derived_id

PROGRAMME = derived_id("sample", "programme")
FACILITATORS = ("Morag Lennie", "Ewan Strachan", "Aisha Rafiq")


def is_sample(db: Db) -> bool:
    """Return whether a data file holds the sample programme."""
    return db.get(Programme, PROGRAMME) is not None

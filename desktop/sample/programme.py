"""Which programme the sample is, who leads it, and whether it has a session today."""

from datetime import date

from desktop.programmes.model import Programme
from desktop.store.glance import Glance
from desktop.store.record import derived_id

PROGRAMME = derived_id("sample", "programme")
FACILITATORS = ("Morag Lennie", "Ewan Strachan", "Aisha Rafiq")


def is_sample(db: Glance) -> bool:
    """Return whether a data file holds the sample programme."""
    return db.get(Programme, PROGRAMME) is not None


def lacks_plans(db: Glance, today: date) -> bool:
    """Return whether a data file holds the sample without a session today."""
    found = db.query("SELECT id FROM session WHERE date = :today LIMIT 1", today=today.isoformat())
    return not found and is_sample(db)

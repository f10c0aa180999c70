"""What Home asks the data file, as plain SQL: it is read before SQLAlchemy is there."""

from desktop.pledges.model import Show, Source

AHEAD = "WHERE date >= :today ORDER BY date, start, id LIMIT :limit"
LAST = "WHERE date < :today AND NOT cancelled ORDER BY date DESC, start DESC LIMIT 1"
ANY_SESSION = "SELECT id FROM session LIMIT 1"
PRESENCES = """
SELECT presence, count(*) FROM attendance JOIN person ON person.id = attendance.person
WHERE session = :session GROUP BY presence
"""
LARGE_PRINT = """
SELECT count(*) FROM attendance JOIN person ON person.id = attendance.person
WHERE session = :session AND large_print AND presence IN (:expected, :present)
"""
_SHOWN = (
    "pledge.show <> :hidden AND NOT pledge.refused AND (pledge.checked OR pledge.source = :paper)"
)
SHOWN = {"hidden": Show.NOT_ON_TREE.value, "paper": Source.PAPER.value}
"""The values for what may be shown, unless it names a person."""
ANY_LEAF = f"""
SELECT 1 FROM pledge JOIN session ON session.id = pledge.session
WHERE session.programme = :programme AND {_SHOWN} LIMIT 1
"""
LEAVES = f"""
SELECT pledge.session, pledge.text, pledge.checked, coalesce((
    SELECT outcome FROM follow_up WHERE follow_up.pledge = pledge.id
    ORDER BY asked DESC, id DESC LIMIT 1
) = :kept, 0)
FROM pledge JOIN session ON session.id = pledge.session
WHERE session.programme = :programme AND {_SHOWN}
"""
NAMES = """
SELECT attendance.session, person.given, person.surname
FROM attendance JOIN person ON person.id = attendance.person
JOIN session ON session.id = attendance.session
WHERE session.programme = :programme
"""
KEPT_SINCE = """
SELECT pledge.id, pledge.show, last.asked
FROM follow_up AS last JOIN pledge ON pledge.id = last.pledge
    JOIN session ON session.id = pledge.session
WHERE last.asked >= :day AND last.outcome = :kept AND NOT EXISTS (
    SELECT 1 FROM follow_up AS later WHERE later.pledge = last.pledge
        AND (later.asked > last.asked OR later.asked = last.asked AND later.id > last.id)
)
ORDER BY last.asked DESC, pledge.id
"""
MADE_SINCE = """
SELECT count(*) FROM pledge JOIN session ON session.id = pledge.session WHERE made >= :day
"""
LATEST_SHOWN = f"""
SELECT pledge.id FROM pledge JOIN session ON session.id = pledge.session
WHERE made >= :day AND {_SHOWN}
ORDER BY made DESC, pledge.id DESC LIMIT 1
"""

"""What Home asks the data file, as plain SQL: it is read before SQLAlchemy is there."""

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
_LAST_FOLLOW_UP = """
(SELECT pledge, asked, outcome,
    row_number() OVER (PARTITION BY pledge ORDER BY asked DESC, id DESC) AS place
FROM follow_up) AS last ON last.pledge = pledge.id AND last.place = 1
"""
LEAVES = f"""
SELECT count(*), coalesce(sum(CASE WHEN last.outcome = :kept THEN 1 ELSE 0 END), 0)
FROM pledge JOIN session ON session.id = pledge.session LEFT JOIN {_LAST_FOLLOW_UP}
WHERE session.programme = :programme AND pledge.show <> :hidden AND NOT pledge.refused
    AND (pledge.checked OR pledge.source = :paper)
"""
KEPT_SINCE = f"""
SELECT pledge.id, pledge.show, last.asked
FROM pledge JOIN session ON session.id = pledge.session JOIN {_LAST_FOLLOW_UP}
WHERE last.outcome = :kept AND last.asked >= :day ORDER BY last.asked DESC, pledge.id
"""
MADE_SINCE = """
SELECT count(*) FROM pledge JOIN session ON session.id = pledge.session WHERE made >= :day
"""
LATEST_SHOWN = """
SELECT pledge.id FROM pledge JOIN session ON session.id = pledge.session
WHERE made >= :day AND show <> :hidden AND NOT refused AND (checked OR source = :paper)
ORDER BY made DESC, pledge.id DESC LIMIT 1
"""

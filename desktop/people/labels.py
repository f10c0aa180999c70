"""What the fields of a person are called, on screen and in lists."""

from desktop.language import tr

LABELS = {
    "given": tr("Given name"),
    "surname": tr("Surname"),
    "job_role": tr("Job role"),
    "team": tr("Team"),
    "organisation": tr("Organisation"),
    "email": tr("E-mail"),
    "staff_number": tr("Staff number"),
    "language": tr("Language"),
    "large_print": tr("Large print cards"),
}

"""What the lists are called, and what to know before one is saved."""

from desktop.language import tr
from desktop.outgoing.wish import What, Wish


def names() -> dict[What, str]:
    """Return what the lists are called."""
    return {
        What.PEOPLE: tr("People"),
        What.REGISTER: tr("Register"),
        What.PLEDGES: tr("Pledges"),
        What.FEEDBACK: tr("Feedback"),
        What.SESSIONS: tr("Sessions"),
    }


def warning(wish: Wish) -> tuple[str, str]:
    """Return what to know before a list is saved: in one sentence, then what it holds."""
    return tr("Whoever has this file can read it."), _holds(wish)


def _holds(wish: Wish) -> str:
    if wish.what is What.FEEDBACK and not wish.session:
        return tr("Nobody is named in it, and it holds no comments.")
    if wish.what is What.FEEDBACK:
        return tr("Nobody is named in it. A comment may still give its writer away.")
    holds = {
        What.PEOPLE: tr("It holds names, e-mail addresses and staff numbers."),
        What.REGISTER: tr("It holds names, e-mail addresses, staff numbers, and who came."),
        What.PLEDGES: tr("It holds all pledges with their makers, also those not on the tree."),
        What.SESSIONS: tr("It holds the names of facilitators, and your notes."),
    }[wish.what]
    return f"{holds} {tr('Keep it safe, and delete it when it is no longer needed.')}"


def still_open() -> str:
    """Return what to know where feedback is not closed yet."""
    return tr("Feedback is still being collected here. What is not closed yet is not in the list.")

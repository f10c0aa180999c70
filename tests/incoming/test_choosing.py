from desktop.feedback.form import DEFAULT_FORM
from desktop.incoming.choosing import importer_of, kinds
from desktop.incoming.importers import KEYS, FeedbackImporter, PeopleImporter
from desktop.programmes.actions import default_programme
from tests.incoming.hall import Hall


def test_each_kind_has_its_importer(hall: Hall) -> None:
    with hall.store.read() as db:
        made = [importer_of(db, key, hall.session) for key in KEYS]
    assert tuple(importer.key for importer in made) == KEYS
    feedback = made[-1]
    assert isinstance(feedback, FeedbackImporter)
    assert feedback.form.id == DEFAULT_FORM


def test_a_file_may_be_any_kind_before_there_is_a_session(hall: Hall) -> None:
    with hall.store.read() as db:
        assert [kind.name for kind in kinds(db, None)] == list(KEYS)
        assert [kind.name for kind in kinds(db, hall.session)] == list(KEYS)


def test_people_need_no_session_and_may_have_an_organisation(hall: Hall) -> None:
    programme = default_programme("Kindness", "Glasgow")
    with hall.store.read() as db:
        assert importer_of(db, "people", programme=programme) == PeopleImporter("Glasgow")

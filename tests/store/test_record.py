import uuid

from desktop.attendance.model import Attendance, attendance_id
from desktop.store.record import derived_id, new_id


def test_new_ids_are_unique_and_sort_by_time() -> None:
    made = [new_id() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert {uuid.UUID(text).version for text in made} == {7}
    assert {uuid.UUID(text).variant for text in made} == {uuid.RFC_4122}
    assert [str(uuid.UUID(text)) for text in made] == made
    assert [text[:13] for text in made] == sorted(text[:13] for text in made)


def test_every_laptop_derives_the_same_id() -> None:
    assert attendance_id("tuesday", "siân") == derived_id("attendance", "tuesday", "siân")
    assert uuid.UUID(derived_id("a", "b")).version == 5
    assert derived_id("a", "b") != derived_id("b", "a")


def test_a_kind_says_what_its_fields_refer_to() -> None:
    assert Attendance.KIND.refers == {"session": "session", "person": "person"}

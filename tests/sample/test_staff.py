import random

from desktop.sample.staff import ROLES, staff
from desktop.sample.texts import lines


def test_nobody_in_the_sample_has_a_famous_name() -> None:
    famous = {cells[0].casefold() for cells in lines("famous.txt")}
    assert not famous & {person.name.casefold() for person in staff(random.Random(7))}


def test_each_role_has_its_number_of_people_in_a_fitting_team() -> None:
    people = staff(random.Random(7))
    teams = {cells[0]: cells[2] for cells in lines("teams.txt")}
    for words, number in ROLES.values():
        assert sum(person.job_role == words for person in people) == number
    drivers = {teams[person.team] for person in people if person.job_role == "Driver"}
    assert drivers == {"transport"}

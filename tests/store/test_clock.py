from datetime import timedelta

from desktop.store.clock import Clock
from tests.store.laptops import NOON, clock


def test_the_clock_never_goes_back_when_the_laptops_is_set_back_an_hour() -> None:
    hours = [0.0]
    laptops = Clock(lambda: NOON + timedelta(hours=hours[0]))
    before = laptops.tick()
    hours[0] = -1
    assert laptops.tick() > before
    hours[0] = 1
    assert laptops.tick() == laptops.wall()


def test_times_within_a_day_are_followed_and_those_further_ahead_are_not() -> None:
    here = Clock(clock())
    near, far = Clock(clock(23)).wall(), Clock(clock(25)).wall()
    here.see([far, near])
    assert here.last == near
    assert near < here.tick() < far
    here.see([])
    here.see([0])
    assert here.last > near

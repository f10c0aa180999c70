from desktop.programmes.outcomes import OUTCOMES, outcomes_in_short

# The wording of the Scottish Government's framework, letter by letter.
VERBATIM = """\
1. People are able to look after and improve their own health and wellbeing and live in good \
health for longer.
2. People, including those with disabilities or long term conditions, or who are frail, are able \
to live, as far as reasonably practicable, independently and at home or in a homely setting in \
their community.
3. People who use health and social care services have positive experiences of those services, \
and have their dignity respected.
4. Health and social care services are centred on helping to maintain or improve the quality of \
life of people who use those services.
5. Health and social care services contribute to reducing health inequalities.
6. People who provide unpaid care are supported to look after their own health and wellbeing, \
including to reduce any negative impact of their caring role on their own health and well-being.
7. People who use health and social care services are safe from harm.
8. People who work in health and social care services feel engaged with the work they do and are \
supported to continuously improve the information, support, care and treatment they provide.
9. Resources are used effectively and efficiently in the provision of health and social care \
services.
"""


def test_the_nine_outcomes_stand_word_for_word() -> None:
    lines = [f"{outcome.number}. {outcome.text}" for outcome in OUTCOMES]
    assert "\n".join(lines) + "\n" == VERBATIM


def test_their_keys_never_change() -> None:
    assert [outcome.key for outcome in OUTCOMES] == [f"nhwo-{n}" for n in range(1, 10)]


def test_in_short_each_is_still_told_from_the_others() -> None:
    said = [outcomes_in_short([outcome.key]) for outcome in OUTCOMES]
    assert len({words.partition(" ")[2] for words in said}) == 9
    assert max(map(len, said)) <= 80
    assert outcomes_in_short(["nhwo-5", "Our own"]) == (
        "5. Health and social care services contribute to reducing health inequalities; Our own"
    )

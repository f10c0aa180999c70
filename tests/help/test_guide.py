import re

from desktop.help.guide import folder, topics


def test_the_guide_has_its_topics_in_order() -> None:
    assert [topic.key for topic in topics()] == [
        "first-session",
        "register",
        "pledges",
        "feedback",
        "papers",
        "tree-room",
        "trees",
        "safe",
        "keys",
    ]


def test_every_topic_begins_with_its_title() -> None:
    for topic in topics():
        assert topic.text.startswith(f"# {topic.title}\n")


def test_every_picture_of_the_guide_is_there() -> None:
    for topic in topics():
        for name in re.findall(r"!\[.+?\]\((.+?)\)", topic.text):
            assert (folder() / name).is_file(), name

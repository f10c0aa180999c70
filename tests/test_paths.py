from desktop.paths import default_data_file, documents_folder, resources, root


def test_what_the_app_ships_is_found_from_any_folder() -> None:
    assert resources("guide").is_dir()
    assert resources().parent == root()


def test_the_users_data_is_never_in_the_roaming_profile() -> None:
    assert default_data_file().name == "pledge-tree.db"
    assert "Roaming" not in default_data_file().parts


def test_papers_go_to_the_documents() -> None:
    assert documents_folder().name == "Pledge Tree"

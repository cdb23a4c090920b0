"""flask demo: who may sign in, said so that a newcomer can read it."""

from app.demo.people import COLLEAGUES, PASSWORD


def test_sign_ins_stand_in_columns_with_heads_and_roles_in_words(operator, own_database):
    operator(own_database, "demo", "fill")

    told = operator(own_database, "demo", "sign-ins").output.splitlines()

    heads = next(line for line in told if "Role" in line)
    officer = next(line for line in told if COLLEAGUES[0].name in line)
    assert officer[heads.index("Role") :].startswith("Complaints officer  ")
    assert officer[heads.index("Password") :].startswith(PASSWORD)
    assert not any("_" in line for line in told)
    assert any("Return code" in line and "4 numbers" in line for line in told)

"""What `doctor` says about the mail server's password, and the usage error for two of them."""


def test_doctor_says_where_the_password_is_and_who_can_read_it(in_process, tmp_path):
    path = tmp_path / "password"
    path.write_text("planted-9f31c7a2\n")
    environment = {"WATCHWORD_DATA_DIR": str(tmp_path / "data"), "WATCHWORD_SMTP_PASSWORD_FILE": str(path)}
    for mode, sentence in ((0o600, f"mail password: in {path}"), (0o644, f"`chmod o= {path}`")):
        path.chmod(mode)
        done = in_process("doctor", environment=environment)
        assert sentence in done.stdout.replace("\n", "")  # wrapped where the path is long
        assert "planted" not in done.stdout + done.stderr
    path.unlink()
    done = in_process("doctor", environment=environment)
    assert done.returncode == 1
    assert f"{path} cannot be used" in done.stdout.replace("\n", "")


def test_two_passwords_are_bad_usage(in_process, tmp_path):
    passwords = {"WATCHWORD_SMTP_PASSWORD": "planted-9f31c7a2", "WATCHWORD_SMTP_PASSWORD_FILE": str(tmp_path / "x")}
    done = in_process("doctor", environment=passwords | {"WATCHWORD_DATA_DIR": str(tmp_path / "data")})
    assert done.returncode == 2
    assert "not both" in done.stderr
    assert "planted" not in done.stderr

"""The verbs of the `watchword` command; `cli.main` lists them all."""

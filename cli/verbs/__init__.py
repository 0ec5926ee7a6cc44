"""The verbs of the `watchword` command, one module each."""

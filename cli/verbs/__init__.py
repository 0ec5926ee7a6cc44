"""The verbs of the `watchword` command: one module each, in which its function or group of subcommands is."""

"""The `watchword` command."""

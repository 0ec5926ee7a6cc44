"""The live file: how it is opened, locked, written in bulk and migrated."""

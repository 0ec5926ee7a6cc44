"""What runs on the other side of the worker pool: the process, its wire format and its confinement."""

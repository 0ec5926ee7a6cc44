"""The work of a cycle that needs no database, and the engines that run it: threads, Dask or Ray."""

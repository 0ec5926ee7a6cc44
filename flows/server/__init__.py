"""Prefect's server, its deployments, work pool and worker: started, guarded and configured here."""

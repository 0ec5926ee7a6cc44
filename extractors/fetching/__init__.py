"""HTTP: guarded against hostile servers and internal addresses, polite to every host."""

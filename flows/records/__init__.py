"""What a run leaves behind: its record, its log, its state and reports in Prefect, and signs of health."""

"""The values that flow between the stages, and what every stage may lean on."""

"""The answer to each address: functions of the desk and a request."""

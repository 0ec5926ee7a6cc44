"""What pages say, from the snapshot and the store: values without a request."""

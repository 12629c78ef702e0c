"""Running the service: settings, paths, starting and stopping, redaction."""

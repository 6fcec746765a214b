placeholder for the detached signature of gateway.yaml

placeholder for the detached signature of gateway.cdx.json

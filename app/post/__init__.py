"""How word goes out: drains the outbox, over SMTP or into the demo's tray."""

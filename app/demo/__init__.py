"""A believable landlord with complaints in every state, made through the services: nothing here writes a row itself."""

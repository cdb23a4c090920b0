"""How the property tests run: what they find counts, and how long a busy machine takes over it does not."""

from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")

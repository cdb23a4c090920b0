"""How the property tests run: what they find counts, and how long a busy machine takes over it does not.

In CI they try the same examples each time, so that a change is judged by what it changed; elsewhere always others.
"""

import os

from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("house")

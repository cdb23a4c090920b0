"""What concerns the person: coming back, how to reach them, what makes it easier, where they are signed in."""

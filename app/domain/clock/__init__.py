"""The clock: working days, the Code's time limits by nation, and the dates that follow from them."""

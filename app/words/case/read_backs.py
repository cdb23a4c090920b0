"""Points read back to whoever told us in a recording or a photo, in words (ruling 28)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.case import read_backs
from app.domain.case.read_backs import ReadHow, Right
from app.words.catalogues import N_
from app.words.say import say_each

IN_FILES = N_("(What went wrong is told in what was sent with this complaint: a recording, a photo or a paper.)")
"""Stands where their words would: a label of ours, for they wrote none."""

HOW = {
    ReadHow.ALOUD: N_("read aloud to them"),
    ReadHow.SIGNED: N_("signed to them"),
    ReadHow.THEMSELVES: N_("read by them"),
    ReadHow.NOT_REACHED: N_("tried three times, and they could not be reached"),
}
RIGHT = {Right.YES: N_("right"), Right.NOT_ALL: N_("not all of it right")}

RESIDENT: Mapping[type, str] = {
    read_backs.ToldInFiles: N_("You told us in your own way. We write the points, and read or sign them back to you."),
    read_backs.PointsReadBack: N_("We went through the points with you, or tried to."),
}
STAFF: Mapping[type, str] = {
    read_backs.ToldInFiles: N_("Told in files (%(files)s), not in words: points to be read back by %(read_back_by)s"),
    read_backs.PointsReadBack: N_("Version %(version)s of the points: %(how)s, on %(happened_on)s"),
}

say_each(HOW)
say_each(RIGHT)

"""What landlords published of 2023/24, as they printed it, by the number of the table; see tests/published_past.py."""

from __future__ import annotations

EC1 = {
    "Maintenance": (43, 5),
    "Staff": (25, 4),
    "Care": (21, 2),
    "Other": (12, 2),
    "Policy/Process": (8, 4),
    "Multiple": (11, 1),
    "Financial": (5, 3),
    "Development": (3, 1),
    "Catering": (1, 0),
    "Health & Safety": (1, 0),
    "Housing": (1, 0),
    "IT": (1, 0),
    "Refurbishment": (1, 0),
}
"""Type: stages 1, stages 2; the largest together first."""
EC1_TOTAL = (133, 22)
EC2 = {"2023/24": "16.5", "2022/23": "21"}
"""Stages 2 to stages 1, in per cent, to as many places as were printed."""
EC3 = -3.7
"""Change of both stages together on the year before, in per cent."""
EC4 = {1: 17.58, 2: 18.27}
"""Average working days to an answer."""
EC5 = {
    1: {"not_upheld": 34.6, "upheld": 33.8, "upheld_in_part": 31.6},
    2: {"not_upheld": 54.6, "upheld": 31.8, "upheld_in_part": 13.6},
}
"""Which share is of which outcome cannot be told from the document: the order of its legend is taken here."""
EC6 = {"2023/24": 61.3, "2022/23": 36}
"""Answered on time, both stages, in per cent. The first cannot be, beside EC7."""
EC6_AS_IT_MUST_BE = 62.6
EC7 = {1: 42.1, 2: 9.1}
"""Not answered on time, in per cent."""

HP1 = {"2021/22": 1103, "2022/23": 1262, "2023/24": 1573}
HP1_CHANGES = {"2022/23": 25, "2021/22": 43}
"""Stages 1, and by how many per cent 2023/24 has more."""
HP4 = {
    "upheld_or_in_part": (1146, 73.89),
    "not_upheld": (329, 21.21),
    "withdrawn": (74, 4.77),
    "refused": (2, 0.13),
}
HP4_SENT = 1551
HP4_YEAR_BEFORE = 77
"""Upheld or in part, in per cent."""
HP5_DUE = 1553
HP5 = {"within_target": (1235, 79.52), "within_extension": (131, 8.44), "out_of_target": (187, 12.04)}
HP6 = {"2021/22": 161, "2022/23": 199, "2023/24": 299}
HP6_CHANGES = {"2022/23": 50, "2021/22": 86}
HP8_UPHELD = 68
"""Of stages 2, in per cent; the chart beside it is lost."""
HP9_DUE = 280
HP9 = {"within_target": (209, 74.64), "within_extension": (30, 10.71), "out_of_target": (41, 14.65)}
"""The last share is 14.64: it was made to fit."""
HP9_AS_IT_MUST_BE = 14.64
HP10 = {
    "Care and Specialist Supported Housing": (50, 82),
    "Central Services": (4, 12),
    "Commercial": (50, 45),
    "Neighbourhoods": (244, 329),
    "Property Services": (911, 1105),
}
"""Stages 1 of 2022/23 and of 2023/24. The first come to 1259, where HP1 has 1262."""
HP14 = {"2022/23": 65, "2023/24": 60}
"""Satisfied with how the complaint was dealt with, in per cent."""

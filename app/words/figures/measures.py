"""What each figure and each dimension is called in a table (8.1)."""

from collections.abc import Mapping

from app.words.catalogues import N_

MEASURES: Mapping[str, str] = {
    "received": N_("Received"),
    "responses_due": N_("Answers due"),
    "responded": N_("Answered"),
    "open": N_("Still to be answered"),
    "outcomes.upheld": N_("Upheld"),
    "outcomes.upheld_in_part": N_("Upheld in part"),
    "outcomes.not_upheld": N_("Not upheld"),
    "outcomes.resolved": N_("Resolved"),
    "outcomes.withdrawn": N_("Stopped by the resident"),
    "outcomes.refused": N_("Not accepted"),
    "outcomes.overtaken": N_("Stage 2 began before an answer"),
    "outcomes.ended": N_("They died, and nobody carries on"),
    "outcomes.not_answered": N_("Not answered yet"),
    "outcomes.unknown": N_("Not known"),
    "timeliness.within_target": N_("Within the Code’s time"),
    "timeliness.within_extension": N_("Within more time, told in time"),
    "timeliness.out_of_target": N_("Late"),
    "timeliness.unknown": N_("Not known"),
    "acknowledgements.due": N_("To be acknowledged"),
    "acknowledgements.in_time": N_("Acknowledged in time"),
    "acknowledgements.late": N_("Acknowledged late, or overdue"),
    "acknowledgements.unknown": N_("Not known"),
    "told.extended_and_told": N_("More time, told in time"),
    "told.extended_untold": N_("More time, not told in time"),
    "told.extended_unknown": N_("More time, not known if told"),
    "told.late_and_told": N_("Late, and told"),
    "told.late_and_untold": N_("Late, and not told"),
    "told.late_unknown": N_("Late, not known if told"),
}
"""By the name that a document gives it within its stage."""
SECTIONS: Mapping[str, str] = {
    "": N_("How many"),
    "outcomes": N_("What we decided"),
    "timeliness": N_("Answers in time"),
    "acknowledgements": N_("Acknowledgements"),
    "told": N_("Whether residents were told"),
}
DIMENSIONS: Mapping[str, str] = {
    "channel": N_("How it reached us"),
    "service_area": N_("Service area"),
    "theme": N_("Theme"),
    "root_cause": N_("Root cause"),
    "directorate": N_("Directorate"),
    "neighbourhood": N_("Neighbourhood"),
    "tenure": N_("Tenure"),
    "contractor": N_("Contractor"),
    "escalation_reason": N_("Reason for Stage 2"),
}

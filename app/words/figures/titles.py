"""What each table of a dimension is called."""

from collections.abc import Mapping

from app.words.catalogues import N_

BREAKDOWNS: Mapping[str, str] = {
    "channel": N_("How complaints reached us"),
    "service_area": N_("Complaints by service area"),
    "theme": N_("Complaints by theme"),
    "root_cause": N_("Complaints by root cause"),
    "directorate": N_("Complaints by directorate"),
    "neighbourhood": N_("Complaints by neighbourhood"),
    "tenure": N_("Complaints by tenure"),
    "contractor": N_("Complaints by contractor"),
    "escalation_reason": N_("Why people went on to Stage 2"),
}
BY_QUARTER: Mapping[str, str] = {
    "stage": N_("Complaints by quarter"),
    "channel": N_("How complaints reached us, by quarter"),
    "service_area": N_("Service areas by quarter"),
    "theme": N_("Themes by quarter"),
    "root_cause": N_("Root causes by quarter"),
    "directorate": N_("Directorates by quarter"),
    "neighbourhood": N_("Neighbourhoods by quarter"),
    "tenure": N_("Tenures by quarter"),
    "contractor": N_("Contractors by quarter"),
    "escalation_reason": N_("Why people went on to Stage 2, by quarter"),
}
TOP: Mapping[str, str] = {
    "theme": N_("The most common themes"),
    "service_area": N_("The most common service areas"),
    "root_cause": N_("The most common root causes"),
}
TOP_UPHELD: Mapping[str, str] = {
    "theme": N_("The most common themes of what we upheld"),
    "service_area": N_("The most common service areas of what we upheld"),
    "root_cause": N_("The most common root causes of what we upheld"),
}

"""What e-mails lead to is there."""

import pytest

from app.post.links import links


@pytest.mark.parametrize(
    ("address", "endpoint"),
    [
        (links("").come_back, "resident.sign_ins.new"),
        (links("").sign_in("abc"), "resident.sign_ins.link"),
        (links("").staff_case("7Q4K-2M9P"), "staff.complaints.show"),
        (links("").job("7Q4K-2M9P"), "staff.jobs.show"),
        (links("").staff_part("7Q4K-2M9P", 2), "staff.contributions.show"),
    ],
)
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_address_in_an_email_leads_to_a_page(app, address, endpoint):
    found, _ = app.url_map.bind("portal.elm.example").match(address, method="GET")

    assert found == endpoint

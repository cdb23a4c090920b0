"""A reference never breaks in two on a small screen, and nothing else of the text is touched."""

import pytest
from markupsafe import Markup

from app.web.references import unbroken


@pytest.mark.parametrize("text", ["", "Nothing here", "0161-555-0100", "ABCD-EFGHI", "7Q4K2M9P"])
def test_what_is_no_reference_stays_as_it_is(text):
    assert unbroken(text) == text


def test_a_reference_is_kept_in_one_line():
    assert unbroken("Complaint 7Q4K-2M9P, please") == 'Complaint <span class="reference">7Q4K-2M9P</span>, please'


def test_what_people_wrote_is_escaped_once():
    assert unbroken("<b> & 7Q4K-2M9P") == '&lt;b&gt; &amp; <span class="reference">7Q4K-2M9P</span>'
    assert unbroken(Markup("a &amp; b")) == "a &amp; b"

"""The staff's pages of figures."""

from app.web.staff.figures import (
    editions,
    filings,
    imports,
    own_tables,
    packs,
    paragraphs,
    publications,
    reports,
    signatures,
    stated,
)

NOUNS = (reports, stated, imports, filings, packs, editions, paragraphs, own_tables, signatures, publications)

"""The staff's pages of figures."""

from app.web.staff.figures import (
    behind,
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

NOUNS = (reports, behind, stated, imports, filings, packs, editions, paragraphs, own_tables, signatures, publications)

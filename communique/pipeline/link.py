"""Link: one account from all readings and what people decided."""

from __future__ import annotations

from communique.model.record import Record
from communique.pipeline.progress import Progress, silent
from communique.store import pending
from communique.store.questions import read_reports
from communique.store.save import method_name, save_record
from communique.store.session import Store

ROUNDS = 3
"""How often to begin again when another program saved readings meanwhile: were it not done, the
one that links last could leave the other's reports out. One that is still reading links later."""


def link(store: Store, progress: Progress = silent) -> Record:
    """Derive the record anew from every reading, and put it in place of the former one at once:
    stopped anywhere, the former one stays. Raises StoreError and its kinds."""
    from communique.record.link import link as link_readings

    for _ in range(ROUNDS):
        progress("linking", 0, 1)
        readings = tuple(read_reports(store))
        record = link_readings(readings, pending.decisions(store))
        methods = {r.report.id: method_name(r.reading.method) for r in readings}
        progress("linking", 1, 1)
        save_record(store, record, methods)
        if not pending.unlinked(store):
            break
    return record

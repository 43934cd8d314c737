"""Link: one account from all readings and what people decided."""

from __future__ import annotations

from communique.model.record import Record
from communique.pipeline.progress import Progress, silent
from communique.store import pending
from communique.store.questions import read_reports
from communique.store.save import method_name, save_record
from communique.store.session import Store


def link(store: Store, progress: Progress = silent) -> Record:
    """Derive the record anew from every reading, and put it in place of the former one at once:
    stopped anywhere, the former one stays. Raises StoreError and its kinds."""
    from communique.record.link import link as link_readings

    progress("linking", 0, 1)
    readings = tuple(read_reports(store))
    record = link_readings(readings, pending.decisions(store))
    methods = {r.report.id: method_name(r.reading.method) for r in readings}
    save_record(store, record, methods)
    progress("linking", 1, 1)
    return record

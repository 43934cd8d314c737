"""Places: which index of all of GeoNames is read with, and making one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from communique.errors import PlacesUnusable
from communique.lexicon import gazetteer
from communique.lexicon.geonames_import import Imported, import_dumps
from communique.pipeline.progress import Progress, silent
from communique.settings import Settings


def index_of(settings: Settings) -> str:
    """The path of the index that settings say; "" for none: the default where no file is there.
    Another path stays, so that a file which should be there is missed."""
    default = settings.places == Settings().places
    return "" if default and not Path(settings.places).exists() else settings.places


def version_of(index: str) -> str:
    """Which places an index holds, for a method's lexicon; "" for none. Raises PlacesUnusable."""
    if not index:
        return ""
    from communique.lexicon.geonames import open_places

    return f"+places-{open_places(index).version}"


def use(index: str) -> None:
    """Look places up in this index too, in this process; "" for the carried ones alone.
    Raises PlacesUnusable."""
    if not index:
        gazetteer.use(None)
        return
    from communique.lexicon.geonames import open_places

    gazetteer.use(open_places(index))


def import_places(
    dumps: Sequence[str], settings: Settings, progress: Progress = silent
) -> Imported:
    """Make the index that settings name from dumps of GeoNames. It is complete or not there: a
    run that is stopped leaves what was there before. Raises PlacesUnusable."""
    missing = [path for path in dumps if not Path(path).is_file()]
    if missing:
        raise PlacesUnusable(f"There is no file {missing[0]}; give the dumps as downloaded.")
    return import_dumps([Path(path) for path in dumps], Path(settings.places), progress)

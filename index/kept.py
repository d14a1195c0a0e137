"""Records of a store kept in memory by their id, the last used: one question asks for the same ones many times.

It knows neither the store nor the records; what the store is in is said by whoever opens it.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Record = TypeVar("Record")


class Kept(Generic[Record]):
    """Reads records by id, those read before from memory; safe to ask from several threads.

    All are let go when ``state`` is another than before: what a build took away must not be found here.
    """

    def __init__(
        self, read: Callable[[Sequence[str]], dict[str, Record]], most: int, state: Callable[[], object]
    ) -> None:
        self._read = read
        self._most = most
        self._state = state
        self._of: object = None
        self._kept: OrderedDict[str, Record] = OrderedDict()
        self._lock = threading.Lock()

    def __call__(self, ids: Sequence[str]) -> dict[str, Record]:
        """The records that are there, by id, in the order of the ids."""
        state = self._state()
        with self._lock:
            if state != self._of:
                self._kept.clear()
                self._of = state
            held = {id: self._kept[id] for id in ids if id in self._kept}
        lacking = [id for id in ids if id not in held]
        read = self._read(lacking) if lacking else {}
        found = {id: held[id] if id in held else read[id] for id in ids if id in held or id in read}
        with self._lock:
            for id in found if state == self._of else ():
                self._kept[id] = found[id]
                self._kept.move_to_end(id)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found

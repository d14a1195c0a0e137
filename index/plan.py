"""What a build has to do: the documents of the folder against those of the store.

It compares fingerprints; it reads no document and writes nothing.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from documents.corpus import Corpus
from documents.records import DocumentsError
from index.stamp import cutting_version


@dataclass(slots=True)
class Plan:
    """What the folder has against what the store has.

    ``prints`` maps every id to its fingerprint; ``means`` says what files are read with.
    """

    means: str
    prints: dict[str, str]
    added: list[str]
    changed: list[str]
    removed: list[str]

    @property
    def corpus(self) -> str:
        """Hash of all documents, in order, with the code and the means that read them."""
        return hashlib.sha256(repr((self.means, list(self.prints.items()))).encode()).hexdigest()[:16]

    @property
    def todo(self) -> list[str]:
        """Ids to read, in the corpus's order."""
        wanted = {*self.added, *self.changed}
        return [id for id in self.prints if id in wanted]


def make_plan(corpus: Corpus, held: Mapping[str, str], problems: dict[str, str]) -> Plan:
    """What to add, change and remove; a file that cannot even be hashed goes into ``problems``.

    A fingerprint joins the document's own with that of the code that reads it, so that a new
    reader reads everything again.
    """
    prints: dict[str, str] = {}
    for source in corpus.sources():
        try:
            prints[source.id] = f"{corpus.fingerprint(source.id)}:{cutting_version()}"
        except DocumentsError:
            problems.update({problem.file: problem.reason for problem in corpus.problems()})
    added = [id for id in prints if id not in held]
    changed = [id for id in prints if id in held and held[id] != prints[id]]
    return Plan(corpus.means(), prints, added, changed, [id for id in held if id not in prints])

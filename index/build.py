"""Building the store: what changed is read, cut, embedded and written; what went is removed.

Idempotent, incremental, resumable. Each document enters Chroma first and the catalogue last, in
one transaction; the stamp goes away before the first change and comes back at the end. A build
killed at any moment leaves a catalogue that says what is done, and the next build does the rest.
"""

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.schema import MetadataMode, TextNode

from documents.checks import cross_check
from documents.corpus import Corpus, open_corpus
from documents.figures import extract_figures
from documents.records import Document, DocumentsError, Figure, Section
from documents.settings import Limits
from documents.structure import read_structure
from index import figure_table, passages
from index.catalog import Catalog
from index.chroma_store import NAMES, ChromaStore, CollectionName
from index.disk import disk_errors, locked
from index.embedding import Embeds, LlamaEmbedding, load_embedder
from index.figure_columns import FOLDER as COLUMNS
from index.figure_columns import make_columns, write_columns
from index.finished import LEXICAL, is_up_to_date
from index.lexical import build_lexical
from index.plan import Plan, make_plan
from index.records import BuildEvent, BuildReport, IndexFailure, Passage, StoreMismatch
from index.settings import IndexSettings
from index.stamp import FILE as STAMP
from index.stamp import STORE_VERSION, Stamp, build_command, cutting_version, model_setting, read_stamp, write_stamp

AT_ONCE = 512
"""Texts embedded and written together; bounds the memory of a build of any size."""
WRITING = "writing"
"""The catalogue's note of the documents whose vectors are being replaced."""
Report = Callable[[BuildEvent], None]


@dataclass(frozen=True, slots=True)
class _Read:
    """One document on its way into the store."""

    document: Document
    fingerprint: str
    sections: list[Section]
    passages: list[Passage]
    figures: list[Figure]


def build(
    settings: IndexSettings,
    report: Report | None = None,
    rebuild: bool = False,
    embedder: Embeds | None = None,
    limits: Limits | None = None,
) -> BuildReport:
    """Brings the store up to the documents; what was done, with every file that could not be read.

    ``embedder`` is for a caller that has the model loaded already; ``limits`` bound each file that is read.
    Raises BadInput for a folder that is not there, StoreMismatch when the store was made by
    another model and ``rebuild`` was not asked for, StoreBroken when disk or database refuse.
    """
    with disk_errors(settings.store):
        settings.store.mkdir(parents=True, exist_ok=True)
    with locked(settings.store):
        return _Build(settings, report or (lambda event: None), rebuild, embedder, limits).run()


class _Build:
    def __init__(
        self,
        settings: IndexSettings,
        report: Report,
        rebuild: bool,
        embedder: Embeds | None,
        limits: Limits | None,
    ) -> None:
        self.limits = limits
        self.embedder = embedder
        self.settings = settings
        self.report = report
        self.rebuild = rebuild
        self.started = time.monotonic()
        self.problems: dict[str, str] = {}
        self.unread: set[str] = set()

    def run(self) -> BuildReport:
        corpus = open_corpus(self.settings.documents, self.limits)
        self.problems.update({problem.file: problem.reason for problem in corpus.problems()})
        before = read_stamp(self.settings.store)
        catalog = Catalog(self.settings.store, create=True)
        try:
            fresh = self._start_over(catalog)
            chroma = ChromaStore(self.settings)
        except IndexFailure:
            catalog.close()
            raise
        try:
            plan = make_plan(corpus, {} if fresh else catalog.documents(), self.problems)
            counts_fit = all(chroma.count(name) == catalog.count(name) for name in NAMES)
            if not fresh and before and counts_fit and is_up_to_date(self.settings, before, plan, catalog):
                self.unread.update(plan.todo)
                return self._finish(plan, before)
            with disk_errors(self.settings.store):
                (self.settings.store / STAMP).unlink(missing_ok=True)
            stamp = self._change(corpus, catalog, chroma, plan, fresh, repair=before is None or not counts_fit)
            write_stamp(self.settings.store, stamp)
            return self._finish(plan, stamp)
        finally:
            chroma.close()
            catalog.close()

    def _start_over(self, catalog: Catalog) -> bool:
        """Whether everything is to be built anew; StoreMismatch when that was not asked for."""
        setting = model_setting(self.settings)
        made_by = catalog.meta("setting")
        if made_by and made_by != setting and not self.rebuild and catalog.count("documents"):
            raise StoreMismatch(
                f"kho “{self.settings.store}” được dựng bằng mô hình “{made_by}”, nay cài đặt là “{setting}”: "
                f"hãy chạy “{build_command(self.settings)} --rebuild” để dựng lại toàn bộ, hoặc đặt lại mô hình cũ"
            )
        old_shape = catalog.meta("store") not in ("", str(STORE_VERSION))
        return self.rebuild or old_shape or (bool(made_by) and made_by != setting)

    def _change(
        self, corpus: Corpus, catalog: Catalog, chroma: ChromaStore, plan: Plan, fresh: bool, repair: bool
    ) -> Stamp:
        self.report(BuildEvent("model", 0, 1, self.settings.model))
        embedder = self.embedder or load_embedder(self.settings)
        self.report(BuildEvent("model", 1, 1, embedder.notice or embedder.identity.name))
        if fresh:
            chroma.clear()
            catalog.forget(list(catalog.documents()))
        elif repair:
            self._repair(catalog, chroma, plan)
        catalog.set_meta("setting", model_setting(self.settings))
        catalog.set_meta("store", str(STORE_VERSION))
        self._remove(plan.removed, catalog, chroma)
        self._read_all(corpus, catalog, chroma, embedder, plan)
        catalog.set_order(list(plan.prints))
        figures = self._check_figures(catalog)
        self._index_words(catalog)
        identity = embedder.identity
        stamp = Stamp(
            store=STORE_VERSION,
            corpus=plan.corpus,
            model=identity.name,
            revision=identity.revision,
            dimension=identity.dimension,
            passage_prefix=identity.passage_prefix,
            setting=model_setting(self.settings),
            cutting=cutting_version(),
            documents=catalog.count("documents"),
            passages=catalog.count("passages"),
            figures=catalog.count("figures"),
            problems=self._all_problems(),
        )
        columns = make_columns(figures, list(catalog.documents()))
        write_columns(self.settings.store / COLUMNS, columns, stamp.contents)
        return stamp

    def _repair(self, catalog: Catalog, chroma: ChromaStore, plan: Plan) -> None:
        """After an unfinished build: what was being written goes, vectors the catalogue does not know
        go, and documents that lack any are read again."""
        self._remove(json.loads(catalog.meta(WRITING) or "[]"), catalog, chroma)
        for name in NAMES:
            known = catalog.ids(name)
            present = {id for id, _ in chroma.entries(name)}
            chroma.delete_ids(name, sorted(present - known))
            self._remove(sorted({id.rsplit(":", 1)[0] for id in known - present}), catalog, chroma)
        held = catalog.documents()
        gone = [id for id in plan.prints if id not in held and id not in {*plan.added, *plan.changed}]
        plan.changed.extend(gone)

    def _remove(self, ids: Sequence[str], catalog: Catalog, chroma: ChromaStore) -> None:
        for id in ids:
            chroma.delete_document("passages", id)
            chroma.delete_document("figures", id)
        catalog.forget(ids)

    def _read_all(self, corpus: Corpus, catalog: Catalog, chroma: ChromaStore, embedder: Embeds, plan: Plan) -> None:
        todo = plan.todo
        began = time.monotonic()
        pending: list[_Read] = []
        done = 0
        pipeline = IngestionPipeline(transformations=[LlamaEmbedding(embedder)], disable_cache=True)
        for at, id in enumerate(todo, start=1):
            self.report(BuildEvent("read", at, len(todo), id, *_pace(began, done, len(todo))))
            read = self._read(corpus, id, plan.prints[id], embedder)
            if read is None:
                self.unread.add(id)
                self._remove([id], catalog, chroma)
                continue
            pending.append(read)
            if sum(len(one.passages) + len(one.figures) for one in pending) >= AT_ONCE or at == len(todo):
                self._write(pending, catalog, chroma, pipeline, plan)
                done = at
                self.report(BuildEvent("embed", done, len(todo), id, *_pace(began, done, len(todo))))
                pending = []
        if pending:
            self._write(pending, catalog, chroma, pipeline, plan)

    def _read(self, corpus: Corpus, id: str, fingerprint: str, embedder: Embeds) -> _Read | None:
        try:
            document = corpus.document(id)
        except DocumentsError:
            self.problems.update({problem.file: problem.reason for problem in corpus.problems()})
            return None
        sections = read_structure(document)
        limit = min(passages.LIMIT_TOKENS, embedder.max_tokens * 3 // 4)
        cut = passages.cut(document, sections, embedder.count_tokens, limit)
        figures = extract_figures(document, sections)
        return _Read(document, fingerprint, sections, cut, _distinct(figures))

    def _write(
        self, batch: Sequence[_Read], catalog: Catalog, chroma: ChromaStore, pipeline: IngestionPipeline, plan: Plan
    ) -> None:
        """Embeds and writes some documents: old vectors out, new ones in, then the catalogue."""
        catalog.set_meta(WRITING, json.dumps([read.document.id for read in batch], ensure_ascii=False))
        contents: tuple[tuple[CollectionName, list[TextNode]], ...] = (
            ("passages", [passages.as_node(passage) for read in batch for passage in read.passages]),
            ("figures", [figure_table.as_node(figure) for read in batch for figure in read.figures]),
        )
        for name, nodes in contents:
            known = self._known_vectors(name, [read.document.id for read in batch], catalog, chroma)
            for node in nodes:
                node.embedding = known.get(node.get_content(MetadataMode.EMBED))
            held = [node for node in nodes if node.embedding is not None]
            fresh = [node for node in nodes if node.embedding is None]
            embedded = pipeline.run(nodes=fresh) if fresh else []
            for read in batch:
                if read.document.id in plan.changed:
                    chroma.delete_document(name, read.document.id)
            chroma.add(name, [*held, *embedded])
        for read in batch:
            catalog.put(read.document, read.fingerprint, read.sections, read.passages, read.figures)
        catalog.set_meta(WRITING, "[]")

    def _known_vectors(
        self, name: CollectionName, documents: Sequence[str], catalog: Catalog, chroma: ChromaStore
    ) -> dict[str, list[float]]:
        """Text to vector of what the store already holds of these documents, so that a paragraph that
        did not change is not embedded again."""
        texts: dict[str, str] = {}
        for document in documents:
            if name == "passages":
                texts |= {passage.id: passages.indexed_text(passage) for passage in catalog.passages(document)}
            else:
                texts |= {figure.id: figure_table.figure_text(figure) for figure in catalog.figures(document)}
        vectors = chroma.vectors(name, list(texts)) if texts else {}
        return {texts[id]: vector.tolist() for id, vector in vectors.items()}

    def _check_figures(self, catalog: Catalog) -> list[Figure]:
        """All figures, checked against one another."""
        figures = list(catalog.figures())
        self.report(BuildEvent("figures", 0, len(figures)))
        bare = [replace(figure, checks=()) for figure in figures]
        checked = cross_check(bare)
        catalog.replace_figures(new for old, new in zip(figures, checked, strict=True) if old != new)
        self.report(BuildEvent("figures", len(figures), len(figures)))
        return checked

    def _index_words(self, catalog: Catalog) -> None:
        total = catalog.count("passages")
        self.report(BuildEvent("lexical", 0, total))
        texts = ((one.id, passages.indexed_text(one)) for one in catalog.passages())
        build_lexical(self.settings.store / LEXICAL, texts)
        self.report(BuildEvent("lexical", total, total))

    def _all_problems(self) -> tuple[tuple[str, str], ...]:
        return tuple(sorted(self.problems.items()))

    def _finish(self, plan: Plan, stamp: Stamp) -> BuildReport:
        self.report(BuildEvent("done", stamp.documents, stamp.documents))
        return BuildReport(
            documents=stamp.documents,
            passages=stamp.passages,
            figures=stamp.figures,
            added=tuple(id for id in plan.added if id not in self.unread),
            changed=tuple(id for id in plan.changed if id not in self.unread),
            removed=(*plan.removed, *(id for id in plan.changed if id in self.unread)),
            problems=stamp.problems,
            seconds=round(time.monotonic() - self.started, 2),
        )


def _pace(began: float, done: int, total: int) -> tuple[float, float | None]:
    """(documents a second, seconds left); None while nothing is done yet."""
    spent = time.monotonic() - began
    if not done or spent <= 0:
        return 0.0, None
    return done / spent, (total - done) * spent / done


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    """The figures without a second one of the same id, which Chroma would refuse."""
    return list({figure.id: figure for figure in figures}.values())

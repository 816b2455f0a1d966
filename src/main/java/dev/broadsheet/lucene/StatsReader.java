package dev.broadsheet.lucene;

import dev.broadsheet.article.Kind;
import dev.broadsheet.indexing.IndexedFile;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.IndexStats;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;

/** Tells what an index holds. */
final class StatsReader {
  private StatsReader() {}

  static IndexStats read(Snapshot snapshot, String fingerprint, Optional<VectorSpace> space)
      throws IOException {
    Map<String, String> commit = snapshot.commitData();
    return new IndexStats(
        snapshot.generation(),
        counts(snapshot),
        extreme(snapshot, false),
        extreme(snapshot, true),
        bytes(snapshot),
        fingerprint.equals(commit.get(LuceneGenerationWriter.FINGERPRINT)),
        Optional.ofNullable(commit.get(LuceneGenerationWriter.COMMITTED_AT)).map(Instant::parse),
        space.isPresent() ? Optional.of(vectors(snapshot, space.get())) : Optional.empty());
  }

  private static IndexStats.Vectors vectors(Snapshot snapshot, VectorSpace space)
      throws IOException {
    var all = new FieldExistsQuery(Schema.vector(space));
    return new IndexStats.Vectors(space.name(), snapshot.searcher().count(all));
  }

  private static IndexStats.Counts counts(Snapshot snapshot) throws IOException {
    FacetTable kinds = snapshot.facets().table(FacetField.KIND);
    Map<String, Long> byKind = new HashMap<>();
    for (Kind kind : Kind.values()) {
      byKind.put(
          kind.label(),
          kinds.named(kind.label(), false).stream().mapToLong(kinds::liveCount).sum());
    }
    List<IndexedFile> files = new ArrayList<>();
    StoredDocuments.forEachFile(snapshot.reader(), files::add);
    return new IndexStats.Counts(
        byKind.values().stream().mapToLong(Long::longValue).sum(),
        byKind,
        files.size(),
        files.stream().filter(file -> !file.problems().isEmpty()).count(),
        snapshot.facets().table(FacetField.TOPIC).liveSize(),
        snapshot.facets().table(FacetField.PROVIDER).liveSize());
  }

  private static Optional<Instant> extreme(Snapshot snapshot, boolean newest) throws IOException {
    if (snapshot.reader().maxDoc() == 0) {
      return Optional.empty();
    }
    TopFieldDocs top =
        snapshot
            .searcher()
            .search(
                new FieldExistsQuery(Schema.DATE),
                new TopFieldCollectorManager(new Sort(Schema.byDate(newest)), 1, 1));
    return top.scoreDocs.length == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli((Long) ((FieldDoc) top.scoreDocs[0]).fields[0]));
  }

  private static long bytes(Snapshot snapshot) throws IOException {
    long bytes = 0;
    for (LeafReaderContext context : snapshot.reader().leaves()) {
      if (context.reader() instanceof SegmentReader segment) {
        SegmentCommitInfo info = segment.getSegmentInfo();
        bytes += info.sizeInBytes();
      }
    }
    return bytes;
  }
}

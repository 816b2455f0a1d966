package dev.broadsheet.opensearch;

import dev.broadsheet.indexing.GenerationWriter;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.indexing.IndexWriteException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An index of a cluster, to be written to. */
final class ClusterTarget implements IndexTarget {
  private final OpenSearchSettings settings;

  ClusterTarget(OpenSearchSettings settings) {
    this.settings = settings;
  }

  @Override
  public GenerationWriter openWriter(boolean full) {
    Cluster cluster = null;
    WriteLock lock = null;
    try {
      cluster = Cluster.of(settings.cluster());
      lock = WriteLock.obtain(cluster, settings.index().alias());
      return ClusterGenerationWriter.open(cluster, settings, full, lock);
    } catch (IOException e) {
      close(cluster, lock);
      throw new IndexWriteException("can't write to the cluster: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      close(cluster, lock);
      throw e;
    }
  }

  private static void close(@Nullable Cluster cluster, @Nullable WriteLock lock) {
    if (lock != null) {
      lock.close();
    }
    if (cluster != null) {
      cluster.close();
    }
  }
}

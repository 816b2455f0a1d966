/**
 * The cluster engine: an index of an OpenSearch cluster, behind the same ports as the embedded one,
 * with the same answers. {@link dev.broadsheet.opensearch.OpenSearchEngine} is the way in.
 *
 * <p>What is decided is decided in {@code dev.broadsheet.words}, as for the embedded engine; the
 * cluster is asked for what has to be known for that, then for the hits, tier by tier, and for all
 * counts at once. Texts are analyzed here, not in the cluster: it gets terms, and so the same ones.
 * Its similarity leaves out how rare a term is: that comes with each query, so that shards and
 * copies with other statistics score alike, and a cursor goes on with the numbers it began with.
 *
 * <p>A state of the index is one point-in-time view of all shards. A writer says in the document
 * {@code state} when it begins to publish and when it is done; a view is opened in between never.
 */
@NullMarked
package dev.broadsheet.opensearch;

import org.jspecify.annotations.NullMarked;

package dev.broadsheet.lucene;

import dev.broadsheet.article.ArticleId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Which items make a story: each belongs to exactly one. A story is an article with the coverage
 * that stands under it. But an item may stand under many articles, and articles may stand under
 * each other, so some have to give way. Articles lead in the order of how many items stand under
 * them, most first, then by id, and take all of these that are still free; one that was taken
 * before doesn't lead. This is star clustering (Aslam, Pelekhov, Rus: "Static and dynamic
 * information organization with star clusters", CIKM 1998), which, unlike connected components,
 * doesn't run from one story into the next. An item all of whose articles were taken, and under
 * which nothing stands, goes where the first of them went; any other that is left is a story of its
 * own. An article that isn't in the index leads all the same.
 *
 * <p>The stories depend on what the items say, not on how documents lie in segments. Finding them
 * costs as much as there are relations; keeping them, eight bytes a document.
 */
final class StoryIndex {
  private static final int FREE = -1;

  private final int[] first;
  private final int[] next;

  /**
   * Stories.
   *
   * @param first the lowest document of each document's story
   * @param next the next higher document of the story, and of the highest the lowest
   */
  private StoryIndex(int[] first, int[] next) {
    this.first = first;
    this.next = next;
  }

  static StoryIndex of(IndexReader reader) throws IOException {
    List<Star> stars = stars(reader);
    int[] taken = new int[reader.maxDoc()];
    Arrays.fill(taken, FREE);
    for (int i = 0; i < stars.size(); i++) {
      Star star = stars.get(i);
      if (star.isFree(taken)) {
        star.take(taken, i);
      }
    }
    for (Star star : stars) {
      // Nothing is free any more that leads, or stands under what leads.
      if (star.leader().isPresent()) {
        star.take(taken, taken[star.leader().getAsInt()]);
      }
    }
    return linked(taken, stars.size());
  }

  private static StoryIndex linked(int[] taken, int stories) {
    int[] lowest = new int[stories];
    int[] highest = new int[stories];
    Arrays.fill(lowest, FREE);
    int[] first = new int[taken.length];
    int[] next = new int[taken.length];
    for (int document = 0; document < taken.length; document++) {
      int story = taken[document];
      first[document] = document;
      next[document] = document;
      if (story != FREE) {
        if (lowest[story] == FREE) {
          lowest[story] = document;
        } else {
          next[highest[story]] = document;
        }
        highest[story] = document;
        first[document] = lowest[story];
        next[document] = lowest[story];
      }
    }
    return new StoryIndex(first, next);
  }

  /** A number below the number of documents that the documents of a story share, and no others. */
  int story(int document) {
    return first[document];
  }

  /** The documents of a document's story, itself included, in order. */
  int[] documents(int document) {
    int[] documents = new int[1];
    int count = 0;
    int member = first[document];
    do {
      if (count == documents.length) {
        documents = Arrays.copyOf(documents, 2 * count);
      }
      documents[count++] = member;
      member = next[member];
    } while (member != first[document]);
    return Arrays.copyOf(documents, count);
  }

  /** The articles that anything stands under, in the order in which they may lead. */
  private static List<Star> stars(IndexReader reader) throws IOException {
    Map<String, List<Integer>> related = new HashMap<>();
    for (LeafReaderContext context : reader.leaves()) {
      Terms terms = context.reader().terms(Schema.STORY);
      if (terms != null) {
        addRelated(terms.iterator(), context, related);
      }
    }
    List<Star> stars = new ArrayList<>();
    for (var entry : related.entrySet()) {
      ArticleId id = new ArticleId(entry.getKey());
      stars.add(new Star(id, StoredDocuments.item(reader, id), entry.getValue()));
    }
    stars.sort(
        Comparator.<Star>comparingInt(star -> -star.related().size()).thenComparing(Star::id));
    return stars;
  }

  private static void addRelated(
      TermsEnum stories, LeafReaderContext context, Map<String, List<Integer>> related)
      throws IOException {
    Bits live = context.reader().getLiveDocs();
    PostingsEnum postings = null;
    for (BytesRef story = stories.next(); story != null; story = stories.next()) {
      postings = stories.postings(postings, PostingsEnum.NONE);
      List<Integer> documents = new ArrayList<>();
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (StoredDocuments.isLive(live, postings.docID())) {
          documents.add(context.docBase + postings.docID());
        }
      }
      if (!documents.isEmpty()) {
        related
            .computeIfAbsent(story.utf8ToString(), unseen -> new ArrayList<>())
            .addAll(documents);
      }
    }
  }

  /**
   * An article with what stands under it.
   *
   * @param leader its document; empty where it isn't in the index
   */
  private record Star(ArticleId id, OptionalInt leader, List<Integer> related) {
    boolean isFree(int[] taken) {
      return leader.isEmpty() || taken[leader.getAsInt()] == FREE;
    }

    void take(int[] taken, int story) {
      leader.ifPresent(document -> takeOne(taken, document, story));
      related.forEach(document -> takeOne(taken, document, story));
    }

    private static void takeOne(int[] taken, int document, int story) {
      if (taken[document] == FREE) {
        taken[document] = story;
      }
    }
  }
}

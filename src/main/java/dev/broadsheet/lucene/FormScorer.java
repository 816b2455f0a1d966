package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** Scores what has a stem, and a form of it besides: see {@link FormQuery}. */
final class FormScorer extends Scorer {
  /** As many documents are not looked for among those with the form one by one. */
  private static final int MANY = 16;

  private final Scorer stem;
  private final Scorer form;
  private final DocIdSetIterator forms;
  private final float most;
  private final DocAndFloatFeatureBuffer batch = new DocAndFloatFeatureBuffer();
  private float least;

  /**
   * A scorer.
   *
   * @param most how many times the score of the stem a score can be
   */
  FormScorer(Scorer stem, Scorer form, float most) {
    this.stem = stem;
    this.form = form;
    this.forms = form.iterator();
    this.most = most;
  }

  @Override
  public int docID() {
    return stem.docID();
  }

  @Override
  public DocIdSetIterator iterator() {
    return stem.iterator();
  }

  @Override
  public float score() throws IOException {
    return sum(stem.score(), stem.docID());
  }

  private float sum(float score, int document) throws IOException {
    int at = forms.docID();
    if (at < document) {
      at = forms.advance(document);
    }
    return at == document ? score + form.score() : score;
  }

  @Override
  public int advanceShallow(int target) throws IOException {
    return stem.advanceShallow(target);
  }

  @Override
  public float getMaxScore(int upTo) throws IOException {
    return stem.getMaxScore(upTo) * most;
  }

  @Override
  public void setMinCompetitiveScore(float score) throws IOException {
    least = score / most;
    stem.setMinCompetitiveScore(least);
  }

  /** Leaves out what can't be among the best. */
  @Override
  public void nextDocsAndScores(int upTo, @Nullable Bits live, DocAndFloatFeatureBuffer buffer)
      throws IOException {
    do {
      stem.nextDocsAndScores(upTo, live, buffer);
      if (buffer.size == 0) {
        return;
      }
      keepCompetitive(buffer);
    } while (buffer.size == 0);
    if (buffer.size < MANY) {
      for (int i = 0; i < buffer.size; i++) {
        buffer.features[i] = sum(buffer.features[i], buffer.docs[i]);
      }
    } else {
      addForms(buffer);
    }
  }

  private void keepCompetitive(DocAndFloatFeatureBuffer buffer) {
    int kept = 0;
    for (int i = 0; i < buffer.size; i++) {
      float score = buffer.features[i];
      buffer.docs[kept] = buffer.docs[i];
      buffer.features[kept] = score;
      // Not a branch, as nobody can tell which it will be.
      kept += score >= least ? 1 : 0;
    }
    buffer.size = kept;
  }

  private void addForms(DocAndFloatFeatureBuffer buffer) throws IOException {
    int end = buffer.docs[buffer.size - 1] + 1;
    if (forms.docID() < buffer.docs[0]) {
      forms.advance(buffer.docs[0]);
    }
    int at = 0;
    for (form.nextDocsAndScores(end, null, batch);
        batch.size > 0;
        form.nextDocsAndScores(end, null, batch)) {
      for (int i = 0; i < batch.size; i++) {
        while (buffer.docs[at] < batch.docs[i]) {
          at++;
        }
        if (buffer.docs[at] == batch.docs[i]) {
          buffer.features[at] += batch.features[i];
        }
      }
    }
  }
}

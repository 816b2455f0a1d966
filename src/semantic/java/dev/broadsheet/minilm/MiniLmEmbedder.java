package dev.broadsheet.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.EmbeddingException;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.meaning.VectorSpace;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * Runs the network over one text at a time. In a batch, the eight-bit network scales what it
 * multiplies by the largest of all texts, so that a vector would depend on what else is embedded.
 */
final class MiniLmEmbedder implements Embedder {
  /** The length that the model was trained on. */
  static final int MAX_PIECES = 128;

  private static final VectorSpace SPACE = new VectorSpace("all-minilm-l6-v2-q-128", 384);

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final WordPieces pieces;

  MiniLmEmbedder(OrtSession session, WordPieces pieces) {
    this.session = session;
    this.pieces = pieces;
  }

  @Override
  public VectorSpace space() {
    return SPACE;
  }

  @Override
  public Vector embed(String text) {
    long[] ids = pieces.of(text, MAX_PIECES);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    try (OnnxTensor input = tensor(ids);
        OnnxTensor mask = tensor(ones);
        OnnxTensor types = tensor(new long[ids.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
      return Vector.of(mean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length));
    } catch (OrtException e) {
      throw new EmbeddingException("the model fails: " + e.getMessage(), e);
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
  }

  /** The mean of the vectors of all pieces; only its direction tells, so the sum does as well. */
  private static float[] mean(FloatBuffer states, int count) {
    float[] sum = new float[SPACE.dimensions()];
    for (int piece = 0; piece < count; piece++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += states.get(piece * sum.length + i);
      }
    }
    return sum;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new EmbeddingException("can't close the model: " + e.getMessage(), e);
    }
  }
}

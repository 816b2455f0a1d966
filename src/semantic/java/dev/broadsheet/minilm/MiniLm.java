package dev.broadsheet.minilm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.EmbeddingException;
import dev.broadsheet.meaning.Model;
import java.io.IOException;
import java.io.InputStream;

/** The model, as the build brings it; nothing is fetched. */
public final class MiniLm implements Model {
  private static final String NETWORK = "/all-minilm-l6-v2-q.onnx";
  private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

  /** Called by the service loader. */
  public MiniLm() {}

  @Override
  public Embedder open() {
    try (InputStream network = resource(NETWORK);
        InputStream vocabulary = resource(VOCABULARY)) {
      WordPieces pieces = WordPieces.read(vocabulary);
      return new MiniLmEmbedder(session(network.readAllBytes()), pieces);
    } catch (IOException | OrtException | UnsatisfiedLinkError e) {
      throw new EmbeddingException("can't load the model: " + e.getMessage(), e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream resource = MiniLm.class.getResourceAsStream(name);
    if (resource == null) {
      throw new IOException("the build lacks " + name);
    }
    return resource;
  }

  /** Each text is embedded by the thread that asks: several texts at once fill the processors. */
  private static OrtSession session(byte[] network) throws OrtException {
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    return OrtEnvironment.getEnvironment().createSession(network, options);
  }
}

package dev.broadsheet.http;

import io.javalin.http.Context;
import java.util.function.Supplier;

/**
 * One route whose answers may be kept: it reads a request into a value, and answers that.
 *
 * @param <Q> what is asked
 */
interface QuestionHandler<Q> {
  /**
   * Reads what is asked, without asking it.
   *
   * @throws InvalidParameterException where a parameter can't be taken
   * @throws NotFoundException where the path names nothing
   */
  Question<Q> read(Context context);

  /**
   * Answers it.
   *
   * @throws NotFoundException where the index has nothing of that name
   */
  Answer answer(Question<Q> question);

  /**
   * What is asked.
   *
   * @param value for the engine
   * @param mediaType of the answer
   * @param key text that questions with the same answer share, and no others do
   */
  record Question<Q>(Q value, String mediaType, String key) {}

  /**
   * What is answered.
   *
   * @param body makes what is sent, before it is compressed
   * @param version the state of the index that it comes from
   */
  record Answer(Supplier<byte[]> body, String version) {}
}

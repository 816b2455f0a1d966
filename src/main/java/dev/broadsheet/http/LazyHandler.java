package dev.broadsheet.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Is made when it is first asked for: what few ask for is not to make each start take longer. */
final class LazyHandler implements Handler {
  private final Supplier<Handler> source;
  private @Nullable Handler made;

  LazyHandler(Supplier<Handler> source) {
    this.source = source;
  }

  @Override
  public void handle(Context context) throws Exception {
    made().handle(context);
  }

  private synchronized Handler made() {
    if (made == null) {
      made = source.get();
    }
    return made;
  }
}

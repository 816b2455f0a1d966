package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final int BYTES = 8_192;

  @Test
  void buffer_isNotLentToAnotherConnection() {
    ByteBufferPool buffers =
        Door.connector(new Server(), new HttpConfiguration(), new HttpSettings("127.0.0.1", 0))
            .getByteBufferPool();
    RetainableByteBuffer first = buffers.acquire(BYTES, false);
    ByteBuffer bytes = first.getByteBuffer();
    first.release();
    assertThat(buffers.acquire(BYTES, false).getByteBuffer()).isNotSameAs(bytes);
  }
}

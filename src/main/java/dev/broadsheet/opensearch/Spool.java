package dev.broadsheet.opensearch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps documents in a file until they are published. Safe for use by many threads. */
final class Spool implements AutoCloseable {
  private final Path file;
  private final DataOutputStream out;

  Spool(Path file) throws IOException {
    this.file = file;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  synchronized void add(BulkLoader.Operation operation) throws IOException {
    out.writeUTF(operation.id());
    byte[] source = operation.source().getBytes(StandardCharsets.UTF_8);
    out.writeInt(source.length);
    out.write(source);
  }

  /** Hands over all of them, in their order. */
  synchronized void forEach(Taker taker) throws IOException {
    out.flush();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      while (true) {
        String id;
        try {
          id = in.readUTF();
        } catch (EOFException end) {
          return;
        }
        byte[] source = in.readNBytes(in.readInt());
        taker.take(new BulkLoader.Operation(id, new String(source, StandardCharsets.UTF_8)));
      }
    }
  }

  interface Taker {
    void take(BulkLoader.Operation operation) throws IOException;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}

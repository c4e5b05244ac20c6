package dev.churnagent.sockets;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;

/** What commands and files of the systems said, in {@code src/test/resources}. */
final class Captured {
  private Captured() {}

  static byte[] bytes(String name) {
    try (InputStream in = Captured.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static File folder(String name) {
    try {
      return new File(Captured.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.churnagent.instrument;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Finds class files beside our own, or in the JDK: whatever the advice's signatures name. */
final class OwnClassFiles implements ClassFileLocator {
  @Override
  public Resolution locate(String name) throws IOException {
    String resource = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = OwnClassFiles.class.getResourceAsStream(resource)) {
      return in == null ? new Resolution.Illegal(name) : new Resolution.Explicit(in.readAllBytes());
    }
  }

  @Override
  public void close() {
    // Nothing is held open.
  }
}

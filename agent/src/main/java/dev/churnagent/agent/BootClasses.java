package dev.churnagent.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import jdk.internal.misc.Unsafe;

/**
 * Defines the classes that application threads run in the bootstrap loader, straight from our jar.
 * For a renamed jar and for attach: appending to the bootstrap search path of a running JVM instead
 * would print a warning of class-data sharing on the program's stderr.
 */
final class BootClasses {
  private static final String[] PACKAGES = {
    "hook/", "recorder/", "journal/", "model/", "values/", "http/", "sockets/"
  };
  private static final String BASE = "dev/churnagent/";

  private BootClasses() {}

  static void define() throws IOException {
    Deque<byte[]> waiting = new ArrayDeque<>();
    try (JarFile jar = new JarFile(ownJar())) {
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        if (isWanted(entry.getName())) {
          try (InputStream in = jar.getInputStream(entry)) {
            waiting.add(in.readAllBytes());
          }
        }
      }
    }
    // A class can be defined once its superclass is; the others wait for another round.
    for (int futile = 0; !waiting.isEmpty() && futile <= waiting.size(); futile++) {
      byte[] classFile = waiting.remove();
      try {
        Unsafe.getUnsafe().defineClass(null, classFile, 0, classFile.length, null, null);
        futile = -1;
      } catch (NoClassDefFoundError e) {
        waiting.add(classFile);
      } catch (LinkageError e) {
        // Defined by an earlier attach to the same JVM.
        futile = -1;
      }
    }
  }

  private static boolean isWanted(String entry) {
    if (!entry.endsWith(".class") || entry.endsWith("package-info.class")) {
      return false;
    }
    for (String name : PACKAGES) {
      if (entry.startsWith(BASE + name)) {
        return true;
      }
    }
    return false;
  }

  private static File ownJar() throws IOException {
    try {
      URI location = BootClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new File(location);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}

package dev.churnagent.report.finding;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** What the build wrote into the jar. */
public final class BuildFacts {
  private static final Properties FACTS = read();

  private BuildFacts() {}

  /** This build's version. */
  public static String version() {
    return FACTS.getProperty("version");
  }

  /** Where {@code docs/} can be read on the web, with a slash at its end; null if nowhere. */
  static String docsUrl() {
    return asFolder(FACTS.getProperty("docs.url", ""));
  }

  /** The address with a slash at its end; null if it is empty. */
  static String asFolder(String url) {
    String address = url.trim();
    if (address.isEmpty()) {
      return null;
    }
    return address.endsWith("/") ? address : address.concat("/");
  }

  private static Properties read() {
    Properties facts = new Properties();
    try (InputStream in = BuildFacts.class.getResourceAsStream("build.properties")) {
      facts.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("build.properties can't be read", e);
    }
    return facts;
  }
}

package dev.churnagent.benchmarks.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The {@code key=value} words of a command line, and what all benchmarks have in common. */
public final class Arguments {
  private final Map<String, String> given;
  private final TreeSet<String> asked = new TreeSet<>();

  private Arguments(Map<String, String> given) {
    this.given = given;
  }

  /**
   * Reads the words.
   *
   * @throws IllegalArgumentException if one is not of the form {@code key=value}
   */
  public static Arguments parse(String... words) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("'" + word + "' is not key=value");
      }
      given.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Arguments(given);
  }

  /** The value, or the default. */
  public String text(String key, String otherwise) {
    asked.add(key);
    return given.getOrDefault(key, otherwise);
  }

  /** A whole number. */
  public int number(String key, int otherwise) {
    return Integer.parseInt(text(key, Integer.toString(otherwise)));
  }

  /** A list with commas; an empty value is an empty list. */
  public List<String> list(String key, String otherwise) {
    String text = text(key, otherwise);
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** Whole numbers with commas. */
  public List<Integer> numbers(String key, String otherwise) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : list(key, otherwise)) {
      numbers.add(Integer.valueOf(word));
    }
    return numbers;
  }

  /** The JDKs to measure. */
  public List<Jdk> jdks() {
    List<Jdk> jdks = new ArrayList<>();
    for (String name : list("jdks", "17,25")) {
      jdks.add(Jdk.find(name));
    }
    return jdks;
  }

  /** The agent's jar. */
  public Path agent() {
    Path jar = Path.of(text("agent", "agent/target/churn-agent.jar")).toAbsolutePath();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalArgumentException(jar + " is not there: mvn -pl agent package");
    }
    return jar;
  }

  /** Where the tools to compare with may lie. */
  public Path tools() {
    return Path.of(text("tools", "benchmarks/target/tools")).toAbsolutePath();
  }

  /** A new folder for everything that is written. */
  public Path work() throws IOException {
    Path parent = Path.of(text("work", System.getProperty("java.io.tmpdir"))).toAbsolutePath();
    Files.createDirectories(parent);
    return Files.createTempDirectory(parent, "churn-benchmark");
  }

  /**
   * Complains about what nobody asked for; called when all was read.
   *
   * @throws IllegalArgumentException with the unknown key
   */
  public void refuseOthers() {
    for (String key : given.keySet()) {
      if (!asked.contains(key)) {
        throw new IllegalArgumentException("no key '" + key + "'; there are " + asked);
      }
    }
  }
}

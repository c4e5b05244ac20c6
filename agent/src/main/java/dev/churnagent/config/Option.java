package dev.churnagent.config;

import java.util.ArrayList;
import java.util.List;

/** The options, each with all its names: the contract's section 1 and our own. */
enum Option {
  CONFIG("config", "CHURN_CONFIG", "the path of a YAML or JSON file", false),
  OUTPUT("output", "CHURN_OUTPUT", "the path of a folder", false),
  RUN("run", "CHURN_RUN", "the name of a folder", false),
  APP("app", "CHURN_APP", "class-name patterns, e.g. com.acme.**", true),
  WATCH("watch", "CHURN_WATCH", "method patterns, e.g. com.acme.Device#get*", true),
  SCOPE("scope", "CHURN_SCOPE", "method patterns, e.g. com.acme.Flow#run", true),
  HTTP("http", "CHURN_HTTP", "true or false", false),
  STACKS("stacks", "CHURN_STACKS", "true or false", false),
  HANDOFF("handoff", "CHURN_HANDOFF", "true or false", false),
  REDACT("redact", "CHURN_REDACT", "parts of names, each of letters, digits, '-', '_', '.'", true),
  MAX_RATE("max-rate", "CHURN_MAX_RATE", "a rate, e.g. 5/s, 300/min or 5/s over 10s", false),
  ON_VIOLATION("on-violation", "CHURN_ON_VIOLATION", "report or exit", false),
  BASELINE("baseline", "CHURN_BASELINE", BaselineFile.ALLOWED, false),
  CHAIN_WINDOW("chain-window", "CHURN_CHAIN_WINDOW", "a length of time, e.g. 60s", false),
  FORMATS("formats", "CHURN_FORMATS", "any of json;html;text;junit;sarif;markdown;gitlab", true),
  SUMMARY("summary", "CHURN_SUMMARY", "true or false", false),
  JOURNAL_LIMIT("journal-limit", "CHURN_JOURNAL_LIMIT", "a size of at least 2m, e.g. 1g", false),
  SOCKET_TABLE(
      "socket-table", "CHURN_SOCKET_TABLE", "off, or a length of time of at least 100ms", false),
  HOPS("hops", "CHURN_HOPS", "a whole number from 1 to 8", false),
  SOURCE_ROOT("source-root", "CHURN_SOURCE_ROOT", "the path of a folder", false);

  private static final Option[] ALL = values();

  private final String key;
  private final String variable;
  private final String allowed;
  private final boolean list;

  /** All names are written out, because concatenation before {@code main} loads many classes. */
  Option(String key, String variable, String allowed, boolean list) {
    this.key = key;
    this.variable = variable;
    this.allowed = allowed;
    this.list = list;
  }

  /** The name in agent arguments and in the configuration file. */
  String key() {
    return key;
  }

  /** The environment variable's name. */
  String variable() {
    return variable;
  }

  /** What a value may be, to end the sentence "allowed is ...". */
  String allowed() {
    return allowed;
  }

  /** Whether the value is a list. */
  boolean isList() {
    return list;
  }

  /** The option of that key, or null. */
  static Option ofKey(String key) {
    for (Option option : ALL) {
      if (option.key.equals(key)) {
        return option;
      }
    }
    return null;
  }

  /** The keys in the order of the contract. */
  static List<String> keys() {
    List<String> keys = new ArrayList<>();
    for (Option option : ALL) {
      keys.add(option.key);
    }
    return keys;
  }
}

package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.recorder.Faults;
import dev.churnagent.values.Mix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Numbers the woven methods. Asked by whoever weaves; read without a lock by the recorder. */
public final class MethodTable {
  /** Of a method that found no room: nothing is recorded of it. */
  public static final int NONE = -1;

  private static final int MAX_METHODS = 1 << 15;

  private final JournalWriter journal;
  private final Faults faults;
  private final Map<String, Integer> ids = new HashMap<>();
  private final Map<String, Integer> groups = new HashMap<>();
  private volatile MethodEntry[] entries = new MethodEntry[64];
  private int size;

  /** Writes new methods to this journal. */
  public MethodTable(JournalWriter journal, Faults faults) {
    this.journal = journal;
    this.faults = faults;
  }

  /** As {@link #define(boolean, String, String, String, String, String[])}, without names. */
  public int define(
      boolean scope, String className, String method, String descriptor, String pattern) {
    return define(scope, className, method, descriptor, pattern, null);
  }

  /**
   * The number of a method. The same method by the same pattern has one number, also when its class
   * is woven twice or by several loaders.
   *
   * @param scope whether its invocations are scopes; otherwise it is a watched one
   * @param className binary name of the class that declares the woven code
   * @param method name as in the class file
   * @param descriptor as in the class file
   * @param pattern the user's, as written, or null for a test
   * @param parameters names of the parameters as far as they are known, or null; they tell secrets
   * @return {@link #NONE} if there are too many
   */
  public synchronized int define(
      boolean scope,
      String className,
      String method,
      String descriptor,
      String pattern,
      String[] parameters) {
    String key = scope + " " + className + "#" + method + descriptor + " " + pattern;
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    if (size == MAX_METHODS) {
      faults.degraded("more than " + MAX_METHODS + " watched methods: the rest is not recorded");
      return NONE;
    }
    int id = size;
    journal.appendPayload(
        RecordType.METHOD_DEFINED,
        id,
        PayloadOutput.method(new WatchedMethod(scope, className, method, descriptor, pattern)));
    MethodEntry[] current = entries;
    MethodEntry[] next = id < current.length ? current : Arrays.copyOf(current, current.length * 2);
    next[id] =
        new MethodEntry(
            id,
            group(pattern, className, method),
            target(className, method, pattern),
            Mix.step(Mix.text(key), id),
            parameters == null ? null : parameters.clone());
    // Writing the volatile field, even with the same array, publishes the entry.
    entries = next;
    ids.put(key, id);
    size++;
    return id;
  }

  /** The number that every measurement has in place of a method's. */
  int defineMeasurement() {
    WatchedMethod all = WatchedMethod.MEASUREMENT;
    return define(true, all.className(), all.method(), all.descriptor(), null);
  }

  /** The entry, or null for a number that was never given. */
  MethodEntry get(int id) {
    MethodEntry[] current = entries;
    return id >= 0 && id < current.length ? current[id] : null;
  }

  private int group(String pattern, String className, String method) {
    String key = (pattern == null ? className : pattern) + " " + method;
    Integer known = groups.get(key);
    if (known == null) {
      known = groups.size();
      groups.put(key, known);
    }
    return known;
  }

  private static String target(String className, String method, String pattern) {
    return pattern == null || pattern.indexOf('*') >= 0 || pattern.indexOf('#') < 0
        ? className + "#" + method
        : pattern;
  }
}

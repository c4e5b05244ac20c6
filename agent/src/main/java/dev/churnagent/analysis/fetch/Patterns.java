package dev.churnagent.analysis.fetch;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.model.WatchedMethod;
import dev.churnagent.model.Watching;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The patterns of one option, {@code watch} or {@code scope}, that matched no method in any run.
 */
final class Patterns {
  private final String option;
  private final boolean scope;
  private final Set<String> given = new TreeSet<>();
  private final Set<String> matched = new TreeSet<>();

  Patterns(String option, boolean scope) {
    this.option = option;
    this.scope = scope;
  }

  void add(Watching watching, List<WatchedMethod> methods) {
    List<String> ofRun = scope ? watching.scope() : watching.watch();
    given.addAll(ofRun);
    for (WatchedMethod method : methods) {
      if (method.scope() == scope && method.pattern() != null) {
        matched.add(method.pattern());
      }
    }
    for (String pattern : ofRun) {
      // A method carries one pattern, though several may match it.
      if (!matched.contains(pattern) && matchesAny(pattern, methods)) {
        matched.add(pattern);
      }
    }
  }

  private boolean matchesAny(String text, List<WatchedMethod> methods) {
    try {
      ClassPattern pattern = ClassPattern.parse(option, text);
      for (WatchedMethod method : methods) {
        if (method.scope() == scope && pattern.matches(method.className(), method.method())) {
          return true;
        }
      }
    } catch (ConfigurationException e) {
      return false;
    }
    return false;
  }

  /** One line for each that matched nothing. */
  List<String> unmatched() {
    List<String> lines = new ArrayList<>();
    for (String pattern : given) {
      if (!matched.contains(pattern)) {
        lines.add(option + ": '" + pattern + "' matched no method of any loaded class");
      }
    }
    return lines;
  }
}

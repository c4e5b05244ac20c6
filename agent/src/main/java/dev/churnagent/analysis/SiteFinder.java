package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the call site in a stack: the innermost application frame that a person wrote; without one
 * the innermost library frame; without that the innermost JDK frame that says something; else the
 * unknown site. JDK and reflection frames never hide a site.
 */
final class SiteFinder {
  private final CodeClassifier classifier;

  SiteFinder(CodeClassifier classifier) {
    this.classifier = classifier;
  }

  /** The site of one stack; never null. */
  CallSite siteOf(CallStack stack) {
    Frame library = null;
    Frame generated = null;
    Frame jdk = null;
    for (Frame frame : stack.frames()) {
      String className = frame.origin().className();
      if (WrittenName.isBridge(className, frame.method())) {
        continue;
      }
      switch (classifier.kindOf(frame.origin())) {
        case APPLICATION -> {
          return site(frame, CodeKind.APPLICATION);
        }
        case LIBRARY -> {
          if (GeneratedClasses.isGenerated(className)) {
            generated = generated == null ? frame : generated;
          } else {
            library = library == null ? frame : library;
          }
        }
        case JDK -> jdk = jdk == null && !JdkFrames.saysNothing(className) ? frame : jdk;
      }
    }
    if (library != null || generated != null) {
      return site(library != null ? library : generated, CodeKind.LIBRARY);
    }
    return jdk != null ? site(jdk, CodeKind.JDK) : CallSite.unknown();
  }

  private static CallSite site(Frame frame, CodeKind kind) {
    CodeOrigin origin = frame.origin();
    WrittenName name = WrittenName.of(origin.className(), frame.method());
    int line = Math.max(frame.line(), -1);
    return CallSite.of(name.className(), name.method(), origin.sourceFile(), line, kind);
  }

  /** The frames as text, innermost first, without reflection and bridges. */
  static List<String> describe(CallStack stack) {
    List<String> lines = new ArrayList<>(stack.frames().size());
    for (Frame frame : stack.frames()) {
      CodeOrigin origin = frame.origin();
      if (JdkFrames.isPlumbing(origin.className())
          || WrittenName.isBridge(origin.className(), frame.method())) {
        continue;
      }
      WrittenName name = WrittenName.of(origin.className(), frame.method());
      lines.add(FrameText.of(name.className(), name.method(), origin.sourceFile(), frame.line()));
    }
    return lines;
  }
}

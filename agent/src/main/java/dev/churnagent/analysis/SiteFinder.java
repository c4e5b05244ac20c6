package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the call site in a stack: the innermost application frame that a person wrote, on the
 * thread itself or else where its work was handed over; without one the innermost frame of a tool
 * that does by itself what its users wrote, found in the same way; without that the innermost
 * library frame of the thread; without that the innermost JDK frame that says something; else the
 * unknown site. JDK and reflection frames never hide a site.
 */
final class SiteFinder {
  /** Between the frames of a thread and those of the thread that handed its work over. */
  static final String HANDED_OVER_BY = "(handed over by)";

  private final CodeClassifier classifier;

  /** By class name: whether it is a tool's. */
  private final Map<String, Boolean> tools = new HashMap<>();

  SiteFinder(CodeClassifier classifier) {
    this.classifier = classifier;
  }

  /** The site of one stack; never null. */
  CallSite siteOf(CallStack stack) {
    CallSite own = ownSite(stack);
    if (own.kind() == CodeKind.APPLICATION) {
      return own;
    }
    CallSite handed = handedSite(stack);
    if (handed == null) {
      handed = toolSite(stack);
    }
    return handed == null ? own : handed;
  }

  /** The innermost application frame where a thread's work was handed over, or null. */
  CallSite handedSite(CallStack stack) {
    for (CallStack by = stack.handedOverBy(); by != null; by = by.handedOverBy()) {
      CallSite site = ownSite(by);
      if (site.kind() == CodeKind.APPLICATION) {
        return site;
      }
    }
    return null;
  }

  /** Whether the site is not on the thread's own stack, but where its work was handed over. */
  boolean isHandedOver(CallStack stack) {
    if (stack.handedOverBy() == null || ownSite(stack).kind() == CodeKind.APPLICATION) {
      return false;
    }
    return handedSite(stack) != null || (ownToolSite(stack) == null && toolSite(stack) != null);
  }

  /** The innermost frame of a tool, on the thread or where its work was handed over, or null. */
  private CallSite toolSite(CallStack stack) {
    CallSite found = null;
    for (CallStack by = stack; by != null && found == null; by = by.handedOverBy()) {
      found = ownToolSite(by);
    }
    return found;
  }

  private CallSite ownToolSite(CallStack stack) {
    for (Frame frame : OwnFrames.of(stack)) {
      if (classifier.kindOf(frame.origin()) == CodeKind.LIBRARY && isTool(frame)) {
        return site(frame, CodeKind.LIBRARY);
      }
    }
    return null;
  }

  private boolean isTool(Frame frame) {
    String className = frame.origin().className();
    Boolean known = tools.get(className);
    if (known == null) {
      known = ClientLibraries.isTool(className);
      tools.put(className, known);
    }
    return known && !WrittenName.isBridge(className, frame.method());
  }

  /**
   * Whether the site would perhaps be another one if a stack had been taken where the work was
   * handed over.
   */
  boolean isUncertain(CallStack stack) {
    boolean notTaken = false;
    for (CallStack by = stack.handedOverBy(); by != null; by = by.handedOverBy()) {
      notTaken |= by.frames().isEmpty();
    }
    return notTaken && siteOf(stack).kind() != CodeKind.APPLICATION;
  }

  /** The site on the thread's own stack; never null. */
  CallSite ownSite(CallStack stack) {
    Frame library = null;
    Frame generated = null;
    Frame jdk = null;
    for (Frame frame : OwnFrames.of(stack)) {
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

  /**
   * The frames as text, innermost first, without reflection and bridges; then, after a line that
   * says so, those of the stack that handed the work over.
   */
  static List<String> describe(CallStack stack) {
    List<String> lines = new ArrayList<>(stack.frames().size());
    addFrames(stack, lines);
    for (CallStack by = stack.handedOverBy(); by != null; by = by.handedOverBy()) {
      if (!by.frames().isEmpty()) {
        lines.add(HANDED_OVER_BY);
        addFrames(by, lines);
      }
    }
    return lines;
  }

  private static void addFrames(CallStack stack, List<String> lines) {
    for (Frame frame : stack.frames()) {
      CodeOrigin origin = frame.origin();
      if (JdkFrames.isPlumbing(origin.className())
          || WrittenName.isBridge(origin.className(), frame.method())) {
        continue;
      }
      WrittenName name = WrittenName.of(origin.className(), frame.method());
      lines.add(FrameText.of(name.className(), name.method(), origin.sourceFile(), frame.line()));
    }
  }
}

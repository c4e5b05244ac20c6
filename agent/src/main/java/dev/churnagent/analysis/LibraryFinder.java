package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the libraries' part in a stack: those between the connection and the innermost application
 * frame, on the thread itself and then where its work was handed over.
 *
 * <p>The application talks to the outermost of them; but a thread of Netty's, say, stands around
 * the work of others, so one that others build upon never takes the place of one that builds upon
 * it. Used by one thread.
 */
final class LibraryFinder {
  private final CodeClassifier classifier;
  private final String javaVersion;

  /** By class name; null for what is none. */
  private final Map<String, ClientLibrary> known = new HashMap<>();

  /** What was found so far in one stack. */
  private static final class Found {
    private ClientLibrary transport;
    private ClientLibrary client;
    private final Map<ClientLibrary, String> versions = new HashMap<>();
  }

  /**
   * Creates one for one run.
   *
   * @param java the run's Java, e.g. {@code 17.0.21+9 (Vendor)}, or null if unknown
   */
  LibraryFinder(CodeClassifier classifier, String java) {
    this.classifier = classifier;
    this.javaVersion = featureOf(java);
  }

  private static String featureOf(String java) {
    int end = 0;
    while (java != null && end < java.length() && Digits.isDigit(java.charAt(end))) {
      end++;
    }
    return end == 0 ? null : java.substring(0, end);
  }

  /** The libraries' part in a stack and what handed its work over; never null. */
  LibraryParts partsOf(CallStack stack) {
    Found found = new Found();
    boolean isOpen = addFrames(stack, found);
    for (CallStack by = stack.handedOverBy(); by != null && isOpen; by = by.handedOverBy()) {
      isOpen = addFrames(by, found);
    }
    return partsOf(found);
  }

  /** The same, of the thread's own frames only. */
  LibraryParts ownPartsOf(CallStack stack) {
    Found found = new Found();
    addFrames(stack, found);
    return partsOf(found);
  }

  private LibraryParts partsOf(Found found) {
    if (found.client == null) {
      return LibraryParts.NONE;
    }
    boolean isSame = found.transport == null || found.transport.name.equals(found.client.name);
    return new LibraryParts(
        library(found.client, found), isSame ? null : library(found.transport, found));
  }

  private static Library library(ClientLibrary library, Found found) {
    return new Library(library.name, found.versions.get(library));
  }

  /** Adds one stack's libraries; false once there is an application frame. */
  private boolean addFrames(CallStack stack, Found found) {
    for (Frame frame : OwnFrames.of(stack)) {
      CodeOrigin origin = frame.origin();
      if (isApplication(frame)) {
        return false;
      }
      ClientLibrary library = libraryOf(origin.className());
      if (library == null) {
        continue;
      }
      found.transport = found.transport == null ? library : found.transport;
      if (found.client == null || library.role.compareTo(found.client.role) >= 0) {
        found.client = library;
      }
      if (found.versions.get(library) == null) {
        found.versions.put(library, versionOf(library, origin));
      }
    }
    return true;
  }

  private boolean isApplication(Frame frame) {
    String className = frame.origin().className();
    return classifier.kindOf(frame.origin()) == CodeKind.APPLICATION
        && !WrittenName.isBridge(className, frame.method());
  }

  private ClientLibrary libraryOf(String className) {
    if (known.containsKey(className)) {
      return known.get(className);
    }
    ClientLibrary library = ClientLibraries.of(className);
    known.put(className, library);
    return library;
  }

  private String versionOf(ClientLibrary library, CodeOrigin origin) {
    if (library.isPartOfTheJdk()) {
      return javaVersion;
    }
    JarVersion jar =
        origin.location() == null
            ? null
            : JarVersion.of(CodeLocation.of(origin.location()).fileName());
    return jar != null && library.isJar(jar.artifact) ? jar.version : null;
  }
}

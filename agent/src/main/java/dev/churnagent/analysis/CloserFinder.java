package dev.churnagent.analysis;

import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;

/** Tells from the stack of a close who it was that closed. Used by one thread. */
final class CloserFinder {
  private final SiteFinder sites;
  private final LibraryFinder libraries;

  /** Who closed. */
  static final class Closer {
    /** On the closing thread itself; never null. */
    final CallSite site;

    /** Whether garbage collection closed what was forgotten. */
    final boolean byCollector;

    /** What stands between the site and the close, or null. */
    final Library library;

    /** The application's site that handed the closing over; null if there is none, or no need. */
    final CallSite handedOverBy;

    private Closer(
        CallSite site, boolean byCollector, Library library, CallSite handedOverBy) {
      this.site = site;
      this.byCollector = byCollector;
      this.library = library;
      this.handedOverBy = handedOverBy;
    }

    /** What makes two of them the same. */
    String key() {
      return site.key()
          + '\n'
          + byCollector
          + (library == null ? "" : library.describe())
          + '\n'
          + (handedOverBy == null ? "" : handedOverBy.key());
    }
  }

  CloserFinder(SiteFinder sites, LibraryFinder libraries) {
    this.sites = sites;
    this.libraries = libraries;
  }

  /** The closer in a stack; never null. */
  Closer closerOf(CallStack stack) {
    CallSite site = sites.ownSite(stack);
    boolean isApplication = site.kind() == CodeKind.APPLICATION;
    boolean byCollector = !isApplication && isCollector(stack);
    CallSite handed = isApplication || byCollector ? null : sites.handedSite(stack);
    return new Closer(site, byCollector, libraries.ownPartsOf(stack).library, handed);
  }

  private static boolean isCollector(CallStack stack) {
    for (Frame frame : stack.frames()) {
      CodeOrigin origin = frame.origin();
      if (origin.jdk() && JdkFrames.isCollector(origin.className(), frame.method())) {
        return true;
      }
    }
    return false;
  }
}

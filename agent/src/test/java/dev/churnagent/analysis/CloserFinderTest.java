package dev.churnagent.analysis;

import static dev.churnagent.analysis.LibraryFinderTest.in;
import static dev.churnagent.analysis.TestRecording.application;
import static dev.churnagent.analysis.TestRecording.jdk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.CloserFinder.Closer;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloserFinderTest {
  private static final Frame CLOSE = jdk("java.net.Socket", "close");
  private static final Frame POOL = in("okhttp-jvm-5.5.1.jar", "okhttp3.internal.Pool");
  private static final Frame REAPER = application("com.acme.Reaper", "run", 5);
  private static final Frame THREAD = jdk("java.lang.Thread", "run");
  private static final CallStack FETCH =
      new CallStack(List.of(application("com.acme.Device", "fetch", 4)));

  private final CodeClassifier classifier = new CodeClassifier(List.of(), null);
  private final CloserFinder finder =
      new CloserFinder(new SiteFinder(classifier), new LibraryFinder(classifier, null));

  @Test
  void shouldTellTheApplicationsOwnCloser() {
    Closer closer = finder.closerOf(new CallStack(List.of(CLOSE, REAPER, THREAD), FETCH));

    assertThat(closer.site.describe()).isEqualTo("com.acme.Reaper.run(Reaper.java:5)");
    assertThat(closer.library).isNull();
    assertThat(closer.handedOverBy).isNull();
    assertThat(closer.byCollector).isFalse();
  }

  @Test
  void shouldTellALibrarysCloserAndWhoHandedTheClosingOver() {
    Closer closer = finder.closerOf(new CallStack(List.of(CLOSE, POOL, THREAD), FETCH));

    assertThat(closer.site.className()).isEqualTo("okhttp3.internal.Pool");
    assertThat(closer.site.kind()).isEqualTo(CodeKind.LIBRARY);
    assertThat(closer.library.describe()).isEqualTo("OkHttp 5.5.1");
    assertThat(closer.handedOverBy.describe()).isEqualTo("com.acme.Device.fetch(Device.java:4)");
    assertThat(finder.closerOf(new CallStack(List.of(CLOSE, POOL, THREAD))).handedOverBy).isNull();
  }

  @Test
  void shouldTellGarbageCollection() {
    Frame cleaner = jdk("jdk.internal.ref.CleanerImpl", "run");
    Frame cleanable = jdk("jdk.internal.ref.PhantomCleanable", "clean");

    assertThat(closerOf(CLOSE, cleanable, cleaner, THREAD).byCollector).isTrue();
    assertThat(
            finder.closerOf(new CallStack(List.of(CLOSE, cleaner, THREAD), FETCH)).handedOverBy)
        .isNull();
    assertThat(closerOf(CLOSE, jdk("java.lang.ref.Finalizer$FinalizerThread", "run")).byCollector)
        .isTrue();
    // The same machinery serves a plain close, and a program's own Cleaner.
    assertThat(closerOf(CLOSE, cleanable, THREAD).byCollector).isFalse();
    assertThat(closerOf(CLOSE, REAPER, cleaner, THREAD).byCollector).isFalse();
    assertThat(closerOf(CLOSE, REAPER, cleaner, THREAD).site.kind())
        .isEqualTo(CodeKind.APPLICATION);
  }

  @Test
  void shouldTellUnknownOnesAsUnknown() {
    Closer closer = closerOf();

    assertThat(closer.site.className()).isEqualTo(CallSite.UNKNOWN);
    assertThat(closer.byCollector).isFalse();
    assertThat(closer.key()).isNotEqualTo(closerOf(CLOSE, POOL).key());
  }

  private Closer closerOf(Frame... frames) {
    return finder.closerOf(new CallStack(List.of(frames)));
  }
}

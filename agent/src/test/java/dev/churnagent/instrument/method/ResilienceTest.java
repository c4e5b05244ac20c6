package dev.churnagent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong, the class is left as it was or woven, and somebody hears of it. */
class ResilienceTest {
  private static final String SAMPLES = Samples.class.getName();
  private static final String WHOLE = Samples.Whole.class.getName().replace('.', '/');

  /** A loader that fails wherever it is asked for something. */
  private static final class Failing extends ClassLoader {
    private final Throwable fault;
    int asked;

    Failing(Throwable fault) {
      super(ResilienceTest.class.getClassLoader());
      this.fault = fault;
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      asked++;
      if (fault instanceof Error) {
        throw (Error) fault;
      }
      throw (RuntimeException) fault;
    }

    @Override
    public int hashCode() {
      throw new IllegalStateException("hashCode");
    }

    @Override
    public boolean equals(Object other) {
      throw new IllegalStateException("equals");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("toString");
    }
  }

  @Test
  void shouldSurviveALoaderThatThrows() {
    for (Throwable fault :
        new Throwable[] {new IllegalStateException("closed"), new StackOverflowError()}) {
      Failing loader = new Failing(fault);
      WeavingFixture fixture = WeavingFixture.watching(SAMPLES + "$Half#fetch;com.acme.Other#open");
      byte[] file = WeavingFixture.bytes(Samples.Whole.class);

      assertThat(fixture.weave(loader, WHOLE, file))
          .as("its own class file names the ancestor")
          .isNotNull();
      assertThat(fixture.troubles).containsExactly(SAMPLES + "$Half could not be read: " + fault);
      fixture.weave(loader, WHOLE, file);
      assertThat(loader.asked).as("not asked again").isEqualTo(1);
    }
  }

  /** As a container's loader that delegates nothing but the JDK's packages. */
  private static final class Closed extends ClassLoader {
    Closed() {
      super(null);
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  @Test
  void shouldLeaveClassesAloneThatCouldNotFindTheHook() {
    WeavingFixture fixture = WeavingFixture.watching(SAMPLES + "$Point");
    Closed loader = new Closed();
    byte[] file = WeavingFixture.bytes(Samples.Point.class);
    String name = Samples.Point.class.getName().replace('.', '/');

    assertThat(fixture.weave(loader, name, file)).isNull();
    assertThat(fixture.weave(loader, name, file)).isNull();
    assertThat(fixture.troubles)
        .containsExactly(
            "a class loader, " + Closed.class.getName() + ", does not delegate to the agent");
    assertThat(loader.define(file).getName()).isEqualTo(Samples.Point.class.getName());
    assertThat(fixture.weave(Samples.Point.class)).as("another loader").isNotNull();
  }

  @Test
  void shouldTellOfClassFilesThatItCannotRead() {
    WeavingFixture fixture = WeavingFixture.watching(SAMPLES + "$Whole#fetch");
    byte[] file = WeavingFixture.bytes(Samples.Whole.class);
    ClassLoader loader = getClass().getClassLoader();

    for (int length = 0; length < file.length; length += 7) {
      assertThat(fixture.weave(loader, WHOLE, Arrays.copyOf(file, length))).isNull();
    }
    byte[] future = file.clone();
    future[7] = 120;
    assertThat(fixture.weave(loader, WHOLE, future)).isNull();
    assertThat(fixture.troubles).allMatch(line -> line.contains("Whole was not woven: "));
  }

  @Test
  void shouldKeepNoLoaderAlive() {
    WeavingFixture fixture = WeavingFixture.watching(SAMPLES + "$Source#fetch");
    ClassLoader loader = new ClassLoader(getClass().getClassLoader()) {};
    assertThat(fixture.weave(loader, WHOLE, WeavingFixture.bytes(Samples.Whole.class))).isNotNull();

    WeakReference<ClassLoader> gone = new WeakReference<>(loader);
    loader = null;
    for (int i = 0; i < 50 && gone.get() != null; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
  }
}

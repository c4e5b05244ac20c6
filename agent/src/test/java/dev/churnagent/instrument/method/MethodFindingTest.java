package dev.churnagent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which methods patterns mean. */
class MethodFindingTest {
  private static final String HERE = "dev.churnagent.instrument.method.Samples$";

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        // The class itself: every overload, static and private too, never the bridge.
        "Files#fetch         | Files           | fetch(Ljava/lang/String;I) fetch(Ljava/lang/String;) fetch(I)",
        "Files#secret        | Files           | secret()",
        "Files#fetsch        | Files           | -",
        "*File#fetch         | Files           | -",
        "F*#*e*              | Files           | fetch(Ljava/lang/String;I) fetch(Ljava/lang/String;) fetch(I) secret() near()",
        // An interface: its implementations, by name and kinds of parameters.
        "Source#fetch        | Files           | fetch(Ljava/lang/String;I)",
        "Source#fetch        | MoreFiles       | fetch(Ljava/lang/String;I)",
        "Source#fetch        | Whole           | fetch(Ljava/lang/String;I)",
        "Source#fetch        | Half            | -",
        "Source#fetch        | Source          | -",
        "Source#fetch        | MoreFiles$Inner | -",
        "Source#twice        | Source          | twice(Ljava/lang/String;)",
        "Source#twice        | MoreFiles       | twice(Ljava/lang/String;)",
        "Source#shared       | Source          | shared()",
        // An interface that only inherits the method.
        "NamedSource#fetch   | Files           | fetch(Ljava/lang/String;I)",
        "NamedSource#*       | Files           | fetch(Ljava/lang/String;I)",
        // A superclass; what is private or static there is nobody's to implement.
        "Files#near          | MoreFiles       | near()",
        "Files#secret        | MoreFiles       | -",
        "Files#other         | MoreFiles       | -",
        "Half#open           | Whole           | open()",
        "MoreFiles#fetch     | Files           | -",
        // A whole class: what is public and declared there, nothing of Object.
        "MoreFiles           | MoreFiles       | fetch(Ljava/lang/String;I) twice(Ljava/lang/String;) other()",
        "Files               | MoreFiles       | fetch(Ljava/lang/String;I)",
        "Source              | MoreFiles       | fetch(Ljava/lang/String;I) twice(Ljava/lang/String;)",
        "NamedSource         | MoreFiles       | -",
        "Source              | Source          | twice(Ljava/lang/String;) shared()",
        "MoreFiles*          | MoreFiles$Inner | fetch()",
        "MoreFiles           | MoreFiles$Inner | -",
        // Enums and records.
        "Planet              | Planet          | size()",
        "Planet              | Planet$1        | size()",
        "Planet#values       | Planet          | values()",
        "Point               | Point           | sum() x() y()",
        // A lambda is no method of a class; its body is a compiler-made one.
        "Source#fetch        | Lambdas         | -",
        "Lambdas#*           | Lambdas         | lambda() reference()",
      })
  void shouldFind(String pattern, String type, String methods) throws ClassNotFoundException {
    WeavingFixture fixture = WeavingFixture.watching(HERE + pattern);
    byte[] woven = fixture.weave(Class.forName(HERE + type));

    List<String> expected = new ArrayList<>();
    for (String method : methods == null ? new String[0] : methods.split(" ")) {
      expected.add("Samples$" + type + "." + method);
    }
    assertThat(fixture.defined)
        .extracting(line -> line.substring(0, line.indexOf(')') + 1))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(woven != null).isEqualTo(!expected.isEmpty());
    assertThat(fixture.troubles).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "java.util.concurrent.Callable#call, Samples$Jdk.call()Ljava/lang/String;",
        "java.util.function.*#get,           Samples$Jdk.get()Ljava/lang/String;",
        "java.util.function.Supplier#call,   -",
        "java.lang.Runnable#run,             -",
      })
  void shouldFindImplementationsOfTheJdksInterfaces(String pattern, String method) {
    WeavingFixture fixture = WeavingFixture.watching(pattern);
    fixture.weave(Samples.Jdk.class);

    assertThat(fixture.defined).isEqualTo(method == null ? List.of() : List.of(method));
  }

  @Test
  void shouldTellOfANativeMethodThatIsNamed() {
    WeavingFixture named = WeavingFixture.watching(HERE + "Native#fetch");
    WeavingFixture starred = WeavingFixture.watching(HERE + "Native#*");

    assertThat(named.weave(Samples.Native.class)).isNull();
    assertThat(named.troubles)
        .containsExactly(HERE + "Native.fetch: is native, which can't be watched");
    assertThat(starred.weave(Samples.Native.class)).isNotNull();
    assertThat(starred.troubles).isEmpty();
  }

  @Test
  void shouldTellWhichPatternsMetNothing() {
    WeavingFixture fixture =
        WeavingFixture.watching(HERE + "Files#fetch;" + HERE + "Files#fetsch;x.y.*");
    fixture.weave(Samples.Files.class);

    assertThat(fixture.weaver.unmatched())
        .containsExactly(
            "watch: no method of a loaded class matches " + HERE + "Files#fetsch",
            "watch: no method of a loaded class matches x.y.*");
  }

  @Test
  void shouldLeaveTheJdkAndTheAgentAlone() {
    WeavingFixture fixture = WeavingFixture.watching("**");

    assertThat(fixture.weave(null, "java/lang/Integer", WeavingFixture.bytes(Integer.class)))
        .isNull();
    assertThat(
            fixture.weave(
                ClassLoader.getPlatformClassLoader(),
                "java/sql/Date",
                WeavingFixture.bytes(Samples.Files.class)))
        .isNull();
    assertThat(
            fixture.weaver.transform(
                MethodWeaver.class.getClassLoader(),
                "dev/churnagent/instrument/method/ClassOutline",
                null,
                MethodWeaver.class.getProtectionDomain(),
                WeavingFixture.bytes(ClassOutline.class)))
        .isNull();
    assertThat(fixture.weave(Samples.Files.class)).isNotNull();
  }

  @Test
  void shouldNumberAMethodOnceHoweverOftenItIsTransformed() {
    WeavingFixture fixture = WeavingFixture.watching(HERE + "Whole");
    byte[] first = fixture.weave(Samples.Whole.class);

    assertThat(fixture.weave(Samples.Whole.class)).isEqualTo(first);
    assertThat(fixture.defined).hasSize(2);
  }

  @Test
  void shouldRetransformLoadedClassesThatMayBeMeant() {
    WeavingFixture fixture =
        new WeavingFixture(
            HERE + "Source#fetch",
            HERE + "Planet#size",
            Samples.Files.class,
            Samples.MoreFiles.class,
            Samples.Planet.class,
            Samples.Point.class,
            String.class,
            Samples.Files[].class);
    fixture.weaver.install();

    assertThat(fixture.retransformed)
        .containsExactly(Samples.Files.class, Samples.MoreFiles.class, Samples.Planet.class);
  }
}

package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.config.ClassPattern;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.CodeOrigin;
import dev.churnagent.model.Frame;
import dev.churnagent.model.WatchedMethod;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeClassifierTest {
  private static final String MAIN = "file:/x/app.jar";

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource({
    "a.Foo, file:/x/classes/, APPLICATION",
    "a.Foo, file:/x/app.jar, APPLICATION",
    "a.Foo, file:///x/app.jar, APPLICATION",
    "a.Foo, file:/x/other-app.jar, LIBRARY",
    "a.Foo, file:/x/lib/client.jar, LIBRARY",
    "a.Foo, file:/x/lib/CLIENT.JAR, LIBRARY",
    "a.Foo, file:/x/classes.jar.d/, APPLICATION",
    "a.Foo, jrt:/com.acme.app, APPLICATION",
    "a.Foo, jar:nested:/x/app.jar/!BOOT-INF/classes/!/, APPLICATION",
    "a.Foo, jar:file:/x/app.jar!/BOOT-INF/classes!/, APPLICATION",
    "a.Foo, jar:file:/x/app.war!/WEB-INF/classes!/, APPLICATION",
    "a.Foo, jar:nested:/x/app.jar/!BOOT-INF/lib/client.jar!/, LIBRARY",
    "a.Foo, jar:file:/x/app.jar!/BOOT-INF/lib/client.jar!/, LIBRARY",
    "a.Foo, jar:file:/x/app.war!/WEB-INF/lib/client.jar!/, LIBRARY",
    "org.springframework.boot.loader.launch.JarLauncher, file:/x/app.jar, LIBRARY",
    "org.springframeworks.boot.loader.Mine, file:/x/app.jar, APPLICATION",
    "org.apache.jmeter.NewDriver, file:/x/app.jar, LIBRARY",
    "io.gatling.app.Runner, file:/x/app.jar, LIBRARY",
    "org.junit.platform.console.ConsoleLauncher, file:/x/app.jar, LIBRARY",
    "groovy.ui.GroovyMain, file:/x/app.jar, LIBRARY",
    "okhttp3.internal.Dns, file:/x/app.jar, LIBRARY",
    "org.glassfish.jersey.internal.Errors, file:/x/app.jar, LIBRARY",
    "okhttp3.internal.Dns, file:/x/classes/, APPLICATION",
    "org.testng.Foo, file:/x/classes/, APPLICATION",
    "org.testngs.Foo, file:/x/app.jar, APPLICATION",
    "a.Foo, , APPLICATION",
    "a.Foo$$EnhancerBySpringCGLIB$$1f, , LIBRARY",
    "a.Foo$$SpringCGLIB$$0, file:/x/classes/, LIBRARY",
    "a.Foo$$FastClassByGuice$$1, , LIBRARY",
    "com.sun.proxy.$Proxy12, , LIBRARY",
    "a.$ProxyFactory, , APPLICATION",
    "a.GeneratedMethodAccessor7, , LIBRARY",
    "a.Foo$MockitoMock$123, , LIBRARY",
    "a.Foo$ByteBuddy$abc, , LIBRARY",
    "a.ByteBuddy$Helper, , APPLICATION",
    "a.Foo$HibernateProxy$x, , LIBRARY",
    "a.Foo_$$_jvst2a_1, , LIBRARY",
  })
  void shouldTellApplicationFromLibraryByCodeSource(
      String className, String location, CodeKind expected) {
    CodeClassifier classifier = new CodeClassifier(List.of(), MAIN);

    assertThat(classifier.kindOf(new CodeOrigin(className, null, location, null, false)))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "main of {0}: {1} is {2}")
  @CsvSource({
    "io.grpc.examples.hello.Client, io.grpc.examples.Util, APPLICATION",
    "io.grpc.examples.hello.Client, io.grpc.internal.ManagedChannelImpl, LIBRARY",
    "org.apache.kafka.tools.Console, org.apache.kafka.clients.NetworkClient, APPLICATION",
    "org.apache.kafka.tools.Console, org.apache.http.impl.Pool, LIBRARY",
    "org.apache.Single, org.apache.Other, APPLICATION",
    "org.apache.Single, org.apache.http.impl.Pool, LIBRARY",
    "org.apache.jmeter.NewDriver, org.apache.jmeter.protocol.Sampler, LIBRARY",
    "io.gatling.app.Gatling, io.gatling.app.Runner, LIBRARY",
    "org.junit.platform.console.ConsoleLauncher, org.junit.platform.Foo, LIBRARY",
    "a.Main, okhttp3.Call, LIBRARY",
  })
  void shouldTakeWhatIsBesideTheMainMethodForTheApplications(
      String main, String className, CodeKind expected) {
    CodeClassifier classifier = new CodeClassifier(List.of(), MAIN);
    CodeKind before = kind(classifier, className, MAIN);
    Frame frame = new Frame(new CodeOrigin(main, null, MAIN, null, false), "main", 1);
    classifier.learnFrom(new CallStack(List.of(), new CallStack(List.of(frame))));

    assertThat(before).isEqualTo(CodeKind.LIBRARY);
    assertThat(kind(classifier, className, MAIN)).isEqualTo(expected);
    assertThat(kind(classifier, className, "file:/x/lib.jar")).isEqualTo(CodeKind.LIBRARY);
  }

  @Test
  void shouldTakeTheJarWithTheTestsForTheApplications() {
    CodeClassifier classifier = new CodeClassifier(List.of(), "file:/x/testng.jar");
    String tests = "file:/x/tests.jar";
    CodeOrigin test = new CodeOrigin("a.FooTest", null, tests, null, false);
    CallStack stack = new CallStack(List.of(new Frame(test, "shouldDo", 1)));
    classifier.learnFrom(new WatchedMethod(true, "a.BarTest", "shouldDo", "()V", null));
    classifier.learnFrom(stack);
    assertThat(kind(classifier, "a.FooTest", tests)).isEqualTo(CodeKind.LIBRARY);

    classifier.learnFrom(new WatchedMethod(true, "a.FooTest", "shouldDo", "()V", null));
    classifier.learnFrom(new CallStack(List.of(), stack));

    assertThat(kind(classifier, "a.FooTest", tests)).isEqualTo(CodeKind.APPLICATION);
    assertThat(kind(classifier, "a.Page", tests)).isEqualTo(CodeKind.APPLICATION);
    assertThat(kind(classifier, "okhttp3.Dns", tests)).isEqualTo(CodeKind.LIBRARY);
    assertThat(kind(classifier, "a.Page", "file:/x/other.jar")).isEqualTo(CodeKind.LIBRARY);
  }

  @Test
  void shouldTakeTheJdkForTheJdk() {
    CodeClassifier classifier = new CodeClassifier(List.of(), null);

    assertThat(classifier.kindOf(new CodeOrigin("java.net.Socket", null, null, "java.base", true)))
        .isEqualTo(CodeKind.JDK);
  }

  @Test
  void shouldAskThePatternsAloneIfThereAreAny() throws ConfigurationException {
    CodeClassifier classifier =
        new CodeClassifier(List.of(ClassPattern.parse("app", "com.acme.**")), MAIN);

    assertThat(kind(classifier, "com.acme.Foo", "file:/lib/acme.jar"))
        .isEqualTo(CodeKind.APPLICATION);
    assertThat(kind(classifier, "com.acmes.Foo", "file:/x/classes/")).isEqualTo(CodeKind.LIBRARY);
    assertThat(kind(classifier, "com.acme.Foo$$SpringCGLIB$$0", null)).isEqualTo(CodeKind.LIBRARY);
  }

  @Test
  void shouldMatchAClosureByTheClassItWasWrittenIn() throws ConfigurationException {
    CodeClassifier classifier =
        new CodeClassifier(List.of(ClassPattern.parse("app", "com.acme.Foo")), MAIN);

    assertThat(kind(classifier, "com.acme.Foo$run$1", null)).isEqualTo(CodeKind.APPLICATION);
    assertThat(kind(classifier, "com.acme.Foo$Inner", null)).isEqualTo(CodeKind.LIBRARY);
  }

  private static CodeKind kind(CodeClassifier classifier, String className, String location) {
    return classifier.kindOf(new CodeOrigin(className, null, location, null, false));
  }
}

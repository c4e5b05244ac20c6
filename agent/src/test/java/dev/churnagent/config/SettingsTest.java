package dev.churnagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path directory;

  @Test
  void shouldHaveTheContractsDefaults() throws Exception {
    for (String arguments : new String[] {null, "", " ", ","}) {
      Settings settings = Settings.load(arguments, Map.of(), directory);
      assertThat(settings.output()).isEqualTo(directory.resolve("churn-report"));
      assertThat(settings.run()).isNull();
      assertThat(settings.app()).isEmpty();
      assertThat(settings.watch()).isEmpty();
      assertThat(settings.scope()).isEmpty();
      assertThat(settings.http()).isTrue();
      assertThat(settings.stacks()).isTrue();
      assertThat(settings.redact()).isEmpty();
      assertThat(settings.ignores()).isEmpty();
      assertThat(settings.limits()).isEmpty();
      assertThat(settings.onViolation()).isEqualTo(OnViolation.REPORT);
      assertThat(settings.chainWindow()).isEqualTo(Duration.ofSeconds(60));
      assertThat(settings.formats()).containsExactly(Format.JSON, Format.HTML, Format.TEXT);
      assertThat(settings.summary()).isTrue();
      assertThat(settings.journalLimitBytes()).isEqualTo(1L << 30);
      assertThat(settings.socketTable()).isNull();
      assertThat(settings.hops()).isZero();
      assertThat(settings.profiles()).isEmpty();
      assertThat(settings.configFile()).isNull();
      assertThat(settings.baseline()).isNull();
    }
  }

  @Test
  void shouldReadAnEscapedCommaWhoseBackslashAToolHasDoubled() throws Exception {
    for (String escape : new String[] {"\\,", "\\\\,", "\\\\\\\\,"}) {
      Settings settings = Settings.load("output=b" + escape + "c", Map.of(), directory);
      assertThat(settings.output()).isEqualTo(directory.resolve("b,c"));
    }
    assertThat(Settings.load("output=b\\\\c", Map.of(), directory).output())
        .isEqualTo(directory.resolve("b\\\\c"));
  }

  @Test
  void shouldReadEveryOptionFromAgentArguments() throws Exception {
    Settings settings =
        Settings.load(
            "output=a/../b=c\\,d, run=nightly-1,app=com.acme.**;org.x.*,watch=a.B#get*\\,a.C,"
                + "scope=a.Flow#run,http=false,stacks=false,redact=PIN;x-Acme.id,max-rate=5/s over 10s,on-violation=exit,"
                + "chain-window=2min,formats=text;json,summary=false,journal-limit=512m,socket-table=100ms,hops=3,baseline=b.json",
            Map.of(),
            directory);
    assertThat(settings.output()).isEqualTo(directory.resolve("b=c,d"));
    assertThat(settings.run()).isEqualTo("nightly-1");
    assertThat(settings.app())
        .extracting(Object::toString)
        .containsExactly("com.acme.**", "org.x.*");
    assertThat(settings.watch()).extracting(Object::toString).containsExactly("a.B#get*", "a.C");
    assertThat(settings.scope()).extracting(Object::toString).containsExactly("a.Flow#run");
    assertThat(settings.http()).isFalse();
    assertThat(settings.stacks()).isFalse();
    assertThat(settings.summary()).isFalse();
    assertThat(settings.redact()).containsExactly("pin", "x-acme.id");
    assertThat(settings.limits()).hasSize(1);
    Limit limit = settings.limits().get(0);
    assertThat(limit.text()).isEqualTo("max-rate: 5/s over 10s");
    assertThat(limit.allowed()).isEqualTo(5);
    assertThat(limit.window()).isEqualTo(Duration.ofSeconds(10));
    assertThat(limit.site()).isNull();
    assertThat(settings.onViolation()).isEqualTo(OnViolation.EXIT);
    assertThat(settings.chainWindow()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.formats()).containsExactly(Format.JSON, Format.TEXT);
    assertThat(settings.journalLimitBytes()).isEqualTo(512L << 20);
    assertThat(settings.hops()).isEqualTo(3);
    assertThat(settings.baseline())
        .isEqualTo(new BaselineFile(directory.resolve("b.json"), "baseline", "b.json"));
    assertThat(settings.socketTable()).isEqualTo(Duration.ofMillis(100));
  }

  /** In YAML 1.1 the word off is a boolean. */
  @Test
  void shouldSwitchTheSocketTableOffAnywhere() throws Exception {
    Map<String, String> environment = Map.of("CHURN_SOCKET_TABLE", "off");
    assertThat(Settings.load("socket-table=off", Map.of(), directory).socketTable()).isZero();
    assertThat(Settings.load("", environment, directory).socketTable()).isZero();
    for (String line : new String[] {"socket-table: off", "socket-table: 'off'"}) {
      Files.writeString(directory.resolve("churn.yaml"), line);
      assertThat(Settings.load("", Map.of(), directory).socketTable()).as(line).isZero();
    }
  }

  @Test
  void shouldPreferArgumentsToEnvironmentToFile() throws Exception {
    Files.writeString(
        directory.resolve("churn.yaml"), "output: file\nrun: file\nhttp: false\nhops: 2\n");
    Map<String, String> environment =
        Map.of("CHURN_OUTPUT", "env", "CHURN_RUN", "env", "CHURN_HOPS", "4");
    Settings settings = Settings.load("output=args", environment, directory);
    assertThat(settings.output()).isEqualTo(directory.resolve("args"));
    assertThat(settings.run()).isEqualTo("env");
    assertThat(settings.http()).isFalse();
    assertThat(settings.hops()).isEqualTo(4);
    assertThat(settings.configFile()).isEqualTo(directory.resolve("churn.yaml"));
  }

  @Test
  void shouldReadTheFileThatIsNamedInsteadOfTheDefaultOne() throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), "run: wrong\n");
    Files.writeString(directory.resolve("a.yaml"), "run: a\n");
    Files.writeString(directory.resolve("b.yaml"), "run: b\n");
    Map<String, String> environment = Map.of("CHURN_CONFIG", "b.yaml");
    assertThat(Settings.load("config=a.yaml", environment, directory).run()).isEqualTo("a");
    assertThat(Settings.load(null, environment, directory).run()).isEqualTo("b");
  }

  @Test
  void shouldLetAnEmptyListOverrideOneOfAWeakerPlace() throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), "app: [a.**, b.**]\nwatch: a.B#c;a.B#d\n");
    assertThat(Settings.load("app=", Map.of(), directory).app()).isEmpty();
    assertThat(Settings.load("", Map.of(), directory).app()).hasSize(2);
    assertThat(Settings.load("", Map.of(), directory).watch()).hasSize(2);
  }

  @Test
  void shouldIgnoreEmptyAndForeignEnvironmentVariables() throws Exception {
    Map<String, String> environment =
        Map.of("CHURN_OUTPUT", "", "CHURN_SCORE", "0.4", "CHURN_API_KEY", "x", "CHURN_DEBUG", "1");
    Settings settings = Settings.load(null, environment, directory);
    assertThat(settings.output()).isEqualTo(directory.resolve("churn-report"));
  }

  @Test
  void shouldPutTheShorthandAfterTheFilesLimits() throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), "limits: [{max-open: 5}]");
    Settings settings = Settings.load("max-rate=300/min", Map.of(), directory);
    assertThat(settings.limits())
        .extracting(Limit::text)
        .containsExactly("max-open: 5", "max-rate: 300/min");
  }

  @Test
  void shouldBeginPathsOfTheFileInItsFolder() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("root"));
    Files.writeString(
        folder.resolve("churn.yaml"), "baseline: accepted.json\nsource-root: sources\n");
    Path module = Files.createDirectories(folder.resolve("module"));

    Settings inFile = Settings.load("config=../churn.yaml", Map.of(), module);
    assertThat(inFile.baseline().path()).isEqualTo(folder.resolve("accepted.json"));
    assertThat(inFile.sourceRoot()).isEqualTo(folder.resolve("sources"));

    Settings given =
        Settings.load(
            "config=../churn.yaml,baseline=mine.json", Map.of("CHURN_SOURCE_ROOT", "src"), module);
    assertThat(given.baseline().path()).isEqualTo(module.resolve("mine.json"));
    assertThat(given.sourceRoot()).isEqualTo(module.resolve("src"));
  }
}

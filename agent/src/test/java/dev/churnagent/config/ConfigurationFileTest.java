package dev.churnagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {
  @TempDir Path directory;

  @Test
  void shouldReadTheContractsExample() throws Exception {
    Settings settings =
        load(
            """
            output: runs
            app: [com.acme.**, org.acme.*]
            watch:
              - com.acme.Device#getNecessaryData
            limits:
              - site: com.acme.flow.**         # optional
                endpoint: "*:27015"
                max-rate: 5/s over 10s
              - max-connections: 500
              - max-open: 50
                endpoint: 10.0.*
              - max-redundant-calls: 0
              - max-duplicates: 3
                request: GET http://*/status
              - max-time-wait: 4000
              - max-port-use: 12.5%
                on: windows
                hops: 2
            hops: 3
            profiles:
              windows: {ports: 1000, excluded-ports: 10, time-wait: 2min}
              linux:
                per-destination: false
                reuse: everywhere
            ignore:
              - request: "com.acme.Device#ping"
                root: com.acme.flow.**
                reason: the vendor's library asks twice
              - {reason: health, request: "GET http://*/health"}
            """);
    assertThat(settings.output()).isEqualTo(directory.resolve("runs"));
    assertThat(settings.app()).hasSize(2);
    assertThat(settings.limits())
        .extracting(Limit::text)
        .containsExactly(
            "max-rate: 5/s over 10s (site com.acme.flow.**, endpoint *:27015)",
            "max-connections: 500",
            "max-open: 50 (endpoint 10.0.*)",
            "max-redundant-calls: 0",
            "max-duplicates: 3 (request GET http://*/status)",
            "max-time-wait: 4000",
            "max-port-use: 12.5% (on windows, hops 2)");
    assertThat(settings.limits().get(5).machine())
        .isEqualTo(new LimitMachine(null, LimitMachine.AS_PLANNED));
    assertThat(settings.limits().get(6).machine()).isEqualTo(new LimitMachine(Machine.WINDOWS, 2));
    assertThat(settings.limits().get(6).allowed()).isEqualTo(12.5);
    assertThat(settings.hops()).isEqualTo(3);
    assertThat(settings.profiles())
        .containsExactly(
            new MachineProfile(Machine.WINDOWS, 1000, 10, Duration.ofMinutes(2), null, null),
            new MachineProfile(
                Machine.LINUX, null, null, null, false, MachineProfile.Reuse.EVERYWHERE));
    assertThat(settings.profiles().get(0).usablePorts()).isEqualTo(990);
    assertThat(settings.limits().get(1).kind()).isEqualTo(Limit.Kind.MAX_CONNECTIONS);
    assertThat(settings.limits().get(1).allowed()).isEqualTo(500);
    assertThat(settings.limits().get(1).window()).isNull();
    assertThat(settings.limits().get(1).kind().isOfFetches()).isFalse();
    assertThat(settings.limits().get(4).kind().isOfFetches()).isTrue();
    assertThat(settings.ignores()).hasSize(2);
    Ignore ping = settings.ignores().get(0);
    assertThat(ping.reason()).isEqualTo("the vendor's library asks twice");
    assertThat(ping.accepts("com.acme.Device#ping", "com.acme.flow.F#run")).isTrue();
    assertThat(ping.accepts("com.acme.Device#ping", "com.acme.F#run")).isFalse();
    assertThat(ping.accepts("com.acme.Device#pong", "com.acme.flow.F#run")).isFalse();
    Ignore health = settings.ignores().get(1);
    assertThat(health.root()).isNull();
    assertThat(health.accepts("GET http://a:1/x/health", "com.acme.F#run")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"http\": false, \"limits\": [{\"max-open\": 5}]}",
        "{\n\t\"http\":\tfalse,\n\t\"limits\": [\n\t\t{\"max-open\": 5}\n\t]\n}\n",
        "\ufeffhttp: false\r\nlimits:\r\n- max-open: 5\r\n",
        "---\nhttp: 'false'\nlimits: [{max-open: 5.0}]\n...\n",
      })
  void shouldReadJsonAndEveryStyleOfYaml(String text) throws Exception {
    Settings settings = load(text);
    assertThat(settings.http()).isFalse();
    assertThat(settings.limits()).hasSize(1);
    assertThat(settings.limits().get(0).allowed()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing\n", "---\n", "{}", "null"})
  void shouldTakeAnEmptyFile(String text) throws Exception {
    assertThat(load(text).limits()).isEmpty();
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "http: true\noutptu: x\n",
            "line 2, column 1: outptu: unknown option 'outptu: x'; did you mean 'output'? known: output,"),
        Arguments.of(
            "http: maybe\n",
            "line 1, column 1: http: 'maybe' is neither; allowed is true or false"),
        Arguments.of(
            "output: [a]\n",
            "line 1, column 1: output: 'a list' is not a single value; allowed is the path"),
        Arguments.of(
            "output:\n", "line 1, column 1: output: has no value; allowed is the path of a folder"),
        Arguments.of(
            "app:\n  - com.acme.**\n  - a b\n",
            "line 3, column 5: app: 'a b' is not a pattern; allowed is"),
        Arguments.of(
            "app: {a: b}\n",
            "line 1, column 1: app: 'a map' is not a single value; allowed is class-name"),
        Arguments.of(
            "run: a\nrun: b\n", "line 2, column 1: run: given twice, the second time as 'b'"),
        Arguments.of(
            "config: x\n",
            "line 1, column 1: config: 'x' can't stand in a configuration file; allowed are"),
        Arguments.of(
            "baseline: [x.json]\n",
            "line 1, column 1: baseline: 'a list' is not a single value; allowed is the path of a"),
        Arguments.of(
            "baseline: ''\n", "line 1, column 1: baseline: '' is empty; allowed is the path of a"),
        Arguments.of("? [a, b]\n: c\n", "line 1, column 3: a key is a list, not a word"),
        Arguments.of(
            "- a\n",
            "line 1, column 1: 'a list' is not a map of options; allowed are the keys output,"),
        Arguments.of(
            "limits: 5\n",
            "line 1, column 1: limits: '5' is not a list; allowed is a list of maps"),
        Arguments.of(
            "limits: [5]\n",
            "line 1, column 10: limits[0]: '5' is not a limit; allowed is a map with one of"),
        Arguments.of(
            "limits: [{}]\n",
            "line 1, column 10: limits[0]: '' limits nothing; allowed is one of max-rate"),
        Arguments.of(
            "limits: [{site: a.**}]\n",
            "line 1, column 10: limits[0]: 'site: a.**' limits nothing; allowed is"),
        Arguments.of(
            "limits:\n- max-open: 5\n  max-rate: 5/s\n",
            "line 3, column 3: limits[0].max-rate: '5/s' is a second kind beside max-open"),
        Arguments.of(
            "limits:\n- max-open: 5\n- max-opne: 5\n",
            "line 3, column 3: limits[1].max-opne: unknown key 'max-opne: 5'; did you mean 'max-open'? known: site,"),
        Arguments.of(
            "limits: [{max-open: -1}]\n",
            "line 1, column 11: limits[0].max-open: '-1' is no such number; allowed is a whole number"),
        Arguments.of(
            "limits: [{max-open: .inf}]\n",
            "line 1, column 11: limits[0].max-open: '.inf' is no such number"),
        Arguments.of(
            "limits: [{max-open: 50%}]\n",
            "line 1, column 11: limits[0].max-open: '50%' is no such number"),
        Arguments.of(
            "limits: [{max-open: 1e999999999}]\n",
            "line 1, column 11: limits[0].max-open: '1e999999999' is no such number"),
        Arguments.of(
            "limits: [{max-connections: }]\n",
            "line 1, column 11: limits[0].max-connections: has no value; allowed is"),
        Arguments.of(
            "limits: [{max-rate: 5}]\n",
            "line 1, column 11: limits[0].max-rate: '5' is not a rate; allowed is"),
        Arguments.of(
            "limits: [{site: a..b, max-open: 5}]\n",
            "line 1, column 11: limits[0].site: 'a..b' is not a pattern; allowed is"),
        Arguments.of(
            "limits: [{endpoint: host, max-open: 5}]\n",
            "line 1, column 11: limits[0].endpoint: 'host' is not an endpoint; allowed is"),
        Arguments.of(
            "limits: [{max-open: 5, on: windows}]\n",
            "line 1, column 24: limits[0].on: 'windows' can't stand beside max-open; allowed is site,"),
        Arguments.of(
            "limits: [{hops: 9, max-port-use: 50%}]\n",
            "line 1, column 11: limits[0].hops: '9' is no such number; allowed is a whole number"
                + " from 1 to 8"),
        Arguments.of(
            "limits: [{on: windos, max-time-wait: 4000}]\n",
            "line 1, column 11: limits[0].on: 'windos' is not a system; did you mean 'windows'?;"
                + " allowed is linux, windows, macos or custom"),
        Arguments.of(
            "limits: [{max-time-wait: 4k}]\n",
            "line 1, column 11: limits[0].max-time-wait: '4k' is no such number; allowed is a whole"),
        Arguments.of(
            "limits: [{max-port-use: 50}]\n",
            "line 1, column 11: limits[0].max-port-use: '50' is not a percentage; allowed is a"
                + " percentage, e.g. 50%"),
        Arguments.of(
            "limits: [{max-port-use: 50%, site: a.**}]\n",
            "line 1, column 30: limits[0].site: 'a.**' can't stand beside max-port-use; allowed is"
                + " on, hops"),
        Arguments.of(
            "limits: [{max-redundant-call: 0}]\n",
            "line 1, column 11: limits[0].max-redundant-call: unknown key 'max-redundant-call: 0';"
                + " did you mean 'max-redundant-calls'? known: site, endpoint, request, on, hops,"),
        Arguments.of(
            "limits: [{max-duplicates: many}]\n",
            "line 1, column 11: limits[0].max-duplicates: 'many' is no such number; allowed is"),
        Arguments.of(
            "limits: [{max-redundant-calls: 0.5}]\n",
            "line 1, column 11: limits[0].max-redundant-calls: '0.5' is no such number; allowed"),
        Arguments.of(
            "limits:\n- max-duplicates: 1\n  site: a.**\n",
            "line 3, column 3: limits[0].site: 'a.**' can't stand beside max-duplicates; allowed is"
                + " request"),
        Arguments.of(
            "limits:\n- request: a.B#c\n  max-redundant-calls: 1\n",
            "line 2, column 3: limits[0].request: 'a.B#c' can't stand beside max-redundant-calls;"
                + " allowed is nothing beside it"),
        Arguments.of(
            "limits:\n- request: a.B#c\n  max-open: 1\n",
            "line 2, column 3: limits[0].request: 'a.B#c' can't stand beside max-open; allowed is"
                + " site, endpoint"),
        Arguments.of(
            "limits: [{max-duplicates: 1, request: get http://a/b}]\n",
            "line 1, column 30: limits[0].request: 'get http://a/b' is not a request; allowed is a"
                + " method pattern, e.g. com.acme.Device#get*, or an HTTP method and URL"),
        Arguments.of(
            "limits: [{max-duplicates: 1, max-redundant-calls: 1}]\n",
            "line 1, column 30: limits[0].max-redundant-calls: '1' is a second kind beside"
                + " max-duplicates; allowed is one of max-rate,"),
        Arguments.of(
            "ignore: a.B#c\n",
            "line 1, column 1: ignore: 'a.B#c' is not a list; allowed is a list of maps, each with"
                + " request, reason"),
        Arguments.of(
            "ignore: [a.B#c]\n",
            "line 1, column 10: ignore[0]: 'a.B#c' is not an entry; allowed is a map with request,"),
        Arguments.of(
            "ignore: [{reason: so}]\n",
            "line 1, column 10: ignore[0]: 'reason: so' names no request; allowed is a map with"),
        Arguments.of(
            "ignore:\n- {request: a.B#c, root: d.E}\n",
            "line 2, column 3: ignore[0]: 'request: a.B#c, root: d.E' gives no reason; allowed is"),
        Arguments.of(
            "ignore:\n- request: a.B#c\n  reason: ' '\n",
            "line 3, column 3: ignore[0].reason: '' is empty; allowed is a few words"),
        Arguments.of(
            "ignore:\n- request: a.B#c\n  reason:\n",
            "line 3, column 3: ignore[0].reason: has no value; allowed is a few words"),
        Arguments.of(
            "ignore:\n- request: a.B#c\n  raeson: x\n",
            "line 3, column 3: ignore[0].raeson: unknown key 'raeson: x'; did you mean 'reason'?"
                + " known: request, root, reason"),
        Arguments.of(
            "ignore: [{request: a..b, reason: x}]\n",
            "line 1, column 11: ignore[0].request: 'a..b' is not a request; allowed is"),
        Arguments.of(
            "ignore: [{request: a.B#c, root: a b, reason: x}]\n",
            "line 1, column 27: ignore[0].root: 'a b' is not a pattern; allowed is"),
        Arguments.of(
            "profiles: windows\n",
            "line 1, column 1: profiles: 'windows' is not a map; allowed is a map with any of linux"),
        Arguments.of(
            "profiles: {windos: {ports: 5}}\n",
            "line 1, column 12: profiles.windos: 'windos' is not a system; did you mean 'windows'?"),
        Arguments.of(
            "profiles: {linux: 5}\n",
            "line 1, column 12: profiles.linux: '5' is not a map; allowed is a map with any of ports"),
        Arguments.of(
            "profiles:\n  linux: {prots: 5}\n",
            "line 2, column 11: profiles.linux.prots: unknown key 'prots: 5'; did you mean 'ports'?"),
        Arguments.of(
            "profiles: {linux: {ports: 65536}}\n",
            "line 1, column 20: profiles.linux.ports: '65536' is no such number; allowed is a whole"
                + " number from 1 to 65535"),
        Arguments.of(
            "profiles: {macos: {excluded-ports: -1}}\n",
            "line 1, column 20: profiles.macos.excluded-ports: '-1' is no such number; allowed is a"
                + " whole number from 0 to"),
        Arguments.of(
            "profiles: {macos: {excluded-ports: 16384}}\n",
            "line 1, column 12: profiles.macos: '16384' excluded ports leave none of 16384;"),
        Arguments.of(
            "profiles: {linux: {time-wait: 60}}\n",
            "line 1, column 20: profiles.linux.time-wait: '60' is not a length of time; allowed is"),
        Arguments.of(
            "profiles: {linux: {per-destination: no}}\n",
            "line 1, column 20: profiles.linux.per-destination: 'no' is neither; allowed is true or"),
        Arguments.of(
            "profiles: {linux: {reuse: always}}\n",
            "line 1, column 20: profiles.linux.reuse: 'always' is none of them; allowed is never,"
                + " loopback or everywhere"),
        Arguments.of(
            "profiles: {windows: {reuse: never}}\n",
            "line 1, column 22: profiles.windows.reuse: 'never' can't stand in windows; allowed is"
                + " it in linux only"),
        Arguments.of(
            "profiles: {custom: {ports: 5}}\n",
            "line 1, column 12: profiles.custom: 'custom' has no defaults; it needs ports and"),
        Arguments.of(
            "hops: 0\n",
            "line 1, column 1: hops: '0' is no such number; allowed is a whole number"),
        Arguments.of(
            "ignroe: []\n",
            "line 1, column 1: ignroe: unknown option 'ignroe: a list'; did you mean 'ignore'?"),
        Arguments.of("stacks: no\n", "line 1, column 1: stacks: 'no' is neither; allowed is true"),
        Arguments.of(
            "redact: [pin, 'a b']\n",
            "line 1, column 15: redact: 'a b' is no part of a name; allowed is parts of names,"),
        Arguments.of("output: 'x\nrun: y\n", "line 3, column 1: malformed YAML: "),
        Arguments.of("a: b: c\n", "line 1, column 5: malformed YAML: "),
        Arguments.of("{\"http\": true,\n \"run\" \"x\"}", "line 2, column 8: malformed YAML: "),
        Arguments.of("a: 1\n---\nb: 2\n", "line 2, column 1: malformed YAML: "),
        Arguments.of("run: *nobody\n", "line 1, column 6: malformed YAML: "));
  }

  @Test
  void shouldRefuseALimitOnASystemThatIsNotDescribed() throws Exception {
    String limits = "limits: [{max-time-wait: 9, on: custom}]\n";
    assertThat(mistake(limits))
        .startsWith("limits: 'max-time-wait: 9 (on custom)' is on a system that is not described")
        .contains("profiles.custom with ports and time-wait");
    assertThat(load(limits + "profiles: {custom: {ports: 9, time-wait: 4min}}").limits())
        .hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void shouldNameFileLineColumnKeyAndValue(String text, String line) throws Exception {
    assertThat(mistake(text)).startsWith("churn.yaml: " + line).doesNotContain("\n");
  }

  @Test
  void shouldRefuseFilesThatAreNoConfigurationInOneLine() throws Exception {
    assertThat(mistake("[".repeat(100_000))).contains("malformed YAML").doesNotContain("\n");
    assertThat(mistake("run: a\u0001b")).startsWith("churn.yaml: ").doesNotContain("\n");
    assertThat(mistake("#".repeat(2 << 20))).contains("larger than 1 MiB").doesNotContain("\n");
    Files.write(
        directory.resolve("churn.yaml"), "run: \u00e4".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(mistake()).contains("is not text in UTF-8").doesNotContain("\n");
  }

  @Test
  void shouldCallTheFileWhatTheUserCallsIt() throws Exception {
    Files.createDirectory(directory.resolve("conf"));
    Files.writeString(directory.resolve("conf/limits.json"), "{\"rnu\": 1}");
    ConfigurationException mistake =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Settings.load("config=conf/limits.json", Map.of(), directory));
    assertThat(mistake).hasMessageStartingWith("conf/limits.json: line 1, column 2: rnu: unknown");
  }

  private Settings load(String text) throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), text);
    return Settings.load(null, Map.of(), directory);
  }

  private String mistake(String text) throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), text);
    return mistake();
  }

  private String mistake() {
    ConfigurationException mistake =
        catchThrowableOfType(
            ConfigurationException.class, () -> Settings.load(null, Map.of(), directory));
    assertThat(mistake).isNotNull();
    return mistake.getMessage();
  }
}

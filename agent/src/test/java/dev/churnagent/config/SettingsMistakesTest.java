package dev.churnagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every mistake is one line that names the key, the value and what is allowed. */
class SettingsMistakesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outptu=x          | outptu: unknown option 'outptu=x'; did you mean 'output'? known: config,",
        "form=json         | form: unknown option 'form=json'; did you mean 'formats'? known: config,",
        "zzz=1             | zzz: unknown option 'zzz=1'; known: config,",
        "limits=x          | limits: 'limits=x' can stand in the configuration file only",
        "ignore=x          | ignore: 'ignore=x' can stand in the configuration file only",
        "stacks=off        | stacks: 'off' is neither; allowed is true or false",
        "stack=true        | stack: unknown option 'stack=true'; did you mean 'stacks'? known:",
        "redact=pin;a=b    | redact: 'a=b' is no part of a name; allowed is parts of names, each",
        "redcat=pin        | redcat: unknown option 'redcat=pin'; did you mean 'redact'? known:",
        "http              | http: has no value; allowed is http=, then true or false",
        "app=a.**,b.**     | agent arguments: 'b.**' is not key=value (inside a value, a comma is written '\\,'",
        "run=a,run=b       | run: given twice, the second time as 'b'; allowed is one value",
        "output=           | output: '' is empty; allowed is the path of a folder",
        "run=              | run: '' is not a plain folder name; allowed is",
        "run=..            | run: '..' is not a plain folder name; allowed is",
        "run=a/b           | run: 'a/b' is not a plain folder name; allowed is",
        "run=a\\b          | run: 'a\\b' is not a plain folder name; allowed is",
        "run=a:b           | run: 'a:b' is not a plain folder name; allowed is",
        "run=a.            | run: 'a.' is not a plain folder name; allowed is",
        "http=yes          | http: 'yes' is neither; allowed is true or false",
        "on-violation=stop | on-violation: 'stop' is neither; allowed is report or exit",
        "app=a..b          | app: 'a..b' is not a pattern; allowed is a class name with * and **",
        "app=a.B#c         | app: 'a.B#c' names a method; allowed is class-name patterns",
        "watch=a.B#<init>  | watch: 'a.B#<init>' names a constructor, which can't be watched; allowed is method patterns, e.g. com.acme.Device#get*",
        "scope=a.B#<clinit> | scope: 'a.B#<clinit>' names a constructor, which can't be watched; allowed is method patterns, e.g. com.acme.Flow#run",
        "watch=a.B#c()     | watch: 'a.B#c()' is not a pattern; allowed is",
        "max-rate=5        | max-rate: '5' is not a rate; allowed is a number per s, min or h",
        "max-rate=-5/s     | max-rate: '-5/s' is not a rate; allowed is",
        "max-rate=5/s over 0s | max-rate: '5/s over 0s' is not a rate; allowed is",
        "chain-window=0s   | chain-window: '0s' is not a length of time; allowed is",
        "chain-window=9999999999h | chain-window: '9999999999h' is not a length of time; allowed is",
        "formats=jsn       | formats: 'jsn' is not a format; did you mean 'json'?; allowed is any of json;html",
        "formats=          | formats: '' names no format; allowed is any of json;html;text;junit;sarif;markdown;gitlab",
        "formats=junti     | formats: 'junti' is not a format; did you mean 'junit'?; allowed is any of",
        "source-root=      | source-root: '' is empty; allowed is the path of a folder",
        "hops=9  | hops: '9' is no such number; allowed is a whole number from 1 to 8",
        "hops=two  | hops: 'two' is no such number; allowed is",
        "profiles=x  | profiles",
        "journal-limit=1m  | journal-limit: '1m' is no such size; allowed is a size of at least 2m",
        "journal-limit=5x  | journal-limit: '5x' is no such size; allowed is",
        "socket-table=99ms | socket-table: '99ms' is neither; allowed is off, or a length of time of at least 100ms",
        "socket-table=on   | socket-table: 'on' is neither; allowed is off, or a length of time",
        "socket-table=0s   | socket-table: '0s' is neither; allowed is off, or a length of time",
        "config=none.yaml  | config: 'none.yaml' does not exist; allowed is the path of a YAML or JSON file",
        "config=.          | config: '.' is a directory; allowed is the path of a YAML or JSON file",
      })
  void shouldRefuseInOneLine(String arguments, String line) {
    assertThat(mistake(arguments, Map.of())).startsWith(line).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CHURN_HTTP     | ja   | CHURN_HTTP: 'ja' is neither; allowed is true or false",
        "CHURN_OUTPTU   | x    | CHURN_OUTPTU: unknown environment variable 'CHURN_OUTPTU=x'; did you mean 'CHURN_OUTPUT'? known:",
        "CHURN_MAXRATE  | 5/s  | CHURN_MAXRATE: unknown environment variable 'CHURN_MAXRATE=5/s'; did you mean 'CHURN_MAX_RATE'? known:",
        "CHURN_CONFIG   | nix  | CHURN_CONFIG: 'nix' does not exist; allowed is",
      })
  void shouldNameTheEnvironmentVariable(String name, String value, String line) {
    assertThat(mistake(null, Map.of(name, value))).startsWith(line).doesNotContain("\n");
  }

  @Test
  void shouldStayOnOneLineWhateverTheValueHolds() {
    assertThat(mistake("http=a\nb\u0000c\u2028", Map.of()))
        .isEqualTo("http: 'a\\nb\ufffdc\ufffd' is neither; allowed is true or false");
    assertThat(mistake("output=a\u0000b", Map.of())).startsWith("output: 'a\ufffdb' is not a path");
  }

  @Test
  void shouldCheckArgumentsWithoutAnyFile() throws Exception {
    Files.writeString(directory.resolve("churn.yaml"), "nonsense: 1");
    Settings.checkArguments("config=not-there.yaml,output=x");
    ConfigurationException mistake =
        catchThrowableOfType(
            ConfigurationException.class, () -> Settings.checkArguments("htpp=true"));
    assertThat(mistake).hasMessageContaining("did you mean 'http'?");
  }

  private String mistake(String arguments, Map<String, String> environment) {
    ConfigurationException mistake =
        catchThrowableOfType(
            ConfigurationException.class, () -> Settings.load(arguments, environment, directory));
    assertThat(mistake).as(arguments).isNotNull();
    return mistake.getMessage();
  }
}

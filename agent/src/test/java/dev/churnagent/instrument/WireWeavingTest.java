package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.WireHook;
import dev.churnagent.programs.WireProgram;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a program in a JVM whose own modules are patched with the woven classes and with the
 * recorder, and looks at what it recorded of the program's real sockets, channels and TLS.
 */
class WireWeavingTest {
  private static final List<String> PACKAGES =
      List.of("hook", "recorder", "recorder/wire", "recorder/call", "journal", "model", "http");

  @TempDir Path directory;

  @Test
  void shouldRecordWhatGoesOverSocketsChannelsAndTls() throws Exception {
    List<String> lines = run();

    String partial = digest(lines, "digest ");
    String asyncPartial = digest(lines, "async digest ");
    assertThat(lines)
        .contains("network true", "faults [] lost 0")
        .filteredOn(line -> line.contains("] connections"))
        .map(line -> line.replaceAll("body [0-9a-f]{16}", "body #"))
        .containsExactly(
            "url connection: GET http://127.0.0.1:PLAIN/status [a=1&token=[redacted]] connections 1"
                + " thread 1",
            "url connection: GET http://127.0.0.1:PLAIN/status [a=1&token=[redacted]] connections 0"
                + " thread 1",
            "url connection: POST http://127.0.0.1:PLAIN/post [body #] connections 0 thread 1",
            "url connection inside TLS: GET https://localhost:SECURE/status [] connections 1 thread"
                + " 1",
            "url connection inside TLS: GET https://localhost:SECURE/status [] connections 0 thread"
                + " 1",
            "http client: GET http://127.0.0.1:PLAIN/get [] connections 1 thread 1",
            "http client: GET http://127.0.0.1:PLAIN/get [] connections 0 thread 1",
            "http client: POST http://127.0.0.1:PLAIN/large [body #] connections 0 thread 1",
            "http client inside TLS: GET https://localhost:SECURE/get [] connections 1 thread 1",
            "http client inside TLS: GET https://localhost:SECURE/get [] connections 0 thread 1",
            "http client inside TLS: POST https://localhost:SECURE/large [body #] connections 0"
                + " thread 1",
            "http client redirected: GET http://127.0.0.1:PLAIN/old [] connections 1 thread 1",
            "http client redirected: GET http://127.0.0.1:PLAIN/new [] connections 0 thread 1",
            "channel: GET http://h/channel [] connections 1 thread 1",
            "adaptor: GET http://h/adaptor [] connections 1 thread 1",
            "partial writes: POST http://h/partial [body #] connections 1 thread 1",
            "async futures: GET http://h/async-future [] connections 1 thread 1",
            "async handlers: GET http://h/async-handler [] connections 1 thread 1",
            "async partial writes: POST http://h/async-partial [body #] connections 1 thread 1",
            "socks: GET http://h/socks [] connections 1 thread 1",
            "upgrade: GET http://chat/chat [] connections 1 thread 1 unknown",
            "cut answer: GET http://cut/cut [] connections 1 thread 1 unknown",
            "no answer: GET http://none/none [] connections 1 thread 1 failed");
    assertThat(lines)
        .as("what a channel did not take is taken back")
        .anyMatch(line -> line.contains("http://h/partial [body " + partial + "]"))
        .anyMatch(line -> line.contains("http://h/async-partial [body " + asyncPartial + "]"));
  }

  private static String digest(List<String> lines, String title) {
    List<String> found = lines.stream().filter(line -> line.startsWith(title)).toList();
    assertThat(found).as("the program ran to its end: %s", lines).hasSize(1);
    return found.get(0).substring(title.length());
  }

  private List<String> run() throws Exception {
    Path base = directory.resolve("base");
    Path http = directory.resolve("http");
    for (String name : PACKAGES) {
      copyPackage(name, base);
    }
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<HookedClass> hooked = SocketHooks.of(windows);
    Weaving weaving =
        new Weaving(
            new ClassFiles(), hooked.stream().map(HookedClass::name).collect(Collectors.toSet()));
    for (HookedClass one : hooked) {
      String name = one.internalName();
      Path file = (name.startsWith("jdk/internal/net/http") ? http : base).resolve(name + ".class");
      Files.createDirectories(file.getParent());
      try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
        Files.write(file, weaving.weave(one, in.readAllBytes()));
      }
    }
    Path keys = directory.resolve("keys.p12");
    start(
        List.of(
            tool("keytool"),
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-storepass",
            "changeit",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-alias",
            "test"));
    return start(command(base, http, keys));
  }

  private List<String> command(Path base, Path http, Path keys) throws URISyntaxException {
    List<String> command = new ArrayList<>(List.of(tool("java"), "-Xshare:off"));
    command.add("--patch-module=java.base=" + base);
    command.add("--patch-module=java.net.http=" + http);
    for (String name : PACKAGES) {
      String exported = "java.base/dev.churnagent." + name.replace('/', '.');
      command.add("--add-exports=" + exported + "=ALL-UNNAMED,java.net.http");
    }
    command.add("--add-opens=java.base/dev.churnagent.recorder.call=ALL-UNNAMED");
    command.add("-cp");
    command.add(classes(WireProgram.class).toString());
    command.add(WireProgram.class.getName());
    command.add(keys.toString());
    command.add(directory.toString());
    return command;
  }

  private static void copyPackage(String name, Path base) throws Exception {
    Path from = classes(WireHook.class).resolve("dev/churnagent").resolve(name);
    Path target = Files.createDirectories(base.resolve("dev/churnagent").resolve(name));
    Files.walkFileTree(
        from,
        java.util.Set.of(),
        1,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws java.io.IOException {
            if (attributes.isRegularFile()) {
              Files.copy(file, target.resolve(file.getFileName()));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static Path classes(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private List<String> start(List<String> command) throws Exception {
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("WARNING:") && !line.contains("warning:"))
        .toList();
  }
}

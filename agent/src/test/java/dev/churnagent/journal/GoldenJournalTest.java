package dev.churnagent.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals of every released version of the format stay readable. */
class GoldenJournalTest {
  @TempDir Path directory;

  @Test
  void shouldStillReadTheJournalOfVersion1() throws IOException {
    RecordedCalls calls = RecordedCalls.read(unpacked("journal-1.churn"));

    assertThat(calls.tornBytes).isZero();
    assertThat(calls.lines)
        .containsExactly(
            "runStarted[RunInfo[id=20261122-153012-4711, pid=4711, host=h\u00f6st,"
                + " os=Linux 6.1.0 amd64, java=17.0.15+6 (Debian), mainClass=com.acme.Main,"
                + " mainLocation=file:/app/app.jar, startedAt=2026-11-22T15:30:12.345678901Z,"
                + " applicationPatterns=[com.acme.**], attached=true, watching=null]]",
            "stackDefined[0, CallStack[frames=["
                + "Frame[origin=CodeOrigin[className=java.net.Socket, sourceFile=Socket.java,"
                + " location=null, module=java.base, jdk=true], method=connect, line=633],"
                + " Frame[origin=CodeOrigin[className=com.acme.StepA, sourceFile=StepA.java,"
                + " location=file:/app/app.jar, module=null, jdk=false],"
                + " method=lambda$run$0, line=-2]]]]",
            "endpointDefined[0, Endpoint[transport=TCP, address=[::1]:27015, host=localhost,"
                + " localAddress=::1]]",
            "connectionEstablished[1000000, 0, 0, 54321, 250000]",
            "connectionClosed[3000000, 0, 0, 54321, 2000000, RESET]",
            "endpointDefined[1, Endpoint[transport=UNIX, address=unix:/run/usbmuxd, host=null,"
                + " localAddress=null]]",
            "connectFailed[4000000, 0, 1, EXHAUSTED, -1]",
            "connectAbandoned[5000000, 0, 1, 1]",
            "measurementDegraded[5000000, no hook: \u20ac]",
            "runEnded[9000000000, SHUTDOWN, 1]");
  }

  private Path unpacked(String name) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream packed = getClass().getResourceAsStream("/golden/" + name + ".gz")) {
      assertThat(packed).as("golden journal").isNotNull();
      Files.copy(new GZIPInputStream(packed), file);
    }
    return file;
  }
}

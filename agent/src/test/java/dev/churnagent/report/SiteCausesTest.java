package dev.churnagent.report;

import static dev.churnagent.analysis.TestRecording.DEVICE;
import static dev.churnagent.analysis.TestRecording.application;
import static dev.churnagent.analysis.TestRecording.jdk;
import static dev.churnagent.analysis.TestRecording.library;
import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.analysis.TestRecording;
import dev.churnagent.model.CallStack;
import dev.churnagent.model.ClientKind;
import dev.churnagent.model.ClosedFirst;
import dev.churnagent.model.Frame;
import dev.churnagent.report.Report.ClientObjects;
import dev.churnagent.report.Report.Site;
import dev.churnagent.report.text.TextReportWriter;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a site opened so many connections: must be said, and near misses that must not. */
class SiteCausesTest {
  private static final Frame FETCH = application("com.acme.Device", "fetch", 4);
  private static final Frame BUILD = application("com.acme.DeviceClient", "create", 41);
  private static final String BUILT = "com.acme.DeviceClient.create(DeviceClient.java:41)";

  private final TestRecording recording = TestRecording.run();
  private final int device = recording.endpoint(DEVICE);
  private final int fetch = recording.stack(FETCH);
  private final int build = recording.stack(BUILD);
  private final int byUrl =
      recording.stack(jdk("sun.net.www.protocol.http.HttpURLConnection", "connect"), FETCH);
  private double now;

  private Site site() {
    return TestReports.of(recording).sites().get(0);
  }

  private List<String> causes() {
    return site().causes().stream().map(Cause::text).toList();
  }

  private void clients(ClientKind kind, int clients, int connectionsEach) {
    for (int client = 0; client < clients; client++) {
      recording.built(client, kind, build);
      for (int i = 0; i < connectionsEach; i++) {
        recording.connectBy(client, now++, fetch, device);
        recording.close(now++, fetch, device, 1, ClosedFirst.LOCAL);
      }
    }
  }

  @Test
  void shouldTellThatEachConnectionHasAClientOfItsOwn() throws IOException {
    clients(ClientKind.JDK_HTTP_CLIENT, 50, 1);

    assertThat(site().clients()).containsExactly(new ClientObjects("HttpClient", BUILT, 50, 50));
    assertThat(causes())
        .containsExactly("50 connections by 50 client objects (HttpClient), all built at " + BUILT);
    assertThat(site().causes().get(0))
        .extracting(Cause::kind, Cause::count, Cause::objects, Cause::client, Cause::builtAt)
        .containsExactly(Cause.CLIENT_EACH, 50L, 50L, "HttpClient", BUILT);
    StringBuilder text = new StringBuilder();
    TextReportWriter.write(TestReports.of(recording), text);
    assertThat(text).contains("50 connections by 50 client objects");
  }

  @Test
  void shouldSayNothingOfClientsThatAreUsedAgain() {
    clients(ClientKind.OKHTTP_POOL, 10, 2);
    assertThat(site().clients()).hasSize(1);
    assertThat(site().causes()).isEmpty();
  }

  @Test
  void shouldSayNothingOfAHandfulOfClients() {
    clients(ClientKind.JDK_HTTP_CLIENT, 4, 1);
    assertThat(site().causes()).isEmpty();
  }

  @Test
  void shouldKeepClientsApartByWhereTheyWereBuilt() {
    clients(ClientKind.JDK_HTTP_CLIENT, 6, 1);
    recording.built(6, ClientKind.JDK_HTTP_CLIENT, -1);
    recording.connectBy(6, now++, fetch, device);

    assertThat(site().clients())
        .containsExactly(
            new ClientObjects("HttpClient", BUILT, 6, 6),
            new ClientObjects("HttpClient", null, 1, 1));
  }

  @Test
  void shouldTellHowChannelsConnect() {
    clients(ClientKind.GRPC_CHANNEL, 1, 3);
    assertThat(causes())
        .containsExactly(
            "3 connections by 1 gRPC channel: one connects at its first call, and again after"
                + " idling");
  }

  @Test
  void shouldTellThatAPoolFillsItself() {
    Frame pool = library("com.zaxxer.hikari.pool.HikariPool", "createPoolEntry");
    int filled = recording.stack(new CallStack(List.of(pool), new CallStack(List.of(BUILD))));
    recording.built(0, ClientKind.HIKARI_POOL, build);
    recording.connectBy(0, 1, filled, device);
    assertThat(causes())
        .containsExactly(
            "opened in the background, by the pool itself, which was built at " + BUILT);
  }

  @Test
  void shouldSayNothingOfAPoolThatTheApplicationWaitsFor() {
    clients(ClientKind.HIKARI_POOL, 1, 3);
    assertThat(site().causes()).isEmpty();
  }

  private void urlConnections(int left, int closed) {
    int cleaner = recording.stack(jdk("jdk.internal.ref.CleanerImpl", "run"));
    for (int i = 0; i < left + closed; i++) {
      recording.connect(now++, byUrl, device);
    }
    for (int i = 0; i < closed; i++) {
      recording.close(now++, byUrl, device, 1, ClosedFirst.LOCAL);
    }
    for (int i = 0; i < left / 2; i++) {
      recording.closeBy(now++, byUrl, device, cleaner);
    }
  }

  @Test
  void shouldTellOfBodiesThatWereNotRead() {
    urlConnections(6, 4);
    assertThat(causes())
        .containsExactly(
            "response bodies not read to their end, or not closed: 6 of 10 connections could not"
                + " be used again");
  }

  /** So many the JDK keeps for the next request. */
  @Test
  void shouldSayNothingOfConnectionsThatAreKept() {
    urlConnections(5, 20);
    assertThat(site().causes()).isEmpty();
  }

  @Test
  void shouldSayNothingOfOtherConnectionsThatNobodyClosed() {
    for (int i = 0; i < 20; i++) {
      recording.connect(i, fetch, device);
    }
    assertThat(site().causes()).isEmpty();
  }

  private void unread(int answers, int connections) {
    for (int i = 0; i < connections; i++) {
      recording.connect(now++, fetch, device);
      recording.close(now++, fetch, device, 1, ClosedFirst.LOCAL);
    }
    for (int i = 0; i < answers; i++) {
      recording.unread(fetch, -1);
    }
  }

  @Test
  void shouldTellOfAnswersThatWereReadInPart() {
    unread(5, 50);
    assertThat(site().unreadAnswers()).isEqualTo(5);
    assertThat(causes())
        .containsExactly(
            "5 responses not read to their end before their connection was closed or the run ended");
  }

  @Test
  void shouldSayNothingOfAFewAnswersThatWereReadInPart() {
    unread(4, 10);
    assertThat(site().unreadAnswers()).isEqualTo(4);
    assertThat(site().causes()).isEmpty();
  }

  @Test
  void shouldSayNothingOfAnswersThatExplainLittle() {
    unread(5, 51);
    assertThat(site().causes()).isEmpty();
  }

  @Test
  void shouldTellUnreadAnswersOnce() {
    urlConnections(6, 4);
    for (int i = 0; i < 6; i++) {
      recording.unread(byUrl, -1);
    }
    assertThat(causes()).singleElement().asString().startsWith("6 responses not read");
  }

  /** The answer is read on a thread of the client; who asked stands where its work came from. */
  @Test
  void shouldTellUnreadAnswersOfWhoHandedTheRequestOver() {
    int worker = recording.stack(library("okhttp3.Dispatcher", "run"));
    int byWorker =
        recording.stack(
            new CallStack(
                List.of(library("okhttp3.Dispatcher", "run")),
                new CallStack(
                    List.of(library("okhttp3.Queue", "add")), new CallStack(List.of(FETCH)))));
    int queue = recording.stack(library("okhttp3.Queue", "add"));
    int origin = recording.origin(queue, recording.origin(fetch, -1));
    recording.connect(0, byWorker, device).unread(worker, origin);

    assertThat(site().method()).isEqualTo("fetch");
    assertThat(site().unreadAnswers()).isEqualTo(1);
  }
}

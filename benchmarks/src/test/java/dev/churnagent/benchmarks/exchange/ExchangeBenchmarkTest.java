package dev.churnagent.benchmarks.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.churnagent.benchmarks.harness.Arguments;
import org.junit.jupiter.api.Test;

class ExchangeBenchmarkTest {

  @Test
  void shouldTryAllClientsUnlessToldOtherwise() {
    assertThat(ExchangeBenchmark.clients(Arguments.parse()))
        .containsExactly("socket", "url-connection", "http-client");
    assertThat(ExchangeBenchmark.clients(Arguments.parse("clients=socket")))
        .containsExactly("socket");
  }

  @Test
  void shouldRefuseAnUnknownClient() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeBenchmark.clients(Arguments.parse("clients=sockets")))
        .withMessage("no client 'sockets'; there are [socket, url-connection, http-client]");
  }
}

package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.hook.ClientSink;
import dev.churnagent.recorder.call.clients.ManagedChannelImpl;
import dev.churnagent.recorder.call.clients.MultithreadEventExecutorGroup;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which client a thread works for. */
class ClientsTest extends CallFixture {
  private static final int NONE = -1;

  private final ManagedChannelImpl channel = new ManagedChannelImpl();
  private MultithreadEventExecutorGroup group = new MultithreadEventExecutorGroup();
  private ClientSink clients;

  @BeforeEach
  void build() {
    clients = contexts.clients();
    clients.clientBuilt(channel);
    clients.clientBuilt(group);
  }

  @Test
  void shouldTellTheClientWithinItsMethodOnly() {
    assertThat(contexts.clientId()).isEqualTo(NONE);
    Object token = clients.clientEntered(channel);
    assertThat(contexts.clientId()).isZero();
    clients.clientLeft(token);
    assertThat(contexts.clientId()).isEqualTo(NONE);
  }

  /** All of gRPC's channels connect by one group of Netty's. */
  @Test
  void shouldNotTakeAGroupForTheClientOfAChannelThatUsesIt() {
    Object outer = clients.clientEntered(channel);
    Object inner = clients.clientEntered(group);
    assertThat(contexts.clientId()).isZero();
    clients.clientLeft(inner);
    assertThat(contexts.clientId()).isZero();
    clients.clientLeft(outer);

    clients.clientLeft(clients.clientEntered(group));
    assertThat(contexts.clientId()).isEqualTo(NONE);
    clients.clientEntered(group);
    assertThat(contexts.clientId()).isOne();
  }

  @Test
  void shouldTellTheInnerOneOfTwoClients() {
    clients.clientEntered(group);
    clients.clientEntered(channel);
    assertThat(contexts.clientId()).isZero();
  }

  @Test
  void shouldNumberClientsThatWereBuiltBefore() {
    clients.clientEntered(new ManagedChannelImpl());
    assertThat(contexts.clientId()).isEqualTo(2);
  }

  @Test
  void shouldTellNothingOfOtherObjects() {
    clients.clientBuilt("no client");
    assertThat(clients.clientEntered("no client")).isNull();
    assertThat(clients.clientEntered(null)).isNull();
    assertThat(contexts.clientId()).isEqualTo(NONE);
  }

  @Test
  void shouldNotHoldClients() throws InterruptedException {
    clients.clientLeft(clients.clientEntered(group));
    WeakReference<Object> held = new WeakReference<>(group);
    group = null;
    awaitCollected(held);
  }
}

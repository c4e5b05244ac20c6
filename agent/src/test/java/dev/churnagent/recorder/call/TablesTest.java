package dev.churnagent.recorder.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.Call;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import dev.churnagent.model.WatchedMethod;
import org.junit.jupiter.api.Test;

class TablesTest extends CallFixture {
  @Override
  int maxRequests() {
    return 3;
  }

  @Test
  void shouldNumberAMethodOnce() {
    assertThat(methods.define(false, "com.acme.Device", "fetch", "()V", "com.acme.Device#fetch"))
        .isEqualTo(fetch);
    assertThat(methods.define(false, "com.acme.Device", "fetch", "(I)V", "com.acme.Device#fetch"))
        .isNotEqualTo(fetch);
    assertThat(read().methods)
        .containsEntry(
            fetch,
            new WatchedMethod(false, "com.acme.Device", "fetch", "()V", "com.acme.Device#fetch"))
        .hasSize(4);
    for (int i = 0; i < 500; i++) {
      int id = methods.define(false, "com.acme.Device", "m" + i, "()V", "com.acme.**");
      assertThat(methods.get(id).target).isEqualTo("com.acme.Device#m" + i);
    }
    assertThat(methods.get(-1)).isNull();
    assertThat(methods.get(100_000)).isNull();
  }

  @Test
  void shouldNameAMethodByThePatternThatNamesIt() {
    assertThat(methods.get(fetch).target).isEqualTo("com.acme.Device#fetch");
    int heir = methods.define(false, "com.acme.Special", "fetch", "()V", "com.acme.Device#fetch");
    assertThat(methods.get(heir).target).isEqualTo("com.acme.Device#fetch");
    int some = methods.define(false, "com.acme.Special", "fetch", "()V", "com.acme.*#fetch");
    assertThat(methods.get(some).target).isEqualTo("com.acme.Special#fetch");
    int test = methods.define(true, "com.acme.SpecialTest", "works", "()V", null);
    assertThat(methods.get(test).target).isEqualTo("com.acme.SpecialTest#works");
  }

  @Test
  void shouldShareAnIdByTargetOnceThereIsNoRoom() {
    for (int i = 0; i < 10; i++) {
      call(fetch, "x", i);
      call(other, "x", i);
    }
    RecordedFetches recorded = read();

    assertThat(recorded.calls.stream().map(Call::requestId).limit(7))
        .containsExactly(0, 1, 2, 3, 4, 3, 4);
    assertThat(recorded.definitions).isEqualTo(5);
    assertThat(recorded.requests.get(4).target()).isEqualTo("com.acme.Device#fetch");
    assertThat(recorded.requests.get(4).arguments()).isEqualTo("(other)");
    assertThat(recorded.requests.get(4).basis()).isEqualTo(KeyBasis.BOUNDED);
    assertThat(recorded.calls.get(0).has(Call.UNKNOWN_ANSWER)).isFalse();
    assertThat(recorded.calls.get(10).has(Call.UNKNOWN_ANSWER)).isTrue();
    assertThat(recorded.degraded).hasSize(1);
    assertThat(recorded.lost).isZero();
  }

  @Test
  void shouldDefineARequestOfAnyKindOnce() {
    RequestKey key =
        new RequestKey(RequestKind.HTTP, -1, "GET http://127.0.0.1/", "", KeyBasis.VALUE, 9);
    assertThat(requests.idOf(5)).isEqualTo(RequestTable.ABSENT);
    assertThat(requests.define(5, key)).isZero();
    assertThat(requests.define(5, key)).isZero();
    assertThat(requests.idOf(5)).isZero();
    assertThat(read().requests).containsEntry(0, key);
    assertThat(read().definitions).isEqualTo(1);
  }

  @Test
  void shouldSayWhenThereAreManyOrigins() {
    OriginTable origins = new OriginTable(journal, faults);
    for (int stack = 0; stack < 1 << 15; stack++) {
      assertThat(origins.idOf(stack, -1)).isEqualTo(stack);
    }
    assertThat(origins.areMany()).isFalse();
    origins.idOf(1 << 15, -1);
    assertThat(origins.areMany()).isTrue();
    assertThat(origins.idOf(7, -1)).isEqualTo(7);
  }
}

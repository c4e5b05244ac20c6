package dev.churnagent.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.model.KeyBasis;
import java.io.ByteArrayInputStream;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultDigestTest {
  private final ValueDigest digest = new ValueDigest();

  static class Address {
    String street;

    Address(String street) {
      this.street = street;
    }
  }

  static class Device {
    final Object lock = new ReentrantLock();
    final List<Address> addresses = new ArrayList<>();
    final Map<String, Object> more = new HashMap<>();
    Device parent;
    Address main;

    Device(String street) {
      main = new Address(street);
      addresses.add(new Address("first"));
      more.put("a", new Address("second"));
    }
  }

  static class Page extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
    int number = 1;
  }

  static class Empty {}

  static class Closing implements AutoCloseable {
    int handle = 5;

    @Override
    public void close() {
      handle = 0;
    }
  }

  private long known(Object result) {
    long answer = digest.answer(result);
    assertThat(digest.known()).isTrue();
    return answer;
  }

  @Test
  void shouldFollowEveryFieldOfAResult() {
    long answer = known(new Device("x"));
    assertThat(known(new Device("x"))).isEqualTo(answer);
    assertThat(known(new Device("y"))).isNotEqualTo(answer);
    Device other = new Device("x");
    other.addresses.get(0).street = "z";
    assertThat(known(other)).isNotEqualTo(answer);
    other = new Device("x");
    ((Address) other.more.get("a")).street = "z";
    assertThat(known(other)).isNotEqualTo(answer);
    other = new Device("x");
    other.parent = new Device("z");
    assertThat(known(other)).isNotEqualTo(answer);
  }

  @Test
  void shouldReadAResultThatRefersToItself() {
    Device one = new Device("x");
    one.parent = one;
    Device two = new Device("x");
    two.parent = two;
    assertThat(known(one)).isEqualTo(known(two)).isNotEqualTo(known(new Device("x")));
  }

  @Test
  void shouldTakeWhatHasNoDataDeepInsideByItsClass() {
    record Both(String text, Object rest) {}

    assertThat(known(new Both("a", new Object())))
        .isEqualTo(known(new Both("a", new Object())))
        .isNotEqualTo(known(new Both("a", new Empty())));
  }

  @Test
  void shouldKnowNullAndVoidAndAnEmptyOptional() {
    assertThat(known(null)).isEqualTo(known(null)).isNotEqualTo(known(Optional.empty()));
  }

  static Stream<Supplier<Object>> unknown() {
    return Stream.of(
        Object::new,
        Empty::new,
        Closing::new,
        Page::new,
        Socket::new,
        Thread::new,
        () -> List.of("a").iterator(),
        () -> Stream.of("a"),
        () -> new ByteArrayInputStream(new byte[1]),
        () -> new IllegalStateException("a"),
        () -> (Runnable) () -> {},
        () -> CompletableFuture.completedFuture("a"),
        () -> Optional.of(Stream.of("a")),
        () -> List.of(new Page()),
        () -> new PriorityQueue<>(List.of("a")),
        () -> new LinkedBlockingQueue<>(List.of("a")),
        () ->
            java.lang.reflect.Proxy.newProxyInstance(
                ResultDigestTest.class.getClassLoader(),
                new Class<?>[] {Runnable.class},
                (proxy, method, arguments) -> {
                  throw Hostile.called();
                }));
  }

  @ParameterizedTest
  @MethodSource("unknown")
  void shouldNotClaimToKnow(Supplier<Object> result) {
    digest.answer(result.get());
    assertThat(digest.known()).isFalse();
    assertThat(known("a")).as("and starts anew").isNotZero();
  }

  @Test
  void shouldTakeACollectionByInheritanceByItsIdentityInAKey() {
    Page page = new Page();
    Object[] arguments = {page};
    long key = digest.key(1, null, arguments);
    assertThat(digest.basis()).isEqualTo(KeyBasis.IDENTITY);
    assertThat(digest.key(1, null, arguments)).isEqualTo(key);
    assertThat(digest.key(1, null, new Object[] {new Page()})).isNotEqualTo(key);
    assertThat(page.number).isEqualTo(1);
  }

  @Test
  void shouldKeepNothing() throws InterruptedException {
    Device device = new Device("x");
    WeakReference<Object> gone = new WeakReference<>(device);
    known(device);
    digest.key(1, device, new Object[] {device, List.of(device)});
    device = null;
    for (int i = 0; i < 100 && !gone.refersTo(null); i++) {
      System.gc();
      Thread.sleep(5);
    }
    assertThat(gone.refersTo(null)).isTrue();
    assertThat(digest.known()).isTrue();
  }
}

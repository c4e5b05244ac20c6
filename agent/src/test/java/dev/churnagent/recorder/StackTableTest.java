package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StackTableTest {
  private final StackTable table = new StackTable();

  @Test
  void shouldGiveDenseIdsAndFindThemAgain() {
    assertThat(table.find(5)).isEqualTo(StackTable.ABSENT);
    assertThat(table.add(5)).isZero();
    assertThat(table.add(-5)).isEqualTo(1);
    assertThat(table.find(5)).isZero();
    assertThat(table.find(-5)).isEqualTo(1);
    assertThat(table.size()).isEqualTo(2);
  }

  @Test
  void shouldTellHashesApartThatFallIntoOneSlot() {
    for (int i = 0; i < 300; i++) {
      // The lower 32 bits are the same: each one is found behind all before it.
      assertThat(table.add((long) i << 32 | 1023)).isEqualTo(i);
    }
    for (int i = 0; i < 300; i++) {
      assertThat(table.find((long) i << 32 | 1023)).isEqualTo(i);
    }
    assertThat(table.find(300L << 32 | 1023)).isEqualTo(StackTable.ABSENT);
  }

  @Test
  void shouldTakeZeroForAHashLikeAnyOther() {
    assertThat(table.find(0)).isEqualTo(StackTable.ABSENT);
    assertThat(table.add(0)).isZero();
    assertThat(table.find(0)).isZero();
  }

  @Test
  void shouldKeepEveryIdWhenItGrows() {
    int many = 20_000;
    for (int i = 0; i < many; i++) {
      assertThat(table.add(hash(i))).isEqualTo(i);
    }
    for (int i = 0; i < many; i++) {
      assertThat(table.find(hash(i))).isEqualTo(i);
      assertThat(table.find(hash(i) + 1)).isEqualTo(StackTable.ABSENT);
    }
  }

  @Test
  void shouldNeverTellAWrongIdToReadersBesideAWriter() throws InterruptedException {
    int many = 50_000;
    AtomicInteger added = new AtomicInteger();
    AtomicBoolean wrong = new AtomicBoolean();
    Thread[] readers = new Thread[2];
    for (int r = 0; r < readers.length; r++) {
      readers[r] =
          new Thread(
              () -> {
                for (int i = 0; i < many; ) {
                  int known = added.get();
                  int found = table.find(hash(i));
                  boolean mayMiss = i >= known;
                  if (found != i && !(mayMiss && found == StackTable.ABSENT)) {
                    wrong.set(true);
                    return;
                  }
                  i += found == i ? 1 : 0;
                }
              });
      readers[r].start();
    }
    for (int i = 0; i < many; i++) {
      table.add(hash(i));
      added.set(i + 1);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(wrong).isFalse();
  }

  private static long hash(int i) {
    return (i + 1) * 0x9e3779b97f4a7c15L & ~1L;
  }
}

package dev.churnagent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileDescriptor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTableTest {
  private final DescriptorTable table = new DescriptorTable();
  private final ConnectionEntry one = new ConnectionEntry(new FileDescriptor());
  private final ConnectionEntry other = new ConnectionEntry(new FileDescriptor());

  /** The borders of a page, of all pages, and of numbers. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 4_194_303, 4_194_304, 5_000_000, Integer.MAX_VALUE})
  void shouldKeepOneEntryForEachNumber(int number) {
    int neighbour = number == 0 ? 1 : number - 1;
    assertThat(table.get(number)).isNull();
    assertThat(table.remove(number, one)).isFalse();
    assertThat(table.put(number, one)).isNull();
    assertThat(table.get(number)).isSameAs(one);
    assertThat(table.get(neighbour)).isNull();
    assertThat(table.put(neighbour, other)).isNull();
    assertThat(table.get(number)).isSameAs(one);
    assertThat(table.put(number, other)).isSameAs(one);
    assertThat(table.get(number)).isSameAs(other);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 1024, 4_194_304})
  void shouldRemoveOnlyTheEntryThatStandsThere(int number) {
    table.put(number, one);

    assertThat(table.remove(number, other)).isFalse();
    assertThat(table.get(number)).isSameAs(one);
    assertThat(table.remove(number, one)).isTrue();
    assertThat(table.get(number)).isNull();
    assertThat(table.remove(number, one)).isFalse();
  }
}

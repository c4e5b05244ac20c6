package dev.churnagent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {
  private static final DateTimeFormatter JDK =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z",
        "2000-02-29T12:00:00Z",
        "2024-02-29T23:59:59.999999999Z",
        "2026-11-22T15:30:12.345678Z",
        "2100-03-01T00:00:00.001Z",
      })
  void shouldWriteWhatTheJdkWrites(String time) {
    Instant instant = Instant.parse(time);
    long nanos = instant.getEpochSecond() * 1_000_000_000 + instant.getNano();

    assertThat(UtcTime.of(nanos)).isEqualTo(JDK.format(instant));
  }

  @Test
  void shouldAgreeWithTheJdkOnEveryDayOfFourCenturies() {
    for (long day = -50_000; day < 100_000; day++) {
      Instant instant = Instant.ofEpochSecond(day * 86_400 + 86_399);

      assertThat(UtcTime.of(instant.getEpochSecond() * 1_000_000_000))
          .isEqualTo(JDK.format(instant));
    }
  }

  @Test
  void shouldTellTimesApartAsTheJdkDoes() {
    String from = "1999-12-31T23:59:59.999Z";
    for (long hour = -200_000; hour < 400_000; hour += 7) {
      Instant instant = Instant.ofEpochSecond(hour * 3_600 + 59, 123_000_000);

      assertThat(UtcTime.millisBetween(from, JDK.format(instant)))
          .isEqualTo(instant.toEpochMilli() - Instant.parse(from).toEpochMilli());
    }
    assertThat(UtcTime.millisBetween("2026-11-22T15:30:00Z", "2026-11-22T15:30:01.500Z"))
        .isEqualTo(1_500);
  }
}

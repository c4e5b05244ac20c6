package dev.churnagent.report.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.churnagent.analysis.Signature;
import dev.churnagent.config.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingKindTest {
  private static final Path PAGES = Path.of("..", "docs", "findings");

  @Test
  void shouldHaveAPageForEachKindAndAKindForEachPage() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      List<String> kinds = Stream.of(FindingKind.values()).map(kind -> kind.id() + ".md").toList();
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(kinds);
    }
  }

  @ParameterizedTest
  @EnumSource(FindingKind.class)
  void shouldCarryThePageThatPeopleRead(FindingKind kind) throws IOException {
    Path file = PAGES.resolve(kind.id() + ".md");
    assertThat(kind.page()).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    assertThat(kind.page()).startsWith("# " + kind.id() + "\n\n").contains("**When it is said**");
    assertThat(kind.summary()).endsWith(".").doesNotContain("\n");
    for (String link : kind.page().split("\\]\\(")) {
      String target = link.substring(0, Math.max(0, link.indexOf(')')));
      if (target.endsWith(".md")) {
        assertThat(PAGES.resolve(target)).exists();
      }
    }
    assertThat(kind.pageAlone()).doesNotContain(".md)");
  }

  @Test
  void shouldHaveEachSignatureAndEachLimit() {
    for (Signature signature : Signature.values()) {
      assertThat(FindingKind.ofId(signature.word())).as(signature.word()).isNotNull();
    }
    for (Limit.Kind limit : Limit.Kind.values()) {
      FindingKind kind = FindingKind.ofLimit(limit.key() + ": 5 (on windows)");
      assertThat(kind.id()).isEqualTo(limit.key());
      assertThat(kind.isLimit()).isTrue();
    }
    assertThat(FindingKind.ofId("nothing")).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> FindingKind.ofLimit("leak: 5"));
  }

  @Test
  void shouldLinkToTheWebOnlyWhereTheDocsAre() {
    assertThat(FindingKind.LEAK.helpUri()).isNull();
    assertThat(BuildFacts.asFolder("  ")).isNull();
    assertThat(BuildFacts.asFolder("https://x.org/docs")).isEqualTo("https://x.org/docs/");
    assertThat(BuildFacts.asFolder("https://x.org/docs/")).isEqualTo("https://x.org/docs/");
    String page = "[a] see [hoard](hoard.md), [b](https://x.org/b) and [ports.md](../ports.md).";
    assertThat(PageLinks.resolve(page, null))
        .isEqualTo("[a] see hoard, [b](https://x.org/b) and ports.md.");
    assertThat(PageLinks.resolve(page, "https://x.org/"))
        .isEqualTo(
            "[a] see [hoard](https://x.org/findings/hoard.md), [b](https://x.org/b) and"
                + " [ports.md](https://x.org/findings/../ports.md).");
  }

  @Test
  void shouldKnowTheVersion() {
    assertThat(BuildFacts.version()).matches("\\d+\\..*");
  }
}

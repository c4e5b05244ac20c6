package dev.churnagent.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path root;

  private void file(String path, String... lines) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, java.util.List.of(lines));
  }

  private String find(String className, String file) {
    return new SourceTree(root, null).find(className, file);
  }

  @Test
  void shouldFindMainAndTestSourcesOfAnyModule() throws IOException {
    file("src/main/java/com/acme/StepA.java");
    file("flow/src/test/java/com/acme/flow/StepTest.java");
    assertThat(find("com.acme.StepA", "StepA.java")).isEqualTo("src/main/java/com/acme/StepA.java");
    assertThat(find("com.acme.StepA$1", "StepA.java"))
        .isEqualTo("src/main/java/com/acme/StepA.java");
    assertThat(find("com.acme.StepA$Inner", null)).isEqualTo("src/main/java/com/acme/StepA.java");
    assertThat(find("com.acme.flow.StepTest", "StepTest.java"))
        .isEqualTo("flow/src/test/java/com/acme/flow/StepTest.java");
  }

  @Test
  void shouldNotTakeAnotherPackagesFile() throws IOException {
    file("src/main/java/com/other/StepA.java", "package com.other;");
    file("src/main/java/xcom/acme/StepA.java", "package xcom.acme;");
    assertThat(find("com.acme.StepA", "StepA.java")).isNull();
    assertThat(find("acme.StepA", "StepA.java")).isEqualTo("src/main/java/xcom/acme/StepA.java");
  }

  @Test
  void shouldTakeTheOneNearestToTheRoot() throws IOException {
    file("a/copy/src/main/java/com/acme/StepA.java");
    file("b/src/main/java/com/acme/StepA.java");
    file("c/src/main/java/com/acme/StepA.java");
    assertThat(find("com.acme.StepA", "StepA.java"))
        .isEqualTo("b/src/main/java/com/acme/StepA.java");
  }

  @Test
  void shouldFindKotlinWithoutItsCommonFolders() throws IOException {
    file("src/main/kotlin/flow/Other.kt", "package com.acme.other");
    file("src/main/kotlin/flow/Steps.kt", "// by hand", "package com.acme.flow // here", "");
    assertThat(find("com.acme.flow.StepsKt", "Steps.kt"))
        .isEqualTo("src/main/kotlin/flow/Steps.kt");
    assertThat(find("com.acme.flow.Other", "Other.kt")).isNull();
    assertThat(find("com.acme.flow.Steps", null)).isEqualTo("src/main/kotlin/flow/Steps.kt");
  }

  @Test
  void shouldLeaveOutWhatIsBuiltOrFetched() throws IOException {
    file("target/generated-sources/com/acme/StepA.java");
    file("build/com/acme/StepA.java");
    file(".git/com/acme/StepA.java");
    file("web/node_modules/com/acme/StepA.java");
    assertThat(find("com.acme.StepA", "StepA.java")).isNull();
    file("src/main/java/com/acme/build/StepA.java");
    assertThat(find("com.acme.build.StepA", "StepA.java"))
        .isEqualTo("src/main/java/com/acme/build/StepA.java");
  }

  @Test
  void shouldNotFollowLinksNorMissARoot() throws IOException {
    file("src/A.java");
    Files.createSymbolicLink(root.resolve("src/again"), root);
    assertThat(find("A", "A.java")).isEqualTo("src/A.java");
    assertThat(new SourceTree(root.resolve("none"), null).find("A", "A.java")).isNull();
  }

  @Test
  void shouldNameFilesAsOnTheClassPath() {
    assertThat(SourceNames.onClassPath("com.acme.A$B", "A.kt")).isEqualTo("com/acme/A.kt");
    assertThat(SourceNames.onClassPath("com.acme.A$B", null)).isEqualTo("com/acme/A.java");
    assertThat(SourceNames.onClassPath("$Proxy1", null)).isEqualTo("$Proxy1.java");
  }
}

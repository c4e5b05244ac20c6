package dev.churnagent.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JarVersionTest {
  @ParameterizedTest
  @CsvSource({
    "okhttp-jvm-5.5.1.jar, okhttp-jvm, 5.5.1",
    "okhttp-3.14.9.jar, okhttp, 3.14.9",
    "netty-transport-4.2.20.Final.jar, netty-transport, 4.2.20.Final",
    "netty-transport-native-epoll-4.2.20.Final-linux-x86_64.jar, netty-transport-native-epoll,"
        + " 4.2.20.Final",
    "lettuce-core-7.7.0.RELEASE.jar, lettuce-core, 7.7.0.RELEASE",
    "postgresql-42.7.14.jar, postgresql, 42.7.14",
    "httpclient5-5.6.5.jar, httpclient5, 5.6.5",
    "httpclient5-5.7-alpha1.jar, httpclient5, 5.7-alpha1",
    "mssql-jdbc-12.10.0.jre11.jar, mssql-jdbc, 12.10.0.jre11",
    "lettuce-core-8.0.0-SNAPSHOT.jar, lettuce-core, 8.0.0-SNAPSHOT",
    "lettuce-core-8.0.0-20260102.030405-7.jar, lettuce-core, 8.0.0-20260102.030405-7",
    "jedis-6.0.0-beta2-sources.jar, jedis, 6.0.0-beta2",
    "x-1.0-m2.JAR, x, 1.0-m2",
    "x-1.0-mac.jar, x, 1.0",
  })
  void shouldTakeNamesApart(String file, String artifact, String version) {
    JarVersion jar = JarVersion.of(file);
    assertThat(jar.artifact).isEqualTo(artifact);
    assertThat(jar.version).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp.jar", "ojdbc8.jar", "okhttp-latest.jar", "classes", "-1.jar", ""})
  void shouldSayNothingWithoutAVersion(String file) {
    assertThat(JarVersion.of(file)).isNull();
  }

  @Test
  void shouldFindTheFileInItsLocation() {
    assertThat(CodeLocation.of("file:/m2/okhttp-jvm-5.5.1.jar").fileName())
        .isEqualTo("okhttp-jvm-5.5.1.jar");
    assertThat(
            CodeLocation.of("jar:nested:/app/app-2.jar/!BOOT-INF/lib/okhttp-4.12.0.jar!/")
                .fileName())
        .isEqualTo("okhttp-4.12.0.jar");
    assertThat(CodeLocation.of("jar:file:/app/app-2.jar!/BOOT-INF/lib/jedis-6.jar!/").fileName())
        .isEqualTo("jedis-6.jar");
    assertThat(CodeLocation.of("file:/app/classes/").fileName()).isEmpty();
  }
}

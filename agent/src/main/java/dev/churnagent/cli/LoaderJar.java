package dev.churnagent.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar that a running JVM is asked to load: a manifest only, which leads to the agent's jar. The
 * agent's own manifest has {@code Boot-Class-Path}, and a JVM that obeys it while it runs prints a
 * warning of its class-data sharing on the program's stderr.
 *
 * <p>The JVM keeps the jar open and reads it later, so it is never deleted. Its name is made from
 * its content, so there is one for each place of the agent's jar.
 */
final class LoaderJar {
  private static final String AGENT_CLASS = "dev.churnagent.agent.ChurnAgent";

  private LoaderJar() {}

  /**
   * Writes the jar to the directory for temporary files, or finds it there.
   *
   * @param agentJar absolute path of churn-agent.jar
   * @throws IOException if it can't be written
   */
  static Path pointingTo(Path agentJar) throws IOException {
    return pointingTo(agentJar, Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath());
  }

  static Path pointingTo(Path agentJar, Path directory) throws IOException {
    byte[] content = content(agentJar);
    Path jar = directory.resolve("churn-attach-" + digest(content) + ".jar");
    if (isOurs(jar, directory, content)) {
      return jar;
    }
    Path fresh = Files.createTempFile(directory, "churn-attach-", ".jar");
    Files.write(fresh, content);
    if (Files.getFileAttributeView(fresh, PosixFileAttributeView.class) != null) {
      // The target may run as another user than root, who attaches.
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
    }
    try {
      return Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return fresh;
    } catch (FileSystemException takenByAnotherUser) {
      return fresh;
    }
  }

  /**
   * Whether the file is what we would write and nobody else can change it: the directory is open to
   * all, the name is easy to guess, and the target runs what the file leads to.
   */
  private static boolean isOurs(Path jar, Path directory, byte[] content) throws IOException {
    if (Files.isSymbolicLink(jar) || !Files.isRegularFile(jar) || !Files.isReadable(jar)) {
      return false;
    }
    if (Files.getFileAttributeView(jar, PosixFileAttributeView.class) != null) {
      Path probe = Files.createTempFile(directory, "churn-attach-", ".probe");
      boolean sameOwner = Files.getOwner(probe).equals(Files.getOwner(jar));
      Files.delete(probe);
      String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(jar));
      if (!sameOwner || !permissions.equals("rw-r--r--")) {
        return false;
      }
    }
    return Files.size(jar) == content.length && Arrays.equals(Files.readAllBytes(jar), content);
  }

  private static byte[] content(Path agentJar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(new Attributes.Name("Agent-Class"), AGENT_CLASS);
    attributes.put(new Attributes.Name("Can-Redefine-Classes"), "true");
    attributes.put(new Attributes.Name("Can-Retransform-Classes"), "true");
    attributes.put(Attributes.Name.CLASS_PATH, agentJar.toUri().toASCIIString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      ZipEntry entry = new ZipEntry(JarFile.MANIFEST_NAME);
      entry.setTimeLocal(
          LocalDateTime.of(1980, 1, 1, 0, 0)); // the same content must always make the same bytes
      zip.putNextEntry(entry);
      manifest.write(zip);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // each Java platform must have it
    }
  }
}

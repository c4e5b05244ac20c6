package dev.churnagent.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML file into nodes; every failure becomes one line. */
final class YamlReader {
  private static final long MAX_BYTES = 1L << 20;

  private YamlReader() {}

  /**
   * Composes the file's only document.
   *
   * @return its root, or null if the file is empty
   * @throws ConfigurationException if it can't be read or is malformed
   */
  static Node compose(Path path, String option, String shown, YamlNodes nodes)
      throws ConfigurationException {
    // A key that is no word is allowed here, to be refused with its position.
    LoadSettings settings =
        LoadSettings.builder().setLabel(shown).setAllowNonScalarKeys(true).build();
    try {
      if (Files.isDirectory(path)) {
        throw unusable(option, shown, "is a directory");
      }
      if (Files.size(path) > MAX_BYTES) {
        throw unusable(option, shown, "is larger than 1 MiB and so no configuration file");
      }
      return new Compose(settings).composeString(text(path)).orElse(null);
    } catch (MarkedYamlEngineException e) {
      throw new ConfigurationException(
          nodes.position(e.getProblemMark().or(e::getContextMark))
              + ": malformed YAML: "
              + e.getProblem());
    } catch (YamlEngineException e) {
      throw new ConfigurationException(shown + ": malformed YAML: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new ConfigurationException(shown + ": malformed YAML: nested too deeply");
    } catch (NoSuchFileException e) {
      throw unusable(option, shown, "does not exist");
    } catch (AccessDeniedException e) {
      throw unusable(option, shown, "can't be read: permission denied");
    } catch (CharacterCodingException e) {
      throw unusable(option, shown, "is not text in UTF-8");
    } catch (IOException e) {
      throw unusable(option, shown, "can't be read: " + e.getMessage());
    }
  }

  private static String text(Path path) throws IOException {
    StringBuilder text = new StringBuilder();
    // This reader knows byte order marks, as editors on Windows leave them.
    try (InputStream in = Files.newInputStream(path);
        YamlUnicodeReader reader = new YamlUnicodeReader(in)) {
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.append(buffer, 0, read);
      }
    }
    String all = text.toString();
    // JSON may be indented with tabs, which YAML forbids; neither has raw tabs inside JSON strings.
    return all.stripLeading().startsWith("{") ? all.replace('\t', ' ') : all;
  }

  private static ConfigurationException unusable(String option, String shown, String what) {
    return new ConfigurationException(
        option + ": '" + shown + "' " + what + "; allowed is " + Option.CONFIG.allowed());
  }
}

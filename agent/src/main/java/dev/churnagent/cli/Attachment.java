package dev.churnagent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.churnagent.config.ConfigurationException;
import dev.churnagent.config.Settings;
import dev.churnagent.config.TargetProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Loads the agent into a running JVM. Uses the JDK's attach API as it is: byte-buddy-agent wraps
 * the same API by reflection, but hides its exceptions, which are what a user has to be told.
 */
final class Attachment {
  private static final int OLDEST_JAVA = 17;

  private Attachment() {}

  /**
   * Attaches.
   *
   * @param arguments agent arguments, checked
   * @return where the run will lie, in words
   * @throws CommandException if it does not work
   * @throws ConfigurationException if the options, or the file they lead to, have a mistake
   */
  static String attach(TargetJvm target, String arguments)
      throws CommandException, ConfigurationException {
    Path agentJar = OwnJar.path("attach");
    String process = "process " + target.pid();
    try {
      return load(target, arguments, agentJar);
    } catch (AttachNotSupportedException e) {
      throw new CommandException(process + " can't be attached to: " + refusal(e.getMessage()), e);
    } catch (AgentLoadException e) {
      throw new CommandException(
          process + " could not load " + agentJar + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandException(process + " can't be attached to: " + refusal(e.getMessage()), e);
    } catch (NoClassDefFoundError e) {
      throw new CommandException(
          "this Java runtime lacks the module jdk.attach; run the command with a JDK", e);
    }
  }

  private static String load(TargetJvm target, String arguments, Path agentJar)
      throws CommandException,
          ConfigurationException,
          AttachNotSupportedException,
          AgentLoadException,
          IOException {
    VirtualMachine jvm = VirtualMachine.attach(Long.toString(target.pid()));
    try {
      Properties properties = jvm.getSystemProperties();
      refuseUnfit(target, properties);
      String where = whereTheRunLies(properties, arguments);
      try {
        jvm.loadAgent(LoaderJar.pointingTo(agentJar).toString(), arguments);
      } catch (AgentInitializationException e) {
        throw new CommandException(notStarted(target, jvm), e);
      }
      Properties answer = jvm.getSystemProperties();
      String folder = answer.getProperty(TargetProperties.RUN_FOLDER);
      if (folder == null && answer.getProperty(TargetProperties.ATTACH_ERROR) != null) {
        throw new CommandException(notStarted(target, jvm));
      }
      return folder == null ? where : "the run lies in " + folder;
    } finally {
      jvm.detach();
    }
  }

  private static void refuseUnfit(TargetJvm target, Properties properties) throws CommandException {
    String version = properties.getProperty("java.specification.version", "");
    // Up to Java 8 the version was written 1.8.
    if (version.startsWith("1.") || !version.isEmpty() && major(version) < OLDEST_JAVA) {
      throw new CommandException(
          "process "
              + target.pid()
              + " runs Java "
              + version
              + "; churn-agent needs Java "
              + OLDEST_JAVA
              + " or later");
    }
    String folder = properties.getProperty(TargetProperties.RUN_FOLDER);
    if (folder != null) {
      throw new CommandException(
          "process " + target.pid() + " is recorded already; its run lies in " + folder);
    }
  }

  private static int major(String version) {
    try {
      return Integer.parseInt(version);
    } catch (NumberFormatException unknownForm) {
      return OLDEST_JAVA;
    }
  }

  /** Checks the options against the target's files too, where they can be seen from here. */
  private static String whereTheRunLies(Properties properties, String arguments)
      throws ConfigurationException {
    String directory = properties.getProperty("user.dir");
    if (directory == null || !Files.isDirectory(Path.of(directory))) {
      return "the run lies under its output folder";
    }
    Settings settings = Settings.load(arguments, Map.of(), Path.of(directory));
    return settings.run() == null
        ? "the run lies in a new folder in " + settings.output()
        : "the run lies in " + settings.output().resolve(settings.run());
  }

  private static String notStarted(TargetJvm target, VirtualMachine jvm) throws IOException {
    String why = jvm.getSystemProperties().getProperty(TargetProperties.ATTACH_ERROR);
    return "the agent did not start in process "
        + target.pid()
        + ": "
        + (why == null ? "the process's stderr says why" : why);
  }

  /** The JDK's message with what to do about it. */
  private static String refusal(String message) {
    String text = message == null ? "" : message;
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("does not support the attach mechanism")) {
      return "it was started with -XX:+DisableAttachMechanism; start it with -javaagent instead";
    }
    if (lower.contains("permitted") || lower.contains("permission") || lower.contains("secure")) {
      return "permission denied (" + text + "); run the command as the user of that process";
    }
    if (lower.contains("no such process")) {
      return "it has ended";
    }
    return text;
  }
}

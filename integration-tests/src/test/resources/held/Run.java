package held;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the named test classes, and prints what came of each test. */
public final class Run implements TestExecutionListener {
  public static void main(String... names) throws ClassNotFoundException {
    List<DiscoverySelector> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(selectClass(Class.forName("held." + name)));
    }
    LauncherFactory.create()
        .execute(LauncherDiscoveryRequestBuilder.request().selectors(classes).build(), new Run());
    System.exit(0);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest() && result.getThrowable().isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    text.append("test ").append(result.getStatus()).append(' ').append(name(test)).append(' ');
    result.getThrowable().ifPresent(thrown -> add(text, thrown));
    System.out.println(text.toString().replace(System.lineSeparator(), "~"));
  }

  /** {@code Counts.opensNone}, of one invocation of several {@code Counts.isRepeated[2]}. */
  private static String name(TestIdentifier test) {
    String type = "?";
    String method = "?";
    String number = "";
    for (UniqueId.Segment segment : test.getUniqueIdObject().getSegments()) {
      switch (segment.getType()) {
        case "class" -> type = segment.getValue().substring("held.".length());
        case "nested-class" -> type += "$" + segment.getValue();
        case "method", "test-template", "test-factory" ->
            method = segment.getValue().replaceAll("\\(.*", "");
        case "test-template-invocation", "dynamic-test" ->
            number = "[" + segment.getValue().substring(1) + "]";
        default -> {}
      }
    }
    return type + "." + method + number;
  }

  private static void add(StringBuilder text, Throwable thrown) {
    text.append(thrown);
    for (Throwable suppressed : thrown.getSuppressed()) {
      text.append(" [suppressed ");
      add(text, suppressed);
      text.append(']');
    }
  }
}

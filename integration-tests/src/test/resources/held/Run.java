package held;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
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
    text.append("test ").append(result.getStatus()).append(' ').append(test.getLegacyReportingName());
    result.getThrowable().ifPresent(thrown -> add(text, thrown));
    System.out.println(text.toString().replace(System.lineSeparator(), "~"));
  }

  private static void add(StringBuilder text, Throwable thrown) {
    text.append(": ").append(thrown);
    for (Throwable suppressed : thrown.getSuppressed()) {
      text.append(" [suppressed");
      add(text, suppressed);
      text.append(']');
    }
  }
}

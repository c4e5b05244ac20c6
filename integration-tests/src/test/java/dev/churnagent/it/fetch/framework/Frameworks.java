package dev.churnagent.it.fetch.framework;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;

/** Runs the tests of one framework by its own launcher, and prints how many passed. */
public final class Frameworks {
  private Frameworks() {}

  /** Arguments: the framework, the server's URL. */
  public static void main(String... arguments) {
    System.setProperty(Fetcher.URL, arguments[1]);
    long passed =
        switch (arguments[0]) {
          case "jupiter" -> jupiter();
          case "junit4" -> junit4();
          default -> testNg();
        };
    System.out.println("passed " + passed);
    System.exit(0);
  }

  private static long jupiter() {
    SummaryGeneratingListener summary = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(JupiterFlows.class))
            .build();
    LauncherFactory.create().execute(request, summary);
    summary.getSummary().getFailures().forEach(each -> each.getException().printStackTrace());
    return summary.getSummary().getTestsSucceededCount();
  }

  private static long junit4() {
    Result result = JUnitCore.runClasses(JUnit4Flows.class);
    result.getFailures().forEach(each -> each.getException().printStackTrace());
    return result.getRunCount() - result.getFailureCount();
  }

  private static long testNg() {
    TestNG tests = new TestNG(false);
    TestListenerAdapter results = new TestListenerAdapter();
    tests.setTestClasses(new Class<?>[] {TestNgFlows.class, TestNgClassFlows.class});
    tests.setVerbose(0);
    tests.addListener(results);
    tests.run();
    results.getFailedTests().forEach(each -> each.getThrowable().printStackTrace());
    return results.getPassedTests().size();
  }
}

package dev.churnagent.it.fetch.framework;

import java.io.IOException;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** TestNG. */
public final class TestNgFlows {
  /** Not a test. */
  @BeforeMethod
  public void setUp() throws IOException {
    Fetcher.fetch("/set-up");
  }

  @Test
  public void fetchesTwice() throws IOException {
    Fetcher.fetch("/twice");
    Fetcher.fetch("/twice");
  }

  @Test
  public void fetchesOnce() throws IOException {
    Fetcher.fetch("/once");
  }

  @Test
  public void fetchesOnceToo() throws IOException {
    Fetcher.fetch("/once");
  }

  @DataProvider
  public Object[][] letters() {
    return new Object[][] {{"a"}, {"b"}, {"c"}};
  }

  @Test(dataProvider = "letters")
  public void isParameterized(String letter) throws IOException {
    Fetcher.fetch("/parameterized");
  }
}

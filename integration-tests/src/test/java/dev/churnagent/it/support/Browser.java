package dev.churnagent.it.support;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** A real Chromium without a window, driven by the chromedriver of the same package. */
public final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts one with an empty profile.
   *
   * @param language that its user wants, e.g. {@code en-US}
   */
  public static Browser start(String language) {
    Path chromedriver = Requirement.program("chromedriver");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Requirement.program("chromium").toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1280,1000",
        "--lang=" + language,
        "--accept-lang=" + language,
        "--user-data-dir=" + AgentProcess.newFolder());
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Opens a page from disk and waits until it says that it is ready. */
  public void open(Path page) {
    driver.get(page.toUri().toString());
    await("return 'ready' in document.documentElement.dataset");
    if (!"true".equals(text("return document.documentElement.dataset.ready"))) {
      throw new AssertionError(page + ": " + complaints());
    }
    await("return 'stacks' in document.documentElement.dataset");
  }

  /** Waits until a script returns true. */
  public void await(String script) {
    Awaitility.await(script).atMost(PATIENCE).until(() -> Boolean.TRUE.equals(run(script)));
  }

  /** Runs a script in the page and returns what it returns. */
  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** A script's number. */
  public long number(String script) {
    return ((Number) run(script)).longValue();
  }

  /** A script's text. */
  public String text(String script) {
    return (String) run(script);
  }

  /** The one element. */
  public WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Scrolls to an element and clicks it. */
  public void click(WebElement element) {
    run("arguments[0].scrollIntoView({block: 'center'})", element);
    element.click();
  }

  /** Presses the mouse at a place left of an element's middle, and lets go right of it. */
  public void drag(WebElement element, int from, int to) {
    run("arguments[0].scrollIntoView({block: 'center'})", element);
    new Actions(driver)
        .moveToElement(element, from, 0)
        .clickAndHold()
        .moveToElement(element, (from + to) / 2, 0)
        .moveToElement(element, to, 0)
        .release()
        .perform();
  }

  public void doubleClick(WebElement element) {
    new Actions(driver).doubleClick(element).perform();
  }

  public void hover(WebElement element, int right) {
    run("arguments[0].scrollIntoView({block: 'center'})", element);
    new Actions(driver).moveToElement(element, right, 0).perform();
  }

  /** What the console has said since the last question, errors and warnings. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.getLevel() + " " + entry.getMessage());
      }
    }
    return complaints;
  }

  /** The page as it would be printed, a PDF in base64. */
  public String print() {
    return driver.print(new PrintOptions()).getContent();
  }

  @Override
  public void close() {
    driver.quit();
  }
}

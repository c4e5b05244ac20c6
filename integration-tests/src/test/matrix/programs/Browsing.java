package programs;

import java.net.URL;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;

/**
 * Selenium drives a browser: each command is a request to chromedriver. Five steps ask for the same
 * title, as tests do whose page objects know nothing of each other.
 */
public final class Browsing {
  private Browsing() {}

  /** The arguments: chromedriver's URL, the page's, the browser's program and a new folder. */
  public static void main(String... arguments) throws Exception {
    WebDriver driver = startBrowser(arguments[0], arguments[2], arguments[3]);
    try {
      openPage(driver, arguments[1]);
      System.out.println("heading: " + readHeading(driver));
      flow(driver);
    } finally {
      endBrowser(driver);
    }
    System.exit(0);
  }

  static WebDriver startBrowser(String chromedriver, String browser, String profile)
      throws Exception {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--user-data-dir=" + profile);
    return new RemoteWebDriver(new URL(chromedriver), options);
  }

  static void openPage(WebDriver driver, String page) {
    driver.get(page);
  }

  static String readHeading(WebDriver driver) {
    return driver.findElement(By.tagName("h1")).getText();
  }

  static void flow(WebDriver driver) {
    checkLogin(driver);
    checkMenu(driver);
    checkList(driver);
    checkFooter(driver);
    checkTitle(driver);
  }

  static void checkLogin(WebDriver driver) {
    expect(driver.getTitle());
  }

  static void checkMenu(WebDriver driver) {
    expect(driver.getTitle());
  }

  static void checkList(WebDriver driver) {
    expect(driver.getTitle());
  }

  static void checkFooter(WebDriver driver) {
    expect(driver.getTitle());
  }

  static void checkTitle(WebDriver driver) {
    expect(driver.getTitle());
  }

  static void endBrowser(WebDriver driver) {
    driver.quit();
  }

  private static void expect(String title) {
    if (!title.equals("A page")) {
      throw new IllegalStateException(title);
    }
  }
}

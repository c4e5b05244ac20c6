package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Browser;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** {@code report.html} of the demo's run and of made-up ones, in a real Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPageIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOSTILE = "</script><b onclick=x>\"'&lt;${1}<!--";
  private static final int MANY = 10_000;
  private static final long DEMO_BYTES = 1_500_000;
  private static final long MANY_BYTES = 10_000_000;

  private Browser browser;
  private Path folder;
  private Path page;
  private ObjectNode report;

  @BeforeAll
  void runTheDemo() throws IOException {
    browser = Browser.start("en-US");
    folder = AgentProcess.newFolder();
    Finished run =
        AgentProcess.java(Jdks.oldest())
            .workingDirectory(folder)
            .option("config", System.getProperty("churn.demo.config"))
            .jar(AgentProcess.demoJar(), "churn")
            .run();
    assertThat(run.status()).as(run::everything).isZero();
    page = run.runFolder().resolve("report.html");
    report = (ObjectNode) JSON.readTree(run.runFolder().resolve("report.json").toFile());
  }

  @AfterAll
  void stopTheBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void nothingWasComplainedOf() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void shouldTellTheVerdictAndWhatToFixFirstAndAllElseInOrder() throws IOException {
    assertThat(Files.size(page)).isLessThan(DEMO_BYTES);
    browser.open(page);

    assertThat(browser.find("#verdict").getText()).startsWith("FAIL").contains("2 of 4 checks");
    assertThat(browser.find("#first").getText())
        .contains("Fetch Device#getNecessaryData once in DeviceFlow#run")
        .contains("32 of 40 calls and 32 connections");
    List<?> order =
        (List<?>) browser.run("return [...document.querySelectorAll('[id]')].map(e => e.id)");
    assertThat(order.stream().map(Object::toString).toList())
        .containsSubsequence(
            "verdict",
            "first",
            "timeline",
            "chains",
            "sites",
            "flame",
            "endpoints",
            "limits",
            "remedies",
            "environment");
  }

  @Test
  void shouldDrawTheChainWithItsCountsAndThePlaceToHoistTo() {
    browser.open(page);

    assertThat(browser.all("#chains svg .count").stream().map(WebElement::getText).toList())
        .containsExactly("× 8", "× 8", "× 8", "× 8", "× 8");
    assertThat(browser.find("#chains svg .hoist").getText()).isEqualTo("fetch once here");
    assertThat(browser.find("#chains svg").getText())
        .contains("DeviceFlow#run", "StepA#run", "StepE#run", "Device#getNecessaryData");
  }

  @Test
  void shouldDrawTheTimelineAndZoomAllChartsAtOnce() {
    browser.open(page);
    WebElement chart = browser.find("#chart-connects .u-over");
    assertThat(browser.number("return churn.plots.length")).isEqualTo(3);
    assertThat(browser.text("return churn.plots[2].series.map(s => s.label).join()"))
        .isEqualTo("Time (UTC),Linux,Linux: ports,Windows,Windows: ports,macOS,macOS: ports");
    assertThat(browser.number("return Math.max(...churn.plots[2].data[3])"))
        .isEqualTo(report.at("/timeWait/profiles/1/peak").asLong());

    browser.hover(chart, 100);
    assertThat(browser.find("#chart-connects .u-legend").getText())
        .containsPattern("Connects per second\\s*:?\\s*\\d");

    browser.drag(chart, -120, 120);
    browser.await("return document.getElementById('zoom-range').textContent !== ''");
    List<?> scales =
        (List<?>) browser.run("return churn.plots.map(p => p.scales.x.min + '-' + p.scales.x.max)");
    assertThat(scales.stream().distinct()).hasSize(1);
    assertThat(browser.number("return Math.round(1000 * churn.plots[0].scales.x.min)"))
        .isPositive();
    assertThat(browser.find("#zoom-range").getText()).containsPattern("\\d+ connects?$");

    browser.click(browser.find("#zoom-out"));
    assertThat(browser.number("return churn.plots[2].scales.x.min")).isZero();
    assertThat(browser.find("#zoom-range").getText()).isEmpty();
  }

  @Test
  void shouldOpenASiteToItsStacks() {
    browser.open(page);
    browser.click(browser.find("tr.site .opener"));

    WebElement details = browser.find("tr.details");
    assertThat(details.getText())
        .contains("5 stacks", "DeviceFlow.run(DeviceFlow.java:", "Lifetimes", "Cure:");
    assertThat(browser.find("tr.details .trace .hit").getText())
        .startsWith("dev.churnagent.demo.flow.Device.getOverShortConnection(Device.java:");
    assertThat(browser.all("tr.details .histogram div")).isNotEmpty();

    // What the finding means stands in the page itself.
    browser.click(details.findElement(By.linkText("Read more")));
    WebElement finding = browser.find("#finding-close-first");
    assertThat(finding.getText())
        .contains("When it is said", "Keep the connection: one shared HttpClient")
        .doesNotContain("**", "```");

    browser.click(browser.find("tr.site .opener"));
    assertThat(browser.all("tr.details")).isEmpty();
  }

  @Test
  void shouldShowWhereConnectionsComeFrom() {
    browser.open(page);
    browser.run("document.getElementById('flame').scrollIntoView()");
    browser.await("return document.querySelectorAll('#flame-graph div').length > 10");
    String all = browser.find("#flame-graph div").getDomAttribute("title");
    assertThat(all).contains("all connections", "41 connections", "100 %");

    WebElement step =
        browser.all("#flame-graph div").stream()
            .filter(cell -> cell.getText().equals("StepB.run"))
            .findFirst()
            .orElseThrow();
    browser.click(step);
    assertThat(browser.all("#flame-graph div.above")).isNotEmpty();

    browser.find("#flame-search").sendKeys("StepA");
    browser.await("return document.getElementById('flame-hint').textContent.includes('%')");
    // 8 of 41.
    assertThat(browser.find("#flame-hint").getText()).contains("20 %");
  }

  @Test
  void shouldSpeakTheBrowsersLanguageAndSwitch() {
    browser.open(page);
    assertThat(browser.text("return document.documentElement.lang")).isEqualTo("en");
    assertThat(
            browser.text(
                "return Object.keys(churn.words.en).filter(k => !churn.hasWord(k)).join()"))
        .isEmpty();

    browser.click(browser.find(".bar button[lang=zh-CN]"));
    assertThat(browser.text("return document.documentElement.lang")).isEqualTo("zh-CN");
    assertThat(browser.find("#sites h2").getText()).isEqualTo("调用点");
    assertThat(
            browser.text(
                "return Object.keys(churn.words.en).filter(k => !churn.hasWord(k)).join()"))
        .as("words without a translation")
        .isEmpty();
    browser.click(browser.find(".bar button[lang=en]"));
    assertThat(browser.find("#sites h2").getText()).isEqualTo("Call sites");

    try (Browser chinese = Browser.start("zh-CN")) {
      chinese.open(page);
      assertThat(chinese.text("return document.documentElement.lang")).isEqualTo("zh-CN");
      assertThat(chinese.find("#verdict").getText()).contains("未通过");
      assertThat(chinese.complaints()).isEmpty();
    }
  }

  @Test
  void shouldBeLightOrDarkAndPrint() {
    browser.open(page);
    String background = "return getComputedStyle(document.body).backgroundColor";
    String before = browser.text(background);
    browser.click(browser.find("#theme"));
    assertThat(browser.text(background)).isNotEqualTo(before);

    byte[] pdf = Base64.getDecoder().decode(browser.print());
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    assertThat(pdf).hasSizeGreaterThan(20_000);
    browser.click(browser.find("#theme"));
    assertThat(browser.text(background)).isEqualTo(before);
  }

  @Test
  void shouldNeedNoNetwork() throws IOException {
    String html = Files.readString(page);
    assertThat(html).contains("default-src 'none'").doesNotContain("src=\"http", "href=\"http");
    browser.open(page);
    assertThat(browser.number("return performance.getEntriesByType('resource').length")).isZero();
  }

  @Test
  void shouldShowTwoRunsAsAComparison() throws IOException {
    Finished cached =
        AgentProcess.java(Jdks.oldest())
            .option("config", System.getProperty("churn.demo.config"))
            .jar(AgentProcess.demoJar(), "cached")
            .run();
    Path comparison = AgentProcess.newFolder().resolve("below/comparison.html");
    Finished made =
        AgentProcess.churn(
            Jdks.oldest(), "diff", cached.runFolder(), page.getParent(), "--html", comparison);
    assertThat(made.status()).as(made::everything).isZero();
    browser.open(comparison);

    assertThat(browser.find("#changes").getText())
        .startsWith("worse")
        .contains("connections 9 → 41")
        .contains("new")
        .contains("DeviceFlow#run");
    assertThat(browser.find("tr.site").getText()).contains("worse", "40");
    assertThat(browser.find("th[data-key=was]").getText()).startsWith("Before");
    assertThat(browser.text("return churn.plots[0].series.map(s => s.label).join()"))
        .isEqualTo("Since the start,Connects per second,before");
    browser.click(browser.find(".bar button[lang=zh-CN]"));
    assertThat(browser.find("#changes").getText()).startsWith("变差");
    browser.click(browser.find(".bar button[lang=en]"));
  }

  @Test
  void shouldKeepHostileNamesAsText() throws IOException {
    ObjectNode hostile = report.deepCopy();
    ObjectNode site = (ObjectNode) hostile.at("/sites/0");
    site.put("class", "com.acme." + HOSTILE).put("method", HOSTILE).put("file", HOSTILE);
    ((ArrayNode) site.at("/stacks/0/frames")).insert(0, HOSTILE);
    ((ObjectNode) site.at("/endpoints/0")).put("address", HOSTILE);
    ((ObjectNode) hostile.at("/chains/0"))
        .put("root", HOSTILE + "#" + HOSTILE)
        .put("target", HOSTILE);
    ((ObjectNode) hostile.at("/limits/0")).put("subject", HOSTILE);
    ((ObjectNode) hostile.at("/run")).put("mainClass", HOSTILE);
    ((ArrayNode) hostile.at("/run/degraded")).add(HOSTILE);
    browser.open(rendered(hostile));

    browser.click(browser.find("tr.site .opener"));
    assertThat(browser.number("return document.querySelectorAll('[onclick]').length")).isZero();
    assertThat(browser.find("h1").getText()).isEqualTo(HOSTILE);
    assertThat(browser.find("tr.site").getText()).contains(HOSTILE);
    assertThat(browser.find("tr.details .trace").getText()).startsWith(HOSTILE);
    assertThat(browser.find("#incomplete").getText()).contains(HOSTILE);
  }

  @Test
  void shouldSortAndFilterTenThousandSites() throws IOException {
    Path large = rendered(withSites(MANY));
    assertThat(Files.size(large)).isLessThan(MANY_BYTES);
    browser.open(large);
    assertThat(browser.find("#site-count").getText()).isEqualTo("10,000 of 10,000 call sites");
    assertThat(browser.all("tr.site")).hasSize(100);

    // By default by connections: site n has n of them.
    assertThat(browser.find("tr.site").getText()).contains("Client9999");
    browser.click(browser.find("th[data-key=connections] button"));
    assertThat(browser.find("tr.site").getText()).contains("Client0.");
    browser.click(browser.find("th[data-key=rate] button"));
    assertThat(browser.find("th[data-key=rate]").getDomAttribute("aria-sort"))
        .isEqualTo("descending");
    assertThat(browser.find("tr.site").getText()).contains("999/s");

    browser.find("#site-filter").sendKeys("client123 ");
    browser.await("return document.getElementById('site-count').textContent.startsWith('11 ')");
    browser.find("#site-filter").sendKeys("nothing of the kind");
    browser.await("return document.querySelectorAll('tr.site').length === 0");
    browser.run(
        "const f = document.getElementById('site-filter'); f.value = '';"
            + " f.dispatchEvent(new Event('input'))");
    browser.await("return document.querySelectorAll('tr.site').length === 100");
    browser.run(
        "const s = document.getElementById('site-signature'); s.value = 'leak';"
            + " s.dispatchEvent(new Event('change'))");
    assertThat(browser.find("#site-count").getText()).isEqualTo("2,500 of 10,000 call sites");
    browser.click(browser.find("#more-sites"));
    assertThat(browser.all("tr.site")).hasSize(200);
  }

  private ObjectNode withSites(int count) {
    ObjectNode many = report.deepCopy();
    ObjectNode model = (ObjectNode) many.at("/sites/0");
    ArrayNode sites = JSON.createArrayNode();
    String[] signatures = {"leak", "close-first", "hoard", "pooled"};
    for (int i = 0; i < count; i++) {
      ObjectNode site = model.deepCopy();
      site.put("id", "site" + i).put("class", "com.acme.part" + i % 50 + ".Client" + i);
      site.put("method", "fetch").put("connections", i).put("signature", signatures[i % 4]);
      ((ObjectNode) site.get("peakRate")).put("perSecond", i % 1000);
      ArrayNode frames = (ArrayNode) site.at("/stacks/0/frames");
      frames.set(
          14,
          JSON.getNodeFactory()
              .textNode(
                  "com.acme.part" + i % 50 + ".Client" + i + ".fetch(Client.java:" + i + ")"));
      sites.add(site);
    }
    many.set("sites", sites);
    return many;
  }

  /** The page of a stored report. */
  private Path rendered(ObjectNode json) throws IOException {
    Path stored = AgentProcess.newFolder().resolve("report.json");
    JSON.writeValue(stored.toFile(), json);
    Finished made =
        AgentProcess.churn(Jdks.oldest(), "report", stored, "--output", stored.getParent());
    assertThat(made.status()).as(made::everything).isZero();
    return stored.resolveSibling("report.html");
  }
}

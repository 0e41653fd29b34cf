package org.stemma.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.stemma.check.CheckReport;

/**
 * The site in a real browser: Debian's Chromium, driven by its own driver, nothing downloaded.
 * Where there is none, these tests say so and are skipped.
 */
@Timeout(120)
class BrowserTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final int DESK_WIDTH = 1280;
  private static final int PHONE_WIDTH = 360;

  @TempDir static Path profile;

  private static final InventedDesk DESK = new InventedDesk();
  private static Site site;
  private static ChromeDriver browser;

  @BeforeAll
  static void open() throws IOException {
    boolean there = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    if (!there) {
      System.out.println("Browser tests are skipped: no " + CHROMIUM + " with " + DRIVER + ".");
    }
    Assumptions.assumeTrue(there, "no Chromium here");
    site = Site.start(DESK, new SiteSettings(0));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    browser = new ChromeDriver(service, options());
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + profile);
    if (System.getProperty("user.name").equals("root")) {
      // Chromium does not start as root with its sandbox; build machines often are root.
      options.addArguments("--no-sandbox");
    }
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
    return options;
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.quit();
    }
    if (site != null) {
      site.close();
    }
  }

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);

  @BeforeEach
  void atADesk() {
    width(DESK_WIDTH);
    scripts(true);
    errors();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "article/wire",
        "article/courier",
        "article/hostile",
        "statement/courier-105",
        "statement/courier-105?all=1&copies=once",
        "statement/courier-105/stemma.svg",
        "statements",
        "statements?copies=once",
        "disputes",
        "speakers",
        "speaker/courier~tomas-brel",
        "decisions",
        "watch",
        "articles",
        "outlets",
        "outlet/Northern%20Wire",
        "timeline?q=shot",
        "timeline",
        "map?q=spokesman%20OR%20ferry",
        "search?q=warning",
        "search?q=bodies%20OR%20shot&order=newest",
        "search",
        "export?outlet=Northern%20Wire",
        "check",
        "add",
        "nope"
      })
  void noPageScrollsSidewaysOrComplains(String path) {
    for (int width : List.of(DESK_WIDTH, PHONE_WIDTH)) {
      width(width);
      go(path);
      long content = (Long) run("return document.documentElement.scrollWidth");
      long window = (Long) run("return document.documentElement.clientWidth");
      assertThat(content).as(path + " at " + width).isLessThanOrEqualTo(window);
    }
    assertThat(errors()).filteredOn(e -> !e.contains("404")).isEmpty();
  }

  @Test
  void fromTheHomePageToTheStatementToThePlaceInTheArticleByLinksAlone() {
    go("");
    WebElement statement = browser.findElement(By.partialLinkText("We do not rule out"));
    leave(() -> statement.sendKeys(Keys.ENTER));
    assertThat(browser.getTitle()).startsWith("Tomas Brel: We do not rule out");
    assertThat(browser.findElement(By.cssSelector("svg.stemma")).getAriaRole())
        .isIn("img", "image");
    browser.findElement(By.linkText("The Castrel Tribune")).click();
    assertThat(browser.getCurrentUrl()).contains("/article/tribune#a-");
    String anchor = browser.getCurrentUrl().replaceAll(".*#", "");
    assertThat(browser.findElement(By.id(anchor)).getText()).startsWith("“We rule out");
  }

  @Test
  void aSpeakerIsRenamedAndTheDecisionTakenBackByButtonsAlone() {
    go("statement/courier-105");
    browser.findElement(By.linkText("Tomas Brel")).click();
    WebElement name = browser.findElement(By.id("rename"));
    name.clear();
    name.sendKeys("Colonel Tomas Brel");
    leave(name::submit);
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Colonel Tomas Brel");
    WebElement back = browser.findElement(By.linkText("can be taken back"));
    leave(() -> back.sendKeys(Keys.ENTER));
    WebElement button = browser.findElement(By.cssSelector(".decisions button"));
    leave(() -> button.sendKeys(Keys.ENTER));
    assertThat(browser.findElement(By.cssSelector(".decisions s")).getText())
        .isEqualTo("Tomas Brel is shown as Colonel Tomas Brel.");
    assertThat(errors()).isEmpty();
  }

  @Test
  void aWrongDateIsSetRightOnTheArticlesPageAndTakenBackThere() {
    scripts(false);
    go("article/wire");
    browser.findElement(By.cssSelector(".correcting summary")).click();
    WebElement date = browser.findElement(By.id("set-date"));
    leave(date::submit);
    assertThat(browser.findElement(By.cssSelector(".correct .decisions")).getText())
        .contains("was published on");
    WebElement back = browser.findElement(By.cssSelector(".correct .decisions button"));
    leave(() -> back.sendKeys(Keys.ENTER));
    assertThat(browser.getCurrentUrl()).endsWith("/article/wire#correct");
    scripts(true);
  }

  @Test
  void hostileWordsStayWords() {
    go("article/hostile");
    assertThat(browser.getTitle()).startsWith("<script>");
    assertThat(browser.findElements(By.cssSelector("main img, main script"))).isEmpty();
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo(InventedDesk.MARKUP);
    assertThat((Long) run("return document.querySelector('#p-202, .text').textContent.length"))
        .isGreaterThan(1 << 20);
  }

  @Test
  void aPastedDraftIsCheckedWithoutScripts() {
    scripts(false);
    pasteAndCheck();
    scripts(true);
  }

  @Test
  void aPastedDraftIsCheckedWithScripts() {
    pasteAndCheck();
    assertThat(errors()).isEmpty();
  }

  /**
   * Does what leads to another page, and waits until this one is gone: a click does not wait for
   * the form's answer.
   */
  private static void leave(Runnable action) {
    WebElement here = browser.findElement(By.tagName("html"));
    action.run();
    long end = System.nanoTime() + LONGEST_ANSWER.toNanos();
    while (System.nanoTime() < end) {
      try {
        here.isEnabled();
        Thread.onSpinWait();
      } catch (StaleElementReferenceException gone) {
        return;
      } catch (WebDriverException e) {
        // What Chromium's driver says of the same when it is asked while the page is changing.
        if (e.getMessage().contains("does not belong to the document")) {
          return;
        }
        throw e;
      }
    }
    throw new AssertionError("the page did not answer within " + LONGEST_ANSWER);
  }

  private void pasteAndCheck() {
    go("check");
    browser
        .findElement(By.id("draft"))
        .sendKeys("He said “We rule out that a warning shot was fired”.\nShe said “Never heard”.");
    leave(() -> browser.findElement(By.cssSelector(".draft button")).click());
    List<WebElement> labels = browser.findElements(By.cssSelector(".verdict .label"));
    assertThat(labels).extracting(WebElement::getText).containsExactly("Altered", "Not on record");
    assertThat(browser.findElement(By.id("draft")).getDomProperty("value")).contains("Never heard");
  }

  @Test
  void aDraftFileIsCheckedAndItsReportStandsAlone(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("draft.md"), "“" + InventedDesk.EVERYTHING + "”, he said “so”.");
    go("check");
    browser.findElement(By.id("draft-file")).sendKeys(file.toString());
    leave(() -> browser.findElement(By.cssSelector(".draft button")).click());
    assertThat(browser.findElement(By.cssSelector(".verdict.grave .label")).getText())
        .isEqualTo("Verbatim");
    browser.findElement(By.cssSelector(".around summary")).click();
    assertThat(browser.findElement(By.cssSelector(".paste")).isDisplayed()).isTrue();
    for (int width : List.of(DESK_WIDTH, PHONE_WIDTH)) {
      width(width);
      assertThat(overflow()).as("the check at " + width).isNotPositive();
    }
    assertThat(errors()).isEmpty();
    CheckReport report = DESK.check(Files.readString(file));
    Path saved =
        Files.writeString(folder.resolve("check.html"), CheckDocument.html(report, DESK::known));
    browser.get(saved.toUri().toString());
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Draft check");
    assertThat(browser.findElement(By.cssSelector(".paste")).isDisplayed()).isTrue();
    assertThat(browser.findElement(By.tagName("h1")).getCssValue("font-weight")).isEqualTo("600");
    assertThat(overflow()).isNotPositive();
    assertThat(errors()).isEmpty();
  }

  private static long overflow() {
    return (Long)
        run(
            "return document.documentElement.scrollWidth"
                + " - document.documentElement.clientWidth");
  }

  @Test
  void aDraftCanBePastedAndPagesDroppedAnywhereOnTheHomePage() {
    go("");
    run(
        "const data = new DataTransfer();"
            + "data.setData('text/plain', 'He said “Never heard of it”.');"
            + "document.body.dispatchEvent("
            + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));");
    assertThat(browser.findElement(By.id("draft")).getDomProperty("value"))
        .contains("Never heard of it");
    leave(() -> browser.switchTo().activeElement().sendKeys(Keys.ENTER));
    assertThat(browser.findElement(By.cssSelector(".verdict .label")).getText())
        .isEqualTo("Not on record");
    go("");
    leave(
        () ->
            run(
                "const data = new DataTransfer();"
                    + "data.items.add(new File(['<p>It hailed.</p>'], 'hail.html'));"
                    + "document.querySelector('h2').dispatchEvent(new DragEvent('drop',"
                    + " {dataTransfer: data, cancelable: true, bubbles: true}));"));
    assertThat(DESK.uploads).extracting("name").contains("hail.html");
    assertThat(errors()).isEmpty();
  }

  @Test
  void droppedPagesAreReadWithoutScripts(@TempDir Path folder) throws IOException {
    scripts(false);
    Path page = Files.writeString(folder.resolve("a page.html"), "<p>It rained.</p>");
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    go("add");
    browser.findElement(By.id("files")).sendKeys(page + "\n" + empty);
    leave(() -> browser.findElement(By.cssSelector(".drop button")).click());
    assertThat(browser.findElement(By.cssSelector("main")).getText())
        .contains("1 page added, 1 could not be read.", "empty.txt", "it is empty");
    assertThat(DESK.uploads).extracting("name").contains("a page.html");
    scripts(true);
  }

  @Test
  void aDropOnTheFormSendsIt() {
    go("add");
    leave(
        () ->
            run(
                "const form = document.querySelector('.drop');"
                    + "const data = new DataTransfer();"
                    + "data.items.add(new File(['<p>It snowed.</p>'], 'snow.html'));"
                    + "form.dispatchEvent(new DragEvent('drop', {dataTransfer: data, cancelable: true}));"));
    assertThat(browser.findElement(By.tagName("h1")).getText()).isEqualTo("Pages read");
    assertThat(DESK.uploads).extracting("name").contains("snow.html");
  }

  @Test
  void theFirstTabStopSkipsToTheContentAndFocusIsSeen() {
    go("");
    browser.switchTo().activeElement().sendKeys(Keys.TAB);
    WebElement first = browser.switchTo().activeElement();
    assertThat(first.getText()).isEqualTo("Skip to the content");
    assertThat(first.getCssValue("outline-style")).isNotEqualTo("none");
    first.sendKeys(Keys.ENTER);
    assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("main");
  }

  @Test
  void aNoteInTheMarginLightsUpItsWords() {
    go("article/wire");
    run("document.querySelector('.note .speaker').focus()");
    WebElement note = browser.findElement(By.cssSelector(".note.lit"));
    String key = note.getDomAttribute("data-a");
    assertThat(browser.findElements(By.cssSelector(".text a.lit[data-a='" + key + "']")))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textStandsOutFromItsGround(String scheme) {
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    for (String path :
        List.of(
            "",
            "article/wire",
            "statement/courier-105",
            "search?q=warning%20kind:direct",
            "outlet/Northern%20Wire")) {
      go(path);
      @SuppressWarnings("unchecked")
      List<String> faint = (List<String>) run(FAINT);
      assertThat(faint).as(path + " in " + scheme).isEmpty();
    }
  }

  /** Texts with less than 4.5 : 1 between letters and ground (WCAG 2.2, level AA). */
  private static final String FAINT =
      """
      const lum = c => { const v = c.map(x => x / 255).map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
        return .2126 * v[0] + .7152 * v[1] + .0722 * v[2]; };
      const rgb = s => (s.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
      const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
        if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
      const faint = [];
      for (const e of document.querySelectorAll('main *, header *')) {
        const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
        if (!own || e.closest('svg') || e.closest('.vh') || !e.checkVisibility()) continue;
        const a = lum(rgb(getComputedStyle(e).color)), b = lum(ground(e));
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) faint.push(ratio.toFixed(2) + ' ' + e.textContent.slice(0, 40));
      }
      return faint;
      """;

  @Test
  void everyFieldAndPictureHasAName() {
    for (String path :
        List.of(
            "",
            "check",
            "add",
            "statement/courier-105",
            "article/courier",
            "search?q=shot%20kind:direct",
            "outlet/Northern%20Wire",
            "timeline",
            "map?q=spokesman%20OR%20ferry")) {
      go(path);
      // What is folded has no name, for nobody meets it.
      run("document.querySelectorAll('details').forEach(folded => folded.open = true)");
      for (WebElement element :
          browser.findElements(
              By.cssSelector(
                  "input:not([type=hidden]), select, textarea, button, svg, nav, summary"))) {
        assertThat(element.getAccessibleName()).as(path + ": " + element.getTagName()).isNotBlank();
      }
      assertThat(browser.findElements(By.tagName("h1"))).as(path).hasSize(1);
      assertThat(browser.findElements(By.tagName("main"))).as(path).hasSize(1);
    }
  }

  private static void go(String path) {
    browser.get(site.address() + path);
  }

  private static Object run(String script) {
    return browser.executeScript(script);
  }

  private static void width(int pixels) {
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  private static void scripts(boolean on) {
    browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  /** What the console says since the last call: a refused script or a blocked resource among it. */
  private static List<String> errors() {
    List<String> errors = new ArrayList<>();
    for (LogEntry entry : browser.manage().logs().get(LogType.BROWSER)) {
      errors.add(entry.getMessage());
    }
    return errors;
  }
}

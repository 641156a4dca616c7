package org.danaya.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * A real browser for tests: Chromium without a window. A test that opens one is skipped, with the
 * reason, where Chromium isn't installed.
 */
public final class Browser implements AutoCloseable {

    /** A cheap phone. */
    public static final int PHONE = 360;

    /** A desk. */
    public static final int DESK = 1280;

    private static final List<Path> CHROMIUMS =
            List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/google-chrome"));
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HEIGHT = 800;

    private final ChromeDriver driver;
    private final URI home;

    private Browser(ChromeDriver driver, URI home) {
        this.driver = driver;
        this.home = home;
    }

    /**
     * Opens a browser that prefers French.
     *
     * @param home what the paths given to it are resolved against
     */
    public static Browser open(URI home) {
        return open(home, "fr");
    }

    /** Opens a browser that prefers a language. */
    public static Browser open(URI home, String language) {
        return with(home, language);
    }

    /** Opens a browser with more of Chromium's own options. */
    public static Browser with(URI home, String language, String... more) {
        Path chromium = CHROMIUMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(chromium != null, "Chromium is not installed (package chromium)");
        Assumptions.assumeTrue(
                Files.isExecutable(DRIVER),
                "Chromium's driver is not installed (package chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-quic",
                "--no-first-run",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--window-size=" + DESK + "," + HEIGHT,
                "--lang=" + language);
        options.addArguments(more);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
        options.setCapability("goog:loggingPrefs", Map.of(LogType.BROWSER, "ALL"));
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .withTimeout(PATIENCE)
                        .build();
        ChromeDriver driver = new PatientDriver(service, options, PATIENCE);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(driver, home);
    }

    /** Selenium itself, for what this class doesn't do. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Goes to a path of the site. */
    public Browser go(String path) {
        driver.get(home.resolve(path).toString());
        return this;
    }

    /** The path that is shown, with its query. */
    public String path() {
        URI shown = URI.create(driver.getCurrentUrl());
        return shown.getRawQuery() == null
                ? shown.getRawPath()
                : shown.getRawPath() + "?" + shown.getRawQuery();
    }

    /** The text of the page, as it is seen. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** The text of the first heading. */
    public String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    /** The one element of a CSS selector, which may take a moment to appear. */
    public WebElement find(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .until(_ -> driver.findElement(By.cssSelector(selector)));
    }

    /** Whether a CSS selector finds anything now. */
    public boolean has(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    /** Types into the field of a name, in place of what it held. */
    public Browser type(String field, String text) {
        WebElement element = find("[name='" + field + "']");
        element.clear();
        element.sendKeys(text);
        return this;
    }

    /** Sets a date field, whatever the browser's way to type a date. */
    public Browser date(String field, String iso) {
        driver.executeScript(
                "arguments[0].value = arguments[1]", find("[name='" + field + "']"), iso);
        return this;
    }

    /** Chooses from a list, or ticks: the choice of a value in the field of a name. */
    public Browser choose(String field, String value) {
        find("[name='%s'] option[value='%s'], input[name='%s'][value='%s']"
                        .formatted(field, value, field, value))
                .click();
        return this;
    }

    /** Gives a file to the field of a name. */
    public Browser upload(String field, Path file) {
        find("[name='" + field + "']").sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Follows the link, or presses the button, of a visible text. */
    public Browser press(String text) {
        By matching =
                By.xpath(
                        "//*[self::a or self::button][contains(normalize-space(.), \""
                                + text
                                + "\")]");
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> "Nothing to press “" + text + "” on " + path())
                .until(_ -> shown(matching))
                .click();
        return this;
    }

    private @Nullable WebElement shown(By matching) {
        return driver.findElements(matching).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null);
    }

    /** Sends the form of the page's content. */
    public Browser submit() {
        find("main form[method=post] button[type=submit]").click();
        return this;
    }

    /** Waits until the page shows a text. */
    public Browser sees(String text) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage(() -> "No “" + text + "” on " + path() + ":\n" + text())
                .until(_ -> text().contains(text));
        return this;
    }

    /** Waits until the page of a path is shown, with its query. */
    public Browser arrives(String path) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .withMessage(() -> "Not " + path + " but " + path())
                .until(_ -> path().equals(path));
        return this;
    }

    /** Presses a key, wherever the focus is. */
    public Browser key(Keys key) {
        new Actions(driver).sendKeys(key).perform();
        return this;
    }

    /** What has the focus. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Plugs in a passkey authenticator that says yes. */
    public VirtualAuthenticator authenticator() {
        return driver.addVirtualAuthenticator(
                new VirtualAuthenticatorOptions()
                        .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
                        .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
                        .setHasResidentKey(true)
                        .setHasUserVerification(true)
                        .setIsUserVerified(true)
                        .setIsUserConsenting(true));
    }

    /**
     * Fails on anything that axe finds on the page (WCAG 2.2 A and AA, and good practice), and on
     * text of the colour of its ground, of which axe isn't sure.
     */
    public Browser accessible() {
        Results results = axe().analyze(driver);
        List<String> found =
                Stream.concat(
                                results.getViolations().stream(),
                                results.getIncomplete().stream().filter(Browser::invisible))
                        .map(Browser::told)
                        .toList();
        assertThat(found).as("axe on %s", path()).isEmpty();
        return this;
    }

    /** Fails on anything that the browser complained of, such as a broken content policy. */
    public Browser quiet() {
        List<String> complaints =
                driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(entry -> entry.getLevel() + " " + entry.getMessage())
                        .filter(line -> line.startsWith("SEVERE"))
                        .toList();
        assertThat(complaints).as("console of %s", path()).isEmpty();
        return this;
    }

    /**
     * Takes pictures of the whole page as a phone and as a desk show it, into {@code
     * server/target/screenshots/NAME-WIDTH.png}, and checks that a phone need not scroll sideways.
     */
    public Browser screenshots(String name) {
        screenshot(name, PHONE);
        assertThat(
                        ((Number)
                                        driver.executeScript(
                                                "return document.documentElement.scrollWidth"))
                                .intValue())
                .as("width of %s on a phone", path())
                .isLessThanOrEqualTo(PHONE);
        screenshot(name, DESK);
        return this;
    }

    /** Makes the window as wide as a phone or a desk. */
    public Browser width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        HEIGHT,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width == PHONE));
        return this;
    }

    private void screenshot(String name, int width) {
        width(width);
        try {
            Files.createDirectories(SCREENSHOTS);
            Object taken =
                    driver.executeCdpCommand(
                                    "Page.captureScreenshot",
                                    Map.of("format", "png", "captureBeyondViewport", true))
                            .get("data");
            Files.write(
                    SCREENSHOTS.resolve(name + "-" + width + ".png"),
                    Base64.getDecoder().decode((String) taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    /**
     * Looks in the page's own window. Otherwise a second one is opened for each answer, and a look
     * takes twice as long; that is for frames of other origins, of which our pages have none.
     */
    @SuppressWarnings("deprecation")
    private static AxeBuilder axe() {
        AxeBuilder axe = new AxeBuilder();
        axe.setLegacyMode(true);
        axe.setTimeout((int) PATIENCE.toSeconds());
        return axe;
    }

    private static boolean invisible(Rule rule) {
        return rule.getNodes().stream()
                .flatMap(node -> node.getAny().stream())
                .anyMatch(check -> String.valueOf(check.getData()).contains("equalRatio"));
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): " + rule.getNodes();
    }
}

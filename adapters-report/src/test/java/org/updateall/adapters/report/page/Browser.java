package org.updateall.adapters.report.page;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, without a window and with a profile of its own. */
final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the tests that need it where there is none. */
  static Browser start(Path profile) {
    assumeTrue(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
        "no browser to look at pages with: on Debian, install chromium and chromium-driver");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options(profile)));
  }

  private static ChromeOptions options(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--force-device-scale-factor=1",
        "--window-size=1200,900",
        "--user-data-dir=" + profile);
    if (System.getProperty("user.name").equals("root")) {
      options.addArguments("--no-sandbox");
    }
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** As on a screen that wide, with that preference of colours, and scripts as they are wished. */
  void as(int width, String colours, boolean scripts) {
    cdp(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    cdp(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !scripts));
  }

  void cdp(String command, Map<String, Object> parameters) {
    driver.executeCdpCommand(command, parameters);
  }

  void run(String script) {
    driver.executeScript(script);
  }

  /** What a script answers; never null. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  <T> T ask(String script, Object... arguments) {
    @SuppressWarnings("unchecked")
    T answer = (T) requireNonNull(driver.executeScript(script, arguments), script);
    return answer;
  }

  /** What a script answers once it answers anything but null or false. */
  @SuppressWarnings("TypeParameterUnusedInFormals")
  <T> T await(String script, Object... arguments) {
    @SuppressWarnings("unchecked")
    T answer =
        (T)
            requireNonNull(
                driver.executeAsyncScript(
                    """
                const done = arguments[arguments.length - 1];
                const given = Array.prototype.slice.call(arguments, 0, -1);
                const asked = function () { %s };
                const ask = () => {
                  const answer = asked.apply(null, given);
                  if (answer) { done(answer); } else { requestAnimationFrame(ask); }
                };
                ask();
                """
                        .formatted(script),
                    arguments),
                script);
    return answer;
  }

  /** What the console holds since it was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  /** The addresses of what was asked for since it was asked last. */
  List<String> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .map(LogEntry::getMessage)
        .filter(message -> message.contains("\"Network.requestWillBeSent\""))
        .map(
            message ->
                message.replaceAll(
                    "(?s).*\"documentURL\":\"([^\"]*)\".*\"url\":\"([^\"]*)\".*", "$2"))
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}

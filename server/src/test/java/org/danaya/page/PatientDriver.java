package org.danaya.page;

import java.time.Duration;
import java.util.Set;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.CommandPayload;
import org.openqa.selenium.remote.DriverCommand;
import org.openqa.selenium.remote.Response;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A Chromium that is back from a click, or from a key, when the page is there to which it leads:
 * what a test looks at next is never the page that is being left.
 *
 * <p>Chromium's driver itself waits for the pages that it has seen begin, which on a busy machine
 * comes too late for some. Here the page tells whether it is left, as a link is followed or a form
 * is sent; no page tells of a file that is taken away, nor of a form that its script sends later.
 */
final class PatientDriver extends ChromeDriver {

    private static final Set<String> ACTS =
            Set.of(
                    DriverCommand.CLICK_ELEMENT,
                    DriverCommand.SEND_KEYS_TO_ELEMENT,
                    DriverCommand.ACTIONS);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Makes the page tell, once; after its own scripts, which may hold an event back. */
    private static final String LISTEN =
            """
            if (window.leftByTest) {
              window.leftByTest.now = false;
              return;
            }
            const left = { now: false };
            window.leftByTest = left;
            const file = /[?&]format=|\\.(csv|docx|json|pdf|xlsx|zip)$/;
            window.addEventListener('click', (event) => {
              const link = event.target.closest?.('a[href]');
              if (link && !event.defaultPrevented && !link.hasAttribute('download') && !link.target
                  && /^https?:$/.test(link.protocol)
                  && !file.test(link.pathname) && !file.test(link.search)
                  && (!link.hash || link.href.split('#')[0] !== location.href.split('#')[0])) {
                left.now = true;
              }
            });
            window.addEventListener('submit', (event) => {
              const form = event.target;
              if (!event.defaultPrevented && form.getAttribute('method') !== 'dialog'
                  && !form.hasAttribute('target') && !file.test(form.action)) {
                left.now = true;
              }
            });
            """;

    private static final String ARRIVED =
            """
            return window.leftByTest
              ? !window.leftByTest.now
              : document.readyState === 'complete';
            """;

    private final Duration patience;

    PatientDriver(ChromeDriverService service, ChromeOptions options, Duration patience) {
        super(service, options);
        this.patience = patience;
    }

    @Override
    protected Response execute(CommandPayload command) {
        if (!ACTS.contains(command.getName())) {
            return super.execute(command);
        }
        executeScript(LISTEN);
        Response done = super.execute(command);
        new WebDriverWait(this, patience, PAUSE)
                .withMessage(() -> "The page that follows " + getCurrentUrl() + " doesn’t come")
                .until(_ -> arrived());
        return done;
    }

    private boolean arrived() {
        try {
            return Boolean.TRUE.equals(executeScript(ARRIVED));
        } catch (NoSuchWindowException _) {
            return true; // What was pressed closed it.
        } catch (WebDriverException _) {
            return false; // It is just being left.
        }
    }
}

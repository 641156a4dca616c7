package org.danaya.trust.registration.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Visit;
import org.danaya.table.Cell;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.registration.CertificateWords;
import org.danaya.trust.registration.Line;
import org.danaya.trust.registration.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a certificate says. Gives 1 where it may not be relied on. */
@Command(name = "show", mixinStandardHelpOptions = true)
final class CertShowCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "CERTIFICATE", descriptionKey = "cert-id")
    private String certificate = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    CertShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Terminal terminal = invocation.terminal();
        try (Visit visit = Visit.begin(invocation.settings(home))) {
            Certificate found =
                    CertOf.text(Certificates.in(visit.address().dataSource(), clock), certificate);
            Certificates.Standing standing = Certificates.Standing.of(found, clock.instant());
            if (json) {
                terminal.print(CertListCommand.machine(found, clock));
            } else {
                terminal.say(Shown.tag(standing).key());
                for (Line line : CertificateWords.lines(CertificateWords.tbs(found.der()))) {
                    terminal.print(terminal.word(line.label()) + " : " + text(line.cell()));
                }
            }
            return switch (standing) {
                case GOOD, EXPIRING -> Terminal.DONE;
                case SUSPENDED, REVOKED, EXPIRED -> Terminal.NEGATIVE;
            };
        }
    }

    private String text(Cell cell) {
        return switch (cell) {
            case Cell.Text(String text) -> text;
            case Cell.Code(String text) -> text;
            case Cell.Link(String text, String _) -> text;
            case Cell.Words(String key) -> invocation.terminal().word(key);
            case Cell.Named named -> named.in(invocation.terminal().language());
            case Cell.Day(var day) -> day.toString();
            case Cell.Time(var time) -> time.toString();
            case Cell.Figure(long number) -> Long.toString(number);
            case Cell.State(var tag) -> invocation.terminal().word(tag.key());
        };
    }
}

package org.danaya.audit;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.danaya.base.Fault;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Visit;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Recomputes the whole journal and compares its anchors with the public log. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    AuditVerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws SQLException {
        Terminal terminal = invocation.terminal();
        try (Visit visit = Visit.begin(invocation.settings(home))) {
            DataSource source = visit.address().dataSource();
            requireJournal(source);
            CheckReport report =
                    JournalCheck.run(
                            source,
                            position -> terminal.progress("audit.verify.progress", position));
            terminal.endProgress();
            if (json) {
                terminal.print(new JsonMapper().writeValueAsString(machine(report)));
            } else {
                tell(terminal, report);
            }
            return report.sound() ? Terminal.DONE : Terminal.NEGATIVE;
        }
    }

    private static void requireJournal(DataSource source) {
        boolean there =
                JdbcClient.create(source)
                        .sql("select to_regclass('audit.link') is not null")
                        .query(Boolean.class)
                        .single();
        if (!there) {
            throw new Fault(AuditFault.NOT_BEGUN);
        }
    }

    private static void tell(Terminal terminal, CheckReport report) {
        report.findings()
                .forEach(
                        finding ->
                                terminal.complain(
                                        "audit.finding." + finding.kind(), finding.position()));
        if (report.sound()) {
            terminal.say(
                    "audit.verify.sound",
                    report.head().position(),
                    report.anchors(),
                    report.waiting(),
                    report.erased());
            terminal.say(
                    "audit.verify.head", report.head().position(), report.head().hash().toString());
        } else {
            terminal.complain("audit.verify.broken", report.findings().size());
        }
    }

    private static Map<String, Object> machine(CheckReport report) {
        List<Map<String, Object>> findings =
                report.findings().stream()
                        .map(
                                finding ->
                                        Map.<String, Object>of(
                                                "kind",
                                                finding.kind(),
                                                "position",
                                                finding.position()))
                        .toList();
        return Map.of(
                "sound",
                report.sound(),
                "position",
                report.head().position(),
                "hash",
                report.head().hash().toString(),
                "waiting",
                report.waiting(),
                "erased",
                report.erased(),
                "anchors",
                report.anchors(),
                "findings",
                findings);
    }
}

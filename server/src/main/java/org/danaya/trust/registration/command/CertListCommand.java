package org.danaya.trust.registration.command;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.danaya.base.Reach;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Visit;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.registration.CertificateWords;
import org.danaya.trust.registration.Shown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Lists certificates, the newest first. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class CertListCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--text", paramLabel = "TEXT", descriptionKey = "cert-text")
    private String text = "";

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "cert-state")
    private Certificates.@Nullable Standing state;

    @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "cert-profile")
    private @Nullable String profile;

    @Option(names = "--limit", paramLabel = "COUNT", descriptionKey = "cert-limit")
    private int limit = 100;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    CertListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        try (Visit visit = Visit.begin(invocation.settings(home))) {
            List<Certificate> found =
                    Certificates.in(visit.address().dataSource(), clock)
                            .find(
                                    new Certificates.Search(
                                            text,
                                            Optional.ofNullable(state),
                                            Optional.ofNullable(profile),
                                            new Reach.Everywhere()),
                                    Optional.empty(),
                                    Math.clamp(limit, 1, MOST));
            Terminal terminal = invocation.terminal();
            for (Certificate each : found) {
                terminal.print(json ? machine(each, clock) : line(each, clock, terminal));
            }
            return found.isEmpty() ? Terminal.NEGATIVE : Terminal.DONE;
        }
    }

    private static String line(Certificate each, Clock clock, Terminal terminal) {
        return each.id()
                + "\t"
                + terminal.word(Shown.tag(Certificates.Standing.of(each, clock.instant())).key())
                + "\t"
                + each.notAfter()
                + "\t"
                + CertificateWords.title(CertificateWords.tbs(each.der()));
    }

    /** One line of JSON. */
    static String machine(Certificate each, Clock clock) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", Long.toString(each.id()));
        facts.put("serial", CertificateWords.serial(CertificateWords.tbs(each.der())));
        facts.put("subject", each.subject());
        facts.put("notBefore", each.notBefore().toString());
        facts.put("notAfter", each.notAfter().toString());
        facts.put(
                "state",
                Certificates.Standing.of(each, clock.instant()).name().toLowerCase(Locale.ROOT));
        return new JsonMapper().writeValueAsString(facts);
    }
}

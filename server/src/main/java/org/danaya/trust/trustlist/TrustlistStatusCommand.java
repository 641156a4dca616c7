package org.danaya.trust.trustlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.TrustedList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Says how the published list of a home is. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class TrustlistStatusCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    TrustlistStatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        PublishedFiles files = PublishedFiles.of(invocation.settings(home));
        Instant now = Clock.systemUTC().instant();
        byte[] signer = files.signer();
        ListVerdict verdict = ListJudge.judge(files.list(), List.of(signer), now);
        Terminal terminal = invocation.terminal();
        if (json) {
            terminal.print(new JsonMapper().writeValueAsString(facts(verdict, signer)));
        } else {
            tell(terminal, verdict, signer, now);
        }
        return verdict instanceof ListVerdict.Valid ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private static void tell(Terminal terminal, ListVerdict verdict, byte[] signer, Instant now) {
        switch (verdict) {
            case ListVerdict.Valid(TrustedList list, _, _) -> {
                Scheme scheme = list.scheme();
                terminal.say(
                        "trustlist.command.status",
                        scheme.sequence(),
                        scheme.operator().best(terminal.language().locale()),
                        scheme.issued().toString(),
                        list.providers().size(),
                        list.services().size());
                Instant next = scheme.nextUpdate();
                if (next != null) {
                    terminal.say(
                            "trustlist.command.next",
                            next.toString(),
                            Duration.between(now, next).toDays());
                }
            }
            case ListVerdict.Refused(ListVerdict.Reason reason, String detail) -> {
                terminal.say("trustlist.refused." + reason.code());
                terminal.print(detail);
            }
        }
        ServiceCertificate.read(signer)
                .ifPresent(it -> terminal.say("trustlist.command.signer", it.sha256()));
    }

    private static Map<String, Object> facts(ListVerdict verdict, byte[] signer) {
        Map<String, Object> facts = new LinkedHashMap<>();
        switch (verdict) {
            case ListVerdict.Valid(TrustedList list, _, _) -> {
                facts.put("usable", true);
                facts.put("sequence", list.scheme().sequence());
                facts.put("issued", list.scheme().issued().toString());
                facts.put("nextUpdate", String.valueOf(list.scheme().nextUpdate()));
                facts.put("providers", list.providers().size());
                facts.put("services", list.services().size());
            }
            case ListVerdict.Refused(ListVerdict.Reason reason, String detail) -> {
                facts.put("usable", false);
                facts.put("reason", reason.code());
                facts.put("detail", detail);
            }
        }
        facts.put(
                "signer",
                ServiceCertificate.read(signer)
                        .map(ServiceCertificate::sha256)
                        .orElseGet(() -> HexFormat.of().formatHex(signer)));
        return facts;
    }
}

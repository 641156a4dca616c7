package org.danaya.trust.trustlist;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.trust.trustlist.model.ServiceCertificate;
import org.danaya.trust.trustlist.model.TrustedList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Judges any list: its form, its signature, its signer, its age. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class TrustlistVerifyCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FILE", descriptionKey = "trustlist.file")
    private Path file = Path.of("");

    @Option(names = "--signer", paramLabel = "CERTIFICATE", descriptionKey = "trustlist.signer")
    private List<Path> signers = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    private final Invocation invocation;

    TrustlistVerifyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<byte[]> expected =
                signers.isEmpty()
                        ? List.of(PublishedFiles.of(invocation.settings(home)).signer())
                        : signers.stream().map(TrustlistVerifyCommand::certificate).toList();
        ListVerdict verdict =
                ListJudge.judge(PublishedFiles.read(file), expected, Clock.systemUTC().instant());
        Terminal terminal = invocation.terminal();
        if (json) {
            terminal.print(new JsonMapper().writeValueAsString(facts(verdict)));
        } else {
            tell(terminal, verdict);
        }
        return verdict instanceof ListVerdict.Valid ? Terminal.DONE : Terminal.NEGATIVE;
    }

    private static void tell(Terminal terminal, ListVerdict verdict) {
        switch (verdict) {
            case ListVerdict.Valid(TrustedList list, ServiceCertificate signer, var at) ->
                    terminal.say(
                            "trustlist.command.valid",
                            list.scheme().operator().best(terminal.language().locale()),
                            list.scheme().sequence(),
                            String.valueOf(list.scheme().nextUpdate()),
                            at.toString(),
                            signer.subject());
            case ListVerdict.Refused(ListVerdict.Reason reason, String detail) -> {
                terminal.say("trustlist.refused." + reason.code());
                terminal.print(detail);
            }
        }
    }

    private static Map<String, Object> facts(ListVerdict verdict) {
        Map<String, Object> facts = new LinkedHashMap<>();
        switch (verdict) {
            case ListVerdict.Valid(TrustedList list, ServiceCertificate signer, var at) -> {
                facts.put("valid", true);
                facts.put("sequence", list.scheme().sequence());
                facts.put("nextUpdate", String.valueOf(list.scheme().nextUpdate()));
                facts.put("signedAt", at.toString());
                facts.put("signer", signer.sha256());
            }
            case ListVerdict.Refused(ListVerdict.Reason reason, String detail) -> {
                facts.put("valid", false);
                facts.put("reason", reason.code());
                facts.put("detail", detail);
            }
        }
        return facts;
    }

    private static byte[] certificate(Path file) {
        return ServiceCertificate.read(PublishedFiles.read(file))
                .orElseThrow(() -> new Fault(TrustlistFault.UNREADABLE, file, "X.509"))
                .der();
    }
}

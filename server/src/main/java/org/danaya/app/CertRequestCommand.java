package org.danaya.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.danaya.access.Accounts;
import org.danaya.base.Actor;
import org.danaya.base.Fault;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.people.Structures;
import org.danaya.trust.authority.Request;
import org.danaya.trust.authority.Requests;
import org.danaya.trust.profile.CertificateRequests;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.registration.RegistrationFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Asks for a certificate at the machine, in the name of an account. Officers examine and approve it
 * as any other. The platform must be stopped.
 */
@Command(name = "request", mixinStandardHelpOptions = true)
final class CertRequestCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Option(
            names = "--profile",
            required = true,
            paramLabel = "PROFILE",
            descriptionKey = "cert-profile")
    private String profile = "";

    @Option(
            names = "--structure",
            required = true,
            paramLabel = "STRUCTURE",
            descriptionKey = "cert-structure")
    private String structure = "";

    @Option(names = "--for", required = true, paramLabel = "ACCOUNT", descriptionKey = "cert-for")
    private UUID account = new UUID(0, 0);

    @Option(names = "--csr", required = true, paramLabel = "FILE", descriptionKey = "cert-csr")
    private Path csr = Path.of("");

    @Option(names = "--subject", paramLabel = "ATTRIBUTE=VALUE", descriptionKey = "cert-subject")
    private Map<String, String> subject = Map.of();

    @Option(names = "--name", paramLabel = "TYPE:VALUE", descriptionKey = "cert-name")
    private List<String> names = List.of();

    private final Invocation invocation;

    CertRequestCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        CertificateRequests.Request read =
                switch (CertificateRequests.read(bytes())) {
                    case CertificateRequests.Outcome.Read(var request) -> request;
                    case CertificateRequests.Outcome.Refused(var problem) ->
                            throw new Fault(
                                    RegistrationFault.REQUEST_REFUSED,
                                    terminal.word(problem.words()));
                };
        try (Platform platform = Platform.start(invocation.settings(home))) {
            platform.bean(Accounts.class).get(account);
            UUID of =
                    platform.bean(Structures.class)
                            .find(structure)
                            .orElseThrow(
                                    () -> new Fault(RegistrationFault.WRONG_VALUE, "--structure"))
                            .id();
            String user = System.getProperty("user.name", "?");
            Request.Submitted submitted =
                    ScopedValue.where(Actor.CURRENT, new Actor.Operator(user))
                            .call(
                                    () ->
                                            platform.bean(Requests.class)
                                                    .submit(account, asked(read, of)));
            terminal.say("registration.command.requested", submitted.head().id().toString());
            return Terminal.DONE;
        }
    }

    private Requests.Asked asked(CertificateRequests.Request read, UUID of) {
        Map<SubjectAttribute, String> attributes = new EnumMap<>(SubjectAttribute.class);
        subject.forEach(
                (name, value) ->
                        attributes.put(
                                Arrays.stream(SubjectAttribute.values())
                                        .filter(known -> known.code().equals(name))
                                        .findFirst()
                                        .orElseThrow(
                                                () ->
                                                        new Fault(
                                                                RegistrationFault.WRONG_VALUE,
                                                                "--subject")),
                                value));
        return new Requests.Asked(
                profile,
                Optional.of(of),
                Optional.empty(),
                attributes,
                names.isEmpty() ? read.names() : names,
                new Requests.Key.Given(read.subjectPublicKeyInfo()),
                Optional.empty());
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(csr);
        } catch (IOException e) {
            throw new Fault(e, RegistrationFault.FILE_REFUSED, csr.toString(), String.valueOf(e));
        }
    }
}

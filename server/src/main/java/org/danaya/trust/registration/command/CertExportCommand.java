package org.danaya.trust.registration.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.danaya.base.Fault;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Terminal;
import org.danaya.store.Visit;
import org.danaya.trust.authority.Certificate;
import org.danaya.trust.authority.Certificates;
import org.danaya.trust.registration.CertificateFiles;
import org.danaya.trust.registration.RegistrationFault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a certificate, in PEM or DER. */
@Command(name = "export", mixinStandardHelpOptions = true)
final class CertExportCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Parameters(paramLabel = "CERTIFICATE", descriptionKey = "cert-id")
    private String certificate = "";

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cert-out")
    private @Nullable Path out;

    @Option(names = "--der", descriptionKey = "cert-der")
    private boolean der;

    private final Invocation invocation;

    CertExportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (Visit visit = Visit.begin(invocation.settings(home))) {
            Certificate found =
                    CertOf.text(
                            Certificates.in(visit.address().dataSource(), Clock.systemUTC()),
                            certificate);
            String pem = CertificateFiles.armoured(found.der());
            Path file = out;
            if (file == null) {
                invocation.terminal().print(pem.strip());
                return Terminal.DONE;
            }
            Files.write(
                    file,
                    der ? found.der() : pem.getBytes(StandardCharsets.US_ASCII),
                    StandardOpenOption.CREATE_NEW);
            invocation.terminal().say("registration.command.exported", file);
            return Terminal.DONE;
        } catch (IOException e) {
            throw new Fault(
                    e, RegistrationFault.FILE_REFUSED, String.valueOf(out), String.valueOf(e));
        }
    }
}

package org.danaya.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.danaya.app.TestPlatform;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.PlatformMandates;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.status.MandateSeals;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.ShortCode;

/**
 * The whole platform as the server of {@code VerdictBench}, in a process of its own, with mandates
 * in force. It ends with its standard input.
 *
 * <p>Arguments: the folder where it leaves the codes, the seals, the anchor and the snapshot; how
 * many mandates.
 */
public final class VerdictServer {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private VerdictServer() {}

    /** Serves until its standard input ends. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        PlatformMandates kit = new PlatformMandates("bench-verdicts", "BV");
        List<Terms> terms = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            terms.add(
                    kit.terms(
                            kit.person("Exemple", "Porteur " + i),
                            Scope.OPEN,
                            Power.SIGN,
                            Power.REPRESENT));
        }
        List<String> codes = new ArrayList<>();
        List<String> seals = new ArrayList<>();
        MandateSeals writer = TestPlatform.bean(MandateSeals.class);
        for (Mandate.Head head : kit.inForce(terms.toArray(Terms[]::new))) {
            codes.add(ShortCode.ofData(head.code()).toString());
            seals.add(writer.seal(kit.mandates.register().get(head.id())).text());
        }
        Files.write(folder.resolve("codes"), codes);
        Files.write(folder.resolve("seals"), seals);
        fetch("anchor.json", folder);
        fetch("snapshot", folder);
        System.out.println("ready " + TestPlatform.address());
        while (System.in.read() >= 0) {
            // The other process ends it.
        }
        System.exit(0);
    }

    private static void fetch(String name, Path folder) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (var content =
                    TestPlatform.edgeAddress().resolve("/mandates/" + name).toURL().openStream()) {
                Files.write(folder.resolve(name), content.readAllBytes());
                return;
            } catch (IOException e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }
}

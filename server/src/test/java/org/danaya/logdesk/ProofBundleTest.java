package org.danaya.logdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.danaya.app.TestPlatform;
import org.danaya.base.Fault;
import org.danaya.base.Sha256;
import org.danaya.log.Leaves;
import org.danaya.log.LogProofs;
import org.danaya.log.NewLeaf;
import org.danaya.log.PublicLog;
import org.danaya.page.Browser;
import org.danaya.page.CommandSaid;
import org.danaya.page.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/** An opening and the files that it commits to, in one ZIP, checked offline. */
class ProofBundleTest {

    private static final byte[] WORDS = bytes("Trente jours, c’est trop long.\n--\n\n--\n");
    private static final byte[] REASON = bytes("Trois jours suffisent.");
    private static byte[] opening = {};

    @TempDir private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @BeforeAll
    static void log() {
        String reference = "test:proof-bundle";
        String content =
                "danaya observation answered v1\nwords %s\nreason %s\n"
                        .formatted(Sha256.hexOf(WORDS), Sha256.hexOf(REASON));
        TestPlatform.bean(TransactionTemplate.class)
                .executeWithoutResult(
                        _ ->
                                TestPlatform.bean(Leaves.class)
                                        .append(
                                                new NewLeaf(
                                                        "test.answered",
                                                        bytes(content),
                                                        reference)));
        opening = opened(reference);
    }

    private static byte[] opened(String reference) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            try {
                return TestPlatform.bean(LogProofs.class).open(reference).toBytes();
            } catch (Fault e) {
                assertThat(Instant.now()).as(e.getMessage()).isBefore(deadline);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("answer.danaya-opening", opening.clone());
        files.put("observation.txt", WORDS.clone());
        files.put("reason.txt", REASON.clone());
        return files;
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        }
        return Files.write(folder.resolve("preuve.zip"), bytes.toByteArray());
    }

    private CommandSaid check(Map<String, byte[]> files, String... more) throws IOException {
        return checked(zip(files), more);
    }

    private static CommandSaid checked(Path file, String... more) {
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = file;
        arguments[1] = "--key";
        arguments[2] = TestPlatform.bean(PublicLog.class).keys().getFirst().vkey();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return CommandSaid.run(
                Language.FRENCH,
                invocation -> new CommandLine(new LogCheckCommand(invocation)),
                arguments);
    }

    @Test
    void whatTheLeafCommitsToIsToldFileByFile() throws IOException {
        CommandSaid said = check(files());
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("Vrai")
                .contains(
                        "observation.txt\u00a0: c’est exactement ce que la feuille engage (words)")
                .contains("reason.txt\u00a0: c’est exactement ce que la feuille engage (reason)");
        assertThat(check(files(), "--json").out())
                .contains("\"outcome\":\"proven\"", "\"observation.txt\":\"words\"");
    }

    @Test
    void anyByteThatIsChangedInAnyFileIsRefused() throws IOException {
        for (String name : files().keySet()) {
            Map<String, byte[]> files = files();
            Objects.requireNonNull(files.get(name))[20] ^= 1;
            CommandSaid said = check(files);
            assertThat(said.exit()).as(name).isNotZero();
            assertThat(said.err()).as(name).isNotEmpty();
        }
    }

    @Test
    void whatIsAddedOrMissingIsRefused() throws IOException {
        Map<String, byte[]> added = files();
        added.put("autre.txt", bytes("Ajouté."));
        assertThat(check(added).exit()).isEqualTo(1);
        assertThat(check(added).err()).contains("autre.txt", "aucune feuille");
        Map<String, byte[]> without = files();
        without.remove("answer.danaya-opening");
        assertThat(check(without).exit()).isEqualTo(1);
        assertThat(check(without).err()).contains("aucune ouverture");
    }

    /** Some programs read a ZIP from its beginning, others by the list at its end. */
    @Test
    void aZipThatProgramsUnpackInTwoWaysIsRefused() throws IOException {
        Map<String, byte[]> forged = files();
        forged.put("reason.txt", bytes("Un autre motif."));
        byte[] shown = Files.readAllBytes(zip(files()));
        byte[] hidden = Files.readAllBytes(zip(forged));
        int list = new String(shown, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        byte[] both = Arrays.copyOf(shown, list + 4 + hidden.length);
        Arrays.fill(both, list, list + 4, (byte) 0);
        System.arraycopy(hidden, 0, both, list + 4, hidden.length);
        CommandSaid said = checked(Files.write(folder.resolve("deux.zip"), both));
        assertThat(said.exit()).isEqualTo(3);
        assertThat(said.out()).doesNotContain("exactement");
    }

    @Test
    void foldersInAZipAreNoFiles() throws IOException {
        Map<String, byte[]> files = files();
        files.put("preuve/", new byte[0]);
        assertThat(check(files).exit()).isZero();
    }

    @Test
    void aZipThatIsTooLargeOrBrokenIsRefused() throws IOException {
        Map<String, byte[]> large = files();
        large.put("grand.txt", new byte[ProofBundle.MOST_BYTES]);
        assertThat(check(large).exit()).isNotZero();
        Path broken = Files.write(folder.resolve("b.zip"), new byte[] {'P', 'K', 3, 4, 0, 1});
        assertThat(
                        CommandSaid.run(
                                        Language.FRENCH,
                                        invocation ->
                                                new CommandLine(new LogCheckCommand(invocation)),
                                        broken,
                                        "--key",
                                        TestPlatform.bean(PublicLog.class).keys().getFirst().vkey())
                                .exit())
                .isNotZero();
    }

    @Test
    void whoHasNoCommandLineChecksItOnThePage() throws IOException {
        try (Browser browser = Browser.open(TestPlatform.address())) {
            browser.go("/log").upload("file", zip(files())).submit().sees("Vrai : cet acte");
            browser.sees("observation.txt : c’est exactement ce que la feuille engage");
            browser.accessible().quiet().screenshots("log-zip-fr");
            Map<String, byte[]> forged = files();
            forged.put("reason.txt", bytes("Un autre motif."));
            browser.upload("file", zip(forged)).submit();
            browser.sees("reason.txt : faux, aucune feuille").accessible();
            browser.screenshots("log-zip-forged-fr");
            browser.upload("file", zip(Map.of("a.txt", bytes("a")))).submit();
            browser.sees("Faux : ce fichier ne prouve rien").accessible();
            byte[] whole = Files.readAllBytes(zip(files()));
            Path broken = Files.write(folder.resolve("c.zip"), Arrays.copyOf(whole, 200));
            browser.upload("file", broken).submit().sees("ne se décompresse pas").accessible();
        }
    }
}

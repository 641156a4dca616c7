package org.danaya.trust.trustlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.danaya.base.Settings;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.page.Heard;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.store.StoreSettings;
import org.danaya.trust.trustlist.TestLists.Signing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands, on published files alone. */
class TrustlistCommandTest {

    private static final Signing SIGNER = TestLists.key("command", KeyAlgorithm.EC_P256);
    private static final byte[] LIST =
            TestLists.signed(TestLists.example(SIGNER.certificate()), SIGNER);

    @TempDir Path home;

    @Test
    void aListIsJudgedShownAndExported() throws Exception {
        assertThat(run("status").code()).isEqualTo(3);
        Path published = Files.createDirectories(home.resolve("published/tl"));
        Files.write(published.resolve("danaya-tl.xml"), LIST);
        Files.write(
                published.resolve("danaya-tl.sha2"),
                MessageDigest.getInstance("SHA-256").digest(LIST));
        Files.write(published.resolve("danaya-tl-signer.cer"), SIGNER.certificate());
        assertThat(run("status").text()).contains("Edition 1 of Example agency");
        assertThat(run("status", "--json").text()).contains("\"usable\":true");
        assertThat(run("show").text()).contains("NTRML-EXEMPLE.1").contains("Granted");
        Path out = home.resolve("www");
        assertThat(run("export", out.toString()).code()).isZero();
        Path copy = out.resolve("danaya-tl.xml");
        assertThat(run("verify", copy.toString()).code()).isZero();
        Files.writeString(
                copy, new String(LIST, StandardCharsets.UTF_8).replace("Bamako", "Banako"));
        Said forged =
                run(
                        "verify",
                        copy.toString(),
                        "--signer",
                        published.resolve("danaya-tl-signer.cer").toString());
        assertThat(forged.code()).isEqualTo(1);
        assertThat(forged.text()).contains("changed after it was signed");
        assertThat(run("verify", copy.toString(), "--json").text()).contains("\"broken\"");
        Files.writeString(copy, "<!DOCTYPE a><a/>");
        assertThat(run("verify", copy.toString()).text()).contains("trustlist.doctype");
    }

    private record Said(int code, String text) {}

    private Said run(String... words) {
        Settings settings = Settings.of(StoreSettings.ALL, Map.of("home", home.toString()));
        Terminal terminal = new Terminal(Words.load(), Language.ENGLISH);
        Invocation invocation = new Invocation(terminal, _ -> settings);
        try (Heard heard = Heard.apart()) {
            CommandLine line =
                    new CommandLine(
                            new TrustlistCommand(),
                            new CommandLine.IFactory() {
                                @Override
                                public <K> K create(Class<K> type) throws Exception {
                                    try {
                                        var made = type.getDeclaredConstructor(Invocation.class);
                                        made.setAccessible(true);
                                        return made.newInstance(invocation);
                                    } catch (NoSuchMethodException _) {
                                        return CommandLine.defaultFactory().create(type);
                                    }
                                }
                            });
            line.setExecutionExceptionHandler((problem, _, _) -> terminal.failure(problem));
            int code = line.execute(words);
            return new Said(code, heard.out());
        }
    }
}

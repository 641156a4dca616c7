package org.danaya.trust.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.danaya.base.DurableFiles;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.page.HomeOption;
import org.danaya.page.Invocation;
import org.danaya.page.Language;
import org.danaya.page.Terminal;
import org.danaya.page.Words;
import org.danaya.store.StoreSettings;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes drafts of the certificate policy and of the practice statement. */
@Command(name = "policy", mixinStandardHelpOptions = true)
public final class CertPolicyCommand implements Callable<Integer> {

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "policy-kind")
    private @Nullable PolicyKind kind;

    @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "policy-language")
    private @Nullable String language;

    @Option(names = "--profile", paramLabel = "PROFILE", descriptionKey = "policy-profile")
    private List<String> chosen = List.of();

    @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "policy-out")
    private @Nullable Path out;

    @Mixin private HomeOption home = new HomeOption();

    private final Invocation invocation;

    /** For the command line. */
    public CertPolicyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Terminal terminal = invocation.terminal();
        Settings settings = invocation.settings(home);
        Profiles profiles = Profiles.ofHome(settings.get(StoreSettings.HOME));
        List<Profile> about =
                chosen.isEmpty() ? profiles.all() : chosen.stream().map(profiles::get).toList();
        List<PolicyKind> kinds = kind == null ? List.of(PolicyKind.values()) : List.of(kind);
        List<Language> languages =
                Arrays.stream(Language.values())
                        .filter(each -> language == null || each.code().equals(language))
                        .toList();
        if (out == null && kinds.size() * languages.size() != 1) {
            throw new Fault(PolicyFault.FOLDER_WANTED);
        }
        Words words = Words.load();
        for (Language each : languages) {
            Map<String, String> places =
                    PolicyPlaces.of(new Spelling(words, each), profiles, about, settings);
            for (PolicyKind document : kinds) {
                String text = PolicyDocument.of(document, each, words, places);
                if (out == null) {
                    terminal.print(text.stripTrailing());
                } else {
                    Path file = out.resolve(document.code() + "." + each.code() + ".md");
                    write(file, text);
                    terminal.say("policy.written", file);
                }
            }
        }
        return Terminal.DONE;
    }

    private static void write(Path file, String text) {
        try {
            DurableFiles.createFolders(file.toAbsolutePath().resolveSibling("").normalize());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Fault(e, PolicyFault.NOT_WRITTEN, file, String.valueOf(e.getMessage()));
        }
    }
}

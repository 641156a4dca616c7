package org.danaya.mandates.credential;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.danaya.page.Language;
import org.danaya.page.Words;

/** What a credential is, for wallets to show (draft-ietf-oauth-sd-jwt-vc, type metadata). */
final class CredentialType {

    private static final List<String> HIDDEN =
            List.of("name", "function", "structure", "powers", "limits");
    private static final List<String> OPEN = List.of("kind", "number", "code");

    private CredentialType() {}

    static Map<String, Object> of(String vct, Words words) {
        return Credentials.ordered(
                "vct",
                vct,
                "name",
                words.say(Language.ENGLISH, "mandates.credential.type"),
                "description",
                words.say(Language.ENGLISH, "mandates.credential.type.about"),
                "display",
                display(words, "mandates.credential.type", true),
                "claims",
                Stream.concat(
                                HIDDEN.stream().map(claim -> claim(words, claim, "always")),
                                OPEN.stream().map(claim -> claim(words, claim, "never")))
                        .toList());
    }

    private static Map<String, Object> claim(Words words, String claim, String sd) {
        return Credentials.ordered(
                "path",
                List.of(claim),
                "display",
                display(words, "mandates.credential.claim." + claim, false),
                "sd",
                sd);
    }

    private static List<Map<String, Object>> display(Words words, String key, boolean name) {
        return List.of(Language.FRENCH, Language.ENGLISH).stream()
                .map(
                        language ->
                                Credentials.ordered(
                                        "locale",
                                        language.locale().toLanguageTag(),
                                        name ? "name" : "label",
                                        words.say(language, key)))
                .toList();
    }
}

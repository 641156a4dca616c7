package org.danaya.trust.ceremony;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.danaya.base.Sha256;
import org.danaya.page.Language;
import org.danaya.page.Words;

/**
 * The minute of an act of a ceremony, in every language, one after the other.
 *
 * @param what the key of the act's sentence: {@code hierarchy}, {@code list}, {@code authority},
 *     {@code revocation}
 * @param keepers who keep the root's key; empty where it is on a token
 * @param needed how many of them it takes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Minute(
        String what,
        boolean rehearsal,
        String title,
        String place,
        Instant at,
        List<String> witnesses,
        List<String> keepers,
        int needed,
        List<RootAuthority.Signed> signed,
        Optional<String> revoked,
        RootList list,
        Instant nextUpdate,
        byte[] transcript) {

    private static final int ISSUED_SERIAL_RADIX = 16;

    /** The text, in UTF-8. */
    byte[] text(Words words) {
        List<String> lines = new ArrayList<>();
        for (Language language : Language.values()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            add(words, language, lines);
        }
        return CeremonyFolder.text(lines);
    }

    private void add(Words words, Language language, List<String> lines) {
        lines.add(words.say(language, "ceremony.minute.heading"));
        lines.add(title);
        if (rehearsal) {
            lines.add(words.say(language, "ceremony.minute.rehearsal"));
        }
        lines.add(words.say(language, "ceremony.minute.where", place, utc(at)));
        lines.add(words.say(language, "ceremony.minute." + what, revoked.orElse("")));
        if (!witnesses.isEmpty()) {
            lines.add(words.say(language, "ceremony.minute.witnesses"));
            witnesses.forEach(witness -> lines.add("- " + witness));
        }
        lines.add(
                keepers.isEmpty()
                        ? words.say(language, "ceremony.minute.token")
                        : words.say(
                                language,
                                "ceremony.minute.keepers",
                                needed,
                                keepers.size(),
                                String.join(", ", keepers)));
        for (RootAuthority.Signed certificate : signed) {
            lines.add(
                    words.say(
                            language,
                            "ceremony.minute.certificate",
                            certificate.code(),
                            String.valueOf(certificate.read().getSubject()),
                            certificate.serial().toString(ISSUED_SERIAL_RADIX),
                            utc(certificate.notAfter()),
                            Sha256.hexOf(certificate.certificate())));
        }
        for (RootAuthority.Signed certificate : signed) {
            for (InAdvance advance : InAdvance.of(certificate.kind())) {
                lines.add(
                        words.say(
                                language,
                                "ceremony.minute.advance",
                                certificate.code(),
                                advance.profile(),
                                Integer.toString(advance.most())));
            }
        }
        lines.add(
                words.say(
                        language,
                        "ceremony.minute.crl",
                        list.number().toString(),
                        list.revoked().size(),
                        utc(nextUpdate)));
        lines.add(words.say(language, "ceremony.minute.transcript", Sha256.hexOf(transcript)));
    }

    private static String utc(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    static String string(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}

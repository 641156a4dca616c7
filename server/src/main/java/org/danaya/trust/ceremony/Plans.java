package org.danaya.trust.ceremony;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.danaya.base.SecretFile;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.Section;

/** Plans of first ceremonies from a script, and of a rehearsal that asks nothing. */
final class Plans {

    static final Pattern LINE = Pattern.compile("\\S(.{0,198}\\S)?");
    static final Pattern SUFFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
    private static final int NAME_LIMIT = 43;
    private static final Pattern NAME = Pattern.compile("\\S(.{0," + (NAME_LIMIT - 2) + "}\\S)?");
    private static final int MOST_KEEPERS = 16;
    private static final int USUAL_LIST_DAYS = 180;
    private static final String REHEARSAL_PASSPHRASE = "rehearsal";

    private Plans() {}

    /** The plan of a script. Passphrases stand in files of their own, readable by one owner. */
    static Plan read(String file, byte[] bytes, boolean rehearsal) {
        Section script = Section.of(file, bytes);
        Map<AuthorityKind, String> names = new EnumMap<>(AuthorityKind.class);
        Section given = script.section("names");
        for (AuthorityKind kind : AuthorityKind.values()) {
            names.put(kind, given.text(kind.code(), NAME));
        }
        given.end();
        Plan plan =
                new Plan(
                        rehearsal || script.flag("rehearsal"),
                        script.text("title", LINE),
                        script.text("place", LINE),
                        script.sections("witnesses").stream().map(Plans::witness).toList(),
                        script.text("suffix", SUFFIX),
                        script.findChoice("root-algorithm", KeyAlgorithm.class)
                                .orElse(KeyAlgorithm.EC_P384),
                        script.findChoice("issuing-algorithm", KeyAlgorithm.class)
                                .orElse(KeyAlgorithm.EC_P256),
                        names,
                        rootKey(script.section("root-key")),
                        Duration.ofDays(script.find("list-days", 1, 400).orElse(USUAL_LIST_DAYS)));
        script.end();
        return plan;
    }

    /** Everything by default: for a newcomer who wants to see it work. */
    static Plan rehearsal(Clock clock) {
        Map<AuthorityKind, String> names = new EnumMap<>(AuthorityKind.class);
        names.put(AuthorityKind.ROOT, "Racine");
        names.put(AuthorityKind.PERSONS, "Personnes");
        names.put(AuthorityKind.STRUCTURES, "Structures");
        names.put(AuthorityKind.SERVERS, "Serveurs");
        names.put(AuthorityKind.INFRASTRUCTURE, "Infrastructure");
        return new Plan(
                true,
                "Répétition / Rehearsal",
                "–",
                List.of(),
                Integer.toString(clock.instant().atOffset(ZoneOffset.UTC).getYear()),
                KeyAlgorithm.EC_P384,
                KeyAlgorithm.EC_P256,
                names,
                new RootKeyPlace.Parted(
                        1,
                        List.of(
                                new Keeper(
                                        "rehearsal",
                                        org.danaya.base.Secret.of(REHEARSAL_PASSPHRASE)))),
                Plan.REHEARSAL_LIFE);
    }

    private static String witness(Section section) {
        String name = section.text("name", LINE);
        Optional<String> function = section.find("function", LINE);
        section.end();
        return function.map(f -> name + ", " + f).orElse(name);
    }

    private static RootKeyPlace rootKey(Section section) {
        RootKeyPlace place =
                section.findSection("token")
                        .<RootKeyPlace>map(
                                token -> {
                                    RootKeyPlace.OnToken on =
                                            new RootKeyPlace.OnToken(
                                                    Path.of(token.text("library", LINE)),
                                                    token.text("label", LINE),
                                                    Path.of(token.text("pin-file", LINE)));
                                    token.end();
                                    return on;
                                })
                        .orElseGet(() -> parted(section));
        section.end();
        return place;
    }

    private static RootKeyPlace parted(Section section) {
        List<Keeper> keepers = section.sections("keepers").stream().map(Plans::keeper).toList();
        return new RootKeyPlace.Parted(
                section.number("needed", 1, Math.clamp(keepers.size(), 1, MOST_KEEPERS)), keepers);
    }

    private static Keeper keeper(Section section) {
        Keeper keeper =
                new Keeper(
                        section.text("name", LINE),
                        SecretFile.read(Path.of(section.text("passphrase-file", LINE))));
        section.end();
        return keeper;
    }
}

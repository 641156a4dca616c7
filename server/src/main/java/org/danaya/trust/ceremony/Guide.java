package org.danaya.trust.ceremony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Secret;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.AuthorityKind;

/** Leads people through the questions of a ceremony. */
final class Guide {

    private static final int MOST_KEEPERS = 16;
    private static final int LIST_DAYS = 180;
    private static final Pattern YES = Pattern.compile("(?i)oui|o|yes|y");
    private static final Pattern NO = Pattern.compile("(?i)non|n|no");

    private final Questions questions;
    private final Clock clock;

    Guide(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    /** The plan of a first ceremony. */
    Plan plan(boolean rehearsal) {
        String title = questions.ask("title", "", Guide::line);
        String place = questions.ask("place", "", Guide::line);
        List<String> witnesses = witnesses();
        String year = Integer.toString(clock.instant().atOffset(ZoneOffset.UTC).getYear());
        String suffix = questions.ask("suffix", year, text -> matching(Plans.SUFFIX, text));
        KeyAlgorithm rootAlgorithm = questions.ask("root-algorithm", "ec-p384", Guide::algorithm);
        KeyAlgorithm issuingAlgorithm =
                questions.ask("issuing-algorithm", "ec-p256", Guide::algorithm);
        Map<AuthorityKind, String> names = new EnumMap<>(AuthorityKind.class);
        for (AuthorityKind kind : AuthorityKind.values()) {
            names.put(kind, questions.ask("name." + kind.code(), "", Guide::line));
        }
        return new Plan(
                rehearsal,
                title,
                place,
                witnesses,
                suffix,
                rootAlgorithm,
                issuingAlgorithm,
                names,
                rootKey(rehearsal),
                Duration.ofDays(LIST_DAYS));
    }

    /** Who is there for a later act, with those shares that are needed. */
    Ceremony.Gathering gathering(CeremonyFolder folder, List<String> known) {
        String title = questions.ask("title", "", Guide::line);
        String place = questions.ask("place", "", Guide::line);
        List<String> witnesses = witnesses();
        int needed = Ceremony.About.read(folder).needed();
        List<Keeper> keepers = new ArrayList<>();
        List<String> left = new ArrayList<>(known);
        while (keepers.size() < needed) {
            String name =
                    questions.ask(
                            "keeper",
                            "",
                            text -> {
                                if (!left.contains(text)) {
                                    throw new IllegalArgumentException(text);
                                }
                                return text;
                            },
                            String.join(", ", left));
            left.remove(name);
            Secret passphrase = questions.askKnown(name);
            keepers.add(new Keeper(name, passphrase));
        }
        return new Ceremony.Gathering(
                title, place, witnesses, new RootKeyPlace.Parted(needed, keepers));
    }

    /** Whether to go on. */
    boolean confirm(String key, Object... facts) {
        return confirmBy("", key, facts);
    }

    /** A yes or no, the default being that of an empty answer. */
    boolean confirmBy(String byDefault, String key, Object... facts) {
        return questions.ask(
                key,
                byDefault,
                text -> {
                    if (!YES.matcher(text).matches() && !NO.matcher(text).matches()) {
                        throw new IllegalArgumentException(text);
                    }
                    return YES.matcher(text).matches();
                },
                facts);
    }

    private RootKeyPlace rootKey(boolean rehearsal) {
        if (questions.ask("root-place", "1", text -> number(text, 1, 2)) == 1) {
            return keepers(rehearsal);
        }
        return new RootKeyPlace.OnToken(
                questions.ask("root-library", "", Guide::file),
                questions.ask("root-token", "root", Guide::line),
                questions.ask("root-pin-file", "", Guide::file));
    }

    private RootKeyPlace keepers(boolean rehearsal) {
        int count = questions.ask("keepers", "3", text -> number(text, 1, MOST_KEEPERS));
        int needed =
                questions.ask(
                        "needed",
                        Integer.toString(count / 2 + 1),
                        text -> number(text, 1, count),
                        count);
        List<Keeper> keepers = new ArrayList<>();
        while (keepers.size() < count) {
            String name =
                    questions.ask(
                            "keeper-name",
                            "",
                            text -> {
                                String plain = fileName(line(text));
                                if (keepers.stream()
                                        .anyMatch(k -> fileName(k.name()).equals(plain))) {
                                    throw new IllegalArgumentException(text);
                                }
                                return text;
                            },
                            keepers.size() + 1,
                            count);
            keepers.add(new Keeper(name, questions.askNew(name, rehearsal)));
        }
        return new RootKeyPlace.Parted(needed, keepers);
    }

    private List<String> witnesses() {
        return questions.ask(
                "witnesses",
                "–",
                text ->
                        Stream.of(text.split(";", -1))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty() && !name.equals("–"))
                                .toList());
    }

    private static String fileName(String keeper) {
        try {
            return RootKeys.fileName(keeper);
        } catch (Fault e) {
            throw new IllegalArgumentException(keeper, e);
        }
    }

    private static Path file(String text) {
        Path file = Path.of(text);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException(text);
        }
        return file;
    }

    private static String line(String text) {
        return matching(Plans.LINE, text);
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static KeyAlgorithm algorithm(String text) {
        return KeyAlgorithm.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

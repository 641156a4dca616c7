package org.danaya.mandates.position.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.danaya.mandates.position.Wording;
import org.danaya.page.Language;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.table.TableView;

/** What the public pages about positions show. */
public final class PositionViews {

    private PositionViews() {}

    /** The list. */
    public record Listed(TableView table, Optional<LocalDate> on) {}

    /** Another position. */
    public record Other(String name, Wording french, Optional<Wording> english, String path) {

        /** Its subject in the reader's language. */
        public String subject(View view) {
            return words(view, french, english).subject();
        }
    }

    /**
     * How it stands. Words under {@code positions.stands.CODE}.
     *
     * @param code in-force, lapsed, replaced or withdrawn
     * @param day as of which it is told
     * @param since when it has been so, unless it is in force
     */
    public record Stands(
            String code,
            LocalDate day,
            Optional<LocalDate> since,
            Optional<Other> by,
            String reason) {

        /** How it looks. */
        public Tone tone() {
            return PositionViews.tone(code);
        }
    }

    /**
     * A position.
     *
     * @param stands at the end of the day that was asked for, or now
     * @param signer the name, and the function as which it was signed
     * @param address of its page
     * @param shortAddress what its QR says
     * @param qr the path of the QR's picture, in a square of {@code side}
     * @param file whether there is a sealed file
     */
    public record One(
            String name,
            String kind,
            String path,
            Wording french,
            Optional<Wording> english,
            String structure,
            Stands stands,
            String signer,
            String function,
            Instant signedAt,
            Instant inForceAt,
            LocalDate from,
            Optional<LocalDate> last,
            Optional<String> matter,
            Optional<Other> supersedes,
            String code,
            long leaf,
            String address,
            String shortAddress,
            String qr,
            int side,
            boolean file) {

        /** In the reader's language, where there are such words. */
        public Wording words(View view) {
            return PositionViews.words(view, french, english);
        }

        /** The language in which {@link #words} are. */
        public Language language(View view) {
            return view.language() == Language.ENGLISH && english.isPresent()
                    ? Language.ENGLISH
                    : Language.FRENCH;
        }

        /** The same in the other language, where there are such words. */
        public Optional<Wording> others(View view) {
            return english.map(each -> language(view) == Language.ENGLISH ? french : each);
        }

        /** That other language. */
        public Language other(View view) {
            return language(view) == Language.ENGLISH ? Language.FRENCH : Language.ENGLISH;
        }
    }

    /** Who may speak for a structure. */
    public record Voices(String structure, List<Voice> voices) {}

    /**
     * A spokesperson.
     *
     * @param matters none for any
     */
    public record Voice(
            String name,
            String function,
            String structure,
            List<String> matters,
            List<String> limits,
            LocalDate last) {}

    static Wording words(View view, Wording french, Optional<Wording> english) {
        return view.language() == Language.ENGLISH ? english.orElse(french) : french;
    }

    static Tag tag(String code) {
        return new Tag("positions.state." + code, tone(code));
    }

    static Tone tone(String code) {
        return switch (code) {
            case "in-force" -> Tone.SUCCESS;
            case "withdrawn" -> Tone.DANGER;
            case "embargoed", "replaced", "lapsed" -> Tone.WARNING;
            default -> Tone.INFO;
        };
    }
}

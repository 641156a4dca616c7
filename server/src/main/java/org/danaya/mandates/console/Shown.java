package org.danaya.mandates.console;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.form.Form;
import org.danaya.mandates.Amount;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.MandateSearch;
import org.danaya.mandates.Names;
import org.danaya.mandates.Office;
import org.danaya.mandates.Period;
import org.danaya.mandates.Scope;
import org.danaya.mandates.Terms;
import org.danaya.mandates.Worth;
import org.danaya.page.Above;
import org.danaya.page.Deed;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.table.TableView;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Powers;

/** What the templates of this package show. */
public final class Shown {

    private Shown() {}

    /** The register, or the offices. */
    public record Listed(TableView table, boolean many, long other) {}

    /**
     * What a mandate says.
     *
     * @param left the powers that are left to it
     * @param usable those that all above have too
     * @param personal whether the holder has it whatever their position
     */
    public record Content(
            Names names,
            String kind,
            Powers powers,
            Powers left,
            Powers usable,
            Scope scope,
            Period period,
            int depth,
            String basis,
            boolean personal,
            Optional<UUID> replaces) {

        static Content of(Terms terms, Names names) {
            return of(terms, names, terms.powers(), terms.powers());
        }

        private static Content of(Terms terms, Names names, Powers left, Powers usable) {
            return new Content(
                    names,
                    "mandates.kind." + terms.kind().code(),
                    terms.powers(),
                    left,
                    usable,
                    terms.scope(),
                    terms.period(),
                    terms.depth(),
                    terms.basis(),
                    terms.capacity().isEmpty(),
                    terms.replaces());
        }

        /** Of a mandate now. */
        public static Content of(Known known) {
            Mandate mandate = known.mandate();
            Powers left = mandate.left().powers();
            boolean held =
                    mandate instanceof Mandate.InForce && known.worth().hold() == Worth.Hold.NONE;
            return of(
                    mandate.head().terms(),
                    mandate.head().names(),
                    left,
                    held ? known.worth().powers() : left);
        }
    }

    /** Something that happened, by the key of its sentence. */
    public record Happened(
            Instant at,
            String key,
            String who,
            Optional<Power> power,
            Optional<LocalDate> until,
            String cause,
            String reason) {}

    /** A mandate in a list of links. */
    public record Other(String name, String about, Tag state, String path) {

        static Other of(MandateSearch.Found found, String path) {
            return new Other(
                    "M-" + found.head().number() + " " + found.head().names().holder(),
                    found.head().names().function(),
                    tag(found.state()),
                    path + "/" + found.head().id());
        }
    }

    /**
     * One mandate.
     *
     * @param says the key of the sentence about it
     * @param held the days that are left to it
     * @param hold the key of what stands in its way; empty for nothing
     * @param above from the office down to the mandate that it was granted under
     * @param leaf its place in the public log
     * @param console whether whoever looks is in the console, not on pages of their own
     */
    public record One(
            UUID id,
            long number,
            String code,
            Tag state,
            Content content,
            String says,
            Period held,
            String hold,
            String office,
            List<Other> above,
            List<Other> below,
            List<Happened> history,
            Optional<Long> leaf,
            List<Deed> deeds,
            boolean console) {}

    /** A choice of a list. */
    public record Pick(String name, String about, String path) {}

    /**
     * A list to choose from.
     *
     * @param search what narrows it down; empty for none
     * @param grantor what the search's address keeps; empty for nothing
     */
    public record Picking(
            String title,
            String name,
            String intro,
            List<Above> up,
            Optional<Form> search,
            String path,
            List<Pick> picks,
            String empty,
            boolean more,
            String grantor) {}

    /** “Check your answers” about a mandate. */
    public record Checking(
            String title,
            List<Above> up,
            Content content,
            Form hidden,
            String action,
            String back,
            String submit) {}

    /**
     * What a passkey confirms.
     *
     * @param done what follows, by the key of its sentence
     * @param other the address of the page that refuses; empty where there is none
     */
    public record Confirming(
            String title,
            String name,
            List<Above> up,
            Content content,
            String done,
            String challenge,
            String action,
            String submit,
            String statement,
            String other,
            String otherSubmit) {}

    /** A consequence, by the key of its sentence. */
    public record Effect(String key, List<String> facts, Optional<Power> power) {

        static Effect of(String key, String... facts) {
            return new Effect(key, List.of(facts), Optional.empty());
        }
    }

    /**
     * What will happen, before it does.
     *
     * @param about the key of the sentence on those below
     */
    public record Deciding(
            String title,
            String name,
            List<Above> up,
            List<Effect> effects,
            List<Other> below,
            String about,
            String reason,
            Form hidden,
            String action,
            String submit,
            String cancel,
            boolean danger) {}

    /** The powers of an office. */
    public record OfficeContent(
            String position,
            String structure,
            Powers powers,
            Scope scope,
            Period period,
            int depth,
            String basis) {}

    /** One office. */
    public record OneOffice(
            Office office,
            OfficeContent content,
            Tag state,
            String proposedBy,
            String decidedBy,
            Optional<Instant> decidedAt,
            String reason,
            List<Other> below,
            boolean mayApprove,
            boolean mayRefuse,
            boolean mayEnd,
            String why,
            String statement) {}

    /** “Check your answers” about an office. */
    public record CheckingOffice(
            List<Above> up, OfficeContent content, Form hidden, String action, String back) {}

    /** What a person holds, and may sign. */
    public record Own(
            List<Waiting> waiting,
            List<OwnOffice> offices,
            List<Other> granted,
            List<Held> held,
            List<Held> before) {}

    /** One that waits for the person's signature. */
    public record Waiting(long number, Other mandate) {}

    /** The powers of an office that the person holds. */
    public record OwnOffice(String position, String structure, Powers powers) {}

    /** A mandate that the person holds. */
    public record Held(
            UUID id,
            String name,
            String structure,
            Tag state,
            Powers powers,
            LocalDate last,
            boolean passes) {}

    /** A state of a mandate, by its code. */
    public static Tag tag(String code) {
        return new Tag(
                "mandates.state." + code,
                switch (code) {
                    case "in-force" -> Tone.SUCCESS;
                    case "draft", "approved", "signed" -> Tone.INFO;
                    case "suspended" -> Tone.WARNING;
                    case "revoked" -> Tone.DANGER;
                    default -> Tone.NEUTRAL;
                });
    }

    /** A state of an office. */
    static Tag tag(Office office) {
        return new Tag(
                "mandates.office.state." + office.state().code(),
                switch (office.state()) {
                    case Office.State.Proposed _ -> Tone.WARNING;
                    case Office.State.Recorded _ -> Tone.SUCCESS;
                    case Office.State.Refused _ -> Tone.DANGER;
                    case Office.State.Ended _ -> Tone.NEUTRAL;
                });
    }

    /** The powers in the reader's words: signer, représenter. */
    public static String powers(View view, Powers powers) {
        return powers.toSet().stream()
                .map(power -> power(view, power).toLowerCase(view.language().locale()))
                .collect(java.util.stream.Collectors.joining(", "));
    }

    /** A power in the reader's words. */
    public static String power(View view, Power power) {
        return view.word("mandates.power." + spelled(power));
    }

    /** An amount in the reader's form. */
    public static String amount(View view, Amount amount) {
        return "XOF".equals(amount.currency())
                ? view.fcfa(amount.units())
                : view.number(amount.units()) + "\u00a0" + amount.currency();
    }

    /** A power as words and addresses spell it. */
    public static String spelled(Power power) {
        return power.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}

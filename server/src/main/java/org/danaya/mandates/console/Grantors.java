package org.danaya.mandates.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Query;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.Office;
import org.danaya.page.Above;
import org.danaya.page.Answer;
import org.danaya.page.Language;
import org.danaya.page.Page;
import org.danaya.people.Positions;
import org.danaya.people.Structure;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/** Offices for which whoever looks may draft. */
@Component
public class Grantors {

    private static final Field<String> STRUCTURE = Field.text("structure", 100).optional();

    private final Mandates mandates;
    private final Positions positions;
    private final Structures structures;

    Grantors(Mandates mandates, Positions positions, Structures structures) {
        this.mandates = mandates;
        this.positions = positions;
        this.structures = structures;
    }

    /**
     * A page to choose one.
     *
     * @param title the key of its words
     * @param next the address of what follows, to which {@code grantor} is given
     */
    public Answer choose(Query query, String title, String next, List<Above> up) {
        String text = query.text("structure");
        Optional<Structure> structure = structures.find(text);
        List<Office> offices =
                text.isEmpty() || structure.isPresent()
                        ? mandates.offices()
                                .list(
                                        Within.reach(Right.DRAFT_MANDATES),
                                        "recorded",
                                        structure.map(Structure::id),
                                        0,
                                        Within.LISTED + 1)
                        : List.of();
        List<Shown.Pick> picks = new ArrayList<>();
        offices.stream()
                .limit(Within.LISTED)
                .filter(mandates.offices()::counts)
                .filter(each -> positions.find(each.position()).isPresent())
                .filter(each -> structures.find(each.structure()).isPresent())
                .forEach(each -> picks.add(pick(each, next)));
        return Page.of(
                "mandates/pick",
                new Shown.Picking(
                        title,
                        "",
                        "mandates.grantor.intro",
                        up,
                        Optional.of(Form.of("mandates.grantor", STRUCTURE).with(STRUCTURE, text)),
                        query.path(),
                        picks,
                        "mandates.grantor.none",
                        offices.size() > Within.LISTED,
                        ""));
    }

    /**
     * An office that an address names.
     *
     * @throws Fault {@link MandateFault#UNKNOWN_OFFICE} where there is none, or the right to draft
     *     doesn't reach it
     */
    public Office named(String named) {
        UUID id = Parties.grantor(named).id();
        Office office = mandates.offices().get(id);
        if (!Rights.current().hold(Right.DRAFT_MANDATES, office.structure())) {
            throw new Fault(MandateFault.UNKNOWN_OFFICE);
        }
        return office;
    }

    /** An office as {@link #named} reads it. */
    public static String name(UUID office) {
        return Parties.named(new Grantor.OfOffice(office));
    }

    /** What an office is called. */
    public String called(Office office) {
        return positions.get(office.position()).title(Language.FRENCH)
                + ", "
                + structures.get(office.structure()).name(Language.FRENCH);
    }

    private Shown.Pick pick(Office office, String next) {
        return new Shown.Pick(
                positions.get(office.position()).title(Language.FRENCH),
                structures.get(office.structure()).name(Language.FRENCH),
                next + "?grantor=" + name(office.id()));
    }
}

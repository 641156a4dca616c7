package org.danaya.mandates.delegation.console;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.danaya.base.Fault;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.mandates.MandateFault;
import org.danaya.mandates.console.Within;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.Delegations;
import org.danaya.mandates.status.MandateSettings;
import org.danaya.page.Above;
import org.danaya.page.PageSettings;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.springframework.stereotype.Component;

/** Delegations that whoever looks may see, and what all pages about them share. */
@Component
class Reached {

    static final String PATH = "/console/mandates/delegations";
    static final String ONE = PATH + Within.ID;

    private final Delegations delegations;
    private final Clock clock;
    private final Settings settings;

    Reached(Delegations delegations, Clock clock, Settings settings) {
        this.delegations = delegations;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A delegation.
     *
     * @throws Fault {@link MandateFault#UNKNOWN} where there is none, or the right doesn't reach it
     */
    Delegation get(String id, Right right) {
        Delegation delegation = delegations.get(Within.read(id, MandateFault.UNKNOWN));
        if (!Rights.current().hold(right, delegation.structure())) {
            throw new Fault(MandateFault.UNKNOWN);
        }
        return delegation;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.get(PageSettings.TIME_ZONE));
    }

    /** The last day on which its report is in time. */
    LocalDate due(Delegation delegation) {
        return delegation
                .occasion()
                .period()
                .last()
                .plusDays(settings.get(MandateSettings.REPORT_DAYS));
    }

    static String path(Delegation delegation) {
        return PATH + "/" + delegation.id();
    }

    static String title(Delegation delegation) {
        return "D-" + delegation.number() + " " + delegation.occasion().nameFr();
    }

    /** The pages above all of them. */
    static List<Above> up() {
        return List.of(
                Above.words("section.mandates", "/console/mandates"),
                Above.words("mandates.delegations", PATH));
    }

    /** The pages above one about a delegation. */
    static List<Above> up(Delegation delegation) {
        return List.of(
                Above.words("section.mandates", "/console/mandates"),
                Above.words("mandates.delegations", PATH),
                Above.name("D-" + delegation.number(), path(delegation)));
    }

    static Tag tag(Delegation.State state) {
        return new Tag(
                "mandates.delegation.state." + state.code(),
                switch (state) {
                    case CONSTITUTED, CLOSED -> Tone.NEUTRAL;
                    case ABANDONED -> Tone.DANGER;
                    case NOTIFIED -> Tone.INFO;
                    case REPORT_DUE -> Tone.WARNING;
                    case ON_MISSION -> Tone.SUCCESS;
                });
    }
}

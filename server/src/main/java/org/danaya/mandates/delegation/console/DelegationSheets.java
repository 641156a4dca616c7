package org.danaya.mandates.delegation.console;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.base.Actor;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.danaya.base.Settings;
import org.danaya.mandates.Grantor;
import org.danaya.mandates.Known;
import org.danaya.mandates.Mandate;
import org.danaya.mandates.Mandates;
import org.danaya.mandates.console.Grantors;
import org.danaya.mandates.console.Several;
import org.danaya.mandates.console.Shown;
import org.danaya.mandates.console.Within;
import org.danaya.mandates.delegation.Delegation;
import org.danaya.mandates.delegation.DelegationOutcome.Trouble;
import org.danaya.mandates.delegation.Preparations;
import org.danaya.mandates.letter.Letters;
import org.danaya.page.Deed;
import org.danaya.page.Language;
import org.danaya.page.PageSettings;
import org.danaya.page.Tag;
import org.danaya.page.Task;
import org.danaya.page.Tone;
import org.danaya.people.Persons;
import org.danaya.people.Structures;
import org.springframework.stereotype.Component;

/** All that a page shows of one delegation. */
@Component
class DelegationSheets {

    private final Mandates mandates;
    private final Preparations preparations;
    private final Letters letters;
    private final Persons persons;
    private final Structures structures;
    private final Grantors grantors;
    private final Within within;
    private final Reached reached;
    private final ZoneId zone;

    DelegationSheets(
            Mandates mandates,
            Preparations preparations,
            Letters letters,
            Persons persons,
            Structures structures,
            Grantors grantors,
            Within within,
            Reached reached,
            Settings settings) {
        this.mandates = mandates;
        this.preparations = preparations;
        this.letters = letters;
        this.persons = persons;
        this.structures = structures;
        this.grantors = grantors;
        this.within = within;
        this.reached = reached;
        this.zone = settings.get(PageSettings.TIME_ZONE);
    }

    DelegationShown.One one(Delegation delegation) {
        List<Trouble.Clash> clashes = preparations.clashes(delegation);
        boolean drafts = holds(Right.DRAFT_MANDATES, delegation);
        DelegationShown.Facts facts = facts(delegation);
        return new DelegationShown.One(
                delegation,
                Reached.tag(delegation.state()),
                steps(delegation),
                facts,
                deeds(delegation, clashes, drafts),
                homes(delegation, drafts),
                clashes.stream().map(this::clash).toList(),
                drafts
                        && !clashes.isEmpty()
                        && !delegation.drafts().isEmpty()
                        && delegation.clashReason().isEmpty(),
                delegation.state() == Delegation.State.REPORT_DUE
                        && reached.today().isAfter(facts.due()),
                delegation.report().map(report -> reported(delegation, report, facts.due())),
                delegation
                        .abandoned()
                        .map(
                                each ->
                                        new DelegationShown.Abandoned(
                                                each.reason(),
                                                within.account(each.by()),
                                                each.at())));
    }

    /** What it is for, and whose. */
    DelegationShown.Facts facts(Delegation delegation) {
        return new DelegationShown.Facts(
                delegation,
                structures.get(delegation.structure()).name(Language.FRENCH),
                grantor(delegation),
                String.join(", ", delegation.occasion().languages()),
                reached.due(delegation));
    }

    private String grantor(Delegation delegation) {
        return delegation.grantor().map(this::called).orElse("");
    }

    private String called(Grantor grantor) {
        return switch (grantor) {
            case Grantor.OfOffice(UUID id) -> grantors.called(mandates.offices().get(id));
            case Grantor.OfMandate(UUID id) -> {
                Mandate.Head head = mandates.register().get(id).head();
                yield "M-" + head.number() + " " + head.names().holder();
            }
        };
    }

    /** How far it has come, in the words of the field. */
    private static List<Task> steps(Delegation delegation) {
        boolean led = delegation.alive().stream().filter(Delegation::leads).count() == 1;
        boolean drafts = !delegation.drafts().isEmpty();
        boolean waits = !delegation.approved().isEmpty();
        Delegation.State state = delegation.state();
        boolean past = state == Delegation.State.REPORT_DUE || state == Delegation.State.CLOSED;
        return List.of(
                step("members", led, !led),
                step("approved", led && !drafts, led && drafts),
                step("signed", led && !drafts && !waits, waits),
                step("mission", past, state == Delegation.State.ON_MISSION),
                step(
                        "report",
                        state == Delegation.State.CLOSED,
                        state == Delegation.State.REPORT_DUE));
    }

    private static Task step(String what, boolean done, boolean now) {
        return new Task(
                "mandates.delegation.step." + what,
                "",
                done
                        ? new Tag("mandates.delegation.step.is.done", Tone.SUCCESS)
                        : now
                                ? new Tag("mandates.delegation.step.is.now", Tone.INFO)
                                : new Tag("mandates.delegation.step.is.later", Tone.NEUTRAL));
    }

    private List<Deed> deeds(Delegation delegation, List<Trouble.Clash> clashes, boolean drafts) {
        List<Deed> deeds = new ArrayList<>();
        String path = Reached.path(delegation);
        Delegation.State state = delegation.state();
        boolean open = state.isOpen();
        if (!delegation.drafts().isEmpty()) {
            String why = whyNotApproved(delegation, clashes);
            deeds.add(deed("approve", path + "/approve", true, why));
        }
        if (!delegation.approved().isEmpty()) {
            deeds.add(
                    signs(delegation)
                            ? deed(
                                    "sign",
                                    Several.path("/account/mandates/sign", delegation.approved()),
                                    true,
                                    "")
                            : deed("sign", path, true, "mandates.why.grantor"));
        }
        if (drafts && open && delegation.grantor().isPresent()) {
            deeds.add(deed("add", path + "/add", false, ""));
        }
        if (drafts
                && open
                && !delegation.isSigned()
                && delegation.alive().size() == delegation.drafts().size()) {
            deeds.add(deed("edit", path + "/edit", false, ""));
        }
        if (drafts && state == Delegation.State.REPORT_DUE) {
            deeds.add(deed("report", path + "/report", true, ""));
        }
        if (delegation.alive().stream().anyMatch(each -> !letters.of(each.head().id()).isEmpty())) {
            deeds.add(deed("letters", path + "/letters", false, ""));
        }
        if (delegation.isPublic()) {
            deeds.add(deed("public", "/delegations/" + delegation.number(), false, ""));
        }
        if (AbandonPages.mayAbandon(delegation)) {
            deeds.add(
                    new Deed(
                            "mandates.delegation.deed.abandon",
                            path + "/abandon",
                            false,
                            true,
                            ""));
        }
        return deeds;
    }

    private boolean signs(Delegation delegation) {
        return delegation
                .grantor()
                .filter(grantor -> mandates.signatures().signsFor(Actor.self(), grantor))
                .isPresent();
    }

    /** The key of why whoever looks can't approve it; empty where they can. */
    String whyNotApproved(Delegation delegation, List<Trouble.Clash> clashes) {
        UUID person = within.person();
        if (!holds(Right.APPROVE_MANDATES, delegation)) {
            return "mandates.why.approves";
        }
        if (delegation.drafts().stream()
                .anyMatch(each -> mandates.approvals().wrote(Actor.self(), each.head()))) {
            return "mandates.why.own-draft";
        }
        if (delegation.drafts().stream()
                .anyMatch(each -> each.head().terms().person().equals(person))) {
            return "mandates.why.own-mandate";
        }
        if (delegation.alive().stream().filter(Delegation::leads).count() != 1) {
            return "mandates.delegation.why.heads";
        }
        return clashes.isEmpty() || delegation.clashReason().isPresent()
                ? ""
                : "mandates.delegation.why.clash";
    }

    private static Deed deed(String what, String path, boolean first, String why) {
        return new Deed("mandates.delegation.deed." + what, path, first, false, why);
    }

    private List<DelegationShown.Home> homes(Delegation delegation, boolean drafts) {
        return new TreeMap<>(
                        delegation.members().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                each -> each.head().names().home(),
                                                Collectors.mapping(
                                                        each -> place(delegation, each, drafts),
                                                        Collectors.toList()))))
                .entrySet().stream()
                        .map(each -> new DelegationShown.Home(each.getKey(), each.getValue()))
                        .toList();
    }

    private static DelegationShown.Place place(
            Delegation delegation, Known member, boolean drafts) {
        Mandate.Head head = member.head();
        String code = member.mandate().code();
        return new DelegationShown.Place(
                head.id(),
                head.number(),
                head.names().holder(),
                head.names().function(),
                member.mandate().left().powers().isEmpty()
                        ? head.terms().powers()
                        : member.mandate().left().powers(),
                Shown.tag(code),
                Delegation.leads(member),
                acts(delegation, member, drafts));
    }

    private static List<DelegationShown.Act> acts(
            Delegation delegation, Known member, boolean drafts) {
        List<DelegationShown.Act> acts = new ArrayList<>();
        String place = Reached.path(delegation) + "/members/" + member.head().id();
        String mandate = "/console/mandates/" + member.head().id();
        boolean revokes = holds(Right.REVOKE_MANDATES, delegation);
        switch (member.mandate()) {
            case Mandate.Draft _ -> {
                if (drafts) {
                    acts.add(act("edit", mandate + "/edit", false));
                    if (!Delegation.leads(member)) {
                        acts.add(act("lead", place + "/lead", true));
                    }
                    acts.add(act("remove", place + "/remove", false));
                } else if (holds(Right.APPROVE_MANDATES, delegation)) {
                    acts.add(act("refuse", mandate + "/refuse", false));
                }
            }
            case Mandate.Approved _ -> {
                if (drafts) {
                    acts.add(act("remove", place + "/remove", false));
                }
            }
            case Mandate.Signed _, Mandate.InForce _, Mandate.Suspended _ -> {
                if (revokes) {
                    acts.add(act("revoke", mandate + "/revoke", false));
                }
            }
            case Mandate.Revoked _, Mandate.Replaced _, Mandate.Expired _, Mandate.Withdrawn _ -> {
                // Nothing is left to do.
            }
        }
        return acts;
    }

    private static DelegationShown.Act act(String what, String path, boolean posts) {
        return new DelegationShown.Act("mandates.delegation.act." + what, path, posts);
    }

    private DelegationShown.Clash clash(Trouble.Clash clash) {
        Delegation other = clash.other();
        boolean reads = holds(Right.READ_MANDATES, other);
        return new DelegationShown.Clash(
                persons.get(clash.person()).name(),
                reads || other.isPublic()
                        ? Optional.of(
                                new DelegationShown.Elsewhere(
                                        Reached.title(other),
                                        other.occasion().period().from(),
                                        other.occasion().period().last(),
                                        reads
                                                ? Reached.path(other)
                                                : "/delegations/" + other.number()))
                        : Optional.empty());
    }

    private DelegationShown.Reported reported(
            Delegation delegation, Delegation.Report report, LocalDate due) {
        return new DelegationShown.Reported(
                report.text(),
                within.account(report.by()),
                report.at(),
                Math.max(0, ChronoUnit.DAYS.between(due, LocalDate.ofInstant(report.at(), zone))),
                Optional.of(Reached.path(delegation) + "/report/file")
                        .filter(_ -> report.file().isPresent())
                        .orElse(""));
    }

    private static boolean holds(Right right, Delegation delegation) {
        return Rights.current().hold(right, delegation.structure());
    }
}

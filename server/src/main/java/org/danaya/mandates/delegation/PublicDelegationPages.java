package org.danaya.mandates.delegation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.danaya.form.Field;
import org.danaya.form.Form;
import org.danaya.form.Submission;
import org.danaya.mandates.Known;
import org.danaya.mandates.delegation.DelegationViews.Answered;
import org.danaya.mandates.status.Standings;
import org.danaya.page.Answer;
import org.danaya.page.Open;
import org.danaya.page.Page;
import org.danaya.verify.mandate.Power;
import org.danaya.verify.mandate.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Official delegations for everybody: who is in one, and whether somebody is. What was asked stands
 * in no address and is kept nowhere.
 */
@Controller
class PublicDelegationPages {

    static final String PATH = "/delegations";

    private static final int LONGEST_NAME = 120;
    private static final Field<String> NAME = Field.text("name", LONGEST_NAME);

    /** How long the list may be behind. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final Delegations delegations;
    private final Clock clock;
    private DelegationViews.All list = new DelegationViews.All(List.of());
    private Instant readAgain = Instant.MIN;

    PublicDelegationPages(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    @Open
    @GetMapping(PATH)
    Answer list() {
        return Page.of("mandates/delegations", listed());
    }

    @Open
    @GetMapping(PATH + "/{number:[0-9]{1,18}}")
    Answer one(@PathVariable long number) {
        return Page.of(
                "mandates/delegation",
                shown(delegations.published(number), form(), Optional.empty()));
    }

    @Open
    @PostMapping(PATH + "/{number:[0-9]{1,18}}")
    Answer search(@PathVariable long number, Submission sent) {
        Delegation delegation = delegations.published(number);
        Form form = form().read(sent);
        if (form.wrong()) {
            return Page.of("mandates/delegation", shown(delegation, form, Optional.empty()))
                    .status(422);
        }
        String typed = form.get(NAME);
        List<DelegationViews.Member> found =
                Delegations.named(delegation, typed).stream()
                        .map(PublicDelegationPages::member)
                        .toList();
        return Page.of(
                        "mandates/delegation",
                        shown(
                                delegation,
                                form(),
                                Optional.of(
                                        new Answered(typed, found, MemberNames.incomplete(typed)))))
                .unkept();
    }

    /** Read at most every few seconds, whoever asks how often. */
    private synchronized DelegationViews.All listed() {
        Instant now = clock.instant();
        if (now.isAfter(readAgain)) {
            list =
                    new DelegationViews.All(
                            delegations.published().stream()
                                    .map(PublicDelegationPages::line)
                                    .toList());
            readAgain = now.plus(KEPT);
        }
        return list;
    }

    private static Form form() {
        return Form.of("mandates.delegation.search", NAME);
    }

    private static DelegationViews.Line line(Delegation delegation) {
        Occasion occasion = delegation.occasion();
        return new DelegationViews.Line(
                PATH + "/" + delegation.number(),
                occasion.nameFr(),
                occasion.nameEn().orElse(occasion.nameFr()),
                occasion.place(),
                occasion.country(),
                occasion.period().from(),
                occasion.period().last(),
                delegation.state());
    }

    private static DelegationViews.One shown(
            Delegation delegation, Form form, Optional<Answered> answered) {
        return new DelegationViews.One(
                line(delegation),
                delegation.members().getFirst().head().names().structure(),
                delegation.members().getFirst().head().names().grantor(),
                delegation.occasion().organiser().orElse(""),
                delegation.basis(),
                delegation.head().map(PublicDelegationPages::member),
                new TreeMap<>(
                                delegation.members().stream()
                                        .filter(each -> !Delegation.leads(each))
                                        .map(PublicDelegationPages::member)
                                        .collect(
                                                Collectors.groupingBy(
                                                        DelegationViews.Member::home)))
                        .entrySet().stream()
                                .map(
                                        each ->
                                                new DelegationViews.Home(
                                                        each.getKey(), each.getValue()))
                                .toList(),
                form,
                answered);
    }

    private static DelegationViews.Member member(Known member) {
        return new DelegationViews.Member(
                member.head().names().holder(),
                member.head().names().function(),
                member.head().names().home(),
                member.worth().powers().toSet().stream().map(PublicDelegationPages::word).toList(),
                standing(member),
                Delegation.leads(member));
    }

    /** As every verifier is told it. */
    private static DelegationViews.Standing standing(Known member) {
        return switch (Standings.of(member)) {
            case Standing.InForce _, Standing.Reduced _ -> DelegationViews.Standing.MEMBER;
            case Standing.Suspended _ -> DelegationViews.Standing.SUSPENDED;
            case Standing.Revoked _, Standing.Absent _ -> DelegationViews.Standing.NO_MORE;
        };
    }

    private static String word(Power power) {
        return "mandates.power." + power.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

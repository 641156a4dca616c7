package org.danaya.trust.trustlist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.danaya.trust.trustlist.model.Address;
import org.danaya.trust.trustlist.model.Identity;
import org.danaya.trust.trustlist.model.Provider;
import org.danaya.trust.trustlist.model.Scheme;
import org.danaya.trust.trustlist.model.ServiceState;
import org.danaya.trust.trustlist.model.ServiceType;
import org.danaya.trust.trustlist.model.Texts;
import org.danaya.trust.trustlist.model.TrustService;
import org.danaya.trust.trustlist.model.TrustedList;

/**
 * What TS 119 612 asks of a list beyond its schema, and what this scheme promises: nothing that was
 * published is edited or taken out.
 */
public final class ListRules {

    /** Six months, whatever the months (TS 119 612 §5.3.15). */
    private static final Duration LONGEST = Duration.ofDays(181);

    private final Optional<TrustedList> before;
    private final TrustedList list;
    private final List<Problem> problems = new ArrayList<>();

    private ListRules(Optional<TrustedList> before, TrustedList list) {
        this.before = before;
        this.list = list;
    }

    /**
     * Something to correct.
     *
     * @param key the key of its sentence
     * @param facts what fills the places of the sentence
     */
    public record Problem(String key, List<Object> facts) {}

    /**
     * What is wrong with a list, in the order of the list; nothing where it may be published.
     *
     * @param before the list that it follows
     */
    public static List<Problem> problems(Optional<TrustedList> before, TrustedList list) {
        ListRules rules = new ListRules(before, list);
        rules.scheme(list.scheme());
        list.providers().forEach(rules::provider);
        before.ifPresent(rules::nothingIsLost);
        return List.copyOf(rules.problems);
    }

    private void scheme(Scheme scheme) {
        english("trustlist.scheme.operator", scheme.operator());
        english("trustlist.scheme.name", scheme.name());
        english("trustlist.scheme.information", scheme.information());
        if (scheme.name().all().stream()
                .anyMatch(name -> !name.startsWith(scheme.territory() + ":"))) {
            add("trustlist.problem.scheme-name", scheme.territory());
        }
        if (scheme.rules().isEmpty() || scheme.legal().isEmpty()) {
            add("trustlist.problem.scheme-rules");
        }
        if (scheme.historyDays() != Scheme.FOR_EVER) {
            add("trustlist.problem.history");
        }
        Instant next = scheme.nextUpdate();
        if (next == null || next.isAfter(scheme.issued().plus(LONGEST))) {
            add("trustlist.problem.next-update");
        }
        address("", scheme.address());
        boolean example =
                Stream.of(scheme.operator(), scheme.legal())
                                .flatMap(texts -> texts.all().stream())
                                .anyMatch(ListRules::isExample)
                        || scheme.address().postal().stream()
                                .anyMatch(it -> isExample(it.street()) || isExample(it.locality()));
        if (example) {
            add("trustlist.problem.example");
        }
    }

    private void provider(Provider provider) {
        String name = provider.name().best(Locale.FRENCH);
        if (provider.name().in("en").isEmpty()) {
            add("trustlist.problem.provider-english", name);
        }
        if (provider.registration().isEmpty()) {
            add("trustlist.problem.registration", name);
        }
        if (provider.information().isEmpty()) {
            add("trustlist.problem.provider-information", name);
        }
        if (provider.services().isEmpty()) {
            add("trustlist.problem.no-service", name);
        }
        address(name, provider.address());
        Set<String> keys = new HashSet<>();
        for (TrustService service : provider.services()) {
            service(service);
            if (!keys.add(service.key())) {
                add("trustlist.problem.twice", service.name().best(Locale.FRENCH));
            }
        }
    }

    private void service(TrustService service) {
        String name = service.name().best(Locale.FRENCH);
        if (Identity.certificates(service.identities()).isEmpty()) {
            add("trustlist.problem.no-certificate", name);
        }
        List<ServiceState> states = service.states();
        for (int i = 1; i < states.size(); i++) {
            if (!states.get(i).since().isAfter(states.get(i - 1).since())) {
                add("trustlist.problem.order", name);
            }
        }
        boolean fits =
                ServiceType.of(service.type())
                        .map(type -> fits(type, service.state()))
                        .orElse(true);
        boolean known =
                before.flatMap(list -> list.service(service.key()))
                        .filter(it -> it.service().state().uri().equals(service.state().uri()))
                        .isPresent();
        if (!fits && !known) {
            add("trustlist.problem.wrong-state", name);
        }
    }

    /** The states that a new one of a type may have. */
    public static boolean fits(ServiceType type, ServiceState state) {
        return switch (state) {
            case ServiceState.Granted _, ServiceState.Withdrawn _ -> type.qualified();
            case ServiceState.Recognised _, ServiceState.Unrecognised _ -> !type.qualified();
            case ServiceState.Other _ -> false;
        };
    }

    private void nothingIsLost(TrustedList old) {
        for (TrustedList.Listed each : old.services()) {
            TrustService was = each.service();
            String name = was.name().best(Locale.FRENCH);
            Optional<TrustService> is =
                    list.service(was.key())
                            .filter(it -> it.provider().key().equals(each.provider().key()))
                            .map(TrustedList.Listed::service);
            if (is.isEmpty()) {
                add("trustlist.problem.lost", name);
                continue;
            }
            if (!follows(was, is.get())) {
                add("trustlist.problem.rewritten", name);
            }
        }
        if (list.scheme().sequence() <= old.scheme().sequence()
                || !list.scheme().issued().isAfter(old.scheme().issued())) {
            add("trustlist.problem.sequence");
        }
    }

    /** Whether what a service was is still told: its states, and the name that each went with. */
    private static boolean follows(TrustService was, TrustService is) {
        int more = is.history().size() - was.history().size();
        if (more < 0 || !endsWith(is.history(), was.history())) {
            return false;
        }
        if (more == 0) {
            return is.state().equals(was.state()) && is.name().equals(was.name());
        }
        TrustService.Past last = is.history().get(more - 1);
        return last.state().equals(was.state()) && last.name().equals(was.name());
    }

    private static boolean endsWith(List<TrustService.Past> all, List<TrustService.Past> end) {
        return all.size() >= end.size()
                && all.subList(all.size() - end.size(), all.size()).equals(end);
    }

    private void address(String whose, Address address) {
        boolean english = address.postal().stream().anyMatch(it -> it.language().equals("en"));
        if (!english || address.mail().isEmpty() || address.site().isEmpty()) {
            add("trustlist.problem.address", whose.isEmpty() ? 0 : 1, whose);
        }
    }

    private void english(String label, Texts texts) {
        if (texts.in("en").isEmpty()) {
            add("trustlist.problem.english", new Worded(label));
        }
    }

    private static boolean isExample(String text) {
        return text.startsWith("EXEMPLE") || text.startsWith("EXAMPLE");
    }

    private void add(String key, Object... facts) {
        problems.add(new Problem(key, List.of(facts)));
    }

    /** A fact that is words itself, by their key. */
    public record Worded(String key) {}
}

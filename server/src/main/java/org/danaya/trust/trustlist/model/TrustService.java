package org.danaya.trust.trustlist.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A service and all that it ever was (TS 119 612 §5.5 and §5.6).
 *
 * @param type a URI
 * @param state the last state, which may begin later
 * @param definitions addresses of the scheme's and of the provider's definitions
 * @param history the states before, the newest first
 */
public record TrustService(
        String type,
        Texts name,
        List<Identity> identities,
        ServiceState state,
        Definitions definitions,
        String extensions,
        List<Past> history) {

    /** Keeps copies. */
    public TrustService {
        identities = List.copyOf(identities);
        history = List.copyOf(history);
    }

    /**
     * Where more stands about a service.
     *
     * @param scheme addresses of what the scheme says of it
     * @param supply the element {@code ServiceSupplyPoints} as it came; empty where there is none
     * @param provider addresses of what its provider says of it
     */
    public record Definitions(Texts scheme, String supply, Texts provider) {

        /** None. */
        public static final Definitions NONE = new Definitions(Texts.NONE, "", Texts.NONE);
    }

    /** What a service was once. */
    public record Past(
            String type,
            Texts name,
            List<Identity> identities,
            ServiceState state,
            String extensions) {

        /** Keeps a copy. */
        public Past {
            identities = List.copyOf(identities);
        }
    }

    /**
     * What tells it from others, in every edition: 16 hexadecimal digits of its type and key. The
     * first type counts, should it have changed.
     */
    public String key() {
        String first = history.isEmpty() ? type : history.getLast().type();
        return Keys.of(
                "service",
                first
                        + "\n"
                        + Identity.keyIdentifier(identities)
                                .orElseGet(() -> String.valueOf(identities)));
    }

    /** All states, the oldest first. */
    public List<ServiceState> states() {
        List<ServiceState> states = new ArrayList<>();
        states.add(state);
        history.forEach(past -> states.add(past.state()));
        return List.copyOf(states.reversed());
    }

    /**
     * The states that differ from the one before, the oldest first: an entry of the list that only
     * brings another name goes on with the state that is there.
     */
    public List<ServiceState> standings() {
        List<ServiceState> different = new ArrayList<>();
        for (ServiceState each : states()) {
            if (different.isEmpty() || !different.getLast().uri().equals(each.uri())) {
                different.add(each);
            }
        }
        return List.copyOf(different);
    }

    /** The names that it had, the newest first, without those that are its name now. */
    public List<Texts> formerNames() {
        return history.stream()
                .map(Past::name)
                .filter(each -> !each.equals(name))
                .distinct()
                .toList();
    }

    /** The state at a time, since it began; nothing before the first. */
    public Optional<ServiceState> at(Instant time) {
        return standings().reversed().stream()
                .filter(each -> !each.since().isAfter(time))
                .findFirst();
    }

    /** What it is at a time: its type, its name and its extensions as they were. */
    public Optional<Past> asOf(Instant time) {
        if (!state.since().isAfter(time)) {
            return Optional.of(now());
        }
        return history.stream().filter(past -> !past.state().since().isAfter(time)).findFirst();
    }

    /**
     * The same, followed by another state. In the history the service is known by its subject's
     * name and its key's identifier, never by a certificate (TS 119 612 §5.6.3).
     */
    public TrustService followedBy(ServiceState next) {
        List<Past> before = new ArrayList<>();
        Past now = now();
        before.add(new Past(type, name, marks(), now.state(), extensions));
        before.addAll(history);
        return new TrustService(type, name, identities, next, definitions, extensions, before);
    }

    /** The same under another name, of which nothing was published yet. */
    public TrustService called(Texts other) {
        return new TrustService(type, other, identities, state, definitions, extensions, history);
    }

    /**
     * The same, under another name from a time on. Its state goes on in a new entry, and the name
     * that was published stays with the entry before it (TS 119 612 §5.6.2).
     */
    public TrustService renamed(Texts other, Instant from) {
        return followedBy(state.from(from)).called(other);
    }

    /** The same, its last state beginning at another time. */
    public TrustService since(Instant time) {
        return new TrustService(
                type, name, identities, state.from(time), definitions, extensions, history);
    }

    private Past now() {
        return new Past(type, name, identities, state, extensions);
    }

    private List<Identity> marks() {
        List<Identity> marks = new ArrayList<>();
        for (Identity each : identities) {
            switch (each) {
                case Identity.Certificate(byte[] der) ->
                        ServiceCertificate.read(der)
                                .ifPresent(
                                        read -> {
                                            add(marks, new Identity.Subject(read.subject()));
                                            add(
                                                    marks,
                                                    new Identity.KeyIdentifier(
                                                            read.keyIdentifier()));
                                        });
                case Identity.Subject _, Identity.KeyIdentifier _, Identity.Kept _ ->
                        add(marks, each);
            }
        }
        return marks;
    }

    private static void add(List<Identity> marks, Identity mark) {
        if (!marks.contains(mark)) {
            marks.add(mark);
        }
    }
}

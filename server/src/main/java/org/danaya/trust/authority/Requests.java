package org.danaya.trust.authority;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.danaya.base.Act;
import org.danaya.base.Fault;
import org.danaya.base.Hex;
import org.danaya.base.Ids;
import org.danaya.base.Reach;
import org.danaya.base.Sha256;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.store.Moments;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for certificates, as applicants make them and take them back. */
public final class Requests {

    /** How many open requests are listed. */
    public static final int MOST_OPEN = 500;

    private final RequestTable table;
    private final EvidenceTable evidence;
    private final Fitness fitness;
    private final Token holders;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;

    Requests(
            JdbcClient jdbc,
            KnownProfiles profiles,
            Register register,
            Drafting drafting,
            Token holders,
            TransactionTemplate transaction,
            ApplicationEventPublisher news,
            Ids ids,
            Clock clock,
            int mostOpen) {
        this.table = new RequestTable(jdbc);
        this.evidence = new EvidenceTable(jdbc);
        this.fitness =
                new Fitness(
                        profiles,
                        register,
                        drafting,
                        new KeyReuse(new CertificateTable(jdbc)),
                        table,
                        mostOpen);
        this.holders = holders;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where the key of a certificate comes from. */
    public sealed interface Key {

        /** Made here, and kept for the holder. */
        record Here() implements Key {}

        /**
         * The holder's own: DER of a SubjectPublicKeyInfo whose private key has signed a request.
         */
        @SuppressWarnings("ArrayRecordComponent") // Never compared.
        record Given(byte[] subjectPublicKeyInfo) implements Key {}
    }

    /** What somebody asks for. */
    public record Asked(
            String profile,
            Optional<UUID> structure,
            Optional<UUID> holder,
            Map<SubjectAttribute, String> subject,
            List<String> alternatives,
            Key key,
            Optional<UUID> batch) {}

    /** What came of a list. */
    public sealed interface Outcome {

        /** All of it is taken down, in its order. */
        record Taken(List<Request.Submitted> requests) implements Outcome {}

        /** Nothing is; why each would be refused, in their order, empty for those that are fit. */
        record Refused(List<Optional<Fault>> refusals) implements Outcome {}
    }

    /** The profiles that requests may be for. */
    public List<KnownProfile> profiles() {
        return fitness.profiles();
    }

    /** The profile of a code, where requests may be for it. */
    public Optional<KnownProfile> profile(String code) {
        return fitness.profile(code);
    }

    /**
     * What is wrong with a subject and its other names under a profile; nothing where all is well.
     */
    public List<SubjectProblem> problems(
            Profile profile, Map<SubjectAttribute, String> subject, List<String> alternatives) {
        return Fitness.problems(profile, subject, alternatives);
    }

    /**
     * Why each of several would be refused, in their order; nothing for those that would not.
     *
     * @param asked at most {@link Approvals#MOST}
     */
    public List<Optional<Fault>> refusals(List<Asked> asked) {
        return fitness.refusals(asked);
    }

    /**
     * Takes a request down.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_PROFILE}, {@link AuthorityFault#SUBJECT_REFUSED},
     *     {@link AuthorityFault#NOT_AS_REGISTERED}, {@link AuthorityFault#KEY_REFUSED}, {@link
     *     AuthorityFault#KEY_REUSED}, {@link AuthorityFault#TOO_MANY_OPEN}
     */
    public Request.Submitted submit(UUID applicant, Asked asked) {
        return submit(applicant, List.of(asked)).getFirst();
    }

    /**
     * Takes several requests down, all or none.
     *
     * @param asked 1 to {@link Approvals#MOST}
     * @throws Fault as for one
     */
    public List<Request.Submitted> submit(UUID applicant, List<Asked> asked) {
        return switch (take(applicant, asked)) {
            case Outcome.Taken(List<Request.Submitted> taken) -> taken;
            case Outcome.Refused(List<Optional<Fault>> refusals) ->
                    throw refusals.stream().flatMap(Optional::stream).findFirst().orElseThrow();
        };
    }

    /**
     * The same for a caller who tells each refusal.
     *
     * @param asked 1 to {@link Approvals#MOST}
     */
    public Outcome take(UUID applicant, List<Asked> asked) {
        if (asked.isEmpty() || asked.size() > Approvals.MOST) {
            throw new IllegalArgumentException(asked.size() + " requests");
        }
        List<Optional<Fault>> refusals = refusals(asked);
        return refusals.stream().anyMatch(Optional::isPresent)
                ? new Outcome.Refused(refusals)
                : new Outcome.Taken(written(applicant, asked));
    }

    private List<Request.Submitted> written(UUID applicant, List<Asked> asked) {
        fitness.needRoom(asked);
        List<Request.Head> heads = new ArrayList<>();
        try {
            for (Asked each : asked) {
                heads.add(head(applicant, each));
            }
            return inTransaction(
                    () -> {
                        fitness.holdRoom(asked);
                        table.insert(heads);
                        Acts.about(
                                        AuthorityAct.REQUESTED,
                                        heads,
                                        Map.of("profile", heads.getFirst().profile()))
                                .forEach(news::publishEvent);
                        return heads.stream().map(Request.Submitted::new).toList();
                    });
        } catch (RuntimeException e) {
            heads.forEach(head -> head.keyLabel().ifPresent(holders::destroy));
            throw e;
        }
    }

    private Request.Head head(UUID applicant, Asked asked) {
        UUID id = ids.next();
        Made key = key(fitness.needed(asked.profile), asked.key, id);
        return new Request.Head(
                id,
                asked.profile,
                applicant,
                asked.structure,
                asked.holder,
                Map.copyOf(asked.subject),
                List.copyOf(asked.alternatives),
                key.publicKey,
                key.label,
                asked.batch,
                Moments.now(clock));
    }

    /** A request. */
    public Optional<Request> find(UUID id) {
        return table.find(id);
    }

    /**
     * A request.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_REQUEST}
     */
    public Request get(UUID id) {
        return find(id).orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_REQUEST));
    }

    /**
     * Several requests, in the order of their ids.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_REQUEST} where one isn't there
     */
    public List<Request> get(List<UUID> ids) {
        List<Request> found = table.find(ids);
        if (found.size() != ids.size()) {
            throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
        }
        return found;
    }

    /**
     * Those within a reach that wait for somebody, the oldest first, {@link #MOST_OPEN} at most.
     */
    public List<Request> open(Reach reach) {
        return table.open(reach, MOST_OPEN);
    }

    /** Those that were asked for together, {@link Approvals#MOST} at most, in their order. */
    public List<Request> ofBatch(UUID batch) {
        return table.ofBatch(batch, Approvals.MOST);
    }

    /** Where one of a list belongs. */
    public record Place(UUID id, Optional<UUID> structure) {}

    /** Those that were asked for together, as {@link #ofBatch}, without what they say. */
    public List<Place> placesOfBatch(UUID batch) {
        return table.placesOfBatch(batch, Approvals.MOST);
    }

    /** Those that an account made or that are about it, the newest first. */
    public List<Request> of(UUID account) {
        return table.of(account);
    }

    /**
     * Attaches a file to a request that nobody decided yet. What was prepared without it counts no
     * more.
     *
     * @throws Fault {@link AuthorityFault#EVIDENCE_REFUSED}, {@link AuthorityFault#REQUEST_MOVED}
     */
    public Evidence attach(UUID request, String kind, String name, byte[] content, UUID by) {
        return inTransaction(
                () -> {
                    table.lockOpen(request);
                    if (content.length > Evidence.MAX_BYTES
                            || content.length == 0
                            || evidence.of(request).size() >= Evidence.MOST) {
                        throw new Fault(
                                AuthorityFault.EVIDENCE_REFUSED, Evidence.MAX_BYTES, Evidence.MOST);
                    }
                    Evidence piece =
                            new Evidence(
                                    ids.next(),
                                    kind,
                                    name.substring(0, Math.min(name.length(), 200)),
                                    Sha256.of(content),
                                    content.length,
                                    by,
                                    clock.instant());
                    evidence.insert(request, piece, content);
                    table.reopen(List.of(request));
                    tell(
                            AuthorityAct.EVIDENCE_ADDED,
                            request,
                            Map.of("kind", kind, "sha256", Hex.of(piece.sha256())));
                    return piece;
                });
    }

    /** The files of a request. */
    public List<Evidence> evidence(UUID request) {
        return evidence.of(request);
    }

    /** The content of one file of a request. */
    public Optional<byte[]> evidence(UUID request, UUID id) {
        return evidence.content(request, id);
    }

    /**
     * Takes a request back.
     *
     * @throws Fault {@link AuthorityFault#UNKNOWN_REQUEST} also where it is another's
     */
    public void withdraw(UUID request, UUID applicant) {
        inTransaction(
                () -> {
                    Request.Head head = table.lockOpen(request);
                    if (!head.applicant().equals(applicant)) {
                        throw new Fault(AuthorityFault.UNKNOWN_REQUEST);
                    }
                    table.end(request, "WITHDRAWN", applicant, clock.instant(), "");
                    tell(AuthorityAct.WITHDRAWN, request, Map.of());
                    return head;
                });
        get(request).head().keyLabel().ifPresent(holders::destroy);
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Made(byte[] publicKey, Optional<String> label) {}

    private Made key(Profile profile, Key key, UUID request) {
        return switch (key) {
            case Key.Given(byte[] subjectPublicKeyInfo) ->
                    new Made(subjectPublicKeyInfo, Optional.empty());
            case Key.Here() -> {
                String label = "h-" + request;
                try (TokenKey made = holders.make(label, profile.keys().preferred())) {
                    yield new Made(made.publicKey().getEncoded(), Optional.of(label));
                }
            }
        };
    }

    private void tell(AuthorityAct act, UUID request, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "request:" + request, facts));
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}

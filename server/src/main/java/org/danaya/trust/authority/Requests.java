package org.danaya.trust.authority;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.danaya.people.Structure;
import org.danaya.store.Moments;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.KeyRules;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
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
    private final KeyReuse reuse;
    private final KnownProfiles profiles;
    private final Register register;
    private final Drafting drafting;
    private final Token holders;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final Ids ids;
    private final Clock clock;
    private final OpenRequests open;

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
        this.reuse = new KeyReuse(new CertificateTable(jdbc));
        this.profiles = profiles;
        this.register = register;
        this.drafting = drafting;
        this.holders = holders;
        this.transaction = transaction;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
        this.open = new OpenRequests(table, mostOpen);
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

    /** The profiles that requests may be for. */
    public List<KnownProfile> profiles() {
        return profiles.all().stream()
                .filter(known -> !known.profile().kind().isAuthority())
                .filter(known -> known.profile().approvals() > 0)
                .toList();
    }

    /**
     * What is wrong with a subject and its other names under a profile; nothing where all is well.
     */
    public List<SubjectProblem> problems(
            Profile profile, Map<SubjectAttribute, String> subject, List<String> alternatives) {
        List<SubjectProblem> problems = new ArrayList<>();
        if (SubjectName.of(profile, subject)
                instanceof SubjectName.Outcome.Refused(List<SubjectProblem> found)) {
            problems.addAll(found);
        }
        if (AlternativeNames.of(profile, alternatives)
                instanceof AlternativeNames.Outcome.Refused(List<SubjectProblem> found)) {
            problems.addAll(found);
        }
        return problems;
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
     * Why each of several would be refused, in their order; nothing for those that would not.
     *
     * @param asked at most {@link Approvals#MOST}
     */
    public List<Optional<Fault>> refusals(List<Asked> asked) {
        List<Optional<Fault>> refusals = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<KeyReuse.Use> uses = new ArrayList<>();
        Map<Optional<UUID>, Optional<Structure>> found = new HashMap<>();
        for (Asked each : asked) {
            Optional<Fault> refusal =
                    refusal(each, found.computeIfAbsent(each.structure, register::find));
            if (refusal.isEmpty() && each.key instanceof Key.Given(byte[] key)) {
                places.add(refusals.size());
                uses.add(
                        new KeyReuse.Use(
                                Hashes.key(key),
                                each.holder,
                                each.structure,
                                profile(each.profile).kind()));
            }
            refusals.add(refusal);
        }
        for (int again : reuse.refused(uses)) {
            refusals.set(places.get(again), Optional.of(new Fault(AuthorityFault.KEY_REUSED)));
        }
        return refusals;
    }

    /**
     * Takes several requests down, all or none.
     *
     * @param asked 1 to {@link Approvals#MOST}
     * @throws Fault as for one
     */
    public List<Request.Submitted> submit(UUID applicant, List<Asked> asked) {
        if (asked.isEmpty() || asked.size() > Approvals.MOST) {
            throw new IllegalArgumentException(asked.size() + " requests");
        }
        refusals(asked).stream()
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(
                        fault -> {
                            throw fault;
                        });
        open.needRoom(asked);
        List<Request.Head> heads = new ArrayList<>();
        try {
            for (Asked each : asked) {
                heads.add(head(applicant, each));
            }
            return inTransaction(
                    () -> {
                        open.holdRoom(asked);
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

    private Optional<Fault> refusal(Asked asked, Optional<Structure> structure) {
        try {
            Profile profile = profile(asked.profile);
            List<SubjectProblem> problems = problems(profile, asked.subject, asked.alternatives);
            if (!problems.isEmpty()) {
                return Optional.of(Drafting.refused(problems));
            }
            List<Register.Difference> differences =
                    register.differences(profile, structure, asked.subject);
            if (!differences.isEmpty()) {
                return Optional.of(
                        new Fault(
                                AuthorityFault.NOT_AS_REGISTERED,
                                differences.getFirst().asked(),
                                differences.getFirst().registered()));
            }
            switch (asked.key) {
                case Key.Given(byte[] subjectPublicKeyInfo) -> {
                    need(profile, KeyRules.Origin.REQUEST);
                    drafting.fit(profile, subjectPublicKeyInfo);
                }
                case Key.Here() -> need(profile, KeyRules.Origin.HERE);
            }
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault);
        }
    }

    private Profile profile(String code) {
        return profiles().stream()
                .map(KnownProfile::profile)
                .filter(known -> known.id().equals(code))
                .findFirst()
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_PROFILE, code));
    }

    private Request.Head head(UUID applicant, Asked asked) {
        UUID id = ids.next();
        Made key = key(profile(asked.profile), asked.key, id);
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

    private static void need(Profile profile, KeyRules.Origin origin) {
        if (!profile.keys().origins().contains(origin)) {
            throw new Fault(AuthorityFault.KEY_REFUSED, "key.origin");
        }
    }

    private void tell(AuthorityAct act, UUID request, Map<String, String> facts) {
        news.publishEvent(Act.done(act, "request:" + request, facts));
    }

    private <T> T inTransaction(Supplier<T> act) {
        return Objects.requireNonNull(transaction.execute(_ -> act.get()));
    }
}

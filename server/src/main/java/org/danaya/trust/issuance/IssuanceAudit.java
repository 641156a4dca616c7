package org.danaya.trust.issuance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.danaya.trust.issuance.IssuanceLeaf.Approved;
import org.danaya.trust.issuance.IssuanceLeaf.Issued;
import org.danaya.trust.issuance.IssuanceLeaf.Registered;
import org.danaya.trust.issuance.IssuanceLeaf.Standing;
import org.danaya.trust.issuance.IssuanceProblem.Kind;

/**
 * Goes through the leaves of authorities in the order of the log, once. What approves must stand
 * before what it approves.
 */
final class IssuanceAudit {

    /** The most problems that are told; the others are counted. */
    static final int MOST_TOLD = 1_000;

    private final Map<String, Integer> asked;
    private final Set<String> authorities = new HashSet<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<String, Long> used = new HashMap<>();

    /** By the hash of a TBSCertificate and its profile, the passkeys that approved it. */
    private final Map<String, Set<String>> approvals = new HashMap<>();

    private final Set<String> approvers = new HashSet<>();
    private final Set<String> serials = new HashSet<>();
    private final Map<String, Long> certificates = new HashMap<>();
    private final List<IssuanceProblem> problems = new ArrayList<>();
    private long found;
    private long byRequest;
    private long inAdvance;

    /**
     * An audit under profiles.
     *
     * @param asked how many approvals each profile asks for, by its digest in hexadecimal
     */
    IssuanceAudit(Map<String, Integer> asked) {
        this.asked = Map.copyOf(asked);
    }

    /**
     * Takes the next leaf of an authority.
     *
     * @param content what it commits to; nothing where nobody disclosed it
     */
    void take(long index, String kind, Instant at, Optional<String> content) {
        if (content.isEmpty()) {
            problem(Kind.CLOSED, index, kind);
            return;
        }
        Optional<IssuanceLeaf> leaf = IssuanceLeaf.parse(kind, content.get());
        if (leaf.isEmpty()) {
            problem(Kind.MALFORMED, index, kind);
            return;
        }
        switch (leaf.get()) {
            case Registered registered -> authorities.add(registered.certificate());
            case Standing standing -> standings.put(standing.id(), standing);
            case Approved approved -> approved(index, approved);
            case Issued issued -> issued(index, at, issued);
            case IssuanceLeaf.Other() -> {}
        }
    }

    /** Compares with the certificates of the database, by the SHA-256 of each in hexadecimal. */
    void compare(Set<String> database) {
        for (String certificate : database) {
            if (!certificates.containsKey(certificate)) {
                problem(Kind.NOT_IN_LOG, -1, certificate);
            }
        }
        certificates.forEach(
                (certificate, index) -> {
                    if (!database.contains(certificate)) {
                        problem(Kind.NOT_IN_DATABASE, index, certificate);
                    }
                });
    }

    /** What was found. */
    IssuanceReport report() {
        return new IssuanceReport(
                certificates.size(),
                byRequest,
                inAdvance,
                authorities.size(),
                approvers.size(),
                found,
                List.copyOf(problems));
    }

    private void approved(long index, Approved approved) {
        Optional<String> signer =
                PasskeyAssertion.signer(approved.statement(), approved.assertion());
        if (signer.isEmpty()) {
            problem(
                    Kind.FALSE_APPROVAL,
                    index,
                    approved.assertion().getOrDefault("assertion", "?"));
            return;
        }
        approvers.add(signer.get());
        for (String tbs : approved.tbs()) {
            approvals
                    .computeIfAbsent(tbs + approved.profile(), _ -> new HashSet<>())
                    .add(signer.get());
        }
    }

    private void issued(long index, Instant at, Issued issued) {
        certificates.put(issued.certificate(), index);
        if (!authorities.contains(issued.authority())) {
            problem(Kind.UNKNOWN_AUTHORITY, index, issued.authority());
        }
        if (!serials.add(issued.authority() + issued.serial())) {
            problem(Kind.SERIAL_TWICE, index, issued.serial());
        }
        issued.standing()
                .ifPresentOrElse(
                        standing -> inAdvance(index, at, issued, standing),
                        () -> onRequest(index, issued));
    }

    private void onRequest(long index, Issued issued) {
        byRequest++;
        Integer needed = asked.get(issued.profile());
        if (needed == null) {
            problem(Kind.UNKNOWN_PROFILE, index, issued.profile());
            return;
        }
        int given = approvals.getOrDefault(issued.tbs() + issued.profile(), Set.of()).size();
        if (given < Math.max(1, needed)) {
            problem(Kind.TOO_FEW_APPROVALS, index, issued.serial());
        }
    }

    private void inAdvance(long index, Instant at, Issued issued, String id) {
        inAdvance++;
        Standing standing = standings.get(id);
        if (standing == null
                || !standing.authority().equals(issued.authority())
                || !standing.profile().equals(issued.profile())
                || at.isBefore(standing.from().minusSeconds(1))
                || at.isAfter(standing.until())) {
            problem(Kind.NOT_STANDING, index, issued.serial());
        } else if (used.merge(id, 1L, Long::sum) > standing.most()) {
            problem(Kind.TOO_MANY, index, issued.serial());
        }
    }

    private void problem(Kind kind, long leaf, String what) {
        found++;
        if (problems.size() < MOST_TOLD) {
            problems.add(new IssuanceProblem(kind, leaf, what));
        }
    }
}

package org.danaya.trust.authority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.people.Structure;
import org.danaya.trust.authority.Requests.Asked;
import org.danaya.trust.profile.AlternativeNames;
import org.danaya.trust.profile.KeyRules;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.SubjectAttribute;
import org.danaya.trust.profile.SubjectName;
import org.danaya.trust.profile.SubjectProblem;

/** Whether what somebody asks for may become a certificate at all, as far as it can be told now. */
final class Fitness {

    private final KnownProfiles profiles;
    private final Register register;
    private final Drafting drafting;
    private final KeyReuse reuse;
    private final RequestTable table;
    private final int most;

    /**
     * Of requests in a table.
     *
     * @param most how many of a structure may wait to be decided
     */
    Fitness(
            KnownProfiles profiles,
            Register register,
            Drafting drafting,
            KeyReuse reuse,
            RequestTable table,
            int most) {
        this.profiles = profiles;
        this.register = register;
        this.drafting = drafting;
        this.reuse = reuse;
        this.table = table;
        this.most = most;
    }

    /** As {@link Requests#profiles}. */
    List<KnownProfile> profiles() {
        return profiles.all().stream().filter(Fitness::isAskedFor).toList();
    }

    /** As {@link Requests#profile}. */
    Optional<KnownProfile> profile(String code) {
        return profiles.find(code).filter(Fitness::isAskedFor);
    }

    Profile needed(String code) {
        return profile(code)
                .map(KnownProfile::profile)
                .orElseThrow(() -> new Fault(AuthorityFault.UNKNOWN_PROFILE, code));
    }

    /** As {@link Requests#problems}. */
    static List<SubjectProblem> problems(
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

    /** As {@link Requests#refusals}. */
    List<Optional<Fault>> refusals(List<Asked> asked) {
        List<Optional<Fault>> refusals = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        List<KeyReuse.Use> uses = new ArrayList<>();
        Map<Optional<UUID>, Optional<Structure>> found = new HashMap<>();
        for (Asked each : asked) {
            Optional<Fault> refusal =
                    refusal(each, found.computeIfAbsent(each.structure(), register::find));
            if (refusal.isEmpty() && each.key() instanceof Requests.Key.Given(byte[] key)) {
                places.add(refusals.size());
                uses.add(
                        new KeyReuse.Use(
                                Hashes.key(key),
                                each.holder(),
                                each.structure(),
                                needed(each.profile()).kind()));
            }
            refusals.add(refusal);
        }
        for (int again : reuse.refused(uses)) {
            refusals.set(places.get(again), Optional.of(new Fault(AuthorityFault.KEY_REUSED)));
        }
        return refusals;
    }

    private Optional<Fault> refusal(Asked asked, Optional<Structure> structure) {
        try {
            Profile profile = needed(asked.profile());
            List<SubjectProblem> problems =
                    problems(profile, asked.subject(), asked.alternatives());
            if (!problems.isEmpty()) {
                return Optional.of(Drafting.refused(problems));
            }
            List<Register.Difference> differences =
                    register.differences(profile, structure, asked.subject());
            if (!differences.isEmpty()) {
                return Optional.of(
                        new Fault(
                                AuthorityFault.NOT_AS_REGISTERED,
                                differences.getFirst().asked(),
                                differences.getFirst().registered()));
            }
            switch (asked.key()) {
                case Requests.Key.Given(byte[] subjectPublicKeyInfo) -> {
                    need(profile, KeyRules.Origin.REQUEST);
                    drafting.fit(profile, subjectPublicKeyInfo);
                }
                case Requests.Key.Here() -> need(profile, KeyRules.Origin.HERE);
            }
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault);
        }
    }

    private static boolean isAskedFor(KnownProfile known) {
        return !known.profile().kind().isAuthority() && known.profile().approvals() > 0;
    }

    private static void need(Profile profile, KeyRules.Origin origin) {
        if (!profile.keys().origins().contains(origin)) {
            throw new Fault(AuthorityFault.KEY_REFUSED, "key.origin");
        }
    }

    /**
     * Looks whether there is room, before anything is made.
     *
     * @throws Fault {@link AuthorityFault#TOO_MANY_OPEN}
     */
    void needRoom(List<Asked> asked) {
        structures(asked)
                .forEach(
                        (structure, more) -> {
                            if (table.countOpen(structure) + more > most) {
                                throw new Fault(AuthorityFault.TOO_MANY_OPEN, most);
                            }
                        });
    }

    /** The same, and nobody else takes the room until the transaction ends. */
    void holdRoom(List<Asked> asked) {
        structures(asked).keySet().forEach(table::lockStructure);
        needRoom(asked);
    }

    /** How many are asked for by structure, in one order for all, so that locks can't cross. */
    private static SortedMap<UUID, Integer> structures(List<Asked> asked) {
        SortedMap<UUID, Integer> structures = new TreeMap<>();
        asked.forEach(
                each -> each.structure().ifPresent(id -> structures.merge(id, 1, Integer::sum)));
        return structures;
    }
}

package org.danaya.trust.policy;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.KeyRules;
import org.danaya.trust.profile.Policy;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.ProfileKind;
import org.danaya.trust.profile.QcStatement;
import org.danaya.trust.profile.SubjectField;

/** What profiles say, as tables. */
record ProfileTables(Spelling spelling, List<Profile> profiles) {

    String policies() {
        MarkdownTable table = new MarkdownTable(head("profile"), head("policy"));
        profiles.forEach(
                profile ->
                        table.row(
                                named(profile),
                                profile.policies().stream()
                                        .map(Policy::oid)
                                        .collect(Collectors.joining(", "))));
        return table.toString();
    }

    String authorities(List<Profile> all) {
        MarkdownTable table = new MarkdownTable(head("authority"), head("issues"), head("keys"));
        for (Profile authority : all) {
            if (authority.kind().isAuthority()) {
                AuthorityKind kind = kind(authority);
                table.row(
                        spelling.title(authority),
                        all.stream()
                                .filter(profile -> profile.issuedBy().contains(kind))
                                .filter(profile -> profile.kind() != ProfileKind.ROOT)
                                .map(spelling::title)
                                .collect(Collectors.joining(", ")),
                        Spelling.algorithms(authority.keys().algorithms()));
            }
        }
        return table.toString();
    }

    /** The population of an authority, which is the end of its profile's id. */
    static AuthorityKind kind(Profile authority) {
        for (AuthorityKind kind : AuthorityKind.values()) {
            if (authority.id().equals("issuing-" + kind.code())) {
                return kind;
            }
        }
        return AuthorityKind.ROOT;
    }

    String subscribers() {
        return profiles.stream()
                .filter(
                        profile ->
                                switch (profile.kind()) {
                                    case SIGNATURE, SEAL, TLS_SERVER, TLS_CLIENT -> true;
                                    case ROOT, ISSUING, OCSP, TIMESTAMP -> false;
                                })
                .map(profile -> "- " + named(profile))
                .collect(Collectors.joining("\n"));
    }

    String uses() {
        MarkdownTable table = new MarkdownTable(head("profile"), "keyUsage", "extendedKeyUsage");
        profiles.forEach(
                profile ->
                        table.row(
                                named(profile),
                                Spelling.usages(profile.usages()),
                                Spelling.purposes(profile.purposes())));
        return table.toString();
    }

    String names() {
        MarkdownTable table =
                new MarkdownTable(
                        head("profile"),
                        head("attribute"),
                        head("source"),
                        head("required"),
                        head("most-characters"));
        for (Profile profile : profiles) {
            for (SubjectField field : profile.subject()) {
                table.row(
                        named(profile),
                        field.attribute().shortName() + " (" + field.attribute().oid() + ")",
                        source(field.source()),
                        spelling.yes(field.required()),
                        Integer.toString(field.most()));
            }
        }
        return table.toString();
    }

    String source(SubjectField.Source source) {
        return switch (source) {
            case SubjectField.Source.Fixed(String value) -> spelling.word("source.fixed", value);
            case SubjectField.Source.Asked() -> spelling.word("source.asked");
            case SubjectField.Source.Known(SubjectField.Fact fact) ->
                    spelling.word(
                            "source.known",
                            fact.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        };
    }

    String approvals() {
        MarkdownTable table = new MarkdownTable(head("profile"), head("approvals"));
        profiles.forEach(profile -> table.row(named(profile), approvals(profile)));
        return table.toString();
    }

    private String approvals(Profile profile) {
        if (profile.kind().isAuthority()) {
            return spelling.word("approvals.ceremony");
        }
        return profile.approvals() == 0
                ? spelling.word("approvals.standing")
                : spelling.word("approvals.officers", profile.approvals());
    }

    String quorum() {
        MarkdownTable table = new MarkdownTable(head("task"), head("persons"));
        table.row(spelling.word("task.root"), spelling.word("persons.root"));
        profiles.stream()
                .filter(profile -> profile.approvals() > 0 && !profile.kind().isAuthority())
                .forEach(
                        profile ->
                                table.row(
                                        spelling.word("task.certificate", spelling.title(profile)),
                                        spelling.word(
                                                "persons.certificate", profile.approvals() + 2)));
        table.row(spelling.word("task.role"), spelling.word("persons.role"));
        return table.toString();
    }

    String publication() {
        MarkdownTable table = new MarkdownTable(head("what"), head("address"));
        profiles.stream()
                .filter(profile -> profile.pointers().crl())
                .map(Profile::partition)
                .distinct()
                .forEach(
                        partition ->
                                table.row(
                                        spelling.word("what.crl", partition),
                                        "`/crl/CODE/" + partition + ".crl`"));
        table.row(spelling.word("what.ocsp"), "`/ocsp`");
        table.row(spelling.word("what.issuer"), "`/aia/CODE.cer`");
        return table.toString();
    }

    String origins() {
        MarkdownTable table = new MarkdownTable(head("profile"), head("origin"));
        profiles.forEach(
                profile ->
                        table.row(
                                named(profile),
                                profile.keys().origins().stream()
                                        .map(this::origin)
                                        .collect(Collectors.joining(", "))));
        return table.toString();
    }

    private String origin(KeyRules.Origin origin) {
        return switch (origin) {
            case HERE -> spelling.word("origin.here");
            case REQUEST -> spelling.word("origin.request");
        };
    }

    String keys() {
        MarkdownTable table = new MarkdownTable(head("profile"), head("keys"));
        profiles.forEach(
                profile ->
                        table.row(
                                named(profile), Spelling.algorithms(profile.keys().algorithms())));
        return table.toString();
    }

    String lifetimes() {
        MarkdownTable table =
                new MarkdownTable(head("profile"), head("most"), head("usual"), head("backdate"));
        profiles.forEach(
                profile ->
                        table.row(
                                named(profile),
                                spelling.duration(profile.lifetime().most()),
                                spelling.duration(profile.lifetime().usual()),
                                spelling.duration(profile.lifetime().backdate())));
        return table.toString();
    }

    /** When the successor of each authority must be there, so that no certificate is cut short. */
    String changeover(List<Profile> all) {
        MarkdownTable table =
                new MarkdownTable(
                        head("authority"), head("usual"), head("longest"), head("successor"));
        for (Profile authority : all) {
            if (authority.kind() == ProfileKind.ISSUING) {
                Duration longest =
                        all.stream()
                                .filter(p -> p.issuedBy().contains(kind(authority)))
                                .map(p -> p.lifetime().most())
                                .max(Comparator.naturalOrder())
                                .orElse(Duration.ZERO);
                table.row(
                        spelling.title(authority),
                        spelling.duration(authority.lifetime().usual()),
                        spelling.duration(longest),
                        spelling.duration(authority.lifetime().usual().minus(longest)));
            }
        }
        return table.toString();
    }

    String retention() {
        MarkdownTable table = new MarkdownTable(head("profile"), head("retention"));
        for (Profile profile : profiles) {
            for (QcStatement statement : profile.statements()) {
                if (statement instanceof QcStatement.Retention(int years)) {
                    table.row(named(profile), spelling.word("years", years));
                }
            }
        }
        return table.toString();
    }

    /** The profile's extensions, in the order of the certificate. */
    String extensions(Profile profile) {
        String yes = spelling.yes(true);
        String no = spelling.yes(false);
        MarkdownTable table = new MarkdownTable(head("extension"), head("critical"), head("value"));
        table.row("authorityKeyIdentifier", no, spelling.word("value.key"));
        if (profile.keyIdentifier()) {
            table.row("subjectKeyIdentifier", no, spelling.word("value.key"));
        }
        table.row("keyUsage", yes, Spelling.usages(profile.usages()));
        if (!profile.purposes().isEmpty()) {
            table.row(
                    "extKeyUsage",
                    spelling.yes(profile.purposesCritical()),
                    Spelling.purposes(profile.purposes()));
        }
        if (profile.kind().isAuthority()) {
            table.row(
                    "basicConstraints",
                    yes,
                    "cA"
                            + profile.pathLength()
                                    .map(length -> ", pathLenConstraint " + length)
                                    .orElse(""));
        }
        if (!profile.policies().isEmpty()) {
            table.row(
                    "certificatePolicies",
                    no,
                    profile.policies().stream().map(Policy::oid).collect(Collectors.joining(", ")));
        }
        if (!profile.names().isEmpty()) {
            table.row("subjectAltName", no, Spelling.names(profile));
        }
        if (profile.pointers().crl()) {
            table.row("cRLDistributionPoints", no, "`/crl/CODE/" + profile.partition() + ".crl`");
        }
        if (profile.pointers().ocsp() || profile.pointers().issuer()) {
            table.row(
                    "authorityInfoAccess",
                    no,
                    (profile.pointers().ocsp() ? "`/ocsp` " : "")
                            + (profile.pointers().issuer() ? "`/aia/CODE.cer`" : ""));
        }
        if (!profile.statements().isEmpty()) {
            table.row("qcStatements", no, Spelling.statements(profile));
        }
        if (profile.noCheck()) {
            table.row("ocsp-nocheck", no, "NULL");
        }
        return table.toString();
    }

    String extensions() {
        return profiles.stream()
                .map(profile -> "**" + named(profile) + "**\n\n" + extensions(profile))
                .collect(Collectors.joining("\n\n"));
    }

    String algorithms() {
        Set<KeyAlgorithm> used = EnumSet.noneOf(KeyAlgorithm.class);
        profiles.forEach(profile -> used.addAll(profile.keys().algorithms()));
        MarkdownTable table =
                new MarkdownTable(head("keys"), head("signature"), head("signature-oid"));
        used.forEach(
                algorithm ->
                        table.row(algorithm.title(), algorithm.signatureName(), oid(algorithm)));
        return table.toString();
    }

    /** RFC 5758 §3.2, RFC 8017 appendix A.2.4, RFC 9881 §2, RFC 8410 §3. */
    private static String oid(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case EC_P256 -> "1.2.840.10045.4.3.2";
            case EC_P384 -> "1.2.840.10045.4.3.3";
            case RSA_3072, RSA_4096 -> "1.2.840.113549.1.1.11";
            case ML_DSA_44 -> "2.16.840.1.101.3.4.3.17";
            case ML_DSA_65 -> "2.16.840.1.101.3.4.3.18";
            case ED25519 -> "1.3.101.112";
        };
    }

    String named(Profile profile) {
        return spelling.title(profile) + " (`" + profile.id() + "`)";
    }

    private String head(String key) {
        return spelling.word("head." + key);
    }
}

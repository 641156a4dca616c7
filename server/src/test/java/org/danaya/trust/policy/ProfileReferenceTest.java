package org.danaya.trust.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.danaya.house.ReferenceDoc;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.lint.Finding;
import org.danaya.trust.lint.Linter;
import org.danaya.trust.profile.AlternativeName;
import org.danaya.trust.profile.AuthorityKind;
import org.danaya.trust.profile.KeyRules;
import org.danaya.trust.profile.Profile;
import org.danaya.trust.profile.Profiles;
import org.danaya.trust.profile.SanRule;
import org.danaya.trust.profile.SubjectField;
import org.junit.jupiter.api.Test;

/** The pages about profiles and about the rules that certificates must keep. Costs nothing. */
class ProfileReferenceTest {

    private final Profiles profiles = Profiles.shipped();
    private final Spelling spelling = new Spelling(Words.load(), Language.ENGLISH);

    @Test
    void theProfilesAreWritten() {
        ReferenceDoc.compare(
                "certificate-profiles.md",
                """
                # Certificate profiles

                The profiles that the program brings. A file of the same id in the home’s folder `profiles` replaces one; `danaya cert policy` describes those of an
                installation. `CODE` is the authority’s; names and identifiers are those of the example in `country.yaml`.

                %s
                """
                        .formatted(
                                profiles.all().stream()
                                        .map(this::section)
                                        .collect(Collectors.joining("\n\n"))));
    }

    private String section(Profile profile) {
        ProfileTables tables = new ProfileTables(spelling, List.of(profile));
        MarkdownTable facts = new MarkdownTable("what", "");
        facts.row("kind", profile.kind().name().toLowerCase(Locale.ROOT))
                .row("version", Integer.toString(profile.version()))
                .row("issued by", authorities(profile))
                .row(
                        "keys",
                        Spelling.algorithms(profile.keys().algorithms())
                                + "; "
                                + profile.keys().origins().stream()
                                        .map(ProfileReferenceTest::origin)
                                        .collect(Collectors.joining(", ")))
                .row(
                        "life",
                        "at most %s, usually %s, begins %s before"
                                .formatted(
                                        spelling.duration(profile.lifetime().most()),
                                        spelling.duration(profile.lifetime().usual()),
                                        spelling.duration(profile.lifetime().backdate())))
                .row("part of the revocation list", profile.partition())
                .row("approvals beside the preparing officer", quorum(profile))
                .row("alternative names", names(profile))
                .row("lint rules that bind it", Integer.toString(Linter.rules(profile).size()));
        MarkdownTable fields =
                new MarkdownTable("attribute", "value", "required", "at most", "pattern");
        for (SubjectField field : profile.subject()) {
            fields.row(
                    field.attribute().shortName(),
                    tables.source(field.source()),
                    spelling.yes(field.required()),
                    Integer.toString(field.most()),
                    field.pattern().map(pattern -> "`" + pattern + "`").orElse(""));
        }
        return "## `%s`: %s\n\n%s\n\n%s\n\n%s"
                .formatted(
                        profile.id(),
                        profile.title().en(),
                        facts,
                        fields,
                        tables.extensions(profile));
    }

    private static String authorities(Profile profile) {
        return profile.issuedBy().stream()
                .map(AuthorityKind::code)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String origin(KeyRules.Origin origin) {
        return switch (origin) {
            case HERE -> "made here";
            case REQUEST -> "given in a PKCS #10 request";
        };
    }

    private static String quorum(Profile profile) {
        if (profile.kind().isAuthority()) {
            return "a ceremony";
        }
        return profile.approvals() == 0
                ? "approved in advance, in a ceremony"
                : Integer.toString(profile.approvals());
    }

    private static String names(Profile profile) {
        return profile.names().stream()
                .map(ProfileReferenceTest::name)
                .collect(Collectors.joining(", "));
    }

    private static String name(SanRule rule) {
        String count = rule.type().code() + " " + rule.least() + " to " + rule.most();
        return rule.type() == AlternativeName.Type.DNS && !rule.wildcards()
                ? count + " (no wildcard)"
                : count;
    }

    @Test
    void theRulesAreWritten() {
        MarkdownTable table = new MarkdownTable("rule", "clause", "weight", "binds");
        for (Finding rule : Linter.rules()) {
            List<String> bound =
                    profiles.all().stream()
                            .filter(
                                    profile ->
                                            Linter.rules(profile).stream()
                                                    .anyMatch(r -> r.id().equals(rule.id())))
                            .map(Profile::id)
                            .toList();
            boolean all = bound.size() == profiles.all().size() || bound.isEmpty();
            table.row(
                    "`" + rule.id() + "`",
                    rule.clause(),
                    rule.severity().name().toLowerCase(Locale.ROOT),
                    all ? "all" : String.join(", ", bound));
        }
        ReferenceDoc.compare(
                "lint-rules.md",
                """
                # Lint rules

                Every certificate is put to these %d rules before it is signed; an error stops it. “binds” names the profiles, of those that the program brings, whose
                certificates a rule is about.

                %s
                """
                        .formatted(Linter.rules().size(), table));
    }
}

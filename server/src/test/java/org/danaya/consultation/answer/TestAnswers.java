package org.danaya.consultation.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.TestAccounts;
import org.danaya.app.TestPlatform;
import org.danaya.base.SearchText;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Drafting;
import org.danaya.consultation.Freezing;
import org.danaya.consultation.TextKind;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Upload;
import org.danaya.people.TestPersons;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A text on the platform on which structures have observed, without their handing in. */
public final class TestAnswers {

    public static final JdbcClient SQL = TestPlatform.bean(JdbcClient.class);

    public final Texts texts = TestPlatform.bean(Texts.class);
    public final Answers answers = TestPlatform.bean(Answers.class);
    public final UUID writer = TestAccounts.with(TestPlatform::bean);
    public final UUID lead;
    public final Dossier dossier;
    public final TextVersion first;
    private int numbers;

    /** A text whose first version is frozen. */
    public TestAnswers(String slug, List<String> articles) {
        this(slug, file(articles));
    }

    /** The same, of a file. */
    public TestAnswers(String slug, Upload file) {
        this(slug, file, 0);
    }

    /** The same, with so many frozen versions before the one that is called the first. */
    public TestAnswers(String slug, List<String> articles, int earlier) {
        this(slug, file(articles), earlier);
    }

    private TestAnswers(String slug, Upload file, int earlier) {
        lead = TestPersons.structure(SQL, slug, Optional.empty());
        dossier =
                texts.drafting()
                        .open(
                                writer,
                                new Drafting.Opening(
                                        slug,
                                        TextKind.STRATEGY,
                                        "Stratégie (exemple) " + slug,
                                        Optional.empty(),
                                        "fra",
                                        new Dossier.Lead(lead, slug, slug)))
                        .orElseThrow();
        for (int at = 0; at < earlier; at++) {
            freeze(draft(file));
        }
        TextVersion draft = draft(file);
        freeze(draft);
        first = texts.register().version(draft.id());
    }

    /** A draft that says these articles. */
    public TextVersion draft(List<String> articles) {
        return draft(file(articles));
    }

    /** A draft that says what a file says. */
    public TextVersion draft(Upload file) {
        return texts.drafting()
                .take(writer, texts.drafting().understand(writer, dossier, file).id());
    }

    private static Upload file(List<String> articles) {
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < articles.size(); at++) {
            body.append(
                    "<article><num>Article %d</num><content><p>%s</p></content></article>"
                            .formatted(at + 1, articles.get(at)));
        }
        String akn =
                """
                <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="d"><meta/>
                <mainBody>%s</mainBody></doc></akomaNtoso>
                """
                        .formatted(body);
        return new Upload("t.xml", akn.getBytes(StandardCharsets.UTF_8));
    }

    /** What comes of freezing a draft. */
    public Freezing freeze(TextVersion draft) {
        return texts.way().freeze(writer, draft.id(), ((TextVersion.Draft) draft).revision());
    }

    /** A structure that is asked about the first version. */
    public Asked asked(String identifier) {
        UUID structure = TestPersons.structure(SQL, identifier, Optional.empty());
        UUID referral = UUID.randomUUID();
        SQL.sql(
                        """
                        insert into consultation.referral (id, version, structure, structure_name,
                            identifier, asked_by, asked_at, deadline)
                        values (?, ?, ?, ?, ?, ?, now(), now() + interval '1 day')
                        """)
                .params(
                        referral,
                        first.id(),
                        structure,
                        "Ministère " + identifier,
                        identifier,
                        writer)
                .update();
        UUID batch = UUID.randomUUID();
        SQL.sql(
                        """
                        insert into consultation.batch (id, referral, place, account, at, receipt,
                            observations, content, sha256, basis, signer, function, evidence)
                        values (?, ?, 1, ?, now(), 'in-time', 1, 'x', sha256('x'), 'office', 's', 'f', ?)
                        """)
                .params(batch, referral, writer, UUID.randomUUID())
                .update();
        return new Asked(structure, referral, batch);
    }

    /** A structure that was asked, and handed in. */
    public record Asked(UUID structure, UUID referral, UUID batch) {}

    /** An observation about an article, by its lasting name; empty for the whole text. */
    public UUID observed(Asked asked, UUID author, String part, String comment) {
        return observed(asked, author, part, comment, false);
    }

    /** The same, which may be confidential. */
    public UUID observed(
            Asked asked, UUID author, String part, String comment, boolean confidential) {
        numbers++;
        UUID id = UUID.randomUUID();
        List<Object> values = new ArrayList<>(List.of(id, asked.referral(), first.id()));
        values.addAll(List.of(asked.structure(), author, author, numbers));
        values.add(part.isEmpty() ? "whole" : "part");
        values.add(part.isEmpty() ? "" : "Article " + part.substring(part.length() - 1));
        values.add(Optional.of(part).filter(each -> !each.isEmpty()).orElse(""));
        values.addAll(List.of(comment, confidential, numbers, asked.batch()));
        values.add(SearchText.of(comment));
        SQL.sql(
                        """
                        insert into consultation.observation (id, referral, version, structure, author,
                            changed_by, created_at, changed_at, state, place, kind, anchor, label, wid,
                            comment, confidential, number, batch, receipt, submitted_at, search)
                        values (?, ?, ?, ?, ?, ?, now(), now(), 'submitted', ?, 'technical', ?, ?,
                            nullif(?, ''), ?, ?, ?, ?, 'in-time', now(), ?)
                        """)
                .params(values)
                .update();
        return id;
    }
}

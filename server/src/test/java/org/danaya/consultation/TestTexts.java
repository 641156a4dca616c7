package org.danaya.consultation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Ids;
import org.danaya.form.Upload;
import org.danaya.log.Leaves;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Texts on a database, for the tests of what is built on them. */
public final class TestTexts {

    public final TextRegister register;
    public final Drafting drafting;
    public final Calendar calendar;
    private final JdbcClient jdbc;

    public TestTexts(
            JdbcClient jdbc,
            Leaves leaves,
            TransactionTemplate transactions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.jdbc = jdbc;
        calendar = new Calendar(clock, ZoneOffset.UTC, "ml");
        register = new TextRegister(jdbc);
        drafting =
                new Drafting(
                        jdbc,
                        register,
                        transactions,
                        news,
                        new Ids(Clock.systemUTC(), new SecureRandom()),
                        calendar);
    }

    /** A dossier that a structure leads. */
    public Dossier dossier(String slug, Dossier.Lead lead) {
        return drafting.open(
                        UUID.randomUUID(),
                        new Drafting.Opening(
                                slug,
                                TextKind.STRATEGY,
                                "Stratégie (exemple) " + slug,
                                Optional.empty(),
                                "fra",
                                lead))
                .orElseThrow();
    }

    /** A draft that says the articles of {@link #akn}. */
    public TextVersion drafted(Dossier dossier, String akn) {
        UUID account = UUID.randomUUID();
        Understood read =
                drafting.understand(
                        account,
                        dossier,
                        new Upload("texte.xml", akn.getBytes(StandardCharsets.UTF_8)));
        return drafting.take(account, read.id());
    }

    /** A version in a stage; what it takes to get there is not of interest here. */
    public TextVersion at(Stage stage, Dossier dossier, String akn) {
        TextVersion draft = drafted(dossier, akn);
        new VersionTable(jdbc).freeze(draft.id(), calendar.now());
        return moved(draft.id(), stage.code());
    }

    /** Moves a version to a state, by its code. */
    public TextVersion moved(UUID version, String state) {
        new VersionTable(jdbc).move(version, state, calendar.now());
        return register.version(version);
    }

    /** A text of articles, each a list of paragraphs. */
    public static String akn(List<List<String>> articles) {
        StringBuilder body = new StringBuilder();
        for (int at = 0; at < articles.size(); at++) {
            body.append("<article><num>Article ").append(at + 1).append("</num><content>");
            articles.get(at).forEach(words -> body.append("<p>").append(words).append("</p>"));
            body.append("</content></article>");
        }
        return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><doc name=\"d\">"
                + "<meta/><mainBody>"
                + body
                + "</mainBody></doc></akomaNtoso>";
    }
}

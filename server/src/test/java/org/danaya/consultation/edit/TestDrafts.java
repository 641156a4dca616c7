package org.danaya.consultation.edit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.danaya.app.TestPlatform;
import org.danaya.base.Actor;
import org.danaya.consultation.Dossier;
import org.danaya.consultation.Drafting;
import org.danaya.consultation.TextKind;
import org.danaya.consultation.TextVersion;
import org.danaya.consultation.Texts;
import org.danaya.form.Upload;

/** Drafts of the tests' platform. */
public final class TestDrafts {

    private static final Texts TEXTS = TestPlatform.bean(Texts.class);

    private TestDrafts() {}

    /** What a small law says, as a file. */
    public static final String LAW =
            """
            <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="loi"><meta/>
            <preface><p><docTitle>Loi d’exemple</docTitle></p></preface>
            <mainBody><chapter><num>Chapitre I</num><heading>Généralités</heading>
            <article><num>Article premier</num><heading>Objet</heading>
            <content><p>La présente loi protège le cyberespace de la République.</p></content></article>
            <article><num>Article 2</num><heading>Définitions</heading>
            <intro><p>Au sens de la présente loi :</p></intro>
            <point><num>a)</num><content><p>donnée : toute information ;</p></content></point>
            <point><num>b)</num><content><p>réseau : tout système de communication.</p></content></point>
            </article></chapter><chapter><num>Chapitre II</num><heading>Obligations</heading>
            <article><num>Article 3</num>
            <content><p>Chaque structure tient l’inventaire prévu à l’article 2.</p></content></article>
            </chapter></mainBody></doc></akomaNtoso>
            """;

    /** A draft of that law, in a new dossier of a structure. */
    public static TextVersion.Draft law(UUID account, String slug, UUID structure) {
        return as(
                account,
                () -> {
                    Dossier dossier =
                            TEXTS.drafting()
                                    .open(
                                            account,
                                            new Drafting.Opening(
                                                    slug,
                                                    TextKind.STRATEGY,
                                                    "Loi d’exemple",
                                                    Optional.empty(),
                                                    "fra",
                                                    new Dossier.Lead(structure, "Ministère", slug)))
                                    .orElseThrow();
                    return imported(account, dossier);
                });
    }

    /** The same file, imported in the place of the draft that is open. */
    public static TextVersion.Draft imported(UUID account, Dossier dossier) {
        return as(
                account,
                () -> {
                    Upload file = new Upload("loi.xml", LAW.getBytes(StandardCharsets.UTF_8));
                    UUID read = TEXTS.drafting().understand(account, dossier, file).id();
                    return (TextVersion.Draft) TEXTS.drafting().take(account, read);
                });
    }

    /** Does something in an account's name. */
    public static <T> T as(UUID account, Supplier<T> does) {
        return ScopedValue.where(Actor.CURRENT, new Actor.Person(account, "test", "127.0.0.1"))
                .call(does::get);
    }
}

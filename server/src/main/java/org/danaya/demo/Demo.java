package org.danaya.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.danaya.page.Terminal;
import org.danaya.signin.DemonstrationDoor;
import org.danaya.trust.ceremony.Rehearsal;

/**
 * The story: a ceremony, officials, certificates, a delegation, what is revoked of it, a signed
 * document; then all of it verified from the outside.
 */
public final class Demo {

    /** Text that a page shows (ISO 32000-1, 9.4.3). Compressed bytes don't look like this. */
    private static final Pattern SHOWN = Pattern.compile("<([0-9A-Fa-f]{4,})>\\s*Tj\\b");

    private static final String OUTSIDER = "Zoumana " + Cast.FAMILY;

    private final Stage stage;
    private final Terminal terminal;
    private final long start = System.nanoTime();

    /** On a platform that has just started on an empty home. */
    public Demo(Stage stage, Terminal terminal) {
        this.stage = stage;
        this.terminal = terminal;
    }

    /**
     * Plays it, telling each step.
     *
     * @return whether every verdict was as expected
     */
    public boolean play() {
        step(terminal.word("demo.step.ceremony"), () -> stage.beans().get(Rehearsal.class).make());
        try (Cast cast = step(terminal.word("demo.step.cast"), () -> new Cast(stage));
                Ministries ministries =
                        step(
                                terminal.word("demo.step.ministries"),
                                () -> new Ministries(stage, cast))) {
            step(terminal.word("demo.step.positions"), () -> Appointments.play(stage, cast));
            step(terminal.word("demo.step.certificates"), () -> Certificates.play(cast));
            Mission mission =
                    step(terminal.word("demo.step.delegation"), () -> Mission.play(stage, cast));
            Speech position = step(terminal.word("demo.step.position"), () -> Speech.play(cast));
            Strategy strategy =
                    step(
                            terminal.word("demo.step.strategy"),
                            () -> Strategy.play(stage, cast, ministries));
            Path letter =
                    step(
                            terminal.word("demo.step.letter"),
                            () -> letter(mission, cast, Mission.MEMBER));
            Path signed =
                    step(
                            terminal.word("demo.step.signature"),
                            () -> kept("document.pdf", Signing.play(cast)));
            Findings findings = new Findings(terminal);
            try (Outside outside = new Outside(stage)) {
                findings.names(outside, mission.number(), Mission.MEMBER, OUTSIDER);
                findings.letters(outside, letter, altered(letter));
                findings.document(outside, signed);
                findings.position(outside, position.code());
                Path recalled = letter(mission, cast, Mission.CALLED_BACK);
                String code = mission.code(cast, Mission.MEMBER);
                String limited = mission.code(cast, Mission.LIMITED);
                String gone = mission.code(cast, Mission.CALLED_BACK);
                step(
                        terminal.word("demo.step.revocation", Mission.LIMITED, Mission.CALLED_BACK),
                        () -> mission.change(cast));
                findings.codes(outside, code, gone);
                findings.limited(outside, limited);
                findings.proof(outside, code, proof());
                findings.calledBack(outside, recalled);
                findings.strategy(strategy, cast, ministries, outside);
            }
            story(mission, cast, position, letter);
            terminal.say("demo.link.strategy", stage.portal().resolve("/texts/" + strategy.slug()));
            return findings.areAsExpected();
        }
    }

    /** What happened, and where to look. */
    private void story(Mission mission, Cast cast, Speech position, Path letter) {
        terminal.say("demo.story", (System.nanoTime() - start) / 1_000_000_000);
        terminal.say("demo.link.portal", stage.portal());
        terminal.say("demo.link.verify", stage.portal().resolve("/verify"));
        terminal.say(
                "demo.link.delegation", stage.portal().resolve("/delegations/" + mission.number()));
        terminal.say("demo.link.position", stage.portal().resolve(position.path()));
        terminal.say("demo.link.letter", letter, Mission.MEMBER);
        terminal.say(
                "demo.link.proof", proof(), stage.folder().resolve(Outside.POLICY), Mission.MEMBER);
        terminal.say("demo.link.log", stage.portal().resolve("/log"));
        terminal.say(
                "demo.link.console",
                stage.beans().get(DemonstrationDoor.class).open(cast.example()));
    }

    private Path proof() {
        return stage.folder().resolve("preuve.tlog-proof");
    }

    private Path letter(Mission mission, Cast cast, String name) {
        return kept(
                "lettre-" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".pdf",
                mission.letter(cast, name));
    }

    /** The letter as a forger leaves it: one letter of its text is another. */
    private Path altered(Path letter) {
        try {
            byte[] bytes = Files.readAllBytes(letter);
            Matcher shown = SHOWN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
            if (!shown.find()) {
                throw new IllegalStateException("A letter that shows no text");
            }
            int last = shown.end(1) - 1;
            bytes[last] = (byte) (bytes[last] == '0' ? '1' : '0');
            return kept("lettre-alteree.pdf", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path kept(String name, byte[] content) {
        try {
            return Files.write(stage.folder().resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void step(String what, Runnable does) {
        step(
                what,
                () -> {
                    does.run();
                    return what;
                });
    }

    private <T> T step(String what, Supplier<T> does) {
        long began = System.nanoTime();
        T made = does.get();
        terminal.say("demo.done", what, (System.nanoTime() - began) / 1e9);
        return made;
    }
}

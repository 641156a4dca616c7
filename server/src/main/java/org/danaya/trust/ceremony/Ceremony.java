package org.danaya.trust.ceremony;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.crypto.KeyAlgorithm;
import org.danaya.crypto.Token;
import org.danaya.crypto.TokenKey;
import org.danaya.page.Words;
import org.danaya.trust.authority.RevocationReason;
import org.danaya.trust.profile.AuthorityKind;

/**
 * Holds ceremonies: the first one, and those for which the root's key comes out again. Each act
 * leaves a transcript, a minute and its signature; what the platform needs goes to the handover.
 */
final class Ceremony {

    private final RootAuthority.Desk desk;
    private final Token token;
    private final Words words;

    /**
     * A ceremony at a desk.
     *
     * @param token where the keys of issuing authorities are made
     */
    Ceremony(RootAuthority.Desk desk, Token token, Words words) {
        this.desk = desk;
        this.token = token;
        this.words = words;
    }

    /**
     * Who is there, for the acts after the first.
     *
     * @param keepers who brought their shares, or the token
     */
    record Gathering(String title, String place, List<String> witnesses, RootKeyPlace keepers) {}

    /** The first ceremony: a root, an authority for each population, the first list. */
    Path begin(Plan plan, CeremonyFolder folder, Path handover) {
        List<AuthorityKind> issuingKinds =
                Stream.of(AuthorityKind.values())
                        .filter(kind -> kind != AuthorityKind.ROOT)
                        .toList();
        Begun.requireNone(token, issuingKinds.stream().map(plan::code).toList(), plan.suffix());
        for (AuthorityKind kind : AuthorityKind.values()) {
            RootAuthority.requireName(desk, kind, plan.name(kind));
        }
        Begun begun = new Begun(folder);
        begun.open();
        Transcript transcript = transcript(plan.rehearsal(), "hierarchy");
        RootKeys keys = new RootKeys(folder.path(), desk.random());
        TokenKey rootKey = keys.make(plan.rootKey(), plan.rootAlgorithm(), plan.rehearsal());
        transcript.note("root key made " + plan.rootAlgorithm(), rootKey.publicKey().getEncoded());
        String rootCode = plan.code(AuthorityKind.ROOT);
        Map.Entry<RootAuthority, RootAuthority.Signed> made =
                RootAuthority.make(
                        desk, rootKey, rootCode, plan.name(AuthorityKind.ROOT), plan.rehearsal());
        RootAuthority root = made.getKey();
        About about =
                new About(rootCode, plan.rehearsal(), plan.listLife(), needed(plan.rootKey()));
        folder.write(About.FILE, about.text());
        folder.write(CeremonyFolder.ROOT, made.getValue().certificate());
        transcript.note("root certificate", made.getValue().certificate());
        List<RootAuthority.Signed> signed = new ArrayList<>(List.of(made.getValue()));
        for (AuthorityKind kind : issuingKinds) {
            TokenKey key = token.make(Begun.label(plan.code(kind)), plan.issuingAlgorithm());
            begun.note(key);
            signed.add(
                    issuing(root, folder, transcript, kind, plan.code(kind), plan.name(kind), key));
        }
        Gathering gathering =
                new Gathering(plan.title(), plan.place(), plan.witnesses(), plan.rootKey());
        Path act =
                end(
                        new Held("hierarchy", root, about, folder, transcript, gathering, handover),
                        RootList.NONE,
                        List.of(),
                        signed,
                        Optional.empty());
        begun.close();
        return act;
    }

    /**
     * Clears away a first ceremony that was cut short: destroys the keys that it made in the token,
     * but none of an authority that was handed over, and empties its folder.
     *
     * @param sure whether to do it, or only to tell what would be destroyed
     * @return the labels of the keys
     * @throws Fault {@link CeremonyFault#NOT_UNFINISHED}
     */
    List<String> abandon(CeremonyFolder folder, Path handover, Path published, boolean sure) {
        Begun begun = new Begun(folder);
        if (!begun.isOpen() || wasHandedOver(folder, handover)) {
            throw new Fault(CeremonyFault.NOT_UNFINISHED, folder.path());
        }
        List<String> left = begun.left(token, handover, published);
        if (sure) {
            left.forEach(token::destroy);
            folder.clear();
        }
        return left;
    }

    /** Whether the folder's root is the platform's: its key must never go. */
    private static boolean wasHandedOver(CeremonyFolder folder, Path handover) {
        Path root = folder.path().resolve(CeremonyFolder.ROOT);
        if (Files.notExists(root)) {
            return false;
        }
        String file = About.read(folder).rootCode() + ".cer";
        byte[] certificate = folder.read(root);
        return HandoverDesk.all(handover).stream()
                .map(folderOfAct -> folderOfAct.resolve(file))
                .anyMatch(
                        other ->
                                Files.exists(other)
                                        && Arrays.equals(certificate, folder.read(other)));
    }

    /** A new revocation list with nothing new in it. */
    Path renewList(CeremonyFolder folder, Gathering gathering, Path handover) {
        Held held = open("list", folder, gathering, handover);
        return end(held, held.lastList(), List.of(), List.of(), Optional.empty());
    }

    /** Another issuing authority. */
    Path addAuthority(
            CeremonyFolder folder,
            Gathering gathering,
            AuthorityKind kind,
            String suffix,
            String name,
            KeyAlgorithm algorithm,
            Path handover) {
        Held held = open("authority", folder, gathering, handover);
        boolean rehearsal = held.about().rehearsal();
        String code = Plan.code(rehearsal, kind, suffix);
        if (folder.codes().contains(code)) {
            throw new Fault(CeremonyFault.WRONG_ANSWER, "suffix", suffix);
        }
        Begun.requireNone(token, List.of(code), suffix);
        RootAuthority.Signed signed =
                issuing(
                        held.root(),
                        folder,
                        held.transcript(),
                        kind,
                        code,
                        Plan.mark(rehearsal, name),
                        token.make(Begun.label(code), algorithm));
        return end(held, held.lastList(), List.of(), List.of(signed), Optional.empty());
    }

    /** Revokes an issuing authority: with it, everything that it issued. */
    Path revoke(
            CeremonyFolder folder,
            Gathering gathering,
            String code,
            RevocationReason reason,
            Path handover) {
        if (!folder.codes().contains(code)) {
            throw new Fault(CeremonyFault.NO_SUCH_AUTHORITY, code);
        }
        Held held = open("revocation", folder, gathering, handover);
        BigInteger serial =
                org.bouncycastle.asn1.x509.Certificate.getInstance(
                                folder.read(folder.certificate(code)))
                        .getSerialNumber()
                        .getValue();
        RootList last = held.lastList();
        if (last.holds(serial)) {
            throw new Fault(CeremonyFault.ALREADY_REVOKED, code);
        }
        held.transcript().note("revoked " + code + " " + reason);
        return end(
                held,
                last,
                List.of(new RootList.Revoked(serial, now(), reason.code())),
                List.of(),
                Optional.of(code));
    }

    /** An act that is being held. */
    private record Held(
            String what,
            RootAuthority root,
            About about,
            CeremonyFolder folder,
            Transcript transcript,
            Gathering gathering,
            Path handover) {

        RootList lastList() {
            return RootList.read(folder.read(CeremonyFolder.LIST), root.key());
        }
    }

    private Held open(String what, CeremonyFolder folder, Gathering gathering, Path handover) {
        About about = About.read(folder);
        TokenKey key = new RootKeys(folder.path(), desk.random()).open(gathering.keepers());
        RootAuthority root =
                RootAuthority.of(
                        desk.address(),
                        key,
                        about.rootCode(),
                        folder.read(CeremonyFolder.ROOT),
                        about.rehearsal());
        Transcript transcript = transcript(about.rehearsal(), what);
        transcript.note("root key opened", key.publicKey().getEncoded());
        return new Held(what, root, about, folder, transcript, gathering, handover);
    }

    private RootAuthority.Signed issuing(
            RootAuthority root,
            CeremonyFolder folder,
            Transcript transcript,
            AuthorityKind kind,
            String code,
            String name,
            TokenKey key) {
        transcript.note("key made " + code + " " + key.algorithm(), key.publicKey().getEncoded());
        RootAuthority.Signed signed = root.sign(desk, code, kind, name, key);
        folder.write(folder.certificate(code), signed.certificate());
        transcript.note("certificate " + code, signed.certificate());
        return signed;
    }

    /** Signs the list, writes the minute, signs it, and hands everything over. */
    private Path end(
            Held held,
            RootList last,
            List<RootList.Revoked> revoked,
            List<RootAuthority.Signed> signed,
            Optional<String> ended) {
        CeremonyFolder folder = held.folder();
        RootList list = last.next(revoked);
        Instant now = now();
        Instant end = held.root().info().notAfter();
        Instant next = now.plus(held.about().listLife());
        Instant nextUpdate = next.isAfter(end) ? end : next;
        byte[] crl = list.signed(held.root().key(), held.root().info(), now, nextUpdate);
        folder.write(CeremonyFolder.LIST, crl);
        held.transcript().note("revocation list " + list.number(), crl);
        byte[] transcript = held.transcript().bytes();
        byte[] minute =
                new Minute(
                                held.what(),
                                held.about().rehearsal(),
                                held.gathering().title(),
                                held.gathering().place(),
                                now,
                                held.gathering().witnesses(),
                                names(held.gathering().keepers()),
                                held.about().needed(),
                                signed,
                                ended,
                                list,
                                nextUpdate,
                                transcript)
                        .text(words);
        byte[] signature = held.root().key().sign(minute);
        Path act = folder.act(held.what());
        folder.write(act.resolve("transcript.txt"), transcript);
        folder.write(act.resolve("minute.txt"), minute);
        folder.write(act.resolve("minute.sig"), signature);
        held.root().key().close();
        Handover.write(
                held.handover().resolve(held.about().rootCode() + "-" + list.number()),
                new Handover(
                        held.about().rootCode(),
                        held.about().rehearsal(),
                        signed,
                        ended,
                        crl,
                        minute,
                        signature,
                        transcript));
        return act;
    }

    private Transcript transcript(boolean rehearsal, String what) {
        Transcript transcript = new Transcript(desk.clock());
        transcript.note("begin " + what + (rehearsal ? " rehearsal" : ""));
        return transcript;
    }

    private Instant now() {
        return desk.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static int needed(RootKeyPlace place) {
        return switch (place) {
            case RootKeyPlace.Parted(int needed, List<Keeper> _) -> needed;
            case RootKeyPlace.OnToken _ -> 0;
        };
    }

    private static List<String> names(RootKeyPlace place) {
        return switch (place) {
            case RootKeyPlace.Parted(int _, List<Keeper> keepers) ->
                    keepers.stream().map(Keeper::name).toList();
            case RootKeyPlace.OnToken _ -> List.of();
        };
    }

    /**
     * What a ceremony's folder says of its root.
     *
     * @param needed how many keepers it takes; 0 where the key is on a token
     */
    record About(String rootCode, boolean rehearsal, Duration listLife, int needed) {

        static final String FILE = "about.txt";

        byte[] text() {
            return CeremonyFolder.text(
                    List.of(
                            "root " + rootCode,
                            "rehearsal " + rehearsal,
                            "list-days " + listLife.toDays(),
                            "needed " + needed));
        }

        static About read(CeremonyFolder folder) {
            String[] words = Minute.string(folder.read(FILE)).split("[ \n]", -1);
            try {
                return new About(
                        words[1],
                        Boolean.parseBoolean(words[3]),
                        Duration.ofDays(Long.parseLong(words[5])),
                        Integer.parseInt(words[7]));
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new Fault(e, CeremonyFault.FILE, FILE, String.valueOf(e.getMessage()));
            }
        }
    }
}

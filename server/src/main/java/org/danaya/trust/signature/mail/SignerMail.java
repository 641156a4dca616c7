package org.danaya.trust.signature.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.danaya.access.MailServer;
import org.danaya.access.PublicAddress;
import org.danaya.base.Fault;
import org.danaya.base.Ids;
import org.danaya.base.Settings;
import org.danaya.jobs.JobType;
import org.danaya.jobs.Jobs;
import org.danaya.page.Language;
import org.danaya.page.Words;
import org.danaya.trust.signature.SignatureFault;
import org.danaya.trust.signature.Signer;
import org.danaya.trust.signature.SigningChanged;
import org.danaya.trust.signature.SigningRequest;
import org.danaya.trust.signature.SigningRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what a request's state asks for and hasn't been written yet. Each change of a request asks
 * for this work in its own transaction; what no server took is tried again.
 */
@Component
public class SignerMail {

    /** One request to look at. */
    record Piece(UUID request) {}

    static final JobType<Piece> TYPE = JobType.of("signature.tell-signers", Piece.class);

    private static final Duration REMINDED_AFTER = Duration.ofDays(3);
    private static final int MOST_TOLD = 3;

    private final AddressTable addresses;
    private final ObjectProvider<SigningRequests> requests;
    private final MailServer server;
    private final PublicAddress address;
    private final Words words;
    private final Jobs jobs;
    private final Ids ids;
    private final Clock clock;

    SignerMail(
            AddressTable addresses,
            ObjectProvider<SigningRequests> requests,
            Settings settings,
            PublicAddress address,
            Words words,
            Jobs jobs,
            Ids ids,
            Clock clock) {
        this.addresses = addresses;
        this.requests = requests;
        this.server = MailServer.of(settings);
        this.address = address;
        this.words = words;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether there is a server to write with. */
    public boolean configured() {
        return server.configured();
    }

    /** Keeps a signer's address until the request ends. */
    public void write(UUID request, UUID signer, String to) {
        addresses.put(signer, request, to);
    }

    /** Keeps the owner's address, to tell how it ended. */
    public void writeOwner(UUID request, String to) {
        addresses.put(request, request, to);
    }

    @EventListener
    void changed(SigningChanged news) {
        if (configured()) {
            ask(news.request(), clock.instant());
        }
    }

    private void ask(UUID request, Instant when) {
        jobs.schedule(TYPE, ids.next().toString(), new Piece(request), when);
    }

    /** Writes what is due. */
    void tell(Piece piece) {
        SigningRequest request = requests.getObject().find(piece.request()).orElseThrow();
        for (AddressTable.Address each : addresses.of(piece.request())) {
            if (each.of().equals(request.id())) {
                owner(request, each);
            } else {
                request.signers().stream()
                        .filter(signer -> signer.id().equals(each.of()))
                        .findFirst()
                        .ifPresentOrElse(
                                signer -> signer(request, signer, each),
                                () -> addresses.forget(each.of()));
            }
        }
    }

    private void owner(SigningRequest request, AddressTable.Address to) {
        switch (request.state()) {
            case SigningRequest.State.Draft _, SigningRequest.State.Open _ -> {}
            case SigningRequest.State.Withdrawn _ -> addresses.forget(to.of());
            case SigningRequest.State.Done _ -> last(to, "done", page(request));
            case SigningRequest.State.Declined _ -> last(to, "declined", page(request));
        }
    }

    private void signer(SigningRequest request, Signer signer, AddressTable.Address to) {
        switch (request.state()) {
            case SigningRequest.State.Draft _ -> {}
            case SigningRequest.State.Open _ -> turn(request, signer, to);
            case SigningRequest.State.Done _ -> addresses.forget(to.of());
            case SigningRequest.State.Withdrawn _, SigningRequest.State.Declined _ -> {
                boolean told = to.toldAt().isPresent() && waits(signer);
                if (told) {
                    last(to, "cancelled", page(request));
                } else {
                    addresses.forget(to.of());
                }
            }
        }
    }

    private void turn(SigningRequest request, Signer signer, AddressTable.Address to) {
        Instant now = clock.instant();
        boolean due = to.toldAt().isEmpty() || !to.toldAt().get().plus(REMINDED_AFTER).isAfter(now);
        if (!waits(signer) || !request.reached(signer) || !due || to.told() >= MOST_TOLD) {
            return;
        }
        boolean invited = signer.state() instanceof Signer.State.Invited;
        send(
                to.address(),
                to.toldAt().isEmpty() ? "turn" : "reminder",
                invited ? address.page("/console/signatures/join").toString() : page(request),
                invited);
        addresses.told(to.of(), now);
        ask(request.id(), now.plus(REMINDED_AFTER));
    }

    private void last(AddressTable.Address to, String what, String link) {
        send(to.address(), what, link, false);
        addresses.forget(to.of());
    }

    private static boolean waits(Signer signer) {
        return signer.state() instanceof Signer.State.Invited
                || signer.state() instanceof Signer.State.Joined;
    }

    private String page(SigningRequest request) {
        return address.page("/console/signatures/" + request.id()).toString();
    }

    /** No title and no name: a mail is read by whoever keeps it. */
    private void send(String to, String what, String link, boolean code) {
        boolean sent =
                server.send(
                        to,
                        words.say(Language.FRENCH, "signature.mail." + what + ".subject"),
                        language -> text(language, what, link, code));
        if (!sent) {
            throw new Fault(SignatureFault.MAIL_UNSENT);
        }
    }

    private String text(Language language, String what, String link, boolean code) {
        String text = words.say(language, "signature.mail." + what + ".text", link);
        return code ? text + "\n\n" + words.say(language, "signature.mail.code") : text;
    }
}

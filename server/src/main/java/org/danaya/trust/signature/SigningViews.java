package org.danaya.trust.signature;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.danaya.form.Form;
import org.danaya.page.Tag;
import org.danaya.page.Tone;
import org.danaya.page.View;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName;

/** What the pages of signing show. */
public final class SigningViews {

    private SigningViews() {}

    /**
     * The list of what concerns a person.
     *
     * @param certificate the name in the certificate that they sign with; empty for none
     */
    public record Listed(List<Row> mine, List<Row> others, Optional<String> certificate) {}

    /** A line of the list. */
    public record Row(SigningRequest request, Tag state, boolean turn) {}

    /** A form with nothing else. */
    public record Asked(Form form) {}

    /**
     * One request.
     *
     * @param self the account that looks
     * @param people its signers
     * @param code an invitation's code, shown once; empty for none
     * @param certificate the name in the certificate that they would sign with
     * @param pdf the first PDF among its documents
     * @param mail whether signers can be written to
     */
    public record Shown(
            SigningRequest request,
            UUID self,
            Tag state,
            List<Person> people,
            Optional<String> code,
            Optional<String> certificate,
            Optional<SigningDocument> pdf,
            Form invite,
            boolean mail) {

        /** Whether the owner looks. */
        public boolean owner() {
            return request.owner().equals(self);
        }

        /** Whether it is being prepared. */
        public boolean draft() {
            return request.state() instanceof SigningRequest.State.Draft;
        }

        /** Whether signers may sign. */
        public boolean open() {
            return request.state() instanceof SigningRequest.State.Open;
        }

        /** Whether there is one file with everybody's signature. */
        public boolean downloadable() {
            return request.state() instanceof SigningRequest.State.Done
                    && request.documents().size() == 1;
        }

        /** Whether a signature can show on a page: of a PDF that is signed inside. */
        public boolean placeable() {
            return pdf.filter(each -> each.form() == SignatureForm.PADES).isPresent();
        }

        /** Whether a signature waits for somebody to let it go on. */
        public boolean stopped() {
            return open() && people.stream().anyMatch(Person::stopped);
        }

        /** Whether it is the looker's turn to sign. */
        public boolean turn() {
            return request.signer(self).filter(request::turn).isPresent();
        }

        /** Whether the looker is a signer who hasn't signed. */
        public boolean mayDecline() {
            return open()
                    && request.signer(self)
                            .filter(each -> each.state() instanceof Signer.State.Joined)
                            .isPresent();
        }
    }

    /**
     * A signer.
     *
     * @param done how many documents have the signature
     * @param stopped whether the rest failed so often that it waits for somebody
     */
    public record Person(Signer signer, Tag state, int done, boolean stopped, boolean self) {}

    /**
     * Placing a signature on a page.
     *
     * @param wide how wide the picture shows, in pixels of the style sheet
     */
    public record Placing(
            SigningRequest request,
            SigningDocument document,
            Signer signer,
            int page,
            int wide,
            Form form) {}

    /**
     * The question in whose name.
     *
     * @param names by what the person can sign in a structure's name
     */
    public record Naming(SigningRequest request, List<InWhoseName.Held> names) {

        /** By what, until when and within which limits. */
        public String about(View view, InWhoseName.Held held) {
            String until = view.date(held.until().minusDays(1));
            String by =
                    switch (held.basis()) {
                        case Basis.Office _ -> view.word("signature.name.office", until);
                        case Basis.Mandate mandate ->
                                view.word(
                                        "signature.name.mandate",
                                        Long.toString(mandate.number()),
                                        until);
                    };
            return held.basis().within().isEmpty()
                    ? by
                    : by + " " + view.word("signature.name.within", limits(view, held.basis()));
        }
    }

    /**
     * Confirming with a passkey.
     *
     * @param as in whose name, as the address has it
     * @param name in whose name; empty for the person's own
     */
    public record Confirming(
            SigningRequest request,
            String certificate,
            String as,
            Optional<SignedFor> name,
            String statement) {

        /** The limits that the signer declares to be within. */
        public String limits(View view) {
            return name.map(each -> SigningViews.limits(view, each.basis())).orElse("");
        }
    }

    /** The limits of a basis, each as its side and its code. */
    private static String limits(View view, Basis basis) {
        return basis.within().stream()
                .map(
                        line -> {
                            int space = line.indexOf(' ');
                            String side = line.substring(0, space);
                            String code = line.substring(space + 1);
                            return view.word(
                                    "signature.within." + side,
                                    side.equals("most") ? amount(view, code) : code);
                        })
                .collect(Collectors.joining(", "));
    }

    private static String amount(View view, String code) {
        int space = code.indexOf(' ');
        return view.number(Long.parseLong(code.substring(0, space))) + code.substring(space);
    }

    static Tag state(SigningRequest request) {
        return new Tag(
                "signature.state." + request.state().code(),
                switch (request.state()) {
                    case SigningRequest.State.Draft _ -> Tone.NEUTRAL;
                    case SigningRequest.State.Open _ -> Tone.INFO;
                    case SigningRequest.State.Done _ -> Tone.SUCCESS;
                    case SigningRequest.State.Declined _ -> Tone.DANGER;
                    case SigningRequest.State.Withdrawn _ -> Tone.NEUTRAL;
                });
    }

    static Tag state(Signer signer) {
        return new Tag(
                "signature.signer." + signer.state().code(),
                switch (signer.state()) {
                    case Signer.State.Invited _ -> Tone.WARNING;
                    case Signer.State.Joined _ -> Tone.INFO;
                    case Signer.State.Signing _ -> Tone.INFO;
                    case Signer.State.Signed _ -> Tone.SUCCESS;
                    case Signer.State.Declined _ -> Tone.DANGER;
                });
    }
}

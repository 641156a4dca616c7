package org.danaya.trust.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.base.Fault;
import org.danaya.people.Basis;
import org.danaya.people.InWhoseName;
import org.danaya.trust.validation.SignatureVerdict;
import org.junit.jupiter.api.Test;

/** In whose name somebody signs, from the confirmation to the work. */
class SignedForTest {

    private final SigningWorkTest here = new SigningWorkTest();

    @Test
    void aSignatureCarriesTheMandateThatItWasMadeUnder() {
        Basis mandate =
                new Basis.Mandate(
                        UUID.randomUUID(), UUID.randomUUID(), List.of("most 5000 XOF"), 1234);
        SigningRequest made =
                SigningWorkTest.REQUESTS
                        .find(
                                here.opened(
                                                List.of(SigningWorkTest.text("au nom de")),
                                                SignatureLevel.B)
                                        .id())
                        .orElseThrow();
        assertThatThrownBy(
                        () ->
                                SigningWorkTest.MEANS.statement(
                                        made, here.owner, Optional.of(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.code()).isEqualTo(SignatureFault.NOT_IN_NAME));
        SigningWorkTest.NAMES.held.add(
                new InWhoseName.Held(mandate, "Ministère", "Conseillère", LocalDate.MAX));
        try {
            assertThat(
                            new String(
                                    SigningWorkTest.MEANS.statement(
                                            made, here.owner, Optional.of(mandate.id())),
                                    StandardCharsets.UTF_8))
                    .contains("\nbasis mandate " + mandate.id())
                    .contains("\nbasis within most 5000 XOF\n");
            UUID signer = made.signers().getFirst().id();
            SigningWorkTest.SIGNERS.signing(
                    signer,
                    SigningWorkTest.IDS.next(),
                    Hashes.of(SigningWorkTest.KIT.person.certificate()),
                    SigningWorkTest.MEANS.name(here.owner, Optional.of(mandate.id())),
                    SigningWorkTest.KIT.now);
            SigningWork.Piece piece = new SigningWork.Piece(made.id(), signer);
            SigningWorkTest.NAMES.held.clear();
            assertThatThrownBy(() -> here.work().run(piece))
                    .as("revoked between the confirmation and the work")
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault ->
                                    assertThat(fault.code()).isEqualTo(SignatureFault.NOT_IN_NAME));
            assertThat(SigningWorkTest.DOCUMENTS.made(signer)).isZero();
            SigningWorkTest.NAMES.held.add(
                    new InWhoseName.Held(mandate, "Ministère", "Conseillère", LocalDate.MAX));
            here.work().run(piece);
        } finally {
            SigningWorkTest.NAMES.held.clear();
        }
        SigningRequest done = SigningWorkTest.REQUESTS.find(made.id()).orElseThrow();
        String role = "Conseillère, Ministère (mandat n°\u00a01234)";
        assertThat(done.signers().getFirst().name()).contains(new SignedFor(mandate, role));
        SigningDocument document = done.documents().getFirst();
        assertThat(SigningWorkTest.check(document).signatures().getFirst().roles())
                .containsExactly(new SignatureVerdict.Role(role, false));
        assertThat(SigningWorkTest.DOCUMENTS.madeUntil(document.sha256()))
                .singleElement()
                .satisfies(each -> assertThat(each.name()).contains(new SignedFor(mandate, role)));
    }
}

package org.danaya.signin.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.danaya.access.PublicAddress;
import org.danaya.base.Fault;
import org.danaya.signin.SigninFault;
import org.danaya.signin.passkey.ChallengeTable.Challenge;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * This platform as authenticators know it: makes what the browser is asked, and checks what it
 * answers (WebAuthn Level 3 §7.1 and §7.2, by Spring Security and webauthn4j).
 *
 * <p>Any authenticator may be used (no attestation is asked), but it must know its user (PIN,
 * fingerprint, face), and is asked to keep the passkey so that nobody types a name.
 */
@Component
public final class RelyingParty {

    /** How long a person may take. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** More than any authenticator answers, in characters. */
    private static final int LONGEST_ANSWER = 32_768;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(
                    PublicKeyCredentialParameters.ES256,
                    PublicKeyCredentialParameters.EdDSA,
                    PublicKeyCredentialParameters.RS256);

    private final PublicAddress address;
    private final PasskeyOwners owners;
    private final PasskeyTable passkeys;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    RelyingParty(PublicAddress address, PasskeyOwners owners, PasskeyTable passkeys) {
        this.address = address;
        this.owners = owners;
        this.passkeys = passkeys;
    }

    /** What the browser needs to make a passkey, as JSON. */
    String creation(Challenge challenge, PublicKeyCredentialUserEntity user) {
        return told(challenge, creationOptions(challenge, user));
    }

    /** What the browser needs to use a passkey, as JSON. */
    public String request(Challenge challenge) {
        return told(challenge, requestOptions(challenge));
    }

    /** Checks a new passkey and keeps it, or faults with {@link SigninFault#PASSKEY_REFUSED}. */
    byte[] register(
            Challenge challenge, PublicKeyCredentialUserEntity user, String label, String answer) {
        PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                read(answer, new TypeReference<>() {});
        try {
            return operations()
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    creationOptions(challenge, user),
                                    new RelyingPartyPublicKey(credential, label)))
                    .getCredentialId()
                    .getBytes();
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw new Fault(e, SigninFault.PASSKEY_REFUSED);
        }
    }

    /**
     * Checks what a passkey signed, or faults with {@link SigninFault#PASSKEY_REFUSED}; its count
     * of signatures is kept, so that a copied authenticator shows.
     */
    public PublicKeyCredential<AuthenticatorAssertionResponse> authenticate(
            Challenge challenge, String answer) {
        PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                read(answer, new TypeReference<>() {});
        try {
            operations()
                    .authenticate(
                            new RelyingPartyAuthenticationRequest(
                                    requestOptions(challenge), credential));
            return credential;
        } catch (WebAuthnException | IllegalArgumentException e) {
            throw new Fault(e, SigninFault.PASSKEY_REFUSED);
        }
    }

    /** A person as authenticators show them. */
    static PublicKeyCredentialUserEntity user(byte[] handle, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(handle))
                .name(name)
                .displayName(name)
                .build();
    }

    private Webauthn4JRelyingPartyOperations operations() {
        return new Webauthn4JRelyingPartyOperations(
                owners, passkeys, party(), Set.of(address.origin()));
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder().id(address.host()).name("Danaya").build();
    }

    private PublicKeyCredentialCreationOptions creationOptions(
            Challenge challenge, PublicKeyCredentialUserEntity user) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(user)
                .challenge(new Bytes(challenge.value()))
                .pubKeyCredParams(ALGORITHMS)
                .timeout(PATIENCE)
                .attestation(AttestationConveyancePreference.NONE)
                .excludeCredentials(known(challenge))
                .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                                .residentKey(ResidentKeyRequirement.PREFERRED)
                                .userVerification(UserVerificationRequirement.REQUIRED)
                                .build())
                .build();
    }

    private PublicKeyCredentialRequestOptions requestOptions(Challenge challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .rpId(address.host())
                .challenge(new Bytes(challenge.value()))
                .timeout(PATIENCE)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(known(challenge))
                .build();
    }

    private List<PublicKeyCredentialDescriptor> known(Challenge challenge) {
        return challenge.account() == null
                ? List.of()
                : passkeys.credentialIds(challenge.account()).stream()
                        .map(
                                id ->
                                        PublicKeyCredentialDescriptor.builder()
                                                .type(PublicKeyCredentialType.PUBLIC_KEY)
                                                .id(new Bytes(id))
                                                .build())
                        .toList();
    }

    private String told(Challenge challenge, Object options) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("challenge", challenge.id().toString());
        told.put("publicKey", options);
        return json.writeValueAsString(told);
    }

    private <T> T read(String answer, TypeReference<T> type) {
        if (answer.length() > LONGEST_ANSWER) {
            throw new Fault(SigninFault.PASSKEY_REFUSED);
        }
        try {
            return json.readValue(answer, type);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Fault(e, SigninFault.PASSKEY_REFUSED);
        }
    }
}

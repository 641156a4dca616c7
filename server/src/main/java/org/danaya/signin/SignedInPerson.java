package org.danaya.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.danaya.access.RoleAssignment;
import org.danaya.base.Right;
import org.danaya.base.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * The person behind a request, read from the database for this request and never kept: a role that
 * was taken a moment ago is gone.
 */
final class SignedInPerson extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final UUID account;
    private final String displayName;
    private final transient List<RoleAssignment> held;
    private final transient Rights rights;
    private final boolean recovering;
    private final @Nullable Instant asserted;

    /**
     * @param recovering whether a recovery code opened the session: nothing can be done but make a
     *     passkey
     * @param asserted when the person last used a passkey in this session; null for never
     */
    SignedInPerson(
            UUID account,
            String displayName,
            List<RoleAssignment> held,
            Rights rights,
            boolean recovering,
            @Nullable Instant asserted) {
        super(List.of());
        this.account = account;
        this.displayName = displayName;
        this.held = recovering ? List.of() : List.copyOf(held);
        this.rights = recovering ? Rights.NONE : rights;
        this.recovering = recovering;
        this.asserted = asserted;
        setAuthenticated(true);
    }

    /** The same person, who has just used a passkey. */
    SignedInPerson asserted(Instant at) {
        return new SignedInPerson(account, displayName, held, rights, recovering, at);
    }

    UUID account() {
        return account;
    }

    String displayName() {
        return displayName;
    }

    Rights rights() {
        return rights;
    }

    boolean recovering() {
        return recovering;
    }

    /** Whether a passkey was used at this moment or later. */
    boolean assertedSince(Instant moment) {
        return asserted != null && !asserted.isBefore(moment);
    }

    /** The role under which an act that takes a right is done: the first that has it. */
    String roleFor(@Nullable Right right) {
        Optional<RoleAssignment> first =
                held.stream()
                        .filter(each -> right != null && each.role().rights().contains(right))
                        .findFirst();
        return first.map(each -> each.role().code()).orElse("self");
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return account;
    }

    @Override
    public String getName() {
        return account.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }

    @Override
    public String toString() {
        return "account " + account;
    }
}

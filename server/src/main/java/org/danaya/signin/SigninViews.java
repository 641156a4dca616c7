package org.danaya.signin;

import java.time.Instant;
import java.util.List;
import org.danaya.access.RoleAssignment;
import org.danaya.form.Form;
import org.danaya.signin.passkey.Passkey;
import org.jspecify.annotations.Nullable;

/** What the pages of signing in show. */
public final class SigninViews {

    private SigninViews() {}

    /**
     * What the door shows.
     *
     * @param provider what people call the foreign provider; empty where there is none
     * @param through where the way through the provider begins
     * @param why the key of why nobody came in through the provider; empty where nobody tried
     */
    public record Door(Form form, String provider, String through, String why) {}

    /**
     * What the page of one's own binding to the foreign provider shows.
     *
     * @param bound what the account is bound to; null for nothing
     * @param to the provider's page, once the way is ready; empty before
     */
    public record Foreign(
            String name, String host, ProviderBindings.@Nullable Bound bound, String to) {}

    /**
     * What the second step shows.
     *
     * @param name of whom the link is for; empty for a newcomer
     */
    public record Step(Form form, String name) {}

    /**
     * What the page of one's own codes shows.
     *
     * @param left how many are left
     * @param shown the codes themselves, this once; empty at any other time
     */
    public record Codes(int left, List<String> shown) {}

    /**
     * What the page of one's own account shows.
     *
     * @param provider what people call the foreign provider; empty where there is none
     */
    public record Own(
            String name, List<RoleAssignment> roles, int passkeys, int codes, String provider) {}

    /**
     * What the page of one's own passkeys shows.
     *
     * @param codes how many recovery codes are left
     */
    public record OwnKeys(List<Passkey> passkeys, int codes) {}

    /** What the page of one passkey shows. */
    public record OwnKey(Passkey passkey, Form form) {}

    /** What the page of one's own sessions shows. */
    public record Opened(List<Open> sessions) {}

    /** A field of the form that waits. */
    public record Kept(String name, String value) {}

    /**
     * What waits.
     *
     * @param action where the form goes
     * @param path what the assertion is for
     * @param kept the form's own fields
     * @param again whether an assertion came and was refused
     * @param lost whether a file can't be kept, so that the form must be filled in again
     */
    public record Waiting(
            String action, String path, List<Kept> kept, boolean again, boolean lost) {}

    /**
     * A session as its person sees it.
     *
     * @param handle names it in forms; a hash, because the id itself would open it
     * @param browser the family of the browser; empty where nothing is known
     * @param here whether it is the one that looks
     */
    public record Open(
            String handle,
            Instant since,
            Instant lastUsed,
            String address,
            String browser,
            boolean here) {}
}

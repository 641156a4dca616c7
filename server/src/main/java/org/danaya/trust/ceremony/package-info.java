/**
 * Key ceremonies: how a root and the issuing authorities below it come about, and what the root
 * signs later: revocation lists, other authorities, a revocation.
 *
 * <p>A ceremony is guided by questions or follows a script. Each step goes into a transcript whose
 * lines are chained by hashes; the minute, in French and English, names the transcript's hash and
 * is signed by the root's key. In a rehearsal everything says that it is one, and lives shortly.
 *
 * <p>The root's key never enters the installation: it is in a file under a random key that is
 * parted among keepers, each part sealed under the keeper's passphrase, or on a PKCS #11 token of
 * its own. The keys of the issuing authorities are made in the installation's token. What a
 * ceremony made is handed to the platform through the home's folder {@code ceremonies}; the
 * platform registers it, publishes it and puts the minute into the public log. What can't be taken
 * over is told once, on the console and by the doctor, and stays where it is.
 *
 * <p>Each key of the token is written down in the ceremony's folder when it is made, so that a
 * first ceremony that was cut short can be abandoned: its keys are destroyed, those of an authority
 * that was handed over never are. A newcomer's empty installation is offered a {@link
 * org.danaya.trust.ceremony.Rehearsal} of everything.
 */
@ApplicationModule(
        displayName = "Trust: ceremony",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "page",
            "doctor",
            "log",
            "trust.der",
            "trust.profile",
            "trust.lint",
            "trust.authority"
        })
@NullMarked
package org.danaya.trust.ceremony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Seals of structures: a structure's own electronic signature over documents (eIDAS art. 3 (25), EN
 * 319 412-3), attended by an officer or put by one of its programs.
 *
 * <p>Attended, documents lie on a {@link org.danaya.trust.seal.Sheet}: open while they are added,
 * then confirmed by a passkey whose challenge commits to each document's hash, to the certificate
 * and to the level. By a program, one document comes with one request, and an API key that two
 * people made stands in the passkey's place. What the platform makes of nothing but a content that
 * a passkey confirmed, such as a mandate's letter, is sealed under that assertion.
 *
 * <p>Invariants: no seal without its row, its act and its leaf in the public log, which are one
 * transaction and come before the sealed document leaves; a certificate that isn't in force seals
 * nothing; only the structure's own certificate seals for it.
 *
 * <p>Never: a document kept for longer than a day, or a document's name or content in the list of
 * seals; a private key outside {@code crypto}; a seal that a session alone asked for.
 */
@ApplicationModule(
        displayName = "Trust: seal",
        allowedDependencies = {
            "base",
            "store",
            "crypto",
            "form",
            "page",
            "table",
            "jobs",
            "log",
            "people",
            "access",
            "signin",
            "programs",
            "edge",
            "trust.profile",
            "trust.authority",
            "trust.validation",
            "trust.signature"
        })
@NullMarked
package org.danaya.trust.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Tells signers by mail that it is their turn, reminds them, and tells whoever asked how it ended,
 * where the operator named an SMTP server. The mail leads to a page; the code that lets somebody
 * join comes from whoever invites, by another way. An address is forgotten when its request ends.
 */
@NullMarked
package org.danaya.trust.signature.mail;

import org.jspecify.annotations.NullMarked;

/**
 * Backup and restore of a whole installation: database, keys, configuration, public log.
 *
 * <p>A backup is one file: CMS AuthEnvelopedData under a passphrase, holding a gzipped tar, holding
 * {@code format.json}, {@code log/…}, {@code published/…}, {@code database/SCHEMA.TABLE/NNNNNN} in
 * PostgreSQL's COPY text format, {@code keys/…}, {@code danaya.conf} and, last, {@code
 * manifest.json} with the SHA-256 of every part and the rows of every table. Any tool that knows
 * these four formats opens it.
 *
 * <p>Invariants: the database in a backup is never older than the log's checkpoint in it; a backup
 * file is whole or absent; nothing of a backup is used before all of it was authenticated; a
 * restore that was cut short never starts; a restored log signs nothing until the operator has
 * confirmed that it may. The embedded database's own password is never in a backup.
 */
@ApplicationModule(
        displayName = "Backup",
        allowedDependencies = {"base", "page", "store", "crypto"})
@NullMarked
package org.danaya.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

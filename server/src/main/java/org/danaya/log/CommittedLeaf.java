package org.danaya.log;

import org.danaya.verify.LeafEntry;

/** A leaf with the salt and the entry made for it. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CommittedLeaf(NewLeaf leaf, byte[] salt, LeafEntry entry) {}

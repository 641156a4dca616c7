package org.danaya.access;

import java.util.UUID;

/**
 * News: an account was suspended or closed. Published in the transaction that does it, so that who
 * ends its sessions does so in the same.
 */
public record AccountBarred(UUID account) {}

package org.danaya.log;

/**
 * A leaf is in a published checkpoint. Told once the checkpoint is durable, in the transaction that
 * marks it published, so that a listener of Spring Modulith's registry hears of it at least once.
 *
 * @param kind the leaf's kind, for a listener's condition
 * @param reference what the module that appended it called it
 * @param index its place in the tree
 * @param treeSize leaves in the checkpoint that covers it
 */
public record LeafIntegrated(String kind, String reference, long index, long treeSize) {}

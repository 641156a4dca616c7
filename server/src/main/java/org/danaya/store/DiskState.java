package org.danaya.store;

/** Whether there is room to write. */
public sealed interface DiskState {

    /** There is. */
    record Roomy() implements DiskState {}

    /**
     * There isn't: the program is read-only.
     *
     * @param freeBytes what is left
     * @param reserveBytes what must be left for writing to be allowed
     */
    record Full(long freeBytes, long reserveBytes) implements DiskState {}
}

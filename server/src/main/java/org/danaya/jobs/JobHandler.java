package org.danaya.jobs;

/**
 * Does the work of one type. Declare one as a bean for each type.
 *
 * @param type the type
 * @param work does one piece; runs at least once, and must bear being run again for the same data
 */
public record JobHandler<T>(JobType<T> type, Work<T> work) {

    /** What is done for one piece of work, in a virtual thread, outside any transaction. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Does it.
         *
         * @throws Exception if it couldn't be done this time; a {@link org.danaya.base.Fault} keeps
         *     its code as the reason
         */
        void run(T data) throws Exception;
    }
}

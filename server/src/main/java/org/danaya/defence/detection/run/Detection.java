package org.danaya.defence.detection.run;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.danaya.defence.detection.Findings;
import org.danaya.sigma.engine.Memory;
import org.danaya.sigma.input.Format;
import org.danaya.sigma.input.InputFile;
import org.danaya.sigma.input.Part;
import org.jspecify.annotations.Nullable;

/**
 * Reads inputs part by part, evaluates the parts by several threads, and tells what was found in
 * the order in which it stands. For one thread; to be closed.
 */
final class Detection implements AutoCloseable {

    /** So many parts a thread are read ahead. */
    private static final int AHEAD = 4;

    private final Rules rules;
    private final Account account = new Account();
    private final List<Worker> workers = new ArrayList<>();
    private final BlockingQueue<Worker> idle = new LinkedBlockingQueue<>();
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Emitter emitter;
    private final Progress progress;
    private final @Nullable ExecutorService pool;
    private final int ahead;
    private long closed;

    /** Hears how far it is: bytes as they are stored, and events. */
    @FunctionalInterface
    interface Progress {
        void read(long bytes, long events);
    }

    /** A file that is being told. */
    private static final class Told {

        private final int file;
        private long next;

        private Told(int file) {
            this.file = file;
        }
    }

    private record Pending(Told file, FutureTask<Outcome> outcome) {}

    Detection(
            Rules rules,
            Window window,
            Detail detail,
            int threads,
            Findings findings,
            Progress progress) {
        this.rules = rules;
        this.progress = progress;
        emitter = new Emitter(rules, detail, findings, account);
        Memory memory = new Memory();
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(rules, window, detail, memory));
        }
        idle.addAll(workers);
        pool = threads == 1 ? null : Executors.newFixedThreadPool(threads);
        ahead = threads == 1 ? 0 : threads * AHEAD;
    }

    /** Reads inputs, in their order, and tells what is found. */
    void read(List<Input> inputs) {
        for (Input input : inputs) {
            switch (input) {
                case Input.Openable openable -> read(openable);
                case Input.Unreadable unreadable -> account.unreadable(unreadable);
                case Input.LeftOut leftOut -> account.leftOut(leftOut);
                case Input.OfRules rules -> account.rules(rules);
            }
        }
        tell(0);
        emitter.end();
        workers.forEach(worker -> worker.tell(account.coverage()));
    }

    /** How many times a rule was looked at. */
    long looked() {
        return workers.stream().mapToLong(Worker::looked).sum();
    }

    /** What came in and what became of it. */
    Account account() {
        return account;
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    private void read(Input.Openable input) {
        try (InputFile file = input.opening().open()) {
            if (file.format() == Format.UNKNOWN) {
                account.unreadable(new Input.Unreadable(input.name(), Unread.UNKNOWN, ""));
                return;
            }
            if (file.format() == Format.TEXT && !input.named() && !rules.tellText()) {
                account.text(input.name());
                return;
            }
            Told told = new Told(emitter.file(input.name()));
            for (Part part = file.next(); part != null; part = file.next()) {
                begin(told, part);
                tell(ahead);
                progress.read(closed + file.read(), account.events());
            }
            closed += file.read();
            account.file(file.read());
        } catch (IOException e) {
            account.unreadable(Unread.of(input.name(), e));
        }
    }

    private void begin(Told file, Part part) {
        FutureTask<Outcome> outcome = new FutureTask<>(() -> evaluate(part));
        pending.add(new Pending(file, outcome));
        if (pool == null) {
            outcome.run();
        } else {
            pool.execute(outcome);
        }
    }

    private Outcome evaluate(Part part) throws InterruptedException {
        Worker worker = idle.take();
        try {
            return worker.read(part);
        } finally {
            idle.add(worker);
        }
    }

    /** Tells what was found in the parts that were begun first, until so many are left. */
    private void tell(int left) {
        while (pending.size() > left) {
            Pending first = pending.removeFirst();
            Outcome outcome = done(first.outcome());
            account.add(outcome);
            emitter.tell(first.file().file, first.file().next, outcome);
            first.file().next += outcome.seen();
        }
    }

    private static Outcome done(FutureTask<Outcome> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An event could not be evaluated", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}

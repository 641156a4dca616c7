package org.danaya.trust.validation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.danaya.base.Fault;
import org.danaya.base.Settings;
import org.danaya.base.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks signed files: so many at once, each within a time, each within a size. For any number of
 * threads.
 */
public final class Validations {

    private static final Logger LOG = LoggerFactory.getLogger(Validations.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AdesCheck check;
    private final List<TrustAnchors> anchors;
    private final List<RecordedNames> names;
    private final long mostBytes;
    private final Duration time;
    private final Semaphore places;
    private final Clock clock;

    /**
     * A validator.
     *
     * @param anchors every source of trust; without any, nothing holds
     * @param status our own sources of status; nothing else is ever asked
     */
    public Validations(
            Settings settings, List<TrustAnchors> anchors, StatusSources status, Clock clock) {
        this(settings, anchors, status, List.of(), clock);
    }

    /**
     * A validator that knows some signatures as their maker.
     *
     * @param names what was recorded with them
     */
    Validations(
            Settings settings,
            List<TrustAnchors> anchors,
            StatusSources status,
            List<RecordedNames> names,
            Clock clock) {
        this.check = new AdesCheck(status, settings.get(ValidationSettings.SIGNATURES));
        this.names = List.copyOf(names);
        this.anchors = List.copyOf(anchors);
        this.mostBytes = settings.get(ValidationSettings.FILE);
        this.time = settings.get(ValidationSettings.TIME);
        this.places = new Semaphore(settings.get(ValidationSettings.AT_ONCE), true);
        this.clock = clock;
    }

    /** The sources of trust as they stand. */
    public List<AnchorsState> anchors() {
        return now(clock.instant()).stream().map(TrustAnchors.Anchors::state).toList();
    }

    /** The largest file that is checked, in bytes. */
    public long mostBytes() {
        return mostBytes;
    }

    /** Why a file should not be opened at all; nothing where it may, whatever it is. */
    public Optional<ValidationOutcome.Refused> danger(SignedFile file) {
        if (file.size() > mostBytes) {
            return Optional.of(refused(Refusal.TOO_LARGE, Long.toString(mostBytes >> 20)));
        }
        return Screening.of(file) instanceof Screening.Stopped(Refusal why, List<String> facts)
                        && why.isDanger()
                ? Optional.of(new ValidationOutcome.Refused(why, facts))
                : Optional.empty();
    }

    /** Whether a file calls itself a PDF, and isn't one. */
    public Optional<ValidationOutcome.Refused> misnamed(SignedFile file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".pdf") && !Screening.isPdf(file)
                ? Optional.of(refused(Refusal.NOT_A_PDF))
                : Optional.empty();
    }

    /** What there is to know of a file before anybody seals it; nothing where it isn't readable. */
    public List<Remark> remarks(SignedFile file) {
        return file.size() <= mostBytes && Screening.of(file) instanceof Screening.Passed passed
                ? passed.remarks()
                : List.of();
    }

    /**
     * Checks a file.
     *
     * @param detached the files that it is a signature of, where they aren't in it
     * @param locale of the messages for specialists
     * @throws Fault {@link ValidationFault#BUSY}
     */
    public ValidationOutcome check(SignedFile file, List<SignedFile> detached, Locale locale) {
        if (Stream.concat(Stream.of(file), detached.stream()).anyMatch(f -> f.size() > mostBytes)) {
            return refused(Refusal.TOO_LARGE, Long.toString(mostBytes >> 20));
        }
        byte[] sha256 = Sha256.of(file.bytes());
        List<RecordedNames.Name> recorded =
                names.stream().flatMap(each -> each.of(sha256).stream()).toList();
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Fault(ValidationFault.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(e, ValidationFault.BUSY);
        }
        return within(() -> checked(file, detached, recorded, locale));
    }

    private ValidationOutcome checked(
            SignedFile file,
            List<SignedFile> detached,
            List<RecordedNames.Name> recorded,
            Locale locale) {
        try {
            return switch (Screening.of(file)) {
                case Screening.Stopped(Refusal why, List<String> facts) ->
                        new ValidationOutcome.Refused(why, facts);
                case Screening.Passed passed -> {
                    Instant now = clock.instant();
                    yield check.of(file, detached, passed, now(now), recorded, now, locale);
                }
            };
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // What a parser throws at a broken file says nothing to a reader, and is no defect.
            LOG.info("A file could not be read as a signed document: {}", e.toString());
            LOG.debug("why it could not", e);
            return refused(Refusal.UNREADABLE);
        }
    }

    private List<TrustAnchors.Anchors> now(Instant time) {
        return anchors.stream().flatMap(source -> source.now(time).stream()).toList();
    }

    /**
     * Runs a check on a thread of its own, whose stack is bounded. Its place is given back when it
     * ends, so that checks that don't end in time can't pile up.
     */
    private ValidationOutcome within(java.util.function.Supplier<ValidationOutcome> work) {
        FutureTask<ValidationOutcome> task =
                new FutureTask<>(
                        () -> {
                            try {
                                return work.get();
                            } finally {
                                places.release();
                            }
                        });
        Thread thread = Thread.ofPlatform().daemon().name("validation").start(task);
        try {
            return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            thread.interrupt();
            return refused(Refusal.TOO_SLOW, Long.toString(time.toSeconds()));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new Fault(e, ValidationFault.BUSY);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static ValidationOutcome.Refused refused(Refusal why, String... facts) {
        return new ValidationOutcome.Refused(why, List.of(facts));
    }
}

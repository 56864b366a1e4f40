package jp.kakawari.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import jp.kakawari.bench.WatchedJob.Phase;
import jp.kakawari.embedded.Database;

/**
 * Lets a fault happen while a list is really being taken in: its job is watched until it is received, staged or merged, in
 * turns, and hit after a random share of what that takes undisturbed. What missed a running job doesn't count.
 */
final class MidSync implements AutoCloseable {

    /** Something that fails, and comes back. */
    interface Fault {

        /** What can be done before, so that the hit itself takes no time. */
        default void prepare() throws Exception {}

        void hit() throws Exception;

        /** Whether it has happened as soon as the hit begins, rather than when it is done. */
        default boolean actsAtOnce() {
            return true;
        }

        /** How long it stays so before it is mended. */
        default Duration lasts() {
            return Duration.ZERO;
        }

        void mend() throws Exception;
    }

    private static final Phase[] AIMS = {Phase.RECEIVING, Phase.STAGED, Phase.MERGING};
    private static final int SHOTS_FOR_A_HIT = 5;
    private static final int MISSES = 20;

    private final StubbornSender sender;
    private final Database database;
    private final Random random = new Random(43);
    private final ExecutorService town = Executors.newSingleThreadExecutor();
    private final Map<Phase, Long> undisturbed = new EnumMap<>(Phase.class);
    private long hitting;
    /** How often in a row the job was over already: as often half as long is waited for the next one. */
    private int missed;

    MidSync(StubbornSender sender, Database database) {
        this.sender = sender;
        this.database = database;
    }

    /** Until so many running jobs were hit. */
    Figure hit(String what, int times, Fault fault) throws Exception {
        getUsedTo(fault);
        Map<Phase, Integer> hits = new EnumMap<>(Phase.class);
        long written = sender.twice();
        long lost = 0;
        int hit = 0;
        for (int shot = 0; hit < times; shot++) {
            if (shot == MISSES + SHOTS_FOR_A_HIT * times) {
                throw new IllegalStateException("%d of %d shots hit a running job".formatted(hit, shot));
            }
            Phase met = shoot(fault, AIMS[shot % AIMS.length]);
            lost += sender.lost();
            if (met.runs()) {
                hits.merge(met, 1, Integer::sum);
                hit++;
            }
            missed = met.runs() ? 0 : missed + 1;
            System.out.printf("   %d of %d: %s%n", hit, times, met);
        }
        long twice = sender.twice() - written;
        return harm(
                "%d × %s in mid-sync: %s".formatted(times, what, told(hits)),
                lost,
                twice,
                Arrays.stream(AIMS)
                        .map(phase -> Measure.of("hit " + phase, hits.getOrDefault(phase, 0), ""))
                        .toArray(Measure[]::new));
    }

    /** What came of faults: rows of lists that aren't in the database, and rows that were written there once too often. */
    static Figure harm(String what, long lost, long twice, Measure... besides) {
        List<Measure> numbers = new ArrayList<>(
                List.of(Measure.none("rows lost", lost), Measure.none("rows written twice in the database", twice)));
        numbers.addAll(List.of(besides));
        return new Figure(
                what,
                "%,d rows lost, %,d written twice in the database".formatted(lost, twice),
                "",
                "0 and 0",
                numbers);
    }

    private static String told(Map<Phase, Integer> hits) {
        return "%d while it was received, %d staged, %d while it was merged"
                .formatted(
                        hits.getOrDefault(Phase.RECEIVING, 0),
                        hits.getOrDefault(Phase.STAGED, 0),
                        hits.getOrDefault(Phase.MERGING, 0));
    }

    /** What has just been started works more slowly: how long a list takes is looked at behind the same fault, as all others. */
    private void getUsedTo(Fault fault) throws Exception {
        happen(fault);
        try (WatchedJob job = new WatchedJob(database, StubbornSender.TOWN)) {
            Future<?> sent = town.submit(sender::send);
            job.await(AIMS[0], sent::isDone);
            long since = System.nanoTime();
            for (Phase phase : AIMS) {
                job.await(Phase.values()[phase.ordinal() + 1], sent::isDone);
                long now = System.nanoTime();
                undisturbed.put(phase, now - since);
                since = now;
            }
            sent.get();
        }
        happen(fault);
        System.out.printf("   a hit takes %,d µs%n", hitting / 1_000);
        undisturbed.forEach((phase, nanos) -> System.out.printf("   %s takes %,d µs%n", phase, nanos / 1_000));
    }

    private void happen(Fault fault) throws Exception {
        fault.prepare();
        long start = System.nanoTime();
        fault.hit();
        hitting = fault.actsAtOnce() ? 0 : System.nanoTime() - start;
        fault.mend();
    }

    /** What it met. The fault happens in any case, so that the next list finds everything as this one did. */
    private Phase shoot(Fault fault, Phase aim) throws Exception {
        fault.prepare();
        try (WatchedJob job = new WatchedJob(database, StubbornSender.TOWN)) {
            Future<?> sent = town.submit(sender::send);
            awaitShare(job, aim, random.nextDouble() / (1 << missed), sent);
            Phase met = hit(job, job.phase(), fault);
            sent.get();
            return met;
        }
    }

    /** What takes a while to hit is begun so much earlier, if need be before the phase. */
    private void awaitShare(WatchedJob job, Phase aim, double share, Future<?> sent) throws SQLException {
        long since = (long) (share * undisturbed.get(aim)) - hitting;
        if (since >= 0) {
            job.await(aim, sent::isDone);
            LockSupport.parkNanos(since);
        } else {
            job.await(AIMS[0], sent::isDone);
            for (int i = 0; AIMS[i] != aim; i++) {
                since += undisturbed.get(AIMS[i]);
            }
            LockSupport.parkNanos(since >> missed);
        }
    }

    /** In the words of the database right after it; where the database was hit, as soon as it answers again. */
    private static Phase hit(WatchedJob job, Phase before, Fault fault) throws Exception {
        fault.hit();
        Instant moment = Instant.now();
        try {
            Phase met = met(job, before, moment);
            LockSupport.parkNanos(met.runs() ? fault.lasts().toNanos() : 0);
            fault.mend();
            return met;
        } catch (SQLException away) {
            LockSupport.parkNanos(fault.lasts().toNanos());
            fault.mend();
            job.lookAnew();
            return met(job, before, moment);
        }
    }

    private static Phase met(WatchedJob job, Phase before, Instant moment) throws SQLException {
        Phase after = job.phase();
        if (after.runs()) {
            return after;
        }
        return job.outlived(moment) ? before : Phase.OVER;
    }

    @Override
    public void close() {
        town.close();
    }
}

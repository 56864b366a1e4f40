package jp.kakawari.kpi.suppression;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * The cheapest way to raise a cell without any sum showing it: from the sum of which it is the total back to the sum in
 * which it is a part (Dijkstra). A cell on the way is raised when passed along its arc and lowered, as long as 1 remains,
 * when passed against it. Hidden cells cost nothing. Zeros are told; only where distinct counts don't add up, so that there
 * is no other way, one of them is raised and hidden too.
 */
final class WayRound {
    private static final long UNREACHED = Long.MAX_VALUE;
    private static final long LAST_RESORT = 1L << 50;

    private record Reached(int node, long distance) {}

    private final CellNetwork table;
    private final BitSet hidden;
    private final long[] moved;
    private final int[] firstOf;
    private final int[] arcs;
    private final long[] distance;
    private final int[] arrivedBy;
    private final BitSet touched = new BitSet();
    private final PriorityQueue<Reached> frontier =
            new PriorityQueue<>((a, b) -> Long.compare(a.distance(), b.distance()));

    WayRound(CellNetwork table, BitSet hidden, long[] moved) {
        this.table = table;
        this.hidden = hidden;
        this.moved = moved;
        firstOf = new int[table.nodes() + 1];
        arcs = new int[2 * table.cells()];
        distance = new long[table.nodes()];
        arrivedBy = new int[table.nodes()];
        for (int cell = 0; cell < table.cells(); cell++) {
            firstOf[table.from(cell)]++;
            firstOf[table.to(cell)]++;
        }
        for (int node = 1; node <= table.nodes(); node++) {
            firstOf[node] += firstOf[node - 1];
        }
        for (int cell = table.cells() - 1; cell >= 0; cell--) {
            arcs[--firstOf[table.from(cell)]] = cell;
            arcs[--firstOf[table.to(cell)]] = cell;
        }
    }

    /** Raises the cell by 1 to {@code most}, moves and hides what lies on the way, and tells by how much it was raised. */
    long push(int cell, long most) {
        search(cell);
        long amount = most;
        for (int node = table.from(cell); node != table.to(cell); node = before(node)) {
            int passed = arrivedBy[node];
            if (table.to(passed) != node) {
                amount = Math.min(amount, spare(passed));
            }
        }
        for (int node = table.from(cell); node != table.to(cell); node = before(node)) {
            int passed = arrivedBy[node];
            moved[passed] += table.to(passed) == node ? amount : -amount;
            touched.set(passed);
            hidden.set(passed);
        }
        return amount;
    }

    /** Puts the table back to what it really counts. */
    void forget() {
        touched.stream().forEach(cell -> moved[cell] = 0);
        touched.clear();
    }

    private int before(int node) {
        int passed = arrivedBy[node];
        return table.to(passed) == node ? table.from(passed) : table.to(passed);
    }

    private void search(int cell) {
        int start = table.to(cell);
        int goal = table.from(cell);
        Arrays.fill(distance, UNREACHED);
        frontier.clear();
        distance[start] = 0;
        frontier.add(new Reached(start, 0));
        while (!frontier.isEmpty()) {
            Reached next = frontier.poll();
            if (next.node() == goal) {
                return;
            }
            if (next.distance() == distance[next.node()]) {
                leave(next, cell);
            }
        }
        throw new IllegalStateException("the table is in two pieces");
    }

    private void leave(Reached here, int shielded) {
        for (int i = firstOf[here.node()]; i < firstOf[here.node() + 1]; i++) {
            int cell = arcs[i];
            boolean raised = table.from(cell) == here.node();
            if (cell == shielded || !raised && spare(cell) <= 0) {
                continue;
            }
            int there = raised ? table.to(cell) : table.from(cell);
            long length = here.distance() + cost(cell);
            if (length < distance[there]) {
                distance[there] = length;
                arrivedBy[there] = cell;
                frontier.add(new Reached(there, length));
            }
        }
    }

    /** By how much it may be lowered, for all that a reader can tell. */
    private long spare(int cell) {
        return table.value(cell) + moved[cell] - Math.min(1, table.value(cell));
    }

    private long cost(int cell) {
        if (hidden.get(cell)) {
            return 0;
        }
        return table.value(cell) == 0 ? LAST_RESORT : table.cost(cell);
    }
}

package jp.kakawari.matching.application;

import static jp.kakawari.matching.TestWorld.APP;
import static jp.kakawari.matching.TestWorld.MINAMIOGUNI;
import static jp.kakawari.matching.TestWorld.act;
import static jp.kakawari.matching.TestWorld.apply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kakawari.contracts.catalog.ProgramChanged.Selection;
import jp.kakawari.embedded.PartsResource;
import jp.kakawari.matching.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Four clients do whatever comes to mind at the same time; afterwards the books balance. */
@QuarkusTest
@WithTestResource(PartsResource.class)
class NeverOverCapacityTest {
    private static final int CLIENTS = 4;
    private static final int STEPS = 30;
    private static final List<String> ACTIONS = List.of("offer", "acceptance", "withdrawal", "decline", "no-show");

    @Inject
    TestWorld world;

    @ParameterizedTest
    @EnumSource(Selection.class)
    void the_books_balance_after_random_operations_at_once(Selection selection) throws Exception {
        UUID program = world.program(selection, 5);
        Queue<String> applications = new ConcurrentLinkedQueue<>();
        Queue<UUID> people = new ConcurrentLinkedQueue<>(world.supporters(CLIENTS * STEPS));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                clients.add(threads.submit(() -> operate(program, applications, people, random)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        long held = count(program, "state in ('OFFERED', 'ACCEPTED', 'ATTENDED', 'NO_SHOW')");
        assertThat(world.count("select taken from program where id = '" + program + "'"))
                .isEqualTo(held);
        assertThat(held).isLessThanOrEqualTo(5);
        if (held < 5) {
            assertThat(count(program, "state = 'WAITING'"))
                    .as("nobody waits while a place is free")
                    .isZero();
        }
        assertThat(world.count("select count(*) from (select from application where program = '" + program
                        + "' and state in ('SUBMITTED', 'WAITING', 'OFFERED', 'ACCEPTED')"
                        + " group by supporter having count(*) > 1) twice"))
                .isZero();
    }

    @Test
    void the_database_itself_refuses_a_place_too_many() {
        UUID program = world.program(Selection.FIRST_COME, 1);
        assertThatThrownBy(() -> world.change("update program set taken = 2 where id = '" + program + "'"))
                .hasMessageContaining("program_never_over_capacity");
    }

    private void operate(UUID program, Queue<String> applications, Queue<UUID> people, Random random) {
        for (int step = 0; step < STEPS; step++) {
            if (applications.isEmpty() || random.nextInt(3) == 0) {
                applications.add(apply(APP, program, people.remove()).path("id"));
            } else {
                String any = new ArrayList<>(applications).get(random.nextInt(applications.size()));
                String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
                int status = act(random.nextBoolean() ? APP : MINAMIOGUNI, any, action)
                        .statusCode();
                assertThat(status).isIn(200, 403, 409);
            }
        }
    }

    private long count(UUID program, String condition) {
        return world.count("select count(*) from application where program = '" + program + "' and " + condition);
    }
}

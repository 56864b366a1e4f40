package jp.kakawari.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import jp.kakawari.embedded.Database;
import jp.kakawari.local.Answer;
import jp.kakawari.local.Client;

/** Clerks of one town hall who correct supporters at random, all at once. */
record Writers(Client town, URI supporters, List<String> ids) {

    private static final int CORRECTIONS = 100;

    static Writers of(Client town, URI supporters, Database database) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.owner(), database.ownerPassword());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id::text from supporter limit 200")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return new Writers(town, supporters, ids);
        }
    }

    /** So many clerks make a hundred corrections each; answers how many were taken, which is all that nobody was faster with. */
    long write(int clerks) throws Exception {
        try (ExecutorService office = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> works = new ArrayList<>();
            for (int i = 0; i < clerks; i++) {
                works.add(office.submit(this::correct));
            }
            long taken = 0;
            for (Future<Long> work : works) {
                taken += work.get();
            }
            return taken;
        }
    }

    private long correct() {
        long taken = 0;
        for (int i = 0; i < CORRECTIONS; i++) {
            URI one = supporters.resolve(
                    "supporters/" + ids.get(ThreadLocalRandom.current().nextInt(ids.size())));
            String known = town.get(one).expect(200).header("ETag");
            Answer answer = town.patch(one, Map.of("profile", Map.of("skills", List.of("技能" + i))), known);
            taken += answer.expect(204, 412).status() == 204 ? 1 : 0;
        }
        return taken;
    }
}

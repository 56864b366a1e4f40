package jp.kakawari.local;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import jp.kakawari.japan.LocalGovernmentCode;
import jp.kakawari.japan.Municipalities;
import jp.kakawari.japan.Municipality;

/** Who and what there is before the story begins: member organisations and the 128 programs that they publish. */
final class SampleWorld {

    /** As many publishers at once as a small machine serves without queueing. */
    private static final int AT_ONCE = 6;

    private final Addresses at;
    private final Actors actors;
    private final List<SampleProgram> programs = SampleProgram.all(LocalDate.now(ZoneId.of("Asia/Tokyo")));

    SampleWorld(Addresses at, Actors actors) {
        this.at = at;
        this.actors = actors;
    }

    int programs() {
        return programs.size();
    }

    /** Makes every host government and the sample organisations members, with a client in Keycloak each. */
    void joinOrganizations() throws Exception {
        List<String> hosts = programs.stream()
                .map(SampleProgram::hostGovernment)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        new Onboarding(at, actors)
                .welcome(hosts.stream()
                        .filter(code -> !Actors.hasNamedClient(code))
                        .toList());
        Map<String, Map<String, Object>> members = new TreeMap<>();
        for (String code : hosts) {
            members.put(Actors.organizationOf(code).toString(), government(code));
        }
        for (String code : List.of("212172", "194425", "242161", "434230", "152056", "210005", "190004")) {
            members.put(Actors.organizationOf(code).toString(), government(code));
        }
        members.put("00000000-0000-7000-8000-000000000001", Map.of("kind", "SECRETARIAT", "name", "事務局"));
        members.put("00000000-0000-7000-8000-00000000a001", Map.of("kind", "INTERMEDIARY", "name", "中間支援の会"));
        members.put("00000000-0000-7000-8000-00000000b001", Map.of("kind", "PARTNER_APP", "name", "旅するアプリ"));
        members.put("00000000-0000-7000-8000-00000000b002", Map.of("kind", "PARTNER_APP", "name", "べつのアプリ"));
        Client secretariat = actors.secretariat();
        sideBySide(members.entrySet().stream()
                .map(member -> (Runnable) () -> secretariat
                        .put(Addresses.of(at.registry(), "/v1/organizations/%s", member.getKey()), member.getValue())
                        .expect(200, 201))
                .toList());
    }

    /** Has every host publish its programs; those that it published before stay as they are. */
    void publishPrograms() throws Exception {
        sideBySide(programs.stream()
                .map(program -> (Runnable) () -> publish(program))
                .toList());
    }

    private void publish(SampleProgram program) {
        Client publisher = program.publisher(actors);
        Answer draft = publisher
                .post(Addresses.of(at.catalog(), "/v1/programs"), program.body())
                .expect(201, 409);
        if (draft.status() == 201) {
            publisher
                    .post(Addresses.of(at.catalog(), "%s/publication", draft.header("Location")), Map.of())
                    .expect(200);
        }
    }

    private static Map<String, Object> government(String code) {
        LocalGovernmentCode parsed = LocalGovernmentCode.parse(code);
        String name = parsed.isPrefecture()
                ? parsed.prefecture().ja()
                : Municipalities.byCode(parsed).map(Municipality::name).orElseThrow();
        return Map.of("kind", "GOVERNMENT", "name", name, "government", code);
    }

    private static void sideBySide(List<Runnable> works) throws Exception {
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable work : works) {
                running.add(threads.submit(() -> {
                    places.acquireUninterruptibly();
                    try {
                        work.run();
                    } finally {
                        places.release();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}

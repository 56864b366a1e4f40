package jp.kakawari.local;

import com.fasterxml.jackson.databind.JsonNode;
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
public final class SampleWorld {

    /** As many publishers at once as a small machine serves without queueing. */
    private static final int AT_ONCE = 6;

    private final Addresses at;
    private final Actors actors;
    private final List<SampleProgram> programs = SampleProgram.all(LocalDate.now(ZoneId.of("Asia/Tokyo")));

    public SampleWorld(Addresses at, Actors actors) {
        this.at = at;
        this.actors = actors;
    }

    int programs() {
        return programs.size();
    }

    /** Makes every host government and the sample organisations members, with a client in Keycloak each. */
    public void joinOrganizations() throws Exception {
        List<String> hosts = programs.stream()
                .map(SampleProgram::hostGovernment)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        welcome(hosts);
        Map<String, Map<String, Object>> members = new TreeMap<>();
        for (String code : hosts) {
            members.put(Actors.organizationOf(code).toString(), government(code));
        }
        for (String code : List.of("212172", "194425", "242161", "434230", "152056", "210005", "190004")) {
            members.put(Actors.organizationOf(code).toString(), government(code));
        }
        members.put("00000000-0000-7000-8000-000000000001", member("SECRETARIAT", "事務局"));
        members.put("00000000-0000-7000-8000-00000000a001", member("INTERMEDIARY", "中間支援の会"));
        members.put("00000000-0000-7000-8000-00000000b001", member("PARTNER_APP", "旅するアプリ"));
        members.put("00000000-0000-7000-8000-00000000b002", member("PARTNER_APP", "べつのアプリ"));
        list(members);
    }

    /** Makes these governments members too, with a client in Keycloak each. */
    public void joinGovernments(String... codes) throws Exception {
        welcome(List.of(codes));
        Map<String, Map<String, Object>> members = new TreeMap<>();
        for (String code : codes) {
            members.put(Actors.organizationOf(code).toString(), government(code));
        }
        list(members);
    }

    /** Has the secretariat list these organisations, by their ids; saying the same again changes nothing. */
    public void list(Map<String, Map<String, Object>> members) throws Exception {
        Client secretariat = actors.secretariat();
        sideBySide(members.entrySet().stream()
                .map(member -> (Runnable) () -> secretariat
                        .put(Addresses.of(at.registry(), "/v1/organizations/%s", member.getKey()), member.getValue())
                        .expect(200, 201))
                .toList());
    }

    private void welcome(List<String> governments) {
        new Onboarding(at, actors)
                .welcome(governments.stream()
                        .filter(code -> !Actors.hasNamedClient(code))
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
            publish(publisher, draft.json().path("id").asText());
        } else {
            publisher
                    .get(Addresses.of(at.catalog(), "/v1/hosted-programs?limit=200"))
                    .expect(200)
                    .json()
                    .path("items")
                    .forEach(own -> publishWhatALastTimeLeft(publisher, own, program));
        }
    }

    private void publishWhatALastTimeLeft(Client publisher, JsonNode own, SampleProgram program) {
        if (own.path("sourceId").asText().equals(program.id())
                && own.path("state").asText().equals("DRAFT")) {
            publish(publisher, own.path("id").asText());
        }
    }

    private void publish(Client publisher, String id) {
        publisher
                .post(Addresses.of(at.catalog(), "/v1/programs/%s/publication", id), Map.of())
                .expect(200);
    }

    /** Any other member as the secretariat lists it. */
    public static Map<String, Object> member(String kind, String name) {
        return Map.of("state", "ACTIVE", "kind", kind, "name", name);
    }

    /** A government as the secretariat lists it. */
    public static Map<String, Object> government(String code) {
        LocalGovernmentCode parsed = LocalGovernmentCode.parse(code);
        String name = parsed.isPrefecture()
                ? parsed.prefecture().ja()
                : Municipalities.byCode(parsed).map(Municipality::name).orElseThrow();
        return Map.of("state", "ACTIVE", "kind", "GOVERNMENT", "name", name, "government", code);
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

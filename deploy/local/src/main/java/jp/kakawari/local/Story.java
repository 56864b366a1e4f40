package jp.kakawari.local;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The main job of the platform, done over HTTP with real tokens and told with its figures. */
public final class Story {

    private final Addresses at;
    private final Actors actors;
    private final Console console;

    public Story(Addresses at, Actors actors, Console console) {
        this.at = at;
        this.actors = actors;
        this.console = console;
    }

    /** Tells it from the sample world to the KPI feed; told again on the same data, what is there stays as it is. */
    public void tell() throws Exception {
        String round =
                LocalDateTime.now(ZoneId.of("Asia/Tokyo")).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        SampleWorld world = new SampleWorld(at, actors);
        console.part("member organisations join, each with its client in Keycloak", () -> {
            world.joinOrganizations();
            return null;
        });
        console.part("%d programs are published by their hosts".formatted(world.programs()), () -> {
            world.publishPrograms();
            return null;
        });
        console.part("membership schemes are stated: ふるさと住民登録, 飛騨市ファンクラブ, ウチノウラキモツキ共和国", () -> {
            new SampleSchemes(at, actors).state();
            return null;
        });
        KpiChapter kpi = new KpiChapter(at, actors, console);
        boolean first = kpi.hida().isEmpty();
        Figures before = kpi.town();
        new SyncChapter(at, actors, console).tell(first);
        new ProgramsChapter(at, actors, console).tell(world.programs());
        List<String> holders = new BridgeChapter(at, actors, console, round).tell();
        new TieChapter(at, actors, console).tell(holders);
        kpi.tell(before);
    }
}

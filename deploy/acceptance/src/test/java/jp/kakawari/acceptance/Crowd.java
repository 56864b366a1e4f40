package jp.kakawari.acceptance;

import static jp.kakawari.acceptance.MembersJourneyTest.list;
import static jp.kakawari.acceptance.RunningPlatform.actors;
import static jp.kakawari.acceptance.RunningPlatform.at;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.kakawari.local.SupporterLists;

/** Towns of a few would be hidden in the secretariat's figures, and others with them, which other journeys look at. */
final class Crowd {

    private Crowd() {}

    static void in(String... towns) {
        String crowd = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> "CR-%d,見本 %d,窓口".formatted(number, number))
                .collect(Collectors.joining("\n", "会員番号,氏名,登録経路\n", "\n"));
        for (String town : towns) {
            new SupporterLists(at(), actors()).send(town, list(crowd));
        }
    }
}

package jp.kakawari.local;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** People whom the partner app brings: registered with the registry, known to matching, applying all at once. */
public final class Applicants {

    private static final List<String> FAMILY = List.of("佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺", "山本", "中村");
    private static final List<String> FAMILY_KANA = List.of("サトウ", "スズキ", "タカハシ", "タナカ", "イトウ", "ワタナベ", "ヤマモト", "ナカムラ");
    private static final List<String> PREFECTURES = List.of("13", "14", "40", "27", "11");

    private final Addresses at;
    private final Client partner;
    private final String round;

    /** @param round tells the people of this telling of the story apart from those of an earlier one */
    public Applicants(Addresses at, Actors actors, String round) {
        this.at = at;
        this.partner = actors.partner();
        this.round = round;
    }

    /** Registers so many people and returns their ids as soon as matching knows all of them. */
    public List<String> register(int count) throws Exception {
        List<String> people = atOnce(IntStream.range(0, count)
                .mapToObj(number -> (Callable<String>) () -> partner.post(
                                Addresses.of(at.registry(), "/v1/supporters"),
                                Map.of("profile", profile(number), "channel", "旅するアプリ"))
                        .expect(201)
                        .json()
                        .path("id")
                        .asText())
                .toList());
        for (String person : people) {
            Patience.until(
                            answer -> answer.status() == 200,
                            () -> partner.get(
                                    Addresses.of(at.matching(), "/v1/supporters/%s/recommendations?limit=3", person)))
                    .expect(200);
        }
        return people;
    }

    /** Has everybody apply to the program in the same moment; the answers in no particular order. */
    public List<Answer> apply(List<String> people, String program) throws Exception {
        URI applications = Addresses.of(at.matching(), "/v1/applications");
        return atOnce(people.stream()
                .map(person -> (Callable<Answer>)
                        () -> partner.post(applications, Map.of("program", program, "supporter", person)))
                .toList());
    }

    private Map<String, Object> profile(int number) {
        Map<String, Object> profile = new HashMap<>();
        profile.put("familyName", FAMILY.get(number % FAMILY.size()));
        profile.put("givenName", "見本" + (number + 1));
        profile.put("familyNameKana", FAMILY_KANA.get(number % FAMILY.size()));
        profile.put("givenNameKana", "ミホン");
        profile.put("birthDate", "19%02d-%02d-%02d".formatted(65 + number, number % 12 + 1, number % 28 + 1));
        profile.put("prefecture", PREFECTURES.get(number % PREFECTURES.size()));
        profile.put("email", "applicant-%s-%02d@example.jp".formatted(round, number + 1));
        profile.put("interests", List.of("温泉", "滞在型観光", "新事業"));
        profile.put("skills", List.of("商品開発", "企画"));
        profile.put("mode", "HYBRID");
        return profile;
    }

    private static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> one : threads.invokeAll(works)) {
                results.add(one.get());
            }
        }
        return results;
    }
}

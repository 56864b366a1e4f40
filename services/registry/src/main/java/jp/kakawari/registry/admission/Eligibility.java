package jp.kakawari.registry.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.kakawari.registry.scheme.JoiningRules;
import jp.kakawari.registry.scheme.JoiningRules.Residence;
import jp.kakawari.registry.scheme.Terms;
import jp.kakawari.registry.supporter.Applicant;

/**
 * What the rules of a policy say of one applicant at one municipality (入会の判断): a pure function that gives all reasons, not
 * only the first. Where a rule asks for a residence that nobody knows, it refuses.
 */
public final class Eligibility {

    static final String PLEDGE = "PLEDGE";
    static final String QUESTION = "QUESTION:";

    private final Terms terms;
    private final JoiningRules rules;
    private final Applicant applicant;
    private final String keeper;
    private final List<Why> why = new ArrayList<>();

    public Eligibility(Terms terms, Applicant applicant, String keeper) {
        this.terms = terms;
        this.rules = terms.joining();
        this.applicant = applicant;
        this.keeper = keeper;
    }

    /** How many active memberships there are: of the person in the family of schemes, and of the scheme. */
    public record Counts(long ofPerson, long ofScheme) {}

    /** Whether they may join; refuses where a rule does. */
    public List<Why> join(JoinRequest request, Counts counts) {
        if (rules == null) {
            throw new NotEligible(
                    terms.version(),
                    List.of(Why.failed(
                            "JOINING", "この制度への入会は運営者の名簿によります", "members come by lists of those who run the scheme")));
        }
        person();
        said(request);
        places(counts);
        if (rules.needsApproval()) {
            why.add(new Why("APPROVAL", Why.Outcome.PENDING, "運営者が審査します", "those who run the scheme decide"));
        }
        return decided();
    }

    /** Whether there is room for an applicant who was approved. */
    public List<Why> admit(Counts counts) {
        places(counts);
        return decided();
    }

    /** Whether a member may go on: where they live now counts. */
    public List<Why> renew() {
        if (rules != null) {
            person();
        }
        return decided();
    }

    /** Whether a member may take over these terms. */
    public List<Why> agree(JoinRequest request) {
        if (rules != null) {
            person();
            said(request);
        }
        return decided();
    }

    private List<Why> decided() {
        if (why.stream().anyMatch(reason -> reason.outcome() == Why.Outcome.FAILED)) {
            throw new NotEligible(terms.version(), why);
        }
        return List.copyOf(why);
    }

    private void person() {
        if (applicant.guardianMissing()) {
            why.add(Why.failed(
                    "GUARDIAN", "18歳未満の方は保護者の同意が必要です", "whoever is under 18 needs the consent of a guardian"));
        }
        Residence residence = rules.residence();
        if (residence != null && residence.excluded() != null) {
            why.add(excluded("RESIDENCE", residence.excluded()));
        }
        if (residence != null && residence.required() != null) {
            why.add(required(residence.required()));
        }
        if (residence != null && Boolean.TRUE.equals(residence.notOwn())) {
            why.add(excluded("OWN_RESIDENT", List.of(keeper)));
        }
        if (Boolean.TRUE.equals(rules.identified())) {
            why.add(
                    applicant.reachable()
                            ? Why.passed("IDENTIFIED", "連絡先が登録されています", "a way to reach them is known")
                            : Why.failed(
                                    "IDENTIFIED",
                                    "連絡先（住所・電話・メールのいずれか）を登録してください",
                                    "more than an SNS account is needed"));
        }
    }

    private void said(JoinRequest request) {
        if (rules.pledge() != null) {
            why.add(
                    rules.pledge().version().equals(request.pledgeVersion())
                            ? Why.passed(PLEDGE, "誓約に同意しています", "the pledge is accepted")
                            : Why.failed(
                                    PLEDGE,
                                    "誓約（第%s版）への同意が必要です".formatted(rules.pledge().version()),
                                    "the pledge must be accepted in version "
                                            + rules.pledge().version()));
        }
        rules.asked().stream()
                .map(question -> question.admits().contains(String.valueOf(request.answer(question.code())))
                        ? Why.passed(QUESTION + question.code(), "回答は条件を満たしています", "the answer admits")
                        : Why.failed(QUESTION + question.code(), "回答が入会の条件を満たしていません", "the answer doesn't admit"))
                .forEach(why::add);
    }

    /** Whether no cap of these terms is reached. */
    public static boolean hasRoom(Terms terms, Counts counts) {
        return terms.joining() == null
                || below(counts.ofPerson(), terms.joining().perPerson())
                        && below(counts.ofScheme(), terms.joining().members());
    }

    private static boolean below(long count, Integer cap) {
        return cap == null || count < cap;
    }

    private void places(Counts counts) {
        if (rules != null && rules.perPerson() != null) {
            why.add(
                    below(counts.ofPerson(), rules.perPerson())
                            ? Why.passed("PER_PERSON", "一人あたりの上限以内です", "within the cap for one person")
                            : Why.failed(
                                    "PER_PERSON",
                                    "一人が入会できるのは%dか所までです".formatted(rules.perPerson()),
                                    "nobody may join more than " + rules.perPerson()));
        }
        if (rules != null && rules.members() != null) {
            why.add(
                    below(counts.ofScheme(), rules.members())
                            ? Why.passed("MEMBERS", "定員以内です", "there is room")
                            : Why.failed("MEMBERS", "定員に達しています", "the scheme is full"));
        }
    }

    private Why excluded(String rule, List<String> codes) {
        if (lives(codes).anyMatch(Lives.HERE::equals)) {
            return Why.failed(rule, "お住まいの地域の方は入会できません", "residents of that area may not join");
        }
        return lives(codes).anyMatch(Lives.UNKNOWN::equals) ? unknown(rule) : residencePassed(rule);
    }

    private Why required(List<String> codes) {
        if (lives(codes).anyMatch(Lives.HERE::equals)) {
            return residencePassed("RESIDENCE");
        }
        return lives(codes).anyMatch(Lives.UNKNOWN::equals)
                ? unknown("RESIDENCE")
                : Why.failed("RESIDENCE", "対象地域にお住まいの方だけが入会できます", "only residents of a certain area may join");
    }

    private static Why residencePassed(String rule) {
        return Why.passed(rule, "居住地の条件を満たしています", "the residence is admitted");
    }

    private static Why unknown(String rule) {
        return Why.failed(rule, "お住まいの市区町村を登録してください", "the municipality of residence must be known");
    }

    private enum Lives {
        HERE,
        ELSEWHERE,
        UNKNOWN
    }

    private Stream<Lives> lives(List<String> codes) {
        return codes.stream().map(this::livesIn);
    }

    private Lives livesIn(String code) {
        if (applicant.abroad()) {
            return Lives.ELSEWHERE;
        }
        String known = code.length() == 2 ? applicant.prefecture() : applicant.home();
        if (known != null) {
            return known.equals(code) ? Lives.HERE : Lives.ELSEWHERE;
        }
        boolean otherPrefecture = applicant.prefecture() != null && !code.startsWith(applicant.prefecture());
        return otherPrefecture ? Lives.ELSEWHERE : Lives.UNKNOWN;
    }
}

package jp.kakawari.registry;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.util.Set;

@AnalyzeClasses(packages = "jp.kakawari.registry", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Who opens personal data for somebody else to see, and leaves a row for each read, or is only called by who does. */
    private static final Set<String> SHOW_AND_RECORD = Set.of(
            "supporter.ReadSupporter",
            "supporter.Guardians",
            "municipality.TiedSupporterRows",
            "duplicate.ReadCandidates",
            "contactlist.WriteContactList",
            "provision.ConsentedRows",
            "opinion.HearOpinions",
            "officer.OfficerNames",
            "organization.Contacts",
            "organization.ShowOrganizations");

    /** Who opens and shows it to nobody but the person or whoever wrote it: works with it, seals it anew or posts letters. */
    private static final Set<String> SHOW_NOBODY = Set.of(
            "supporter.CorrectSupporter",
            "supporter.KeepOwnRecord",
            "supporter.KeepVerified",
            "supporter.RefreshAgeBands",
            "ownexport.ExportOwnData",
            "supporterlist.CompleteAnew",
            "supporterlist.StageSupporters",
            "sync.WriteRejections",
            "duplicatesearch.IndexLikeness",
            "duplicatesearch.FindDuplicates",
            "rotation.ResealPersonalData",
            "rotation.RenewIndexes",
            "delivery.HandOver",
            "digest.SubscribeDigest",
            "digest.PutOffDigests",
            "organization.DecideMembership",
            "board.Sealing",
            "webhook.DueDeliveries",
            "oauthclient.MakeClients");

    @ArchTest
    static final ArchRule NOUNS_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("jp.kakawari.registry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ENTITIES_STAY_INSIDE_THEIR_NOUN =
            classes().that().areAnnotatedWith(Entity.class).should().notBePublic();

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_INSIDE_THEIR_NOUN = classes()
            .that()
            .areAssignableTo(PanacheRepositoryBase.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule RESOURCES_SPEAK_HTTP_AND_STAY_INSIDE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .notBePublic()
            .andShould()
            .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule RESOURCES_NEVER_TOUCH_THE_DATABASE = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule TRANSACTIONS_STAND_ON_USE_CASES = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .areNotAnnotatedWith(Path.class);

    @ArchTest
    static final ArchRule KEYS_ARE_HANDLED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("jp.kakawari.registry.personal")
            .and()
            .doNotHaveFullyQualifiedName("jp.kakawari.registry.webhook.Signature")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.crypto.tink..", "javax.crypto..");

    @ArchTest
    static final ArchRule WHO_OPENS_PERSONAL_DATA_RECORDS_IT_OR_SHOWS_NOBODY = noClasses()
            .that(are(not(openers())))
            .should()
            .accessTargetWhere(opensPersonalData())
            .because("every read leaves a row: record it with PersonalReads, then name the class here");

    @ArchTest
    static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.kakawari.catalog..", "jp.kakawari.matching..", "jp.kakawari.kpi..");

    @ArchTest
    static final ArchRule TESTS_PARTS_STAY_OUT =
            noClasses().should().dependOnClassesThat().resideInAPackage("jp.kakawari.embedded..");

    private static DescribedPredicate<JavaClass> openers() {
        return DescribedPredicate.describe("known to open personal data", known -> {
            String name = known.getName()
                    .replaceFirst("^jp\\.kakawari\\.registry\\.", "")
                    .replaceFirst("\\$.*", "");
            return name.equals("personal.PersonalData") || SHOW_AND_RECORD.contains(name) || SHOW_NOBODY.contains(name);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> opensPersonalData() {
        Set<String> sealing = Set.of("PersonalData", "Contacts");
        return DescribedPredicate.describe(
                "opens personal data",
                access -> sealing.contains(access.getTargetOwner().getSimpleName())
                        && access.getName().startsWith("open"));
    }
}

package jp.kakawari.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "jp.kakawari.registry", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.kakawari.catalog..", "jp.kakawari.matching..", "jp.kakawari.kpi..");

    @ArchTest
    static final ArchRule TESTS_PARTS_STAY_OUT =
            noClasses().should().dependOnClassesThat().resideInAPackage("jp.kakawari.embedded..");
}

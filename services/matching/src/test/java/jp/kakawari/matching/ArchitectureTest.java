package jp.kakawari.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "jp.kakawari.matching", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOUNS_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("jp.kakawari.matching.(*)..").should().beFreeOfCycles();

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
            .resideInAPackage("java.sql..");

    @ArchTest
    static final ArchRule NO_SERVICE_KNOWS_ANOTHER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.kakawari.registry..", "jp.kakawari.catalog..", "jp.kakawari.kpi..");

    @ArchTest
    static final ArchRule SCORING_IS_PLAIN_JAVA = noClasses()
            .that()
            .haveSimpleName("Recommender")
            .or()
            .haveSimpleName("ProgramIndex")
            .or()
            .haveSimpleName("Candidate")
            .or()
            .haveSimpleName("SupporterRanking")
            .or()
            .haveSimpleName("NeedWords")
            .or()
            .haveSimpleName("Nearness")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.ws..", "jakarta.enterprise..", "io.quarkus..");
}

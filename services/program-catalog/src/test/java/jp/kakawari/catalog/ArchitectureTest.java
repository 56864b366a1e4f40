package jp.kakawari.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;

@AnalyzeClasses(packages = "jp.kakawari.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NOUNS_DO_NOT_GO_ROUND_IN_CIRCLES =
            slices().matching("jp.kakawari.catalog.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_WITH_THEIR_NOUN = classes()
            .that()
            .areAssignableTo(PanacheRepositoryBase.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule RESOURCES_STAY_WITH_THEIR_NOUN =
            classes().that().areAnnotatedWith(Path.class).should().notBePublic();

    @ArchTest
    static final ArchRule RESOURCES_NEVER_TOUCH_THE_DATABASE = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.hibernate..");

    @ArchTest
    static final ArchRule RESOURCES_OWN_NO_TRANSACTION = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .notBeAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule NO_OTHER_SERVICE_IS_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.kakawari.registry..", "jp.kakawari.matching..", "jp.kakawari.kpi..");

    @ArchTest
    static final ArchRule NOTHING_IS_NAMED_AFTER_NOTHING =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Service)");
}

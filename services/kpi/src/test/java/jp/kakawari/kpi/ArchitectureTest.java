package jp.kakawari.kpi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
import jp.kakawari.outbox.Subscription;

@AnalyzeClasses(packages = "jp.kakawari.kpi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nouns_do_not_go_in_circles =
            slices().matching("jp.kakawari.kpi.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_other_service_is_known = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jp.kakawari.registry..", "jp.kakawari.catalog..", "jp.kakawari.matching..");

    @ArchTest
    static final ArchRule resources_never_touch_the_database = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "jakarta.transaction..");

    @ArchTest
    static final ArchRule suppression_and_periods_are_plain_functions = noClasses()
            .that()
            .haveSimpleName("Suppression")
            .or()
            .haveSimpleName("CellNetwork")
            .or()
            .resideInAPackage("..period..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "java.sql..");

    @ArchTest
    static final ArchRule what_is_heard_is_kept_in_one_transaction = methods()
            .that()
            .haveName("handle")
            .and()
            .areDeclaredInClassesThat()
            .implement(Subscription.class)
            .and()
            .arePublic()
            .and()
            .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
            .should()
            .beAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule counts_that_are_not_yet_hidden_stay_inside = classes()
            .that()
            .haveSimpleName("Counts")
            .or()
            .haveSimpleName("Facts")
            .or()
            .haveSimpleName("Column")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule subscriptions_are_nobodys_business =
            classes().that().resideInAPackage("..ledger..").should().notBePublic();
}

package org.xinheng;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.xinheng.kernel.Feature;

/** The walls of the house; src/docs/architecture.md draws them. */
@AnalyzeClasses(packages = "org.xinheng", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_use_only_the_features_they_declare = modules()
            .definedByAnnotation(Feature.class)
            .should()
            .respectTheirAllowedDependenciesDeclaredIn(
                    "mayUse", consideringOnlyDependenciesInAnyPackage("org.xinheng.."))
            .ignoreDependency(alwaysTrue(), belongToAnyOf(Feature.class))
            .ignoreDependency(resideInAPackage("org.xinheng..rest.."), resideInAPackage("org.xinheng.contract.."));

    @ArchTest
    static final ArchRule features_form_no_circle =
            modules().definedByAnnotation(Feature.class).should().beFreeOfCycles();

    /** A feature has packages of its own inside; they look only one way, too. */
    @ArchTest
    static final ArchRule packages_form_no_circle =
            slices().matching("org.xinheng.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule floors_look_only_down = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.xinheng..")
            .layer("demonstration")
            .definedBy("org.xinheng.demonstration..")
            .layer("app")
            .definedBy("org.xinheng.app..")
            .layer("rest")
            .definedBy("org.xinheng..rest..")
            .layer("store")
            .definedBy("org.xinheng..store..")
            .layer("engine")
            .definedBy("org.xinheng.engine..")
            .layer("exchange")
            .definedBy("org.xinheng.exchange..")
            .layer("service")
            .definedBy("org.xinheng..service..")
            .whereLayer("demonstration")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("demonstration")
            .whereLayer("rest")
            .mayOnlyBeAccessedByLayers("app", "demonstration")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("app", "demonstration")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("app", "demonstration")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("app", "demonstration")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("rest", "app", "demonstration")
            .withOptionalLayers(true);

    @ArchTest
    static final ArchRule the_domain_knows_no_framework = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.xinheng.demonstration..",
                    "org.xinheng.app..",
                    "org.xinheng.engine..",
                    "org.xinheng.exchange..",
                    "org.xinheng.contract..",
                    "org.xinheng..rest..",
                    "org.xinheng..store..",
                    "org.xinheng..service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "com.fasterxml..");

    @ArchTest
    static final ArchRule only_the_engine_knows_drools = noClasses()
            .that()
            .resideOutsideOfPackage("org.xinheng.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.drools..", "org.kie..");

    @ArchTest
    static final ArchRule only_the_exchange_knows_spreadsheets = noClasses()
            .that()
            .resideOutsideOfPackage("org.xinheng.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..");
}

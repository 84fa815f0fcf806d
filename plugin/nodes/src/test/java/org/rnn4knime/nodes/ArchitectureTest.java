package org.rnn4knime.nodes;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds who may know whom. */
@AnalyzeClasses(packages = "org.rnn4knime.nodes", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String NODES = "org.rnn4knime.nodes.";

    @ArchTest
    static final ArchRule ONLY_TABLE_TOUCHES_CELLS = noClasses()
            .that()
            .resideOutsideOfPackage(NODES + "table")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.knime\\.core\\.data\\.(Data(Cell|Row)|MissingCell|(def|time|container)\\..+)")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.knime.core.node.BufferedDataContainer");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_DEEPLEARNING4J = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

    /** The exceptions stand in signatures and as defaults of annotations that KNIME itself gives to others to use. */
    @ArchTest
    static final ArchRule NOBODY_USES_WHAT_KNIME_KEEPS_FOR_ITSELF = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.knime.core.webui..",
                            "org.knime.core.internal..",
                            "org.knime.node.parameters..legacy..")
                    .and(not(nameMatching(".+\\.(StateComputationFailureException|Noop\\w+|TypeDependent\\w+)"))));

    @ArchTest
    static final ArchRule NOTHING_NEEDS_A_SCREEN =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.awt..", "org.eclipse.swt..");

    @ArchTest
    static final ArchRule NODES_DO_NOT_KNOW_EACH_OTHER = slices().matching(
                    NODES + "(learner|predictor|forecaster|generator|inspector)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching(NODES + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TABLES_KNOW_NOTHING_OF_NODES_AND_MODELS_AT_PORTS = noClasses()
            .that()
            .resideInAPackage(NODES + "table")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.knime.node..", "org.rnn4knime.engine.training..", NODES + "port");
}

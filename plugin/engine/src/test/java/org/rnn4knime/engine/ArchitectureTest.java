package org.rnn4knime.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may use whom: the table of packages in the architecture guide. */
@AnalyzeClasses(packages = "org.rnn4knime.engine", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule DATA_FLOWS_IN_ONE_DIRECTION = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("sequence")
            .definedBy("..engine.sequence..")
            .layer("encoding")
            .definedBy("..engine.encoding..")
            .layer("runtime")
            .definedBy("..engine.runtime..")
            .layer("network")
            .definedBy("..engine.network..")
            .layer("model")
            .definedBy("..engine.model..")
            .layer("training")
            .definedBy("..engine.training..")
            .layer("prediction")
            .definedBy("..engine.prediction..")
            .whereLayer("sequence")
            .mayNotAccessAnyLayer()
            .whereLayer("encoding")
            .mayOnlyAccessLayers("sequence")
            .whereLayer("runtime")
            .mayOnlyAccessLayers("sequence", "encoding")
            .whereLayer("network")
            .mayOnlyAccessLayers("sequence", "encoding", "runtime")
            .whereLayer("model")
            .mayOnlyAccessLayers("sequence", "encoding", "runtime", "network")
            .whereLayer("training")
            .mayOnlyAccessLayers("sequence", "encoding", "runtime", "network", "model")
            .whereLayer("prediction")
            .mayOnlyAccessLayers("sequence", "encoding", "runtime", "network", "model", "training");

    @ArchTest
    static final ArchRule EVERY_CLASS_LIES_IN_A_LAYER = noClasses()
            .should()
            .resideOutsideOfPackages(
                    "..engine.sequence..",
                    "..engine.encoding..",
                    "..engine.runtime..",
                    "..engine.network..",
                    "..engine.model..",
                    "..engine.training..",
                    "..engine.prediction..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.rnn4knime.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_RUNTIME_NETWORK_AND_EXPORT_USE_DEEPLEARNING4J = noClasses()
            .that()
            .resideOutsideOfPackages("..engine.runtime..", "..engine.network..")
            .and()
            .doNotHaveSimpleName("Dl4jExport")
            .and()
            .doNotHaveSimpleName("Dl4jConfiguration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..");

    @ArchTest
    static final ArchRule ONLY_RUNTIME_USES_THE_PLATFORM = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse..", "org.osgi..", "com.sun.jna..");

    @ArchTest
    static final ArchRule ONLY_THE_MODEL_FILE_USES_JACKSON = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NOTHING_OF_KNIME =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.knime..");
}

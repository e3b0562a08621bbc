package io.github.sim52xx.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may depend on whom, and which library is used where. */
@AnalyzeClasses(packages = "io.github.sim52xx", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.sim52xx.";

    @ArchTest
    static final ArchRule theLanguageKnowsNothingElse = classes()
            .that()
            .resideInAPackage(BASE + "at")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(BASE + "at", "java.lang..", "java.util..", "java.nio", "java.nio.charset", "java.io");

    @ArchTest
    static final ArchRule theLanguageStartsNoThread = noClasses()
            .that()
            .resideInAPackage(BASE + "at")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class);

    @ArchTest
    static final ArchRule anInterfaceKnowsOnlyTheLanguage = noClasses()
            .that()
            .resideInAPackage(BASE + "dce")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    BASE + "modem..",
                    BASE + "command..",
                    BASE + "fs..",
                    BASE + "net..",
                    BASE + "email..",
                    BASE + "cli..");

    @ArchTest
    static final ArchRule theCoreKnowsNoOtherModule = noClasses()
            .that()
            .resideInAnyPackage(BASE + "modem..", BASE + "command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "fs..", BASE + "net..", BASE + "email..", BASE + "cli..");

    @ArchTest
    static final ArchRule filesAndNetworkKnowOnlyTheCore = noClasses()
            .that()
            .resideInAPackage(BASE + "fs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "net..", BASE + "email..", BASE + "cli..");

    @ArchTest
    static final ArchRule theNetworkKnowsNoFilesOfItsOwnAccord = noClasses()
            .that()
            .resideInAPackage(BASE + "net..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BASE + "email..", BASE + "cli..");

    @ArchTest
    static final ArchRule mailDoesNotKnowTheCommandLine = noClasses()
            .that()
            .resideInAPackage(BASE + "email..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "cli..");

    @ArchTest
    static final ArchRule noCircles = slices().matching(BASE + "(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule minaIsForPorts = only("org.apache.mina..", BASE + "net..", BASE + "cli.port..");

    @ArchTest
    static final ArchRule jimfsIsForFiles = only("com.google.common.jimfs..", BASE + "fs..");

    @ArchTest
    static final ArchRule angusIsForMail = only("org.eclipse.angus..", BASE + "email..");

    @ArchTest
    static final ArchRule picocliAndJacksonAreForTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "tools.jackson..");

    @ArchTest
    static final ArchRule jnaIsForPorts = only("com.sun.jna..", BASE + "cli.port..");

    /** Connections that go anywhere else than through the bearer would not know of faults, rules and traces. */
    @ArchTest
    static final ArchRule everyByteLeavesByTheBearer = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "at..",
                    BASE + "dce..",
                    BASE + "modem..",
                    BASE + "command..",
                    BASE + "fs..",
                    BASE + "email..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.ServerSocket")
            .orShould()
            .callConstructor(java.net.Socket.class)
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram)Channel");

    @ArchTest
    static final ArchRule timeComesFromTheModem = noClasses()
            .that()
            .resideInAnyPackage(
                    BASE + "at..", BASE + "dce..", BASE + "command..", BASE + "fs..", BASE + "net..", BASE + "email..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    /** What a modem says does not depend on the language of the host. */
    @ArchTest
    static final ArchRule noDefaultLocale = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cli..")
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "toLowerCase");

    private static ArchRule only(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}

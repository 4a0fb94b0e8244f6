package dev.shopbell.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code functions/* → channels, platform, definition → conversation}, and nothing against the arrows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArrowsTest {

    private static final List<String> FUNCTIONS =
            List.of("webhook", "nlu", "dialogue", "handover", "analytics", "engine");
    private static final List<String> LIBRARIES = List.of("conversation", "definition", "platform", "channels");
    private static final JavaClasses HOUSE = house();

    /** What a Lambda function is started by: its handlers' business and nobody else's. */
    private static final String[] RUNTIME = {"io.quarkus..", "com.amazonaws.services.lambda..", "jakarta.."};

    private static final String[] LANGUAGE = {"java..", "javax..", "org.jspecify.."};

    @Test
    void the_vocabulary_knows_nothing_but_the_language() {
        classes()
                .that()
                .resideInAPackage("dev.shopbell.conversation..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(LANGUAGE).or(resideInAPackage("dev.shopbell.conversation..")))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"definition", "platform", "channels"})
    void a_library_knows_only_the_vocabulary_of_us(String library) {
        classes()
                .that()
                .resideInAPackage(at(library))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.shopbell..")).or(resideInAnyPackage(at(library), at("conversation"))))
                .check(HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "nlu", "dialogue", "handover", "analytics", "engine"})
    void a_function_knows_the_libraries_and_no_other_function(String function) {
        var known = Stream.concat(LIBRARIES.stream(), Stream.of(function))
                .map(ArrowsTest::at)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(at(function))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.shopbell..")).or(resideInAnyPackage(known)))
                .check(HOUSE);
    }

    @Test
    void a_channel_knows_no_other_channel() {
        slices().matching("dev.shopbell.channels.(*)..")
                .should()
                .notDependOnEachOther()
                // Messenger and WhatsApp are both spoken over the Graph API.
                .ignoreDependency(
                        resideInAnyPackage(at("channels.messenger"), at("channels.whatsapp")),
                        resideInAPackage(at("channels.graph")))
                .check(HOUSE);
    }

    @Test
    void the_laptop_starts_built_packages_and_imports_none_of_them() {
        classes()
                .that()
                .resideInAPackage(at("local"))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.shopbell..")).or(resideInAPackage(at("local"))))
                .check(HOUSE);
    }

    @Test
    void the_runtime_stays_at_the_edge_of_a_function() {
        noClasses()
                .that()
                .resideInAPackage("dev.shopbell..")
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .and()
                .doNotHaveSimpleName("AwsEdge")
                .should()
                .dependOnClassesThat(resideInAnyPackage(RUNTIME))
                .check(HOUSE);
    }

    @Test
    void a_channel_and_the_bots_files_need_no_cloud() {
        noClasses()
                .that()
                .resideInAnyPackage(at("channels"), at("definition"), at("nlu.model"), at("nlu.train"))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
                .check(HOUSE);
    }

    private static String at(String module) {
        return "dev.shopbell." + module + "..";
    }

    private static JavaClasses house() {
        var home = Path.of("..").toAbsolutePath().normalize();
        var built = new ArrayList<Path>();
        LIBRARIES.forEach(library -> built.add(home.resolve(library + "/target/classes")));
        FUNCTIONS.forEach(function -> built.add(home.resolve("functions/" + function + "/target/classes")));
        built.add(home.resolve("local/target/classes"));
        for (var one : built) {
            if (!Files.isDirectory(one)) {
                throw new IllegalStateException(one + " is not there. Build everything first: ./bot test");
            }
        }
        // The rules ask for packages, and those are in the names of other people's classes, which need not be read.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter().importPaths(built);
    }
}

package dev.shopbell.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word of AWS's own tools, where they are installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LintedTemplateTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @Test
    void cfn_lint_finds_nothing() {
        var outcome = tool("cfn-lint")
                .run(HOME, List.of("--regions", "us-east-1", "eu-west-1", "--", SamTemplate.FILE.toString()));

        assertThat(outcome.output()).isBlank();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void sam_finds_it_valid_and_lints_it_clean() {
        var outcome = tool("sam").run(HOME, List.of("validate", "--lint", "--template", SamTemplate.FILE.toString()));

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("is a valid SAM Template");
    }

    @Test
    void sam_build_takes_the_packages_as_they_are(@TempDir Path built) {
        var outcome = tool("sam")
                .run(
                        HOME,
                        List.of("build", "--template", SamTemplate.FILE.toString(), "--build-dir", built.toString()));

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(built.resolve("template.yaml")).exists();
    }

    /** The translator is a library of the linter's: what CloudFormation itself runs on the way. */
    @Test
    void the_sam_translator_turns_it_into_plain_cloudformation() {
        var script = """
                import json, sys
                from samtranslator.yaml_helper import yaml_parse
                from samtranslator.translator.transform import transform
                template = yaml_parse(open(sys.argv[1]).read())
                for resource in template["Resources"].values():
                    for key in ("CodeUri", "ContentUri"):
                        if key in resource.get("Properties", {}):
                            resource["Properties"][key] = "s3://bucket/key.zip"
                class Policies:
                    def load(self): return {}
                done = transform(template, {}, Policies())
                print(json.dumps(sorted({r["Type"] for r in done["Resources"].values()})))
                """;
        var python = orSkipped(Tool.pythonOf("cfn-lint"));
        var outcome = python.run(HOME, new ArrayList<>(List.of("-c", script, SamTemplate.FILE.toString())));

        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("AWS::Lambda::Alias", "AWS::Lambda::Version", "AWS::ApiGatewayV2::Api")
                .doesNotContain("AWS::Serverless");
    }

    private static Tool tool(String name) {
        return orSkipped(Tool.find(name));
    }

    private static Tool orSkipped(Optional<Tool> tool) {
        return tool.orElseGet(
                () -> abort("Install cfn-lint and aws-sam-cli (pip install cfn-lint aws-sam-cli) to run this."));
    }
}

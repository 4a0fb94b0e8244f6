package dev.shopbell.local.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The template's own rules of which parameters go together, checked as CloudFormation checks them before it makes anything.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">CloudFormation user
 *     guide, "CloudFormation template Rules syntax"</a>
 */
public final class Rules {

    private Rules() {}

    /**
     * Checks them all.
     *
     * @throws TemplateProblem with the rule's own words, when one does not hold
     */
    public static void check(Template template, Map<String, String> parameters) {
        var intrinsics = new Intrinsics(template, new OnlyParameters(parameters));
        for (Node rule : template.section("Rules").values()) {
            boolean applies = Template.child(rule, "RuleCondition")
                    .map(condition -> intrinsics.resolve(condition).asBoolean())
                    .orElse(true);
            if (applies && Template.child(rule, "Assertions").orElse(null) instanceof SequenceNode assertions) {
                assertions.getValue().forEach(each -> check(template, intrinsics, each));
            }
        }
    }

    private static void check(Template template, Intrinsics intrinsics, Node assertion) {
        boolean holds = Template.child(assertion, "Assert")
                .map(node -> intrinsics.resolve(node).asBoolean())
                .orElse(false);
        if (!holds) {
            String words = Template.child(assertion, "AssertDescription").orElse(null) instanceof ScalarNode said
                    ? said.getValue()
                    : "a rule does not hold";
            throw new TemplateProblem(template.place(assertion), words + " Set it in the --env file.");
        }
    }

    /** Rules know parameters and nothing else: nothing is made yet. */
    private record OnlyParameters(Map<String, String> parameters) implements Intrinsics.Names {
        @Override
        public @Nullable String ref(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable String attribute(String resource, String attribute) {
            return null;
        }

        @Override
        public @Nullable Boolean condition(String name) {
            return null;
        }
    }
}

package dev.shopbell.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The template's parameters with their values: the overrides, or else the defaults. */
public final class Parameters {
    private Parameters() {}

    /**
     * Values for every parameter.
     *
     * @param overrides by the parameter's own name
     * @throws TemplateProblem when one has neither an override nor a default, or a value that is not among those allowed
     */
    public static Map<String, String> of(Template template, Map<String, String> overrides) {
        Map<String, String> values = new LinkedHashMap<>();
        template.section("Parameters").forEach((name, node) -> {
            String override = overrides.get(name);
            if (override != null) {
                values.put(name, override);
            } else if (Template.child(node, "Default").orElse(null) instanceof ScalarNode byDefault) {
                values.put(name, byDefault.getValue());
            } else {
                throw new TemplateProblem(
                        template.place(node), "parameter " + name + " has no default. Set it in the --env file.");
            }
            requireAllowed(template, name, node, values.getOrDefault(name, ""));
        });
        return values;
    }

    private static void requireAllowed(Template template, String name, Node node, String value) {
        if (Template.child(node, "AllowedValues").orElse(null) instanceof SequenceNode list) {
            List<String> allowed = list.getValue().stream()
                    .map(each -> each instanceof ScalarNode scalar ? scalar.getValue() : "")
                    .toList();
            if (!allowed.contains(value)) {
                throw new TemplateProblem(
                        template.place(node),
                        "parameter " + name + " is \"" + value + "\". It can be "
                                + String.join(
                                        ", ",
                                        allowed.stream()
                                                .filter(each -> !each.isEmpty())
                                                .toList())
                                + (allowed.contains("") ? ", or empty" : "") + ". Mend it in the --env file.");
            }
        }
    }

    /** Settings ({@code GRAPH_API_URL}) under the names of the parameters they are ({@code GraphApiUrl}), where there are such. */
    public static Map<String, String> fromSettings(Template template, Map<String, String> settings) {
        Map<String, String> bySqueezedName = new TreeMap<>();
        template.section("Parameters")
                .keySet()
                .forEach(name -> bySqueezedName.put(name.toUpperCase(Locale.ROOT), name));
        Map<String, String> overrides = new LinkedHashMap<>();
        settings.forEach((setting, value) -> {
            String parameter = bySqueezedName.get(setting.replace("_", "").toUpperCase(Locale.ROOT));
            if (parameter != null) {
                overrides.put(parameter, value);
            }
        });
        return overrides;
    }
}

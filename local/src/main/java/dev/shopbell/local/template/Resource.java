package dev.shopbell.local.template;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A resource as it is written.
 *
 * @param id its logical id
 * @param type such as {@code AWS::SQS::Queue}
 * @param node all of it
 * @param place {@code file:line}
 */
record Resource(String id, String type, Node node, String place) {
    Optional<Node> property(String name) {
        return Template.child(node, "Properties").flatMap(all -> Template.child(all, name));
    }
}

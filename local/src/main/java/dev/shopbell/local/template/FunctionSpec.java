package dev.shopbell.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param id its logical id
 * @param name its name, which begins with the stack's
 * @param codeUri the package: a zip or a directory
 * @param handler {@code class::method}
 * @param memoryMegabytes what AWS would give it
 * @param timeout after which an invocation is ended
 * @param environment its variables, resolved
 * @param layers the directories that AWS would mount at {@code /opt}
 * @param events what invokes it
 */
public record FunctionSpec(
        String id,
        String name,
        Path codeUri,
        String handler,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment,
        List<Path> layers,
        List<EventSpec> events) {
    /** The function's ARN, without a qualifier. */
    public String arn() {
        return LocalAddresses.arn("lambda", "function:" + name);
    }
}

package dev.shopbell.local.lambda;

import dev.shopbell.local.wire.Json;

/**
 * What came of an invocation.
 *
 * @param payload what the function returned, or the error as JSON
 * @param failed whether it is an error ({@code X-Amz-Function-Error} on AWS)
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through; never compared
public record InvocationResult(byte[] payload, boolean failed) {
    static InvocationResult ofError(String type, String message) {
        return new InvocationResult(
                Json.bytes(Json.object().put("errorType", type).put("errorMessage", message)), true);
    }
}

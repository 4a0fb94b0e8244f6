/**
 * What the adapters ask of DynamoDB and SQS, against real ones: the embedded engines, or whatever {@code AWS_ENDPOINT_URL}
 * names (LocalStack, moto's server, an account's own).
 */
@NullMarked
package dev.shopbell.aws;

import org.jspecify.annotations.NullMarked;

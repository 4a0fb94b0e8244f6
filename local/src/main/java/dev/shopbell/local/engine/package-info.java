/** DynamoDB Local and ElasticMQ in this process, and the metering proxies before them. */
@NullMarked
package dev.shopbell.local.engine;

import org.jspecify.annotations.NullMarked;

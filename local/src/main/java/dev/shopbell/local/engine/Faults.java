package dev.shopbell.local.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Failures that somebody ordered: the next calls that match are refused instead of served. */
public final class Faults {
    private final List<Ordered> orders = new ArrayList<>();

    /**
     * An order.
     *
     * @param service {@code dynamodb}, {@code sqs} or {@code lambda}
     * @param operation such as {@code PutItem}, or the function's name; empty for every one
     * @param status the HTTP status of the refusal
     * @param code the error's name, such as {@code ProvisionedThroughputExceededException}
     * @param count how many calls fail
     */
    public record Fault(String service, String operation, int status, String code, int count) {}

    /** Orders failures. */
    public synchronized void order(Fault fault) {
        orders.add(new Ordered(fault, fault.count()));
    }

    /** Takes back all orders. */
    public synchronized void clear() {
        orders.clear();
    }

    /** The failure that this call is to have, if one was ordered. */
    public synchronized Optional<Fault> next(String service, String operation) {
        for (Iterator<Ordered> all = orders.iterator(); all.hasNext(); ) {
            Ordered order = all.next();
            Fault fault = order.fault;
            if (fault.service().equals(service)
                    && (fault.operation().isEmpty() || fault.operation().equals(operation))) {
                if (--order.left == 0) {
                    all.remove();
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static final class Ordered {
        private final Fault fault;
        private int left;

        Ordered(Fault fault, int left) {
            this.fault = fault;
            this.left = left;
        }
    }
}

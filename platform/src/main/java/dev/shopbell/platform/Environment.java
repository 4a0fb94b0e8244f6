package dev.shopbell.platform;

/** The environment variables that the template gives a function. */
public final class Environment {

    private Environment() {}

    /** @throws IllegalStateException if the template does not set it */
    public static String require(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The environment variable " + name
                    + " is not set. It belongs to this function in infra/template.yaml.");
        }
        return value;
    }
}

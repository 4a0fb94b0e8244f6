package dev.shopbell.local.template;

/** The template says something that this runner cannot do. The message names file, line, what is wrong and the mend. */
public final class TemplateProblem extends RuntimeException {
    /** Makes the problem at a place ({@code infra/template.yaml:12}). */
    public TemplateProblem(String place, String message) {
        super(place + ": " + message);
    }
}

package dev.shopbell.nlu.lint;

import java.util.List;

/** Answers each row by a model that has not seen it. */
@FunctionalInterface
public interface HeldOutAnswers {

    /** @return the intent said of each row, in the rows' order; empty where none was */
    List<String> of(List<Row> rows);
}

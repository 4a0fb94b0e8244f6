package com.fasterxml.jackson.datatype.joda;

import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Stands in for Jackson's module of this name, which Quarkus' Lambda extension registers at each start whether or not a
 * handler takes objects ({@code AmazonLambdaMapperRecorder}). It knows no type: our handlers take and give streams.
 */
public class JodaModule extends SimpleModule {

    private static final long serialVersionUID = 1;

    /** Called by the extension. */
    public JodaModule() {
        super(JodaModule.class.getName());
    }
}
